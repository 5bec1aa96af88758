"""What somebody must do next: their own cases, those they cover for, or their team's, by the day to work to."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.away import away_on
from accounts.selectors import teams
from accounts.who import Who
from cases import ladder, powers
from cases.models import Case, Caseload, Deadline, Involvement, Reminder, Task
from cases.paging import IN_ORDER, beyond, cursor_of, how_many
from cases.selectors import DeadlineSeen, deadline_seen
from cases.words import Capacity
from core import clock
from core.words import _
from people.rules import age_on
from statute.timetable import duty as duty_of

PAGE = 25
COUNTED = 1000
"""Above this many a chip says "1000+": nobody needs the exact length of such a list."""


class Whose(StrEnum):
    """Whose work."""

    MINE = "mine"
    TEAM = "team"


class When(StrEnum):
    """How soon. One row is in exactly one of them, and in ALL."""

    ALL = "all"
    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    LATER = "later"

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    When.ALL: _("Everything"),
    When.LATE: _("Late"),
    When.TODAY: _("Today"),
    When.WEEK: _("Next 7 days"),
    When.MONTH: _("Next 4 weeks"),
    When.LATER: _("Later"),
}


def _window(when: When, today: date) -> Q:
    """Late is only what has passed its last day; what has passed its target alone belongs to today."""
    week, month = today + timedelta(days=7), today + timedelta(days=28)
    return {
        When.ALL: Q(),
        When.LATE: Q(next_on__lt=today, last_on__lt=today),
        When.TODAY: Q(next_on__lte=today, last_on__gte=today),
        When.WEEK: Q(next_on__gt=today, next_on__lte=week),
        When.MONTH: Q(next_on__gt=week, next_on__lte=month),
        When.LATER: Q(next_on__gt=month),
    }[when]


@dataclass(frozen=True)
class Covered:
    """A colleague who is away and for whom the reader answers."""

    name: str
    until: date | None


class Also(NamedTuple):
    """Something else that is owed on a case."""

    what: str
    day: date
    has_it: str


@dataclass(frozen=True)
class WorkRow:
    """One case, with what it needs first."""

    reference: str
    child: str
    age: int
    deadline: DeadlineSeen
    owner: str
    """Who answers for it, unless it is the reader."""
    covering: bool
    told: str
    told_on: date | None
    has_it: str
    """The team or the person whose task that is; empty where it is nobody's task."""
    also: tuple["Also", ...]
    """What else is owed on the case within four weeks, with the day to work to, soonest first."""


@dataclass(frozen=True)
class Work:
    """A page of somebody's work, with how much there is of each kind."""

    rows: list[WorkRow]
    counts: dict[When, int]
    covers: list[Covered]
    whose: Whose
    after: str


def covered_by(who: Who, today: date) -> dict[UUID, Covered]:
    """Those who are away today and for whom ``who`` answers."""
    away = away_on(who.authority_id, today) if who.covers else []
    return {row.person_id: Covered(row.name, row.until) for row in away if row.answers_id == who.person_id}


def work(
    who: Who, *, whose: Whose | None = None, when: When = When.ALL, duties: Collection[str] = (), after: str = ""
) -> Work:
    """The work of ``who`` today. Only cases with something owed stand here. Unless ``whose`` says it, their own work,
    or their team's where nothing is owed on cases of their own."""
    today = clock.today()
    covers = covered_by(who, today)
    lists = {each: _list_of(who, each, set(covers), duties) for each in Whose}
    windows = {each: rows.filter(_window(when, today)) for each, rows in lists.items()}
    if after:
        windows = {each: rows.filter(beyond(after)) for each, rows in windows.items()}
    if not whose and not who.teams and not who.roles & powers.OVERSEERS:
        whose = Whose.MINE
    if not whose and (when != When.ALL or duties or after):  # whose it is does not hang on what it was narrowed to
        whose = Whose.MINE if _list_of(who, Whose.MINE, set(covers), ()).exists() else Whose.TEAM
    whose, page = _page(windows[whose], whose) if whose else _first_page(windows)
    more, page = len(page) > PAGE, page[:PAGE]
    return Work(
        rows=_rows(who, [(row.case_id, row.next_duty) for row in page], set(covers), today),
        counts=_counts(lists[whose], today),
        covers=list(covers.values()),
        whose=whose,
        after=cursor_of(page[-1].next_on, page[-1].received_on, page[-1].case_id) if more else "",
    )


def _list_of(who: Who, whose: Whose, covers: Collection[UUID], duties: Collection[str]) -> QuerySet[Caseload]:
    """Those of a list on which something is owed."""
    rows = Caseload.objects.filter(authority_id=who.authority_id).exclude(next_duty="")
    if duties:
        rows = rows.filter(next_duty__in=duties)
    if whose == Whose.MINE:
        return rows.filter(person__in=[who.person_id, *covers])
    return rows.filter(team__in=teams(who).values("pk") if who.roles & powers.OVERSEERS else who.teams)


