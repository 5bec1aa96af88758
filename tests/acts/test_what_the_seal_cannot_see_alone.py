"""What is missing at the end of a chain, or was added late, and the line an operator keeps elsewhere."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from cases.patrol import findings
from core.past import hold
from ledger.models import Entry
from ledger.seal import head, seal
from tests.acts.test_the_seal import sealed, tamper, wrong  # noqa: F401 - a fixture
from tests.conftest import NOW
from tests.factories.requests import received
from tests.personas import SALFORD, THURROCK

pytestmark = pytest.mark.django_db
UNSEALED = "history: entries not sealed for more than two days"


def told(**later) -> list[tuple[str, str, str]]:
    """What the patrol brings home, so much later than now."""
    with hold(datetime.now(UTC) + timedelta(**later)):
        return [(found.what, found.authority, found.about) for found in findings()]


def test_the_newest_entry_removed_alone_is_named(sealed):  # noqa: F811
    tamper("DELETE FROM ledger_entry WHERE id = %s", sealed[-1].pk)
    assert wrong() == [(5, sealed[-1].pk, "the entry is gone")]


def test_after_a_gap_the_rest_of_the_chain_is_still_watched(sealed):  # noqa: F811
    tamper("DELETE FROM ledger_link WHERE entry_ref = %s", sealed[1].pk)
    tamper("UPDATE ledger_entry SET actor_ref = 'x' WHERE id = %s", sealed[4].pk)
    assert [(place, what) for place, _, what in wrong()] == [
        (2, "a link is missing before this one"),
        (5, "the entry was altered"),
    ]


def test_entries_that_no_night_sealed_are_found_after_two_days(world):
    entry = received() and Entry.objects.order_by("pk").first()
    assert told(hours=47) == []
    assert told(hours=49) == [(UNSEALED, SALFORD, str(entry.pk))]
    seal(SALFORD)
    assert told(hours=49) == []


def test_a_chain_thrown_away_is_found(sealed):  # noqa: F811
    tamper("DELETE FROM ledger_link WHERE authority = %s", SALFORD)
    assert told(days=3) == [(UNSEALED, SALFORD, str(sealed[0].pk))]


@pytest.mark.parametrize(("days", "found"), [(0.9, False), (1.1, True)])
def test_an_entry_slipped_in_with_a_date_of_the_past_is_named(sealed, days, found):  # noqa: F811
    with hold(NOW - timedelta(days=days)):
        received()
    seal(SALFORD)
    slipped = Entry.objects.filter(authority=SALFORD).earliest("recorded_at").pk
    assert wrong() == ([(6, slipped, "the entry is dated long before the one before it")] if found else [])


def test_the_head_is_printed_for_keeping_elsewhere(sealed):  # noqa: F811
    tamper("DELETE FROM ledger_link WHERE authority = %s", THURROCK)
    out = StringIO()
    call_command("seal_head", stdout=out)
    salford, thurrock = out.getvalue().splitlines()
    assert salford.startswith(f"355 5 {head(SALFORD).digest} ")
    assert thurrock == "883 0 nothing is sealed yet"
