"""Leave that is going on or still to come at an authority, with what should be known about its cover."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.away import colleagues
from accounts.models import Absence
from accounts.rules import Away, Why, against_absence, cover_away
from accounts.selectors import names_of
from core.words import _
from door.words import span


@dataclass(frozen=True)
class LeaveSeen:
    """One absence, for a page."""

    key: UUID
    person_id: UUID
    name: str
    since: date
    until: date | None
    cover_id: UUID | None
    cover: str
    entered_by: str
    """The name of whoever entered it for them; empty where they did so themselves."""
    begun: bool
    warnings: tuple[str, ...]

    @property
    def days(self) -> str:
        """From when to when, in words."""
        return span(self.since, self.until)


def leave_at(authority_id: str, today: date) -> list[LeaveSeen]:
    """All leave at an authority that is going on or to come, the earliest first."""
    rows = list(lasting(authority_id, today).select_related("person", "cover").order_by("since", "person__name", "pk"))
    here = set(colleagues(authority_id, today).values_list("pk", flat=True))
    entered_by = names_of({row.entered_by for row in rows if row.entered_by != f"person:{row.person_id}"})
    names = {one.pk: one.name for row in rows for one in (row.person, row.cover) if one}
    known = [as_away(row) for row in rows]
    return [
        LeaveSeen(
            key=row.pk,
            person_id=row.person_id,
            name=row.person.name,
            since=row.since,
            until=row.until,
            cover_id=row.cover_id,
            cover=row.cover.name if row.cover else "",
            entered_by=entered_by.get(row.entered_by, ""),
            begun=row.since <= today,
            warnings=tuple(warnings(as_away(row), known, names, here)),
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Weighed:
    """What the rules say about leave that somebody wants to enter."""

    against: tuple[Why, ...]
    warnings: tuple[str, ...]


def weighed(wanted: Away, authority_id: str, today: date, *, but: UUID | None = None) -> Weighed:
    """Asks the rules about ``wanted``, beside all other leave of its authority. ``but`` is the absence it changes."""
    rows = list(lasting(authority_id, today).exclude(pk=but).select_related("person", "cover"))
    others = [as_away(row) for row in rows]
    here = dict(colleagues(authority_id, today).values_list("pk", "name"))
    against = against_absence(wanted, others, colleagues=here, today=today)
    names = here | {one.pk: one.name for row in rows for one in (row.person, row.cover) if one}
    return Weighed(tuple(against), () if against else tuple(warnings(wanted, others, names, here)))


def warnings(wanted: Away, others: Iterable[Away], names: Mapping[UUID, str], here: Collection[UUID]) -> Iterable[str]:
    """What should be known about the cover of an absence, a sentence each. ``here`` are those who may cover."""
    if wanted.cover is None:
        yield _("Nobody covers.")
        return
    cover = names[wanted.cover]
    if wanted.cover not in here:
        yield _("%(cover)s does not work on cases here any more, so nobody covers.") % {"cover": cover}
        return
    for gap in cover_away(wanted, others):
        then = names[gap.then] if gap.then else _("nobody")
        yield _("%(cover)s is away too, %(days)s; then %(then)s covers for %(cover)s.") % {
            "cover": cover, "days": span(gap.first, gap.last), "then": then,
        }  # fmt: skip


def lasting(authority_id: str, today: date) -> QuerySet[Absence]:
    """The absences of an authority that are not over."""
    return Absence.objects.filter(Q(until=None) | Q(until__gte=today), authority_id=authority_id)


def as_away(row: Absence) -> Away:
    """A row as the rules see it."""
    return Away(row.person_id, row.since, row.until, row.cover_id)
