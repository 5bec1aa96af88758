"""The measurements themselves: ratios are taken round by round, and the SQL written by hand still fits the schema."""

from uuid import uuid4

import pytest
from django.db import connection

from bench import hand
from bench.report import Claim, show
from bench.rounds import Group, Times, take
from bench.run import complaint
from cases.models import Caseload
from core import clock
from sendpath.patrols import findings
from tests.factories.requests import received


def test_arms_take_turns_and_warm_up_first():
    done = []
    take([Group({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, turns=2, warm=1)], rounds=2)
    assert "".join(done) == "ababab" * 2


def test_a_ratio_is_taken_within_a_round():
    times = Times({"page": [10.0, 40.0], "bare": [1.0, 4.0], "sql": [1.0, 4.0]})
    assert times.ratios(["page"], ["bare", "sql"]) == [5.0, 5.0]


def test_a_target_that_is_not_met_is_said_and_counted(capsys):
    times = Times({"page": [10.0], "bare": [1.0]})
    claims = [
        Claim("too slow", ("page",), ("bare",), at_most=8),
        Claim("quick enough", ("page",), ("bare",), at_most=12),
        Claim("only told", ("page",), ("bare",)),
    ]
    assert show("B0", claims, times) == 1
    assert capsys.readouterr().out.count("NOT MET") == 1


@pytest.mark.parametrize(
    ("names", "rounds", "says"), [(["tea"], 7, "no benchmark tea"), ([], 4, "Fewer than 5 rounds")]
)
def test_what_cannot_be_measured_is_refused_in_words(names, rounds, says):
    assert says in complaint(names, rounds)


@pytest.mark.django_db
def test_the_sql_written_by_hand_fits_the_schema(world):
    case = received().case
    team = Caseload.objects.get(case=case).team_id
    with connection.cursor() as cursor:
        for sql, values in hand.submission(team, 1):
            cursor.execute(sql, values)
        cursor.execute(hand.WAITING, {"team": team, "today": clock.today()})
        assert cursor.fetchone()[0] == 2
        cursor.execute(hand.QUEUE, {"team": team})
        assert len(cursor.fetchall()) == 2
        cursor.execute(hand.CASE, {"team": team, "reference": case.reference})
        assert cursor.fetchone()[0] == case.pk
        values = {"case": case.pk, "fresh": uuid4(), "people": []}
        for sql in (hand.LOOKED, *hand.AROUND):
            cursor.execute(sql, values)
        for sql in hand.TO_COMPARE:
            cursor.execute(sql)
    assert {finding.what for finding in findings()} == {"deadlines that disagree with the ledger"}, "no law was asked"
