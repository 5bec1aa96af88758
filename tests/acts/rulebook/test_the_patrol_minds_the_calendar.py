"""The nightly patrol says so before the announced bank holidays run out, once, and not before it must."""

from datetime import datetime, timedelta

import pytest

from core.clock import LONDON
from core.past import hold
from rulebook.patrol import findings
from sendpath.patrols import PATROLS
from statute.calendar import known_until


def night(days_before: int) -> datetime:
    last = known_until() - timedelta(days=days_before)
    return datetime(last.year, last.month, last.day, 3, tzinfo=LONDON)


@pytest.mark.parametrize(("days_before", "count"), [(401, 0), (400, 1), (1, 1), (0, 1), (-30, 1)])
def test_it_speaks_when_little_is_left(days_before, count):
    with hold(night(days_before)):
        found = list(findings())
    assert len(found) == count
    for finding in found:
        assert "bank holidays" in finding.what
        assert str(known_until()) in finding.about
        assert finding.authority == ""


def test_it_is_walked_with_the_others():
    assert "rulebook.patrol" in {room.__name__ for room in PATROLS}
