"""Children and young people, and who stands around them. Each request brings its own rows; joining two cases moves
nothing."""

from people.models.carer import Carer
from people.models.child import Child
from people.models.name_key import NameKey

__all__ = ["Carer", "Child", "NameKey"]
