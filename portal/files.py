"""Adding letters and reports at the family's door."""

from door.page import page
from pathway.family import adding
from portal.draft import AtFamilyDoor


@page(public=True)
def files(request, slug):
    """Shows what is there, takes more, takes one away."""
    return adding.files(AtFamilyDoor(request, slug))
