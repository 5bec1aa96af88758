"""The patrol finds each kind of disagreement that somebody could plant, and says so in the right words."""

import pytest
from django.db import connection

from demo.seed import seed
from demo.standing import stand_up
from sendpath.patrols import findings
from tests.personas import SALFORD

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def salford(db):
    """The demonstration's Salford, with nobody's case in it yet."""
    stand_up()
    return SALFORD


ONE_HELP = "(SELECT case_id FROM referrals_referral WHERE asks_for = 'help' AND settled_as = '' ORDER BY id LIMIT 1)"
PLANTED = {
    "deadlines that disagree with the ledger": [
        f"UPDATE cases_deadline SET due_ordinary = due_ordinary + 1 WHERE case_id = {ONE_HELP}",
        f"UPDATE cases_caseload SET last_on = last_on + 1 WHERE case_id = {ONE_HELP}",
    ],
    "a worklist that disagrees with deadlines and involvement": [
        f"DELETE FROM cases_caseload WHERE case_id = {ONE_HELP}"
    ],
    "a request without an acknowledgement": [
        f"DELETE FROM notices_dispatch WHERE case_ref = {ONE_HELP} AND template = 'help_received'"
    ],
    "a case that neither a request nor a colleague opened": [
        f"DELETE FROM referrals_referral WHERE case_id = {ONE_HELP}"
    ],
    "a request in a state that cannot be": [
        f"UPDATE referrals_referral SET state = 'to_settle' WHERE case_id = {ONE_HELP}"
    ],
    "a case without a beginning in the ledger": [
        "CREATE TEMP TABLE the_one ON COMMIT DROP AS SELECT id, received_on FROM cases_case WHERE id = " + ONE_HELP,
        "DELETE FROM cases_deadline WHERE case_id IN (SELECT id FROM the_one)",
        "UPDATE cases_caseload l SET next_on = o.received_on, last_on = o.received_on, next_duty = ''"
        " FROM the_one o WHERE l.case_id = o.id",
        "DELETE FROM ledger_link WHERE entry_ref IN (SELECT e.id FROM ledger_entry e, the_one o WHERE case_ref = o.id)",
        "DELETE FROM ledger_entry WHERE case_ref IN (SELECT id FROM the_one)",
    ],
    "history: the entry was altered": [f"UPDATE ledger_entry SET actor_ref = 'nobody' WHERE case_ref = {ONE_HELP}"],
}


@pytest.mark.parametrize("what", PLANTED)
def test_the_patrol_finds_what_is_planted_and_nothing_else(salford, what):
    seed(salford, 30, seal="history" in what)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")  # what only the database's owner can do
        for statement in PLANTED[what]:
            cursor.execute(statement)
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert [(finding.what, finding.authority) for finding in findings()] == [(what, salford)]


def test_the_patrol_finds_an_assessment_that_lost_a_clock(salford):
    seed(salford, 30)
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM cases_deadline WHERE duty = 'PLAN-FINAL' AND case_id ="
            " (SELECT case_id FROM ehcp_assessmentrequest ORDER BY id LIMIT 1)"
        )
    assert [finding.what for finding in findings()] == [
        "deadlines that disagree with the ledger",
        "a request for assessment without its three clocks",
    ]


def test_the_patrol_finds_a_refusal_that_no_decision_stands_behind(salford):
    seed(salford, 30)
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM ehcp_assessmentrequest ORDER BY id LIMIT 1")
        cursor.execute("UPDATE ehcp_assessmentrequest SET state = 'refused' WHERE id = %s", cursor.fetchone())
    assert [finding.what for finding in findings()] == [
        "a request for assessment that is answered and still to be decided",
        "a refusal to assess without its notice",
    ]
