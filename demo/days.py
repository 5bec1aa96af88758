"""What happened in the demonstration since its families wrote: people were named for cases, somebody went on leave,
and the watch looked each morning."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from itertools import cycle
from uuid import UUID

from accounts.models import Absence, Person
from accounts.roles import AT_DOOR, Role
from accounts.who import Who, standing
from cases.actions.name_owner import name_owner
from cases.models import Case
from cases.tasks import watch
from core import clock
from core.past import hold
from demo.cast import CAST
from statute.calendar import add_working_days, is_working_day

MORNINGS = 7
"""Working days that are lived through: long enough for the few that are late to have been told up the ladder."""
ON_LEAVE, COVERED_BY = "Ruth Ellery", "Sara Lindqvist"


def let_the_days_pass(cases: Iterable[UUID]) -> None:
    """Names people for every other case, sends one on leave, and lets the watch look on each working day till now."""
    workers = {code: cycle(_workers(code)) for code in {each for one in CAST for each in one.codes}}
    for place, case in enumerate(Case.objects.filter(pk__in=list(cases)).order_by("received_on", "pk")):
        if place % 2 == 0:
            with hold(_nine(case.received_on + timedelta(days=1))):
                worker = next(workers[case.authority_id])
                name_owner(case.pk, worker.person_id, by=worker)
    _leave()
    day = add_working_days(clock.today(), -MORNINGS)
    while day < clock.today():
        if is_working_day(day):
            with hold(_nine(day)):
                watch()
        day += timedelta(days=1)


def _workers(code: str) -> list[Who]:
    return [
        standing(Person.objects.get(email=one.email), on=clock.today(), among=AT_DOOR["desk"], chosen=code)
        for one in CAST
        if one.role == Role.BRIDGE_WORKER and code in one.codes
    ]


def _leave() -> None:
    people = {one.name: one for one in CAST}
    away, cover = (Person.objects.get(email=people[name].email) for name in (ON_LEAVE, COVERED_BY))
    today = clock.today()
    Absence.objects.get_or_create(
        authority_id=people[ON_LEAVE].codes[0],
        person=away,
        defaults={
            "cover": cover,
            "since": today - timedelta(days=1),
            "until": today + timedelta(days=5),
            "entered_by": f"person:{away.pk}",
        },
    )


def _nine(day) -> datetime:
    return datetime.combine(day, time(9, 5), clock.LONDON)
