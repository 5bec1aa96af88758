"""Talking with the family, at both doors."""

import pytest

from notices.models import Dispatch
from talking.actions.say import hear
from talking.models import Said
from tests.acts.test_meetings import LEAD, TODAY, _bar
from tests.acts.test_talking import PROMISED, a_second_parent, talked, told
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.pages.test_meetings import day
from tests.personas import person, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(desk):
    return desk.as_(LEAD)


def at(referral, more="") -> str:
    return f"/cases/{referral.case.reference}/talking/{more}"


def theirs(referral, more="") -> str:
    return f"/mine/{referral.case.reference}/talking/{more}"


def test_the_lead_finds_the_conversation_on_the_case_and_writes(lead):
    referral = talked()
    assert "Talking with the family" in text_of(lead.get(f"/cases/{referral.case.reference}/"))
    every = text_of(lead.get(at(referral)))
    assert "Nasreen Chowdhury, mother" in every and "Nothing was said yet" in every
    here = at(referral, f"{referral.sender_id}/")
    assert_an_error_by_the_book(lead.post(here, {"words": " "}), "Write what you want to say")
    page = lead.post(here, {"words": "We come on Monday."}, follow=True)
    said = text_of(page)
    assert "We come on Monday." in said and "is told by email that a message waits" in said


def test_what_was_said_on_the_phone_stands_in_the_same_list(lead):
    referral = talked()
    here = at(referral, f"{referral.sender_id}/record/")
    page = lead.post(here, {})
    assert_an_error_by_the_book(
        page, "Choose how you talked", "Choose who began", "Enter the day", "Write what was said",
        "Say whether they wait for an answer",
    )  # fmt: skip
    given = {"way": "phone", "who": "family", "words": "She asked about school.", "owed": "yes"}
    page = lead.post(here, {**given, **day(TODAY.replace(year=2027), "said_on")})
    assert "The day must be today or in the past" in text_of(page) and b"She asked about school." in page.content
    said = text_of(lead.post(here, {**given, **day(TODAY, "said_on")}, follow=True))
    assert "Phone call, they began" in said and "She asked about school." in said
    assert "They wait for an answer by Wednesday 25 November 2026" in said
    assert not Dispatch.objects.filter(template="message_waiting").exists()


def test_the_family_writes_reads_its_receipt_and_the_lead_answers(lead, family):
    referral, amina = talked(), family.as_("amina")
    assert "Write to us, and read what was said" in text_of(amina.get(f"/mine/{referral.case.reference}/"))
    assert_an_error_by_the_book(amina.post(theirs(referral), {"words": ""}), "Write what you want to say")
    long = amina.post(theirs(referral), {"words": "x" * 4001})
    assert "Use no more than 4,000 characters" in text_of(long) and b"x" * 4001 in long.content
    said = text_of(amina.post(theirs(referral), {"words": "When do you come?"}, follow=True))
    assert "We have your message" in said and "Somebody answers you by Wednesday 25 November 2026" in said
    assert "our own target, not a date in law" in said
    work = text_of(lead.get("/work/"))
    assert "Families who wait for an answer: 1" in work and "answer Nasreen Chowdhury" in work
    here = at(referral, f"{referral.sender_id}/")
    assert_an_error_by_the_book(
        lead.post(here, {"words": "On Monday."}), "Say whether this answers what they are waiting for"
    )
    lead.post(here, {"words": "On Monday.", "answers": "yes"})
    assert "Families who wait" not in text_of(lead.get("/work/"))
    said = text_of(amina.get(theirs(referral)))
    assert "On Monday." in said and "Somebody answers you by" not in said


def test_no_answer_is_needed_and_the_family_does_not_read_why(lead, family):
    referral = talked()
    hear(referral.case_id, "Thank you!", by=who("amina"))
    here = at(referral, f"{referral.sender_id}/no-answer/")
    assert_an_error_by_the_book(lead.post(here, {}), "Say why no answer is needed")
    said = text_of(lead.post(here, {"because": "They only said thank you."}, follow=True))
    assert "Nothing waits for an answer here any more" in said and "They only said thank you." in said
    mine = text_of(family.as_("amina").get(theirs(referral)))
    assert "only said" not in mine and "We read this on Wednesday 18 November" in mine
    assert "Nothing waits for an answer here" in text_of(lead.post(here, {"because": "Again."}))


