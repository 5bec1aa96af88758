"""Who is away on a day, and who answers for them, as the tables say."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.away import away_on, colleagues, cover_for
from accounts.models import Absence, Membership
from core import clock
from tests.personas import GROUPS, SALFORD, THURROCK, called, person

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 12, 7)


def away(name: str, cover: str = "", *, at: str = SALFORD, since: date = MONDAY, days: int | None = 5) -> Absence:
    return Absence.objects.create(
        authority_id=at,
        person=person(name),
        cover=person(cover) if cover else None,
        since=since,
        until=since + timedelta(days - 1) if days else None,
        entered_by=f"person:{person(name).pk}",
    )


def answers(*names: str, at: str = SALFORD, on: date = MONDAY) -> dict[str, str | None]:
    """Who answers for these people, by name."""
    called = {person(name).pk: name for name in ("ben", "carys", "hal", "tom", "irene", "dev")}
    found = cover_for([person(name).pk for name in names], at, on)
    return {called[key]: called[cover] if cover else None for key, cover in found.items()}


def test_the_cover_answers_on_the_days_away_and_on_no_other(world):
    away("ben", "carys")
    assert answers("ben", "carys") == {"ben": "carys"}, "carys is not away, and not in the answer"
    assert answers("ben", on=MONDAY + timedelta(4)) == {"ben": "carys"}
    assert answers("ben", on=MONDAY + timedelta(5)) == {}
    assert answers("ben", on=MONDAY - timedelta(1)) == {}


def test_an_illness_nobody_knows_the_end_of_goes_on(world):
    away("ben", "carys", days=None)
    assert answers("ben", on=MONDAY + timedelta(400)) == {"ben": "carys"}


def test_the_covers_cover_answers(world):
    away("ben", "carys")
    away("carys", "hal", since=MONDAY + timedelta(2))
    assert answers("ben") == {"ben": "carys"}
    assert answers("ben", "carys", on=MONDAY + timedelta(2)) == {"ben": "hal", "carys": "hal"}


def test_nobody_answers_where_nobody_does(world):
    away("ben")
    away("carys", "hal")
    away("hal")
    assert answers("ben", "carys", "hal") == {"ben": None, "carys": None, "hal": None}


def test_somebody_who_has_left_answers_for_nobody(world):
    away("ben", "carys")
    Membership.objects.filter(person=person("carys")).update(until=MONDAY)
    assert answers("ben") == {"ben": "carys"}, "it is her last day"
    assert answers("ben", on=MONDAY + timedelta(1)) == {"ben": None}
    person_left = person("carys")
    person_left.is_active = False
    person_left.save()
    assert answers("ben") == {"ben": None}


def test_somebody_who_does_not_work_on_cases_answers_for_nobody(world):
    away("ben", "dev")
    assert answers("ben") == {"ben": None}


def test_another_councils_leave_is_another_councils(world):
    away("ben", "carys", at=THURROCK)
    away("irene", "tom", at=THURROCK)
    assert answers("ben", "irene") == {}
    assert answers("ben", "irene", at=THURROCK) == {"ben": None, "irene": "tom"}


def test_it_asks_the_database_twice_however_many_are_away(world):
    names = ("ben", "carys", "hal", "stella", "dev")
    away("ben", "carys")
    ben = person("ben").pk
    with CaptureQueriesContext(connection) as one:
        assert cover_for([ben], SALFORD, MONDAY)
    for name in names[1:]:
        away(name, "ben")
    keys = [person(name).pk for name in names]
    with CaptureQueriesContext(connection) as many:
        cover_for(keys, SALFORD, MONDAY)
    assert len(many) == len(one) == 2
    with CaptureQueriesContext(connection) as seen:
        away_on(SALFORD, MONDAY)
    assert len(seen) == 2


def test_the_pages_say_who_is_away_until_when_and_who_answers(world):
    away("carys", "hal", days=None)
    away("ben", "carys")
    ben, carys = away_on(SALFORD, MONDAY)
    assert (ben.name, ben.cover, ben.answers, ben.until) == ("Ben", "Carys", "Hal", MONDAY + timedelta(4))
    assert (carys.name, carys.cover, carys.answers, carys.until) == ("Carys", "Hal", "Hal", None)
    assert away_on(SALFORD, clock.today()) == []


def test_a_colleague_works_on_cases_here_today(world):
    holders = [called(name) for name in GROUPS["holders"]]
    assert [one.name for one in colleagues(SALFORD, clock.today())] == sorted(["Ben", "Carys", "Hal", "Sena", *holders])
    assert [one.name for one in colleagues(THURROCK, clock.today())] == ["Irene", "Tom"]
    Membership.objects.filter(person=person("ben")).update(since=clock.today() + timedelta(1))
    assert "Ben" not in [one.name for one in colleagues(SALFORD, clock.today())]
