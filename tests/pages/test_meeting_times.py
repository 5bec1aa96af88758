"""Times for a meeting: when colleagues work, what the family likes, and a time chosen from what is free."""

import re
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Absence, Preference
from accounts.working_hours import Hours, keep_week, said
from meetings.actions.call import Guest, call
from meetings.models import Meeting
from people.words import Mode
from talking.actions.say import Wishes, prefer
from talking.models import Talk
from talking.words import Suits, Way
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, TODAY, carer_of, wanted
from tests.acts.test_talking import talked
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.pages.test_meetings import at, day
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
ALL_DAY = {f"{which}_{number}": when for number in range(5) for which, when in (("from", "9"), ("to", "5pm"))}


@pytest.fixture
def lead(desk):
    return desk.as_(LEAD)


def new(referral) -> str:
    return f"/cases/{referral.case.reference}/meetings/new/"


def looking(referral, **more) -> dict:
    mother = f"carer:{carer_of(referral.case_id).pk}"
    return {"lasts": "60", "guests": [f"person:{person(LEAD).pk}", mother], "find": "yes", **more}


def busy(on: date, at: time) -> Meeting:
    """The lead is at another meeting then."""
    guests = [Guest(person=person(LEAD).pk, standing="Engagement lead")]
    return call(led().case_id, wanted(held_on=on, begins_at=at), guests, by=who(LEAD), anyway=True)


def offered(page) -> list[str]:
    return [one for one in re.findall(r'name="at" value="([^"]*)"', page.content.decode()) if one]


def test_a_colleague_says_when_they_work_and_their_families_read_it(lead, family):
    referral = talked()
    assert "You have not said when you work" in text_of(lead.get("/me/"))
    assert_an_error_by_the_book(lead.post("/me/hours/", {**ALL_DAY, "to_1": ""}), "Enter when you end on Tuesday")
    assert_an_error_by_the_book(lead.post("/me/hours/", {**ALL_DAY, "to_4": "8"}), "On Friday you must end after")
    assert_an_error_by_the_book(lead.post("/me/hours/", {**ALL_DAY, "from_0": "soon"}), "Monday, from: enter a time")
    page = lead.post("/me/hours/", {**ALL_DAY, "from_2": "", "to_2": "", "to_4": "12"}, follow=True)
    week = "Monday to Tuesday, 9am to 5pm; Thursday, 9am to 5pm; Friday, 9am to midday"
    assert week in text_of(page)
    assert 'value="12:00"' in lead.get("/me/hours/").content.decode()
    amina = family.as_("amina")
    assert f"They work: {week}." in text_of(amina.get(f"/mine/{referral.case.reference}/"))
    lead.post("/me/hours/", {})
    assert Preference.objects.get(person=person(LEAD)).hours == {}
    assert "They work" not in text_of(amina.get(f"/mine/{referral.case.reference}/"))


def test_a_week_in_words(world):
    morning = Hours(time(9), time(12, 30))
    assert said({}) == ""
    assert said({0: morning, 2: morning}) == "Monday, 9am to 12:30pm; Wednesday, 9am to 12:30pm"


def test_times_are_offered_and_the_chosen_one_is_the_day(lead):
    referral = led()
    keep_week(who(LEAD), {3: Hours(time(10), time(12))})
    page = lead.post(new(referral), looking(referral))
    assert page.status_code == 200 and "There is a problem" not in text_of(page)
    first = offered(page)[0]
    assert offered(page) == [
        f"2026-{one}T{at}" for one in ("11-19", "11-26", "12-03", "12-10", "12-17") for at in ("10:00",)
    ]
    assert "Thursday 19 November 2026, 10am" in text_of(page) and "Every colleague can come" in text_of(page)
    given = {**looking(referral), "kind": "mam", "mode": "video", "at": first}
    del given["find"]
    page = lead.post(new(referral), given, follow=True)
    assert "Multi-agency meeting, Thursday 19 November 2026, 10am" in text_of(page)
    made = Meeting.objects.get()
    assert (made.held_on, made.begins_at) == (date(2026, 11, 19), time(10))


