"""A test that commits leaves nothing behind, in the tables of history either."""

import uuid
from datetime import date

import pytest

from ledger.models import Entry


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_committed_history_is_gone_by_the_next_test(turn: str) -> None:
    assert Entry.objects.count() == 0
    Entry.objects.create(
        authority="355", event="case.joined", part="case", actor_ref=str(uuid.uuid4()), effective_on=date(2026, 11, 18)
    )
