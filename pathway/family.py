"""What families may start: asking, and thinking better of it before anything is sent."""

from pathway.asking import adding, checking
from pathway.asking import walk as asking
from pathway.asking.answers import born_on
from pathway.asking.place import Place
from pathway.asking.sending import ask, unask
from pathway.asking.steps import BEGINNINGS, first

__all__ = ["BEGINNINGS", "BEGINS", "Place", "adding", "ask", "asking", "born_on", "checking", "unask"]

BEGINS = first({}).key
"""The question that everybody at the family's door begins with."""