class Listed(NamedTuple):
    """One row of a list."""

    case_id: UUID
    next_on: date
    received_on: date
    next_duty: str


def _page(rows: QuerySet[Caseload], whose: Whose) -> tuple[Whose, list[Listed]]:
    """A page of one list, with one row more where there is a next."""
    return whose, [Listed(*row) for row in rows.order_by(*IN_ORDER).values_list(*Listed._fields)[: PAGE + 1]]


def _first_page(windows: dict[Whose, QuerySet[Caseload]]) -> tuple[Whose, list[Listed]]:
    """Of their own list, or of their team's where that is empty, in one question."""
    mine, team = (
        windows[each].annotate(place=Value(place)).order_by(*IN_ORDER).values_list("place", *Listed._fields)[: PAGE + 1]
        for place, each in enumerate((Whose.MINE, Whose.TEAM))
    )
    found = list(mine.union(team, all=True).order_by("place", *IN_ORDER))
    whose = Whose.TEAM if found and found[0][0] else Whose.MINE
    return whose, [Listed(*row) for place, *row in found if place == (whose == Whose.TEAM)]


def _counts(rows: QuerySet[Caseload], today: date) -> dict[When, int]:
    """How many of each, no further than anybody needs to know, in one question."""
    windows = [when for when in When if when != When.ALL]
    each = how_many(*(rows.filter(_window(when, today)).order_by() for when in windows), most=COUNTED)
    counts: dict[When, int] = dict(zip(windows, each, strict=True))
    return {When.ALL: min(COUNTED, sum(counts.values())), **counts}


ON_A_ROW = ("authority", "reference", "child__given_name", "child__family_name", "child__born_on")
"""What of a case a row shows: there are several deadlines a case, and each would carry all of it."""


def _rows(who: Who, page: list[tuple[UUID, str]], covered: set[UUID], today: date) -> list[WorkRow]:
    keys = [case for case, _duty in page]
    here = {"authority_id": who.authority_id}
    owed: dict[tuple[UUID, str], Deadline] = {}
    soon: dict[UUID, list[Deadline]] = defaultdict(list)
    month = today + timedelta(days=28)
    cases = {case.pk: case for case in _with_owners(Case.objects.filter(**here, pk__in=keys))}
    for row in _with_what_was_told(Deadline.objects.filter(**here, case__in=keys, ended_on=None)):
        row.case = cases[row.case_id]
        owed[row.case_id, row.duty] = row
        if (row.recover_by or row.plan_for) <= month:
            soon[row.case_id].append(row)
    rows = []
    for key, duty in page:
        case, deadline = cases[key], owed[key, duty]
        rows.append(
            WorkRow(
                reference=case.reference,
                child=case.child.full_name,
                age=age_on(case.child.born_on, today),
                deadline=deadline_seen(deadline),
                owner="" if case.owner == who.person_id else case.owner_name or "",
                covering=case.owner in covered,
                told=TOLD[ladder.rung_of(deadline.told_rung)] if deadline.told_rung else "",
                told_on=clock.london_day(deadline.told_at) if deadline.told_rung else None,
                has_it=deadline.has_it or "",
                also=tuple(
                    Also(duty_of(row.duty, row.counted_from).what, row.recover_by or row.plan_for, row.has_it or "")
                    for row in reversed(soon[key])
                    if row.pk != deadline.pk
                ),
            )
        )
    return rows


def _with_owners(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Each with who answers for it: the person, and their name."""
    owning = Involvement.objects.filter(case=OuterRef("pk"), capacity=Capacity.OWNER, until=None).exclude(person=None)
    person, name = (Subquery(owning.order_by("pk").values(one)[:1]) for one in ("person", "person__name"))
    return cases.select_related("child").only(*ON_A_ROW).annotate(owner=person, owner_name=name)


def _with_what_was_told(deadlines: QuerySet[Deadline]) -> QuerySet[Deadline]:
    """Each with who has it, where it is somebody's task, and whom of the managers we told last; the last day first."""
    whose_task = Task.objects.filter(pk=OuterRef("about")).values(has_it=Coalesce("team__name", "person__name"))
    told = Reminder.objects.filter(deadline=OuterRef("pk"), told=True, rung__gte=ladder.Rung.MANAGER)
    rung, when = (Subquery(told.order_by("-rung", "-settled_at").values(one)[:1]) for one in ("rung", "settled_at"))
    return deadlines.annotate(has_it=Subquery(whose_task), told_rung=rung, told_at=when).order_by("-plan_for")


TOLD = {
    ladder.Rung.MANAGER: _("The manager was told"),
    ladder.Rung.HEAD: _("The head of service was told"),
}
