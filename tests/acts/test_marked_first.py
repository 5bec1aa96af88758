"""The Bridge's queue: by the day, and among what is owed on one day children who have priority first."""

from datetime import datetime

import pytest

from cases.actions.join import join
from cases.actions.markers import mark, marker_over
from cases.marker_words import Marker
from cases.models import CaseMarker
from core import clock
from core.clock import LONDON
from core.past import hold
from referrals import selectors
from referrals.selectors import queue
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db


def arrived(day: int, count: int) -> list:
    with hold(datetime(2026, 11, day, 12, tzinfo=LONDON)):
        return [received().case for _one in range(count)]


def order(name: str = "ben", **asked) -> list[str]:
    return [row.reference for row in queue(who(name), **asked).rows]


def looked_after(case) -> CaseMarker:
    return mark(case.pk, Marker.LOOKED_AFTER, clock.today(), "The social worker", by=who("ben"))


def test_marked_children_come_first_on_their_day_and_never_before_an_earlier_one(world):
    early, late = arrived(9, 3), arrived(16, 3)
    plain = order()
    assert set(plain[:3]) == {case.reference for case in early}, "by the day to begin with"
    row = looked_after(late[2])
    looked_after(early[2])
    wanted = [early[2].reference, *sorted(plain[:3], key=plain.index)]
    assert order()[:3] == list(dict.fromkeys(wanted))[:3]
    assert order()[3] == late[2].reference
    assert [row.priority for row in queue(who("ben")).rows][:2] == [("Looked after by a council",), ()]
    marker_over(late[2].pk, row.pk, clock.today(), by=who("ben"))
    assert order()[3:] == plain[3:], "what is over gives no priority"


def test_every_request_stands_on_one_page_wherever_pages_end(world, monkeypatch):
    cases = [*arrived(9, 4), *arrived(16, 3)]
    for case in (cases[3], cases[1], cases[6]):
        looked_after(case)
    whole = order()
    for size in (1, 2, 3):
        monkeypatch.setattr(selectors, "PAGE", size)
        found, after = [], ""
        while True:
            page = queue(who("ben"), after=after)
            found += [row.reference for row in page.rows]
            if not (after := page.after):
                break
        assert found == whole


def test_a_marker_on_the_childs_other_record_counts(world):
    own, *others = arrived(9, 3)
    second = others[-1]
    join(second.pk, own.pk, because="One child.", by=who("ben"))
    looked_after(own)
    assert {row.reference for row in queue(who("ben")).rows if row.priority} >= {own.reference}
    assert all(row.priority for row in queue(who("carys")).rows if row.reference in (own.reference, second.reference))
    assert order()[0] in (own.reference, second.reference)


@pytest.mark.parametrize("made_up", ["~first", "2026-11-09~first", "2026-11-09~x~y~first", "\x00", "a~b~c~d~e"])
def test_a_made_up_place_begins_at_the_beginning(world, made_up):
    looked_after(arrived(9, 2)[1])
    assert order(after=made_up) == order()
