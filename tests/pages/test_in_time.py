"""How much of what was owed was done in time: counted by hand on a handful of requests."""

from datetime import datetime, timedelta

import pytest
from django.db import connection

from cases.actions import excuse
from cases.models import Deadline
from core.clock import LONDON
from core.past import hold
from insight.rules import Kind, percent, since
from insight.selectors import timeliness
from pathway.actions.settle_request import settle_request
from referrals.words import AsksFor
from tests.conftest import NOW
from tests.factories.excuses import somebody_ill
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
LONG_AGO = since(12, NOW.date())


def after(days: int):
    """So many days after the requests came in, on Wednesday 18 November 2026."""
    return hold(NOW + timedelta(days=days))


def settled(days: int):
    """A request somebody was not sure about, which had to be read by Thursday 19 November."""
    referral = received(AsksFor.UNSURE)
    with after(days):
        settle_request(referral.pk, AsksFor.HELP, "It asks for help.", by=who("ben"))
    return referral


def line(code: str):
    return next(line for line in timeliness(who("carys"), LONG_AGO) if line.code == code)


def test_each_deadline_is_counted_once_and_where_it_belongs(world):
    settled(0), settled(1), settled(3)
    received(AsksFor.UNSURE)
    reading = line("SETTLE-LOCAL")
    assert {kind: count for kind, count in reading.counts.items() if count} == {
        Kind.IN_TIME: 2, Kind.LATE: 1, Kind.OPEN: 1,
    }  # fmt: skip
    assert (reading.share, reading.usual_days, reading.allowed) == ("67%", 1, 1)
    with after(2):
        assert line("SETTLE-LOCAL").counts[Kind.OPEN_LATE] == 1
        assert line("SETTLE-LOCAL").share == "50%"


def test_between_target_and_last_day_is_in_time_and_said_apart(world):
    """Six weeks: target 29 December, last day 30. No act answers an assessment yet, so the answer is put in by hand."""
    received(AsksFor.ASSESSMENT)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_deadline SET ended_on = due_ordinary, ended_as = 'met', ended_by = entry_ref"
            " WHERE duty = 'EHCNA-DECIDE'"
        )
    reading = line("EHCNA-DECIDE")
    assert reading.counts[Kind.AFTER_TARGET] == 1
    assert reading.share == "100%"


def test_the_share_is_given_with_and_without_what_was_excused(world):
    received(AsksFor.ASSESSMENT)
    other = received(AsksFor.ASSESSMENT)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_deadline SET ended_on = due_strict, ended_as = 'met', ended_by = entry_ref"
            " WHERE duty = 'PLAN-FINAL' AND case_id <> %s", [other.case_id],
        )  # fmt: skip
    key = Deadline.objects.get(case=other.case_id, duty="PLAN-FINAL").pk
    with hold(datetime(2027, 3, 1, 9, tzinfo=LONDON)):
        put = excuse.propose(key, somebody_ill(from_on=NOW.date()), by=who("ben"))
        excuse.answer(put.pk, True, "", by=who("carys"))
    with hold(datetime(2027, 4, 20, 9, tzinfo=LONDON)):
        reading = line("PLAN-FINAL")
        assert reading.counts[Kind.OPEN_EXCUSED] == 1
        assert (reading.share, reading.share_without_excused) == ("50%", "100%")


def test_the_heading_answers_and_every_figure_opens_its_list(desk):
    settled(0), settled(3)
    carys = desk.as_("carys")
    with after(4):
        page = carys.get("/in-time/")
        assert "1 of 2 were done by their last day." in text_of(page)
        opened = carys.get("/in-time/SETTLE-LOCAL/late/?months=12")
    assert "Ayaan Chowdhury" in text_of(opened)
    assert "21 November 2026" in text_of(opened)
    assert [row.reference for row in opened.context["found"].rows] == [
        Deadline.objects.get(duty="SETTLE-LOCAL", ended_on__gt="2026-11-19").case.reference
    ]


def test_what_began_before_the_chosen_time_is_left_out(desk):
    settled(0)
    with hold(datetime(2027, 6, 1, 9, tzinfo=LONDON)):
        carys = desk.as_("carys")
        assert "Nothing has come to its last day yet." in text_of(carys.get("/in-time/?months=3"))
        assert "1 of 2" in text_of(carys.get("/in-time/?months=12"))


def test_an_empty_council_says_so(desk):
    page = text_of(desk.as_("carys").get("/in-time/"))
    assert "Nothing began in this time" in page


@pytest.mark.parametrize(("part", "whole", "said"), [(0, 0, "–"), (1, 3, "33%"), (2, 3, "67%"), (3, 3, "100%")])
def test_shares(part, whole, said):
    assert percent(part, whole) == said


def test_the_figures_ask_as_often_for_many_as_for_few(desk, django_assert_num_queries):
    settled(0)
    carys = desk.as_("carys")
    carys.get("/in-time/")
    with django_assert_num_queries(7):
        carys.get("/in-time/")
    for days in (0, 1, 2, 3, 4):
        settled(days)
    with django_assert_num_queries(7):
        carys.get("/in-time/")
