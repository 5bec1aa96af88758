"""Reading who was asked about a meeting. What they answered is read nowhere on a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from core.refusals import NotAllowed
from feedback.groups import is_from_outside
from feedback.models import Ask
from feedback.words import Group
from meetings.models import Meeting


@dataclass(frozen=True)
class AskSeen:
    """Somebody who was asked, and whether they answered: never what."""

    key: UUID
    invitee: UUID
    group: Group
    until: date
    by_letter: bool
    answered: bool
    asks_where: bool

    @property
    def code(self) -> str:
        """What stands on the paper form, so that it finds its way back here without a name."""
        return self.key.hex[-6:].upper()


def asks_of(meeting: Meeting) -> list[AskSeen]:
    """Everybody who was asked about this meeting."""
    return [_seen(row) for row in Ask.objects.filter(meeting=meeting).select_related("invitee").order_by("pk")]


def ask_called(meeting: Meeting, key: UUID) -> AskSeen:
    """One of them. Raises NotAllowed where there is none."""
    row = Ask.objects.filter(meeting=meeting, pk=key).select_related("invitee").first()
    if row is None:
        raise NotAllowed("nobody was asked so")
    return _seen(row)


def _seen(row: Ask) -> AskSeen:
    return AskSeen(
        key=row.pk, invitee=row.invitee_id, group=Group(row.group), until=row.until, by_letter=row.by_letter,
        answered=row.answered_at is not None, asks_where=is_from_outside(row.invitee),
    )  # fmt: skip
