"""What somebody must do next: their own cases, those they cover for, or their team's, by the day to work to."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
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
    or their team's where they have none."""
    today = clock.today()
    covers = covered_by(who, today)
    mine = Caseload.objects.filter(authority_id=who.authority_id, person__in=[who.person_id, *covers])
    whose = whose or (Whose.MINE if mine.exists() else Whose.TEAM)
    rows = (mine if whose == Whose.MINE else _of_the_team(who)).exclude(next_duty="")
    if duties:
        rows = rows.filter(next_duty__in=duties)
    ordered = rows.filter(_window(when, today)).order_by(*IN_ORDER)
    if after:
        ordered = ordered.filter(beyond(after))
    page = list(ordered.values_list("case_id", "next_on", "received_on", "next_duty", "person_id")[: PAGE + 1])
    more, page = len(page) > PAGE, page[:PAGE]
    return Work(
        rows=_rows(who, page, set(covers), today),
        counts=_counts(rows, today),
        covers=list(covers.values()),
        whose=whose,
        after=cursor_of(page[-1][1], page[-1][2], page[-1][0]) if more else "",
    )


def _of_the_team(who: Who) -> QuerySet[Caseload]:
    keys = teams(who).values("pk") if who.roles & powers.OVERSEERS else who.teams
    return Caseload.objects.filter(authority_id=who.authority_id, team__in=keys)


def _counts(rows: QuerySet[Caseload], today: date) -> dict[When, int]:
    """How many of each, no further than anybody needs to know, in one question."""
    windows = [when for when in When if when != When.ALL]
    each = how_many(*(rows.filter(_window(when, today)).order_by() for when in windows), most=COUNTED)
    counts: dict[When, int] = dict(zip(windows, each, strict=True))
    return {When.ALL: min(COUNTED, sum(counts.values())), **counts}


ON_A_ROW = ("authority", "reference", "child__given_name", "child__family_name", "child__born_on")
"""What of a case a row shows: there are several deadlines a case, and each would carry all of it."""


def _rows(who: Who, page: list[tuple], covered: set[UUID], today: date) -> list[WorkRow]:
    keys = [case for case, *_rest in page]
    here = {"authority_id": who.authority_id}
    owed: dict[tuple[UUID, str], Deadline] = {}
    soon: dict[UUID, list[Deadline]] = defaultdict(list)
    month = today + timedelta(days=28)
    cases = {case.pk: case for case in Case.objects.filter(**here, pk__in=keys).select_related("child").only(*ON_A_ROW)}
    whose_task = Task.objects.filter(pk=OuterRef("about")).values(has_it=Coalesce("team__name", "person__name"))
    open_ones = Deadline.objects.filter(**here, case__in=keys, ended_on=None).annotate(has_it=Subquery(whose_task))
    for row in open_ones.order_by("-plan_for"):
        row.case = cases[row.case_id]
        owed[row.case_id, row.duty] = row
        if (row.recover_by or row.plan_for) <= month:
            soon[row.case_id].append(row)
    owning = Involvement.objects.filter(**here, case__in=keys, capacity=Capacity.OWNER, until=None).exclude(person=None)
    owners = {case: (person, name) for case, person, name in owning.values_list("case_id", "person_id", "person__name")}
    told = {
        row.deadline_id: row
        for row in Reminder.objects.filter(
            **here, deadline__in=[row.pk for row in owed.values()], told=True, rung__gte=ladder.Rung.MANAGER
        ).order_by("rung", "settled_at")
    }
    rows = []
    for case, _next, _received, duty, _person in page:
        deadline, (owner, name) = owed[case, duty], owners.get(case, (None, ""))
        child = deadline.case.child
        step = told.get(deadline.pk)
        rows.append(
            WorkRow(
                reference=deadline.case.reference,
                child=child.full_name,
                age=age_on(child.born_on, today),
                deadline=deadline_seen(deadline),
                owner="" if owner == who.person_id else name,
                covering=owner in covered,
                told=TOLD[ladder.rung_of(step.rung)] if step else "",
                told_on=clock.london_day(step.settled_at) if step else None,
                has_it=deadline.has_it or "",
                also=tuple(
                    Also(duty_of(row.duty, row.counted_from).what, row.recover_by or row.plan_for, row.has_it or "")
                    for row in reversed(soon[case])
                    if row.pk != deadline.pk
                ),
            )
        )
    return rows


TOLD = {
    ladder.Rung.MANAGER: _("The manager was told"),
    ladder.Rung.HEAD: _("The head of service was told"),
}
