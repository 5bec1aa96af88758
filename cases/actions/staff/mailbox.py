"""A team's shared mailbox becomes another one."""

from uuid import UUID

from accounts.models import Team
from accounts.rules import against_mailbox
from accounts.selectors import addresses_of_staff
from accounts.who import Who
from cases.office import office_act
from core.events import Event
from core.refusals import Refused


def change_mailbox(team: UUID, address: str, *, by: Who) -> Team:
    """What waits for the team goes there from now on. Raises Refused, NotAllowed, Team.DoesNotExist."""
    with office_act(
        Event.MAILBOX_CHANGED,
        by=by,
        subject=lambda: Team.objects.select_for_update(no_key=True).get(pk=team, authority_id=by.authority_id),
    ) as act:
        if why := against_mailbox(address, addresses_of_staff(by)):
            raise Refused(*why)
        act.subject.mailbox = address
    return act.subject
