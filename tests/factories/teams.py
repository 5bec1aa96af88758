"""Teams beside the Bridge, and somebody in each, as an administrator would set them up."""

from accounts.models import Membership, Team
from tests.personas import SALFORD, SINCE, person


def team(kind: str, name: str, *people: str) -> Team:
    """A team of Salford's with these people of the tests moved into it."""
    made = Team.objects.create(
        authority_id=SALFORD, kind=kind, name=name, mailbox=f"{name.lower().replace(' ', '.')}@salford.example"
    )
    for one in people:
        Membership.objects.filter(person=person(one), authority=SALFORD).update(team=made, since=SINCE)
    return made
