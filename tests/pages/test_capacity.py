"""Whether multi-agency meetings can go on: the page, its figures by hand, and who reads it."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Absence
from cases.models import Involvement
from cases.words import Capacity
from core.events import Event
from core.past import hold
from core.refusals import Invalid, NotAllowed
from insight.capacity import capacity, stated
from ledger.models import Entry
from meetings.actions.call import call, enter_earlier
from meetings.actions.capacity import keep_capacity
from meetings.words import MeetingKind, Outcome
from pathway.actions.close_meeting import close_meeting
from tests.acts.test_feedback import held
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, TODAY, called, ending, wanted, written
from tests.conftest import NOW
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db


def test_an_empty_council_says_so(desk):
    said = text_of(desk.as_("carys").get("/capacity/"))
    assert "December needs about 0 hours of meetings. Nobody has said how many can be held." in said
    assert "Nobody leads on a case that is open." in said and "as none was held yet" in said


def test_what_was_held_is_added_up(desk):
    held()  # an hour, by five people with the child, of whom two have an account
    found = capacity(who("carys"))
    now = found.months[-1]
    assert (now.month, now.held.meetings, now.hours, now.held.people) == (date(2026, 11, 1), 1, 1.0, 5)
    assert now.colleague_hours == 2.0, "the lead and the CAF worker, an hour each"
    assert [one.held.meetings for one in found.months[:-1]] == [0] * 6


def test_other_kinds_of_meeting_are_not_counted(world):
    held(MeetingKind.TAF)
    assert capacity(who("carys")).months[-1].held.meetings == 0


def test_what_is_coming_is_counted_once(world):
    led()  # owes its first meeting within four weeks: in December
    called(on=date(2026, 12, 9))  # and this one has it arranged, for an hour
    found = capacity(who("carys"))
    november, december, january = (one.coming for one in found.ahead[:3])
    assert (december.planned, december.planned_minutes, december.first) == (1, 60, 1)
    assert (november.planned, november.first, january.planned, january.first) == (0, 0, 0, 0)
    assert found.next.hours == 2.0


def test_a_day_to_look_again_needs_a_meeting_until_one_is_arranged(world):
    meeting, looks = called(on=TODAY), date(2026, 12, 14)
    written(meeting)
    close_meeting(meeting.pk, ending(Outcome.MEET_AGAIN, review_on=looks), by=who(LEAD))

    def reviews() -> int:
        return sum(one.coming.reviews for one in capacity(who("carys")).ahead)

    assert reviews() == 1
    call(meeting.case_id, wanted(held_on=looks, kind=MeetingKind.MAM_REVIEW), [], by=who(LEAD))
    assert reviews() == 0


def test_one_from_before_that_is_being_written_up_is_not_to_come(world):
    enter_earlier(led().case_id, wanted(held_on=TODAY - timedelta(days=9)), "Held before.", [], by=who(LEAD))
    assert sum(one.coming.planned for one in capacity(who("carys")).ahead) == 0


def test_how_many_can_be_held_is_kept_in_versions_and_stands_beside(desk):
    carys = desk.as_("carys")
    here = "/capacity/hours/"
    assert_an_error_by_the_book(carys.post(here, {"hours": "", "because": "x"}), "Enter how many hours")
    assert_an_error_by_the_book(carys.post(here, {"hours": "4", "because": " "}), "Say what the figure rests on")
    said = text_of(carys.post(here, {"hours": "4", "because": "Two leads, two each"}, follow=True))
    assert "Saved." in said and "4 can be held." in said
    carys.post(here, {"hours": "0", "because": "Both are ill"})
    led()
    said = text_of(carys.get("/capacity/"))
    assert "December needs about 1 hour of meetings. That is 1 more than can be held." in said and "Too few" in said
    assert [one.hours for one in stated(who("hal"))] == [0, 4] and stated(who("irene")) == []
    assert "Two leads, two each (replaced)" in text_of(carys.get(here))
    assert Entry.objects.filter(event=Event.MEETING_CAPACITY_KEPT).count() == 2


def test_who_says_it(world):
    with pytest.raises(Invalid):
        keep_capacity(3, " ", by=who("carys"))
    for name in ("ben", LEAD, "analyst", "locality_manager"):
        with pytest.raises(NotAllowed):
            keep_capacity(3, "A guess", by=who(name))
        with pytest.raises(NotAllowed):
            capacity(who(name))


def test_who_leads_on_how_much_and_on_whom(desk):
    meeting, other = held(), led(given_name="Bilal")
    Absence.objects.create(
        authority_id=SALFORD, person=person(LEAD), since=TODAY, until=TODAY, entered_by="system:test"
    )
    one = capacity(who("carys")).loads[0]
    assert (one.name, one.cases, one.unmet, one.held, one.hours, one.away) == (person(LEAD).name, 2, 1, 1, 1.0, True)
    here = f"/capacity/leads/{person(LEAD).pk}/"
    carys = desk.as_("carys")
    assert here in carys.get("/capacity/").content.decode()
    said = text_of(carys.get(here))
    assert "leads for 2 children" in said
    assert meeting.case.reference in said and other.case.reference in said
    assert "18 November 2026" in said and "None arranged" in said and "Not yet" in said
    assert carys.get(f"/capacity/leads/{person('ben').pk}/").status_code == 404
    assert desk.as_("irene").get(here).status_code == 404


def test_how_long_each_step_took(world):
    with hold(NOW - timedelta(days=30)):
        first = led()
    with hold(NOW - timedelta(days=30)):
        led(given_name="Bilal")
    with hold(NOW):
        call(first.case_id, wanted(held_on=TODAY, begins_at=time(10)), [], by=who(LEAD))
    steps = capacity(who("carys")).steps
    assert [(one.count, one.usual) for one in steps] == [(2, 0)], "nothing is held yet"
    meeting = held()
    steps = {one.words: (one.count, one.usual, one.nine_in_ten) for one in capacity(who("carys")).steps}
    assert list(steps.values()) == [(3, 0, 0), (1, 0, 0)] and meeting.held_on == TODAY


def test_the_file_says_the_same(desk):
    held()
    text = desk.as_("carys").get("/capacity/download/").content.decode()
    assert "November 2026,1,1.0,5,2.0" in text and f"{person(LEAD).name},1,0,1,1.0" in text


def test_the_page_asks_as_often_for_many_as_for_few(desk, django_assert_num_queries):
    carys = desk.as_("carys")
    held()
    keep_capacity(4, "Two leads", by=who("carys"))
    carys.get("/capacity/")
    with CaptureQueriesContext(connection) as few:
        carys.get("/capacity/")
    for day, name in enumerate(("Bilal", "Cora", "Dina")):
        led(given_name=name)
        called(on=TODAY + timedelta(days=7 + day), given_name=f"{name}a")
    with django_assert_num_queries(len(few)):
        carys.get("/capacity/")
    assert len(few) <= 22
    assert Involvement.objects.filter(capacity=Capacity.LEAD).count() == 7
