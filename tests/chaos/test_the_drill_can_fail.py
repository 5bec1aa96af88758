"""The drill's own eyes: each kind of loss that somebody could plant is seen, and nothing is seen where nothing is."""

from collections import Counter
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from cases import ladder
from cases.tasks import watch
from core.clock import LONDON
from core.past import hold
from demo.standing import stand_up
from drill import invariants, reckoning
from drill.database import rows
from drill.load import Asked, ask
from drill.report import Row, show
from notices.models import Dispatch

MONDAY = date(2027, 2, 1)
LOOKS = [MONDAY + timedelta(days=n) for n in range(1, 10)]


@pytest.fixture
def asked(db) -> list[Asked]:
    """One request of each kind, looked at for nine days, and every letter gone."""
    stand_up()
    with hold(datetime(2027, 2, 1, 9, tzinfo=LONDON)):
        found = [ask(kind, uuid4()) for kind in ("help", "unsure", "assessment")]
    for day in LOOKS:
        with hold(datetime(day.year, day.month, day.day, 10, tzinfo=LONDON)):
            watch()
    plant("UPDATE notices_dispatch SET sent_at = now()")
    return found


def plant(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET LOCAL session_replication_role = origin")


def arrivals() -> Counter[tuple[str, str]]:
    return Counter((letter.address, f"<{letter.pk}@localhost>") for letter in Dispatch.objects.all())


def hearers(reference: str, rung: int, day: date) -> set[str]:
    if rung < 4:
        return {"team:" + rows("SELECT id::text FROM accounts_team WHERE authority = '355'")[0][0]}
    role = "operational_manager" if rung == 4 else "head_of_service"
    sql = "SELECT person_id FROM accounts_membership WHERE authority = '355' AND role = %s"
    return {f"person:{key}" for (key,) in rows(sql, role)}


def seen(asked: list[Asked], arrived: Counter[tuple[str, str]]) -> list[str]:
    return [
        *invariants.promised(rows, asked),
        *invariants.letters(rows, arrived),
        *invariants.reminded(rows, LOOKS),
        *invariants.noted(rows, LOOKS[-1]),
        *invariants.told(rows, hearers),
    ]


ONE = "(SELECT id FROM cases_reminder WHERE told ORDER BY id LIMIT 1)"
PLANTED = {
    "is not there": "UPDATE referrals_referral SET sent_once = gen_random_uuid() WHERE asks_for = 'help'",
    "letters": "DELETE FROM notices_dispatch WHERE template = 'help_received'",
    "deadlines": "DELETE FROM cases_deadline WHERE duty = 'NOPLAN'",
    "history": "DELETE FROM ledger_entry WHERE event = 'assessment.requested'",
    "still waits": "UPDATE notices_dispatch SET sent_at = NULL WHERE template = 'new_request'",
    "reminded": f"DELETE FROM cases_reminder WHERE id = {ONE}",
    "on 2027-02-01": f"UPDATE cases_reminder SET raised_at = '2027-02-01 09:00Z' WHERE id = {ONE}",
    "noted as missed 0 times": "DELETE FROM ledger_entry WHERE event = 'deadline.missed'",
    "neither told nor moot": f"UPDATE cases_reminder SET settled_at = NULL WHERE id = {ONE}",
    "put away untold": f"UPDATE cases_reminder SET told = false WHERE id = {ONE}",
    "heard of": "DELETE FROM notices_dispatch WHERE template = 'morning'",
}


def test_nothing_is_seen_where_nothing_is_wrong(asked):
    assert seen(asked, arrivals()) == []
    assert rows("SELECT count(*) FROM cases_reminder WHERE told")[0][0] > 5


@pytest.mark.parametrize("words", PLANTED)
def test_each_loss_is_seen(asked, words):
    arrived = arrivals()
    plant(PLANTED[words])
    assert any(words in line for line in seen(asked, arrived))


def test_a_letter_that_never_arrived_and_one_that_nobody_wrote_are_seen(asked):
    arrived = arrivals()
    del arrived[next(iter(arrived))]
    arrived["somebody@families.example", "<a stranger@localhost>"] = 1
    assert len(seen(asked, arrived)) == 2


def test_repeats_are_counted_and_too_many_are_a_breach(asked, capsys):
    arrived = arrivals()
    arrived[next(iter(arrived))] += 2
    assert invariants.repeats(arrived) == 2
    assert show([Row("worker", 1, 2, 2)]) == 0
    assert show([Row("worker", 1, 3, 2)]) == 1
    assert show([Row("worker", 1, 0, 2, wrong=["one is lost"])]) == 1
    assert "one is lost" in capsys.readouterr().out


@pytest.mark.parametrize("weeks", [0, 1, 2, 4, 10, 20])
def test_the_reckoning_and_the_ladder_agree_on_how_early(weeks):
    """Two tables written twice on purpose: whoever changes one is asked to say so in the other, and in drill.md."""
    days = weeks * 7
    usual = ladder.usual(MONDAY, MONDAY + timedelta(days=days))
    assert next(row[1:] for row in reckoning.EARLY if days >= row[0]) == (usual.first, usual.nearing)
    assert (usual.manager, usual.head, usual.again) == (reckoning.TO_MANAGER, reckoning.TO_HEAD, reckoning.AGAIN)
