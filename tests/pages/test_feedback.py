"""Feedback on a meeting, as those who were there and those who arranged it meet it."""

from datetime import timedelta

import pytest

from cases.actions.lead import name_lead
from core.past import hold
from feedback.links import FOR_DAYS, form_at
from feedback.models import Answer, Ask
from feedback.words import Group
from tests.acts.test_feedback import OUTSIDE, ask_of, held
from tests.acts.test_meetings import LEAD
from tests.conftest import NOW
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db


def at(meeting, more="") -> str:
    return f"/cases/{meeting.case.reference}/meetings/{meeting.pk}/feedback/{more}"


def test_a_parent_answers_by_the_link_once_and_opening_it_takes_nothing(world, family):
    meeting = held()
    link = form_at(ask_of(Group.PARENT).pk)
    for _time in range(2):
        said = text_of(family.get(link))
        assert "How was the meeting on Wednesday 18 November 2026?" in said
        assert meeting.case.child.given_name not in said and "Nasreen" not in said
    for words in ("I was listened to", "involved in the decisions", "I was understood", "confidence and trust"):
        assert words in said
    assert "Information was shared" not in said and "Where do you work?" not in said
    assert not Answer.objects.exists()
    page = family.post(link, {"listened": "5", "confidence": "3", "words": "They let me speak."})
    assert "Thank you. We have your answers" in text_of(page)
    assert Answer.objects.get().scores == {"listened": 5.0, "confidence": 3.0}
    for again in (family.get(link), family.post(link, {"listened": "1"})):
        assert "You have answered already. Thank you" in text_of(again)
    assert Answer.objects.get().scores["listened"] == 5.0


def test_nothing_at_all_is_said_to_be_nothing_and_what_was_typed_stays(world, family):
    held()
    link = form_at(ask_of(Group.PARENT).pk)
    assert_an_error_by_the_book(family.post(link, {}), "Answer at least one question, or write something.")
    page = family.post(link, {"listened": "9", "words": "They let me speak."})
    assert_an_error_by_the_book(page, "Choose one of the answers shown", kept=("They let me speak.",))
    assert not Answer.objects.exists()
    assert "Thank you" in text_of(family.post(link, {"words": "They let me speak."}))


def test_a_professional_has_five_questions_in_half_steps(world, family):
    held()
    link = form_at(ask_of(Group.LEAD).pk)
    page = family.get(link)
    said = text_of(page)
    for words in ("Information was shared well", "get the information I needed", "(MAM) was successful",
                  "a success for the parents", "a success for the professionals"):  # fmt: skip
        assert words in said
    assert "I was listened to" not in said
    assert page.content.count(b'<option value="4.5">') == 5 and page.content.count(b'<option value="0">') == 5
    family.post(link, {"mam": "4.5", "sharing": "0"})
    assert Answer.objects.get().scores == {"mam": 4.5, "sharing": 0.0}


def test_somebody_from_outside_is_asked_where_they_work(world, family):
    held()
    ask = Ask.objects.get(invitee__email=OUTSIDE)
    assert "Where do you work?" in text_of(family.get(form_at(ask.pk)))
    family.post(form_at(ask.pk), {"mam": "4", "where": "setting"})
    ask.refresh_from_db()
    assert ask.group == Group.SETTING


def test_a_link_that_is_over_says_so_and_one_that_is_not_ours_is_not_there(world, family):
    held()
    link = form_at(ask_of(Group.PARENT).pk)
    with hold(NOW + timedelta(days=FOR_DAYS + 1)):
        for page in (family.get(link), family.post(link, {"listened": "5"})):
            said = text_of(page)
            assert "This link is over" in said and "Wednesday 30 December 2026" in said
    assert not Answer.objects.exists()
    assert family.get(link[:-3] + "x/").status_code == 404


def test_those_on_the_case_see_that_somebody_answered_and_never_what(world, desk, family):
    meeting = held()
    lead = desk.as_(LEAD)
    assert "What people made of it: who was asked" in text_of(
        lead.get(f"/cases/{meeting.case.reference}/meetings/{meeting.pk}/")
    )
    said = text_of(lead.get(at(meeting)))
    assert "0 of 4 said what they made of the meeting" in said and "Nasreen Chowdhury" in said
    family.post(form_at(ask_of(Group.PARENT).pk), {"listened": "2", "words": "Nobody looked at me."})
    for reader in (LEAD, "carys", "ben"):
        reader = desk.as_(reader)
        said = text_of(reader.get(at(meeting)))
        assert "1 of 4 said what they made of the meeting" in said
        for path in ("", f"meetings/{meeting.pk}/", "history/", f"meetings/{meeting.pk}/feedback/"):
            page = reader.get(f"/cases/{meeting.case.reference}/{path}")
            assert b"Nobody looked at me" not in page.content
    assert "Somebody said what they made of a meeting" in text_of(
        desk.as_(LEAD).get(f"/cases/{meeting.case.reference}/history/")
    )


def test_an_answer_from_paper_is_typed_in_once_and_counts_the_same(world, desk):
    meeting = held()
    lead, ask = desk.as_(LEAD), ask_of(Group.PARENT)
    said = text_of(lead.get(at(meeting)))
    assert "Write down their answer" in said and f"Form {ask.pk.hex[-6:].upper()} on paper" in said
    form = at(meeting, f"{ask.pk}/")
    assert "What did Nasreen Chowdhury make of the meeting?" in text_of(lead.get(form))
    assert_an_error_by_the_book(
        lead.post(form, {"words": "All well."}), "Choose how they told you", kept=("All well.",)
    )
    tomorrow = {"given_on_day": "19", "given_on_month": "11", "given_on_year": "2026"}
    page = lead.post(form, {"how": "paper", "listened": "4", **tomorrow})
    assert_an_error_by_the_book(page, "It must be today or earlier")
    today = {**tomorrow, "given_on_day": "18"}
    assert_an_error_by_the_book(lead.post(form, {"how": "phone", **today}), "Answer at least one question")
    page = lead.post(form, {"how": "paper", "listened": "4", "words": "All well.", **today}, follow=True)
    assert "1 of 4 said what they made of the meeting" in text_of(page)
    row = Answer.objects.get()
    assert (row.how, row.scores, row.words) == ("paper", {"listened": 4.0}, "All well.")
    for again in (lead.get(form), lead.post(form, {"how": "paper", "listened": "1", **today})):
        assert again.status_code == 409 and "Each person answers once" in text_of(again)
        assert b"All well." not in again.content


def test_the_form_on_paper_names_nobody(world, desk):
    meeting = held()
    for group, words in ((Group.PARENT, "I was listened to"), (Group.LEAD, "Information was shared well")):
        ask = ask_of(group)
        page = desk.as_(LEAD).get(at(meeting, f"{ask.pk}/paper/"))
        said = text_of(page)
        assert words in said and ask.pk.hex[-6:].upper() in said and meeting.case.reference in said
        child = meeting.case.child
        for name in (child.given_name, child.family_name, "Nasreen"):
            assert name not in page.content.decode()
    assert "4.5" in said


def test_who_may_only_read_the_case_types_nothing_in(world, desk):
    meeting = held()
    ask = ask_of(Group.PARENT)
    assert desk.as_("senco").get(at(meeting, f"{ask.pk}/")).status_code == 404
    name_lead(meeting.case_id, person("caf_worker").pk, "She moved.", by=who("carys"))
    before = desk.as_(LEAD)
    assert "Write down their answer" not in text_of(before.get(at(meeting)))
    assert before.get(at(meeting, f"{ask.pk}/")).status_code == 403