def test_how_they_want_to_be_reached_stands_at_the_top_of_both(lead, family):
    referral, amina = talked(), family.as_("amina")
    way = theirs(referral, "way/")
    assert_an_error_by_the_book(amina.post(way, {}), "Choose how you want us to reach you")
    assert "You want us to ring you" in text_of(amina.post(way, {"way": "phone"}, follow=True))
    assert "Prefers to be reached by: phone call" in text_of(lead.get(at(referral, f"{referral.sender_id}/")))
    lead.post(at(referral, f"{referral.sender_id}/way/"), {"way": "letter"})
    assert "You want us to reach you by letter" in text_of(amina.get(theirs(referral)))


def test_neither_parent_reads_or_learns_of_the_others(lead, desk, family):
    referral = talked()
    father = a_second_parent(referral)
    told(referral, "For the mother alone.")
    lead.post(at(referral, f"{father.pk}/"), {"words": "For the father alone."})
    pages = {}
    for name in ("amina", "priya"):
        visit = type(family)("family").as_(name)
        pages[name] = text_of(visit.get(theirs(referral))) + text_of(visit.get(f"/mine/{referral.case.reference}/"))
    assert "For the mother alone." in pages["amina"] and "For the father alone." in pages["priya"]
    assert "father" not in pages["amina"].lower() and "mother alone" not in pages["priya"]
    both = text_of(lead.get(at(referral)))
    assert "Nasreen Chowdhury, mother" in both and father.name in both
    _bar(father)
    barred = type(family)("family").as_("priya")
    assert barred.get(theirs(referral)).status_code == 404
    assert barred.post(theirs(referral), {"words": "Where?"}).status_code == 404
    assert "Write to us" not in text_of(barred.get(f"/mine/{referral.case.reference}/"))
    assert "Nothing more can be written here" in text_of(lead.get(at(referral, f"{father.pk}/")))
    assert lead.post(at(referral, f"{father.pk}/"), {"words": "x"}).status_code == 403
    assert lead.get(at(referral, f"{father.pk}/record/")).status_code == 404


@pytest.mark.parametrize("name", ["caf_worker", "adviser", "senco"])
def test_who_does_not_hold_the_case_finds_no_page_no_tab_and_no_line_of_history(desk, name):
    from cases.actions.tasks import agree_action

    referral = talked()
    told(referral, "We come on Monday.")
    agree_action(referral.case_id, "Ring school", person(name).pk, TODAY, by=who(LEAD))
    visit = desk.as_(name)
    page = visit.get(f"/cases/{referral.case.reference}/")
    assert page.status_code == 200
    said = text_of(page) + text_of(visit.get(f"/cases/{referral.case.reference}/history/"))
    assert "Talking with the family" not in said.replace("Talking with the family 0", "")
    assert "wrote a message" not in said and "message_waiting" not in said and "There is a message" not in said
    assert visit.get(at(referral)).status_code == 404
    assert visit.get(at(referral, f"{referral.sender_id}/")).status_code == 404


def test_those_who_hold_it_read_in_the_history_that_something_was_said(lead):
    referral = talked()
    told(referral, "We come on Monday.")
    said = text_of(lead.get(f"/cases/{referral.case.reference}/"))
    assert "We wrote a message to somebody of the family" in said and "We come on Monday." not in said


def test_words_that_name_a_place_they_may_not_be_told_are_kept_from_them_later_as_well(lead, family):
    from tests.factories.children import two_homes

    referral = talked()
    around = two_homes(referral.case)
    told(referral, "Before.")
    from door.guarded import opened

    with opened(referral.case_id):
        Said.objects.update(words=f"Come to {around.secret_home.postcode}.")
    said = text_of(family.as_("amina").get(theirs(referral)))
    assert around.secret_home.postcode not in said and "We cannot show it here" in said


def test_the_day_promised_is_the_one_on_the_page():
    assert PROMISED.isoformat() == "2026-11-25"
