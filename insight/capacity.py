"""Whether multi-agency meetings can go on as they do: what was held, who leads on how much, what is coming, and how
long each step takes. The first argument is always who asks."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncMonth

from accounts.away import away_on
from accounts.models import Person
from accounts.selectors import names_of
from accounts.who import Who
from accounts.working_hours import said, weeks_of
from cases.models import Deadline, Involvement
from cases.powers import OVERSEERS
from cases.words import Capacity, Stage
from core import clock
from core.refusals import NotAllowed
from core.words import _
from insight.capacity_rules import (
    BEHIND,
    Coming,
    Held,
    forecast,
    hours_of,
    month_of,
    months_from,
    usual_minutes,
)
from insight.capacity_sql import HELD, STEPS
from meetings.models import Meeting, MeetingCapacity
from meetings.words import MULTI_AGENCY, MeetingState
from people.models import Child

PAGE = 50
LATELY = 3
"""Months of meetings beside whoever leads."""
FIRST_MEETING = "MAM-LOCAL"
STEP_WORDS = {
    "lead": _("From the request to an engagement lead"),
    "first": _("From the engagement lead to the first multi-agency meeting"),
    "review": _("From the first multi-agency meeting to the next"),
}


@dataclass(frozen=True)
class Month:
    """One month that is over, or this one so far."""

    month: date
    held: Held

    @property
    def hours(self) -> float:
        """Of meetings."""
        return hours_of(self.held.minutes)

    @property
    def colleague_hours(self) -> float:
        """Of everybody who works here and was there."""
        return hours_of(self.held.colleague_minutes)


@dataclass(frozen=True)
class Ahead:
    """One month to come."""

    coming: Coming
    over: float | None

    @property
    def hours(self) -> float:
        """Needed."""
        return hours_of(self.coming.minutes)


@dataclass(frozen=True)
class Load:
    """One engagement lead."""

    key: UUID
    name: str
    cases: int
    unmet: int
    """Of them, those with no multi-agency meeting held or arranged."""
    held: int
    hours: float
    """Of multi-agency meetings on their cases, lately."""
    works: str
    away: bool


@dataclass(frozen=True)
class Step:
    """How long one step took."""

    words: str
    count: int
    usual: int
    nine_in_ten: int


@dataclass(frozen=True)
class Stated:
    """What somebody said can be held."""

    hours: int
    because: str
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True)
class Page:
    """Everything on it."""

    stated: Stated | None
    months: list[Month]
    ahead: list[Ahead]
    usual: int
    usual_is_known: bool
    loads: list[Load]
    steps: list[Step]

    @property
    def next(self) -> Ahead:
        """The first whole month to come."""
        return self.ahead[1]


def capacity(who: Who) -> Page:
    """The page of today. Raises NotAllowed."""
    if not who.roles & OVERSEERS:
        raise NotAllowed("reads no capacity")
    today = clock.today()
    first, council = months_from(today, -BEHIND), who.authority_id
    lasted = list(_held(council, months_from(today, -12)).values_list("lasts", flat=True))
    usual = usual_minutes(lasted)
    held = {row[0]: Held(*map(int, row[1:])) for row in _rows(HELD, council, first)}
    months = [months_from(today, by) for by in range(-BEHIND, 1)]
    found = stated(who)
    stands = found[0] if found else None
    coming = forecast(today, _planned(council), _first_due(council), _to_look_again(council), _new(council), usual)
    return Page(
        stated=stands,
        months=[Month(month, held.get(month, Held())) for month in months],
        ahead=[Ahead(one, one.over(stands.hours if stands else None)) for one in coming],
        usual=usual,
        usual_is_known=bool(lasted),
        loads=_loads(council, today),
        steps=_steps(council, today),
    )


def stated(who: Who) -> list[Stated]:
    """Every version, newest first."""
    rows = list(MeetingCapacity.objects.filter(authority_id=who.authority_id).order_by("-version"))
    names = names_of({row.entered_by for row in rows}) if rows else {}
    return [Stated(row.hours, row.because, names.get(row.entered_by, ""), row.entered_at) for row in rows]


def _rows(statement: str, council: str, since: date) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"council": council, "kinds": [str(one) for one in MULTI_AGENCY], "since": since})
        return cursor.fetchall()


def _multi_agency(council: str):
    return Meeting.objects.filter(authority_id=council, kind__in=MULTI_AGENCY)


def _held(council: str, since: date):
    return _multi_agency(council).filter(state=MeetingState.HELD, held_on__gte=since)


def _arranged(council: str):
    """What is to come; one that was held before and is being written up is not."""
    return _multi_agency(council).filter(state=MeetingState.PLANNED, late_because="", held_on__gte=clock.today())


def _planned(council: str) -> dict[date, tuple[int, int]]:
    rows = _arranged(council).annotate(month=TruncMonth("held_on")).values("month")
    return {row["month"]: (row["n"], row["minutes"]) for row in rows.annotate(n=Count("pk"), minutes=Sum("lasts"))}


def _first_due(council: str) -> list[date]:
    """The last days of first meetings that are owed and that nobody arranged."""
    owed = Deadline.objects.filter(authority_id=council, duty=FIRST_MEETING, ended_on=None)
    return list(owed.exclude(case__in=_arranged(council).values("case")).values_list("due_ordinary", flat=True))


def _to_look_again(council: str) -> list[date]:
    """The days agreed to look again at the last meeting of cases that are open, where nothing is arranged."""
    last = _multi_agency(council).filter(state=MeetingState.HELD).exclude(case__stage=Stage.CLOSED)
    last = last.order_by("case", "-held_on", "-closed_at").distinct("case")
    rows = Meeting.objects.filter(pk__in=last.values("pk"), review_on__isnull=False)
    return list(rows.exclude(case__in=_arranged(council).values("case")).values_list("review_on", flat=True))


def _new(council: str) -> int:
    """How many children got their first lead in the whole months before this one."""
    today = clock.today()
    leads = Involvement.objects.filter(authority_id=council, capacity=Capacity.LEAD, since__lt=month_of(today))
    recent = leads.filter(since__gte=months_from(today, -BEHIND))
    before = leads.filter(since__lt=months_from(today, -BEHIND)).values("case")
    return recent.exclude(case__in=before).values("case").distinct().count()


def _leading(council: str, today: date):
    """Who leads on what today."""
    lasting = Q(until=None) | Q(until__gte=today)
    rows = Involvement.objects.filter(lasting, authority_id=council, capacity=Capacity.LEAD, since__lte=today)
    return rows.filter(person__isnull=False).exclude(case__stage=Stage.CLOSED)


def _loads(council: str, today: date) -> list[Load]:
    leads: dict[UUID, set[UUID]] = defaultdict(set)
    for person, case in _leading(council, today).values_list("person", "case"):
        leads[person].add(case)
    met = set(_multi_agency(council).filter(state=MeetingState.HELD).values_list("case", flat=True).distinct())
    met |= set(_arranged(council).values_list("case", flat=True))
    meetings: Counter[UUID] = Counter()
    minutes: Counter[UUID] = Counter()
    for case, lasts in _held(council, months_from(today, -LATELY)).values_list("case", "lasts"):
        meetings[case] += 1
        minutes[case] += lasts
    names = dict(Person.objects.filter(pk__in=leads).values_list("pk", "name"))
    weeks = weeks_of(leads, council)
    away = {one.person_id for one in away_on(council, today)}
    found = [
        Load(
            key=person, name=names[person], cases=len(cases), unmet=len(cases - met),
            held=sum(meetings[case] for case in cases), hours=hours_of(sum(minutes[case] for case in cases)),
            works=said(weeks.get(person, {})), away=person in away,
        )
        for person, cases in leads.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.cases, one.name, one.key))


def _steps(council: str, today: date) -> list[Step]:
    rows = {row[0]: row[1:] for row in _rows(STEPS, council, months_from(today, -12))}
    return [Step(str(words), *rows[step]) for step, words in STEP_WORDS.items() if step in rows]


@dataclass(frozen=True)
class Led:
    """A case somebody leads on."""

    reference: str
    child: str
    since: date
    last_met: date | None
    next_meeting: date | None


@dataclass(frozen=True)
class LedBy:
    """One page of the cases of one lead."""

    name: str
    rows: list[Led]
    count: int
    page: int
    pages: int


def led_by(who: Who, person: UUID, page: int) -> LedBy:
    """The cases somebody leads on, whoever leads longest first. Raises NotAllowed, and Person.DoesNotExist where they
    lead on none here."""
    if not who.roles & OVERSEERS:
        raise NotAllowed("reads no capacity")
    today, council = clock.today(), who.authority_id
    rows = _leading(council, today).filter(person=person).order_by("since", "pk")
    count = rows.count()
    if not count:
        raise Person.DoesNotExist
    pages = -(-count // PAGE)
    page = min(max(page, 1), pages)
    shown = list(rows.select_related("person", "case")[(page - 1) * PAGE : page * PAGE])
    keys = [row.case_id for row in shown]
    children = {one.case_ref: one.full_name for one in Child.objects.filter(authority_id=council, case_ref__in=keys)}
    held = _multi_agency(council).filter(state=MeetingState.HELD, case__in=keys).order_by("held_on")
    met = dict(held.values_list("case", "held_on"))
    to_come = dict(_arranged(council).filter(case__in=keys).order_by("-held_on").values_list("case", "held_on"))
    found = [
        Led(row.case.reference, children[row.case_id], row.since, met.get(row.case_id), to_come.get(row.case_id))
        for row in shown
    ]
    return LedBy(shown[0].person.name, found, count, page, pages)
