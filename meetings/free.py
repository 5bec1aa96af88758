"""When those who are asked to a meeting could come, as far as we know their weeks, their leave and their meetings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.models import Absence, Person
from accounts.selectors_school import school_days_of
from accounts.working_hours import USUAL, Week, weeks_of
from cases.models import Case
from core import clock
from meetings.free_rules import Diary, Slot, Wish, free_times
from meetings.models import Invitee, Meeting
from meetings.rules import Span
from meetings.words import MeetingState, Reply
from people.models import Learning
from statute.calendar import add_working_days, is_working_day

AHEAD = 20
"""How many working days are looked along."""


def times_for(
    case: Case,
    people: Collection[UUID],
    wishes: Sequence[Wish],
    lasts: int,
    *,
    after: date | None = None,
    but: Meeting | None = None,
) -> list[Slot]:
    """Times at which these colleagues could meet, the next ``AHEAD`` working days from tomorrow or from a later day.
    Without a colleague, from nine to five. ``but``: the meeting that is to be moved. Asks the database the same number
    of times whoever is asked."""
    first = max(after or date.min, add_working_days(clock.today(), 1))
    last = add_working_days(first, AHEAD)
    days = [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]
    days = [day for day in days if is_working_day(day)]
    diaries = diaries_of(case.authority_id, people, first, last, but=but) or [Diary("", _spans(USUAL))]
    known = _school_days(case, first)
    in_school_time = {*known, *(day for day in days if day > known[-1])} if known else None
    return free_times(diaries, wishes, days, lasts, in_school_time)


def diaries_of(
    authority_id: str, people: Collection[UUID], first: date, last: date, *, but: Meeting | None = None
) -> list[Diary]:
    """The diary of each of these colleagues between two days, by name. Whoever has not said when they work has the
    usual week."""
    names = dict(Person.objects.filter(pk__in=list(people)).order_by("name", "pk").values_list("pk", "name"))
    weeks, away = weeks_of(names, authority_id), _away(authority_id, names, first, last)
    busy = _busy(authority_id, names, first, last, but)
    return [Diary(name, _spans(weeks.get(key, USUAL)), away[key], busy[key]) for key, name in names.items()]


def _spans(week: Week) -> dict[int, Span]:
    return {day: Span.between(hours.begins, hours.ends) for day, hours in week.items()}


def _away(authority_id: str, people: Iterable[UUID], first: date, last: date) -> dict[UUID, list]:
    rows = Absence.objects.filter(
        Q(until=None) | Q(until__gte=first), authority_id=authority_id, person__in=list(people), since__lte=last
    )
    found: dict[UUID, list] = defaultdict(list)
    for person, since, until in rows.values_list("person_id", "since", "until"):
        found[person].append((since, until))
    return found


def _busy(
    authority_id: str, people: Iterable[UUID], first: date, last: date, but: Meeting | None
) -> dict[UUID, dict[date, list[Span]]]:
    rows = Invitee.objects.filter(
        authority_id=authority_id, person__in=list(people), taken_out_at=None, meeting__held_on__range=(first, last),
        meeting__state=MeetingState.PLANNED, meeting__begins_at__isnull=False,
    ).exclude(reply=Reply.NO)  # fmt: skip
    if but is not None:
        rows = rows.exclude(meeting=but.pk)
    found: dict[UUID, dict[date, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for person, on, begins, lasts in rows.values_list(
        "person_id", "meeting__held_on", "meeting__begins_at", "meeting__lasts"
    ):
        if span := Span.of(begins, lasts):
            found[person][on].append(span)
    return found


def _school_days(case: Case, first: date) -> list[date]:
    """The school days of where the child learns; of the council where that is not on file; none where it is secret."""
    rows = Learning.objects.filter(case_ref=case.pk, mistaken_at=None, setting__isnull=False).order_by("-since", "pk")
    here = [row for row in rows if row.stands_on(first)]
    if any(row.secret for row in here):
        return []
    return school_days_of(here[0].setting_id if here else None, case.authority_id, first)