def test_a_day_that_is_typed_begins_the_looking_and_another_time_may_be_entered(lead):
    referral = led()
    page = lead.post(new(referral), looking(referral, **day(date(2026, 12, 1))))
    assert offered(page)[0] == "2026-12-01T09:00"
    given = {
        **looking(referral),
        "kind": "mam",
        "mode": "video",
        "at": "",
        **day(date(2026, 12, 2)),
        "begins_at": "4pm",
    }
    del given["find"]
    lead.post(new(referral), given)
    made = Meeting.objects.get()
    assert (made.held_on, made.begins_at) == (date(2026, 12, 2), time(16))


def test_leave_and_meetings_already_arranged_are_not_offered(lead):
    referral = led()
    other = busy(date(2026, 12, 7), time(9, 30))
    Absence.objects.create(
        authority_id=SALFORD, person=person(LEAD), since=TODAY, until=date(2026, 12, 4), entered_by="system:test"
    )
    page = lead.post(new(referral), looking(referral))
    assert offered(page)[0] == "2026-12-07T10:30"
    again = lead.post(at(other, "change/"), {"lasts": "60", "find": "yes"})
    assert offered(again)[0] == "2026-12-07T09:00", "the meeting that moves is not in its own way"


def test_a_time_taken_meanwhile_is_refused_beside_it(lead):
    referral = led()
    given = {**looking(referral), "kind": "mam", "mode": "video", "at": "2026-11-19T09:00"}
    del given["find"]
    busy(date(2026, 11, 19), time(9))
    page = lead.post(new(referral), given)
    assert_an_error_by_the_book(page, "Somebody has something else then by now. Choose another time.")
    assert Meeting.objects.count() == 1


def test_no_time_at_all_is_said(lead):
    referral = led()
    Absence.objects.create(authority_id=SALFORD, person=person(LEAD), since=TODAY, until=None, entered_by="system:test")
    assert "No time was found" in text_of(lead.post(new(referral), looking(referral)))


def test_what_the_family_likes_is_said_once_and_stands_where_a_meeting_is_arranged(lead, family):
    referral = talked()
    assert "Nasreen Chowdhury: has not said how they like to meet." in text_of(lead.get(new(referral)))
    amina = family.as_("amina")
    wishes = {"way": "phone", "meets": "home", "suits": ["late"], "not_on": ["3"], "helps": "With my sister, please."}
    way = f"/mine/{referral.case.reference}/talking/way/"
    assert "We know now how to reach you and how you like to meet." in text_of(amina.post(way, wishes, follow=True))
    kept = amina.get(way).content.decode()
    assert "With my sister, please." in kept and kept.count("checked") == 4
    page = lead.get(new(referral))
    said = text_of(page)
    likes = "at the family’s home; after half past three; not on Thursday. With my sister, please."
    assert f"Nasreen Chowdhury: {likes}" in said
    assert "checked" in page.content.decode().partition('name="mode" value="home"')[2][:120]
    found = lead.post(new(referral), looking(referral))
    assert offered(found)[0] == "2026-11-20T15:30", "Thursday is left out, and the morning"
    talk = f"/cases/{referral.case.reference}/talking/{referral.sender_id}/"
    assert "Likes to meet: at the family’s home" in text_of(lead.get(talk))


def test_a_colleague_notes_what_they_like_but_no_address_they_may_not_know(lead):
    referral = talked()
    prefer(
        referral.case_id, referral.sender_id, Wishes(Way.PHONE, Mode.VIDEO, (Suits.MORNING,), (0,), "Slowly."),
        by=who(LEAD),
    )  # fmt: skip
    kept = Talk.objects.get()
    assert (kept.meets, kept.suits, kept.not_on, kept.helps) == ("video", ["morning"], [0], "Slowly.")
    note = f"/cases/{referral.case.reference}/talking/{referral.sender_id}/way/"
    page = lead.post(note, {"way": "letter", "helps": "x" * 601})
    assert_an_error_by_the_book(page, "characters or fewer")
    assert Talk.objects.get().prefers == "phone"


def test_looking_asks_as_often_for_many_as_for_few(lead, django_assert_num_queries):
    referral = led()
    lead.post(new(referral), looking(referral))
    with CaptureQueriesContext(connection) as few:
        lead.post(new(referral), looking(referral))
    for number in range(6):
        busy(TODAY + timedelta(days=2 + number), time(9 + number))
    with django_assert_num_queries(len(few)):
        lead.post(new(referral), looking(referral))
