"""Children and young people, and who stands around them. Each request brings its own rows; joining two cases moves
nothing."""

from people.models.around import HOLDS, Around, Bar
from people.models.carer import Carer
from people.models.child import Child
from people.models.earlier import Earlier
from people.models.name_key import NameKey
from people.models.place import Address, Learning

__all__ = ["HOLDS", "Address", "Around", "Bar", "Carer", "Child", "Earlier", "Learning", "NameKey"]
