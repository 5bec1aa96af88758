"""The patrol compares deadlines with the ledger to the last one, and as both stood at one moment."""

import pytest
from django.db import connection

from cases import comparing, patrol
from cases.models import Deadline
from ledger.models import Entry
from referrals.words import AsksFor
from tests.acts.together import at_once
from tests.factories.requests import received

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("left", ["first", "last"])
def test_deadlines_without_a_history_are_found_wherever_they_stand(world, left):
    cases = sorted([received(AsksFor.ASSESSMENT).case_id for _ in range(3)])
    lost = cases[0 if left == "first" else -1]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM ledger_entry WHERE case_ref = %s", [lost])
        cursor.execute("SET LOCAL session_replication_role = origin")
    found = [(finding.what, finding.about) for finding in patrol.deadlines_that_disagree()]
    assert found == [("deadlines of a case with no history", str(lost))]


def test_with_no_history_at_all_every_case_is_found(world):
    cases = {str(received().case_id) for _ in range(2)}
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM ledger_entry")
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert not Entry.objects.exists()
    assert {finding.about for finding in patrol.deadlines_that_disagree()} == cases


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_request_that_comes_in_while_the_patrol_reads_is_no_disagreement(world, monkeypatch):
    for _ in range(3):
        received(AsksFor.ASSESSMENT)
    kept_in_order = comparing._kept_in_order

    def read_and_then_somebody_asks():
        """The deadlines are read, the ledger is not yet, and a request comes in."""
        kept = list(kept_in_order())
        given = at_once(lambda: received(AsksFor.ASSESSMENT))
        assert not isinstance(given[0], Exception), given
        return iter(kept)

    monkeypatch.setattr(comparing, "_kept_in_order", read_and_then_somebody_asks)
    assert patrol.deadlines_that_disagree() == []
    assert Deadline.objects.values("case").distinct().count() == 4
