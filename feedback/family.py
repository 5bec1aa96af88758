"""What somebody who was at a meeting sees and does by the link we posted to them. It opens no case."""

from dataclasses import dataclass
from datetime import date

from accounts.who import visitor
from core import clock
from core.refusals import NotAllowed
from feedback.actions.give import Given, give
from feedback.groups import is_from_outside
from feedback.links import ask_of
from feedback.models import Ask
from feedback.sheet import Sheet, said
from feedback.words import Group, scale
from meetings.company import hides_from
from meetings.words import MeetingKind

__all__ = ["Asked", "Sheet", "answer", "asked"]


@dataclass(frozen=True)
class Asked:
    """One question by its link: no name, and nothing of the child."""

    group: Group
    asks_where: bool
    kind: str
    held_on: date
    until: date
    answered: bool
    over: bool
    council: str
    phone: str

    @property
    def lowest(self) -> str:
        """The lowest number of the scale."""
        return said(scale(self.group)[0])

    @property
    def highest(self) -> str:
        """The highest."""
        return said(scale(self.group)[-1])


def asked(token: str) -> Asked | None:
    """What a link asks, or None when it is not ours. Looking consumes nothing."""
    row = _row(token)
    if row is None:
        return None
    return Asked(
        group=Group(row.group), asks_where=is_from_outside(row.invitee), kind=MeetingKind(row.meeting.kind).words,
        held_on=row.meeting.held_on, until=row.until, answered=row.answered_at is not None,
        over=clock.today() > row.until, council=row.authority.name, phone=row.authority.contact_phone,
    )  # fmt: skip


def answer(token: str, given: Given) -> None:
    """Whoever holds the link answers, once. Raises Refused; NotAllowed where the link is over."""
    row = _row(token)
    if row is None:
        raise NotAllowed("no such question")
    give(row.pk, given, by=visitor(row.authority_id))


def _row(token: str) -> Ask | None:
    key = ask_of(token)
    if key is None:
        return None
    found = Ask.objects.select_related("authority", "meeting", "invitee__carer", "invitee__around").filter(pk=key)
    row = found.first()
    return None if row is None or hides_from(row.invitee) else row
