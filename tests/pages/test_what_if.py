"""What follows from a date: a form whose address can be kept, a timetable that says everything, and a calendar file."""

import re
from datetime import date
from urllib.parse import urlencode

import icalendar
import pytest

from statute.journeys import JOURNEYS, questions_of
from tests.factories.settings import a_setting, a_year
from tests.pages.test_rule_book import STAFF, look, text_of

pytestmark = pytest.mark.django_db
PAGE = "/rules/what-if/"


def asked(process: str, school: str = "", **days: date) -> str:
    """The address of a question."""
    parts = {"process": process} | ({"school": school} if school else {})
    for key, day in days.items():
        parts |= {f"{key}_day": day.day, f"{key}_month": day.month, f"{key}_year": day.year}
    return f"?{urlencode(parts)}"


AUGUST = {"request_for_an_assessment_or_received": date(2026, 8, 24), "draft_plan_served": date(2026, 12, 4)}


@pytest.mark.parametrize("name", STAFF)
def test_every_member_of_staff_chooses_a_process(desk, name):
    page = look(desk, name, PAGE)
    assert re.findall(r'href="\?process=([\w-]+)"', page.content.decode()) == [each.key for each in JOURNEYS]


def test_the_book_and_a_rule_lead_here(desk):
    assert f'href="{PAGE}"' in look(desk, "ben", "/rules/").content.decode()
    rule = look(desk, "ben", "/rules/PLAN-FINAL/").content.decode()
    assert f'href="{PAGE}?process=assessment"' in rule
    assert f'href="{PAGE}?process=draft"' in rule
    assert PAGE not in look(desk, "ben", "/rules/SECURE/").content.decode(), "it has no day to work out"


def test_each_process_asks_for_the_days_its_rules_count_from(desk):
    ben = desk.as_("ben")
    for journey in JOURNEYS:
        page = ben.get(PAGE + asked(journey.key))
        assert page.status_code == 200
        assert "<title>Error" not in page.content.decode()
        for question in questions_of(journey):
            assert f'name="{question.key}_day"' in page.content.decode()
            assert question.trigger in text_of(page)


def test_a_process_nobody_knows_is_asked_for_again(desk):
    assert "Choose what it is about" in text_of(look(desk, "ben", f"{PAGE}?process=nonsense&a_day=1"))


def test_the_whole_timetable_of_an_assessment(desk):
    text = text_of(look(desk, "ben", PAGE + asked("assessment", **AUGUST)))
    for words in (
        "EHC needs assessment to final plan: 6 dates, the first Friday 2 October 2026",
        "Worked out on Wednesday 18 November 2026",
        "Friday 8 January 2027 Work to this day, in 51 days Send the final plan PLAN-FINAL",
        "Target Sunday 10 January 2027 (strict count). Last day Monday 11 January 2027 (ordinary count).",
        "SEND Regulations 2014, reg 13(2) Text seen",
        "20 weeks is 140 days. Day 140 is Sunday 10 January 2027, the strict count.",
        "AMB-01: We plan on the day of the event being day 1.",
        "Friday 18 December 2026 Last day of a window, in 30 days",
        "Open from Friday 4 December 2026 to Friday 18 December 2026. Nothing further before Saturday 19 December",
        "Friday 2 October 2026 Work to this day, 47 days ago",
        "The consultation: the day it was sent. Answer the consultation (CONSULT-REPLY, second-hand source seen)",
        "Owed too, with no fixed day",
    ):
        assert words in text, words


def test_what_more_time_would_leave_and_that_it_moves_nothing(desk):
    text = text_of(look(desk, "ben", PAGE + asked("draft", **AUGUST)))
    for words in (
        "It never moves the 20 weeks and is never an exception",
        "Friday 18 December 2026 15 days 23 days, 12 of them working Fits",
        "Wednesday 23 December 2026 5 more, 20 days 18 days, 9 of them working Fits",
        "Monday 28 December 2026 10 more, 25 days 13 days, 8 of them working Tight",
        "Saturday 2 January 2027 15 more, 30 days 8 days, 5 of them working Very tight",
    ):
        assert words in text, words
    late = {**AUGUST, "draft_plan_served": date(2027, 1, 4)}
    assert "None Does not fit" in text_of(look(desk, "ben", PAGE + asked("draft", **late)))
    del late["draft_plan_served"]
    assert "more time would leave" not in text_of(look(desk, "ben", PAGE + asked("draft", **late)))


def test_a_rule_that_is_not_verified_is_never_told_as_settled(desk):
    """With a date, without one, and where the law gives none."""
    dated = text_of(look(desk, "ben", PAGE + asked("assessment", request_for_advice_received=date(2026, 11, 2))))
    assert "Part not verified, part second-hand source Part not verified: nobody has read that part" in dated
    undated = text_of(look(desk, "ben", PAGE + asked("assessment", consultation_sent=date(2026, 11, 2))))
    assert "(ADV-RESP-OTHER, part not verified, part second-hand source)" in undated
    unfixed = text_of(look(desk, "ben", PAGE + asked("off-site", first_day_off_site_starts=date(2026, 11, 2))))
    assert "(MM-EHC, not verified)" in unfixed


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"draft_plan_served_day": "31", "draft_plan_served_month": "2", "draft_plan_served_year": "2026"},
         "The date for “The draft plan: the day it was served” must be a real date"),
        ({"draft_plan_served_day": "3", "draft_plan_served_month": "2"},
         "The date for “The draft plan: the day it was served” must include a year"),
        ({"draft_plan_served_day": "x", "draft_plan_served_month": "2", "draft_plan_served_year": "2026"},
         "The date for “The draft plan: the day it was served” must be a real date"),
    ],
)  # fmt: skip
def test_an_impossible_date_is_said_above_and_beside_and_stays_typed(desk, parts, said):
    page = look(desk, "ben", f"{PAGE}?{urlencode({'process': 'assessment', **parts})}")
    html = page.content.decode()
    assert "<title>Error:" in html
    assert text_of(page).count(said) == 2
    assert f'value="{parts["draft_plan_served_day"]}"' in html
    assert "Give at least one date" not in html, "one was given, though wrongly"


