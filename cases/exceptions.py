"""What was opened by exception: who, why, for how long, and whether a reviewer has answered in time."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from accounts.selectors import names_of
from accounts.who import Who
from cases.models import CaseGrant
from cases.powers import REVIEWERS
from core import clock
from core.refusals import NotAllowed
from core.words import _
from door.words import as_day
from statute.calendar import add_working_days

REVIEW_WITHIN = 5
"""Working days in which a reviewer answers. After them it stands red."""


class State(StrEnum):
    """How far the review of one has come."""

    WAITS = "waits"
    OVERDUE = "overdue"
    RIGHT = "right"
    NOT_RIGHT = "not_right"

    @property
    def words(self) -> str:
        return STATES[self]


STATES = {
    State.WAITS: _("To review"),
    State.OVERDUE: _("Review is late"),
    State.RIGHT: _("Right"),
    State.NOT_RIGHT: _("Not right"),
}
COLOURS = {State.WAITS: "today", State.OVERDUE: "late", State.RIGHT: "ok", State.NOT_RIGHT: "late"}


@dataclass(frozen=True)
class LetIn:
    """One time that somebody let themselves in. No child's name: a reviewer need not see the case."""

    key: UUID
    reference: str
    name: str
    reason: str
    opened_at: datetime
    ends_at: datetime
    open_now: bool
    review_by: date
    state: State
    reviewed_by: str
    reviewed_at: datetime | None
    said: str

    @property
    def colour(self) -> str:
        """The second signal beside the words of its state."""
        return COLOURS[self.state]


def let_in(who: Who) -> list[LetIn]:
    """For a reviewer everybody's at the authority; for anybody else their own. What waits for review comes first."""
    rows = _theirs(who).select_related("user", "content_object").order_by("-opened_at", "pk")[:500]
    names = names_of({row.reviewed_by for row in rows if row.reviewed_by})
    seen = [_seen(row, names) for row in rows]
    order = [State.OVERDUE, State.WAITS, State.NOT_RIGHT, State.RIGHT]
    return sorted(seen, key=lambda one: order.index(one.state))


def let_in_called(who: Who, key: UUID) -> LetIn:
    """One of them. Raises ``CaseGrant.DoesNotExist``."""
    row = _theirs(who).select_related("user", "content_object").get(pk=key)
    return _seen(row, names_of({row.reviewed_by} - {""}))


def waiting(who: Who) -> int:
    """How many wait for a reviewer's answer. For a reviewer; nothing for anybody else."""
    if not who.roles & REVIEWERS:
        return 0
    return _theirs(who).filter(reviewed_at=None).count()


def _theirs(who: Who) -> QuerySet[CaseGrant]:
    rows = CaseGrant.objects.filter(authority_id=who.authority_id, by_exception=True)
    if who.person_id is None:
        raise NotAllowed("nobody's")
    return rows if who.roles & REVIEWERS else rows.filter(user=who.person_id)


def _seen(row: CaseGrant, names: dict[str, str]) -> LetIn:
    today, now = clock.today(), clock.now()
    review_by = add_working_days(as_day(row.opened_at), REVIEW_WITHIN)
    if row.right is None:
        state = State.OVERDUE if today > review_by else State.WAITS
    else:
        state = State.RIGHT if row.right else State.NOT_RIGHT
    return LetIn(
        key=row.pk,
        reference=row.content_object.reference,
        name=row.user.name,
        reason=row.reason,
        opened_at=row.opened_at,
        ends_at=row.ends_at,
        open_now=row.ends_at > now and (row.revoked_on is None or row.revoked_on > today),
        review_by=review_by,
        state=state,
        reviewed_by=names.get(row.reviewed_by, ""),
        reviewed_at=row.reviewed_at,
        said=row.said,
    )