def test_no_date_at_all(desk):
    page = look(desk, "ben", f"{PAGE}?process=assessment&draft_plan_served_day=")
    assert "Give at least one date, so that there is something to count from" in text_of(page)


def test_a_day_before_one_it_follows_from(desk):
    wrong = {**AUGUST, "draft_plan_served": date(2026, 8, 1)}
    text = text_of(look(desk, "ben", PAGE + asked("assessment", **wrong)))
    said = (
        "“The draft plan: the day it was served” cannot come before “The request for an assessment (or what made the "
        "council responsible): the day it was received”."
    )
    assert text.count(said) == 2


def test_a_year_beyond_the_calendar(desk):
    page = look(desk, "ben", PAGE + asked("draft", request_for_an_assessment_or_received=date(9999, 12, 1)))
    assert "it falls outside the calendar Check the year: Send the final plan (PLAN-FINAL, text seen)" in text_of(page)


def test_school_days_need_a_school_and_say_so(desk):
    day = {"first_school_day_of_exclusion": date(2026, 11, 18)}
    text = text_of(look(desk, "ben", PAGE + asked("exclusion", **day)))
    assert "no term dates are on file: a school’s calendar is needed" in text
    assert "because a school’s calendar is needed" in text
    assert "(EXC-D6-PEX, part text seen, part second-hand source)" in text


def test_a_school_s_own_days_are_counted_where_they_are_on_file(desk, world):
    """From Thursday 22 October past half term and an INSET day on 2 November: day 6 is Friday 6 November."""
    school = a_setting()
    a_year(school)
    day = {"first_school_day_of_exclusion": date(2026, 10, 22)}
    ben = desk.as_("ben")
    offered = ben.get(PAGE + asked("exclusion")).content.decode()
    assert f'<option value="{school.pk}">Oakfield Primary</option>' in offered
    page = ben.get(PAGE + asked("exclusion", school=str(school.pk), **day))
    assert "with the school days of Oakfield Primary" in text_of(page)
    assert "Friday 6 November 2026 Work to this day, 12 days ago Provide full-time education" in text_of(page)
    assert "a school’s calendar is needed" not in text_of(page)


def test_the_council_s_own_term_dates_can_be_chosen_too(desk, world):
    a_year()
    day = {"agreement_to_consider_the_child_agreed": date(2026, 11, 2)}
    page = look(desk, "hal", PAGE + asked("fair-access", school="council", **day))
    assert "(strict count)" in text_of(page)
    assert "FAP-PLACE" in text_of(page)
    beyond = {"agreement_to_consider_the_child_agreed": date(2027, 7, 15)}
    page = look(desk, "hal", PAGE + asked("fair-access", school="council", **beyond))
    assert "because the school days on file do not reach" in text_of(page)


def test_another_council_s_school_cannot_be_chosen(desk, world):
    school = a_setting()
    a_year(school)
    a_year(by="irene")
    day = {"first_school_day_of_exclusion": date(2026, 11, 18)}
    page = look(desk, "tom", PAGE + asked("exclusion", school=str(school.pk), **day))
    assert "Oakfield" not in page.content.decode()
    assert text_of(page).count("Choose one of the answers shown") == 2


def test_the_address_to_keep_holds_the_days_and_nothing_else(desk):
    page = look(desk, "ben", PAGE + asked("assessment", **AUGUST) + "&new_draft_plan_served_day=&next=elsewhere")
    (address,) = re.findall(r'href="(\?[^"]+)">The address of this answer', page.content.decode())
    assert address.replace("&amp;", "&") == asked("assessment", **AUGUST)
    again = desk.get(PAGE + address.replace("&amp;", "&"))
    assert "6 dates, the first Friday 2 October 2026" in text_of(again)


def test_the_same_dates_go_into_a_calendar(desk):
    answer = desk.as_("ben").get(f"{PAGE}calendar.ics" + asked("assessment", **AUGUST))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="assessment.ics"'
    book = icalendar.Calendar.from_ical(answer.content)
    days = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in book.events}
    assert len(days) == 6
    assert days["Work to: Send the final plan (PLAN-FINAL)"] == date(2027, 1, 8)
    window = next(event for event in book.events if "DRAFT-REPS" in event["SUMMARY"])
    assert window.decoded("DTSTART") == date(2026, 12, 18)
    assert "Nothing further before Saturday 19 December 2026." in window["DESCRIPTION"]
    final = next(event for event in book.events if "PLAN-FINAL" in event["SUMMARY"])
    for words in ("It is not a deadline of a case.", "reg 13(2) (Text seen)", "Not settled: AMB-01"):
        assert words in final["DESCRIPTION"]
    assert str(final["URL"]).endswith("/rules/PLAN-FINAL/")
    assert len({str(event["UID"]) for event in book.events}) == 6
    assert b"VALARM" not in answer.content


def test_a_calendar_that_cannot_be_made_leads_to_the_page_that_says_why(desk):
    ben = desk.as_("ben")
    for query in ("process=assessment", "process=nonsense", "process=assessment&draft_plan_served_day=3"):
        answer = ben.get(f"{PAGE}calendar.ics?{query}")
        assert answer.status_code == 302
        assert answer["Location"] == f"{PAGE}?{query}"
