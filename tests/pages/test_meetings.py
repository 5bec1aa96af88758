"""The pages of a meeting, as colleagues, guests and families meet them."""

import json
from datetime import timedelta

import pytest

from cases.actions.tasks import agree_action
from core.past import hold
from meetings.actions.call import Guest, invite
from meetings.actions.jot import strike
from meetings.links import invitation
from meetings.models import Invitee, Jotting, Meeting
from meetings.words import Outcome
from notices.models import Dispatch
from pathway.actions.close_meeting import close_meeting
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, TODAY, called, carer_of, ending, finish_everything, written
from tests.conftest import NOW
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db
SCRIPT = {"headers": {"Accept": "application/json"}}


def day(on, name="held_on") -> dict:
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


@pytest.fixture
def lead(desk):
    return desk.as_(LEAD)


def at(meeting, more="") -> str:
    return f"/cases/{meeting.case.reference}/meetings/{meeting.pk}/{more}"


def test_a_meeting_is_arranged_from_who_stands_to_the_case(lead):
    referral = led()
    page = lead.get(f"/cases/{referral.case.reference}/meetings/")
    assert "No meetings yet" in text_of(page)
    new = f"/cases/{referral.case.reference}/meetings/new/"
    said = text_of(lead.get(new))
    assert "Nasreen Chowdhury, mother" in said and "Engagement lead, engagement lead" in said
    mother = f"carer:{carer_of(referral.case_id).pk}"
    given = {
        "kind": "mam",
        "begins_at": "2pm",
        "lasts": "60",
        "mode": "in_person",
        "place": "Room 2",
        "guests": [mother],
    }
    page = lead.post(new, {**given, **day(TODAY + timedelta(days=5)), "about": "How school goes"}, follow=True)
    said = text_of(page)
    assert "Multi-agency meeting, Monday 23 November 2026, 2pm" in said and "Has not answered yet" in said
    assert Dispatch.objects.filter(template="meeting_invited").count() == 1


def test_what_is_wrong_is_said_and_what_was_typed_stays(lead):
    referral = led()
    new = f"/cases/{referral.case.reference}/meetings/new/"
    page = lead.post(new, {"kind": "mam", "mode": "video", "lasts": "60", "place": "Room 9"})
    assert_an_error_by_the_book(page, "Enter the day of the meeting", "Choose who is asked", kept=("Room 9",))
    page = lead.post(
        new,
        {"kind": "mam", "mode": "video", "lasts": "60", "guests": ["child"], **day(TODAY - timedelta(days=1))},
    )
    assert page.status_code == 409 and "That day has passed" in text_of(page)


def test_a_guest_answers_by_the_link_and_sees_no_childs_name(lead, family):
    meeting = called()
    mother = Invitee.objects.get(meeting=meeting, carer__isnull=False)
    link = invitation(mother.pk)
    page = family.get(link)
    said = text_of(page)
    assert "can you come to this meeting?" in said and "Friday 27 November 2026, 2pm" in said
    assert meeting.case.child.called not in said and meeting.case.child.full_name not in said
    assert_an_error_by_the_book(family.post(link, {}), "Choose yes or no")
    page = family.post(link, {"says": "yes", "words": "I bring my sister."})
    assert "We have noted that you can come" in text_of(page)
    assert "Can come: I bring my sister." in text_of(lead.get(at(meeting)))
    file = family.get(f"{link}calendar.ics")
    assert file["Content-Type"].startswith("text/calendar") and b"DTSTART:20261127T140000Z" in file.content
    assert meeting.case.child.given_name.encode() not in file.content


def test_nobody_of_the_family_is_named_to_anybody_else(lead, family):
    meeting = called()
    invite(meeting.pk, Guest(name="Karim Chowdhury", email="karim@families.example"), by=who(LEAD))
    caf = Invitee.objects.get(meeting=meeting, person=person("caf_worker"))
    said = text_of(family.get(invitation(caf.pk)))
    assert "Engagement lead" in said and "Nasreen" not in said and "Karim" not in said


def test_words_are_kept_place_by_place_with_and_without_script(lead):
    meeting = called()
    page = lead.post(at(meeting, "notes/"), {"section": "working", "version": "0", "words": "Lunch club."}, follow=True)
    assert "Kept." in text_of(page) and b"Lunch club." in page.content
    by_script = {"section": "worries", "version": "0", "words": "The bus."}
    told = json.loads(lead.post(at(meeting, "notes/"), by_script, **SCRIPT).content)
    assert told["version"] == 1 and Jotting.objects.get(pk=told["key"]).said == {"words": "The bus."}


def test_two_who_write_in_one_place_lose_nothing_and_are_both_told(desk, lead):
    meeting = called()
    since = meeting.called_at.isoformat()
    lead.post(at(meeting, "notes/"), {"section": "working", "version": "0", "words": "Lunch club."})
    second = type(lead)("desk").as_("caf_worker")
    mine = {"section": "working", "version": "0", "words": "Reading."}
    page = second.post(at(meeting, "notes/"), mine)
    said = text_of(page)
    assert page.status_code == 200 and "Engagement lead wrote here meanwhile. Nothing is lost" in said
    assert b"Reading." in page.content and "Lunch club." in said
    answer = second.post(at(meeting, "notes/"), mine, **SCRIPT)
    assert answer.status_code == 409 and json.loads(answer.content)["theirs"] == {"words": "Lunch club."}
    row = Jotting.objects.get(meeting=meeting)
    both = {**mine, "key": row.pk, "version": row.version, "both": "1", "theirs_words": "Lunch club."}
    second.post(at(meeting, "notes/"), both)
    assert Jotting.objects.get(pk=row.pk).said == {"words": "Lunch club.\n\nReading."}
    told = json.loads(lead.get(at(meeting, "news/"), {"since": since}).content)
    assert [(one["by"], one["version"]) for one in told["rows"]] == [("Caf worker", 2)]
    with hold(NOW + timedelta(seconds=6)):
        later = {"since": (NOW + timedelta(seconds=6)).isoformat()}
        assert lead.get(at(meeting, "news/"), later).status_code == 204


def test_it_is_closed_read_printed_and_answered(lead, family):
    meeting = called(on=TODAY)
    page = lead.post(at(meeting, "close/"), {"because": "We try this."})
    assert_an_error_by_the_book(page, "Choose what the meeting leads to")
    page = lead.post(at(meeting, "close/"), {"because": "We try this.", "outcomes": ["actions"]})
    assert page.status_code == 409 and "Say who was there." in text_of(page) and b"We try this." in page.content
    written(meeting)
    given = {"because": "We try this.", "outcomes": ["actions"], "gathered": "there"}
    said = text_of(lead.post(at(meeting, "close/"), given, follow=True))
    for words in ("The notes stand", "Ask the school for the quiet room", "I like the quiet room.", "Six in ten"):
        assert words in said
    assert "We try this." in text_of(lead.get(at(meeting, "print/")))
    taken = {"name": "Nasreen Chowdhury", "agrees": "no", "words": "I said that twice."}
    said = text_of(lead.post(at(meeting, "family/"), taken, follow=True))
    assert "does not agree with the notes" in said and "taken down by Engagement lead" in said


def test_the_family_reads_the_notes_of_its_own_meeting_and_answers(family):
    meeting = called(on=TODAY, by=who("amina"))
    written(meeting)
    reference = meeting.case.reference
    amina = family.as_("amina")
    assert "can you come?" in text_of(amina.get(f"/mine/{reference}/"))
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    notes = f"/mine/{reference}/meetings/{meeting.pk}/"
    said = text_of(amina.get(notes))
    for words in (
        "I like the quiet room.",
        "Ask the school for the quiet room",
        "Engagement lead, by Wednesday 2 December",
    ):
        assert words in said
    assert_an_error_by_the_book(amina.post(notes, {"agrees": "no"}), "Write what is wrong or missing")
    said = text_of(amina.post(notes, {"agrees": "yes", "words": "Thank you."}, follow=True))
    assert "You agreed with these notes." in said
    assert type(family)("family").as_("priya").get(notes).status_code == 404


def test_when_the_case_closes_the_family_reads_so_and_when_we_look_again(family):
    meeting = called(on=TODAY, by=who("amina"))
    written(meeting)
    amina, page = family.as_("amina"), f"/mine/{meeting.case.reference}/"
    assert "It is our turn" in text_of(amina.get(page))
    for row in Jotting.objects.filter(meeting=meeting, section="action"):
        strike(meeting.pk, row.pk, by=who(LEAD))
    finish_everything(meeting.case_id)
    close_meeting(meeting.pk, ending(Outcome.CLOSE, review_on=TODAY + timedelta(days=90)), by=who(LEAD))
    said = text_of(amina.get(page))
    assert "Nothing more is needed for now" in said and "We look at it again on Tuesday 16 February 2027." in said
    assert "our turn" not in said and "gets in touch with you" not in said


def test_whoever_leads_asks_how_it_goes_from_the_page_of_the_task(lead, desk):
    task = agree_action(led().case_id, "Ring the school", person("caf_worker").pk, TODAY, by=who(LEAD))
    page = f"/cases/{task.case.reference}/tasks/{task.pk}/"
    assert "Ask Caf worker how it goes" in text_of(lead.get(page))
    said = text_of(lead.post(f"{page}ask/", follow=True))
    assert "Caf worker is asked how it goes." in said and "Last reminded" in said
    again = lead.post(f"{page}ask/")
    assert again.status_code == 409 and "reminded of it today already" in text_of(again)
    assert "how it goes" not in text_of(type(desk)("desk").as_("caf_worker").get(page))


def test_a_meeting_held_before_is_entered_and_nobody_is_written_to(lead):
    referral = led()
    earlier = f"/cases/{referral.case.reference}/meetings/earlier/"
    given = {"kind": "taf", "mode": "in_person", "lasts": "60", "guests": ["child"], **day(TODAY - timedelta(days=90))}
    assert_an_error_by_the_book(lead.post(earlier, given), "Say why it is entered only now")
    page = lead.post(earlier, {**given, "late_because": "Before the referral."}, follow=True)
    assert "Held before it was entered: Before the referral." in text_of(page)
    assert not Dispatch.objects.filter(template__startswith="meeting_").exists()


def test_it_is_moved_somebody_is_taken_out_and_it_is_cancelled(lead):
    meeting = called()
    caf = Invitee.objects.get(meeting=meeting, person=person("caf_worker"))
    said = text_of(lead.post(at(meeting, f"out/{caf.pk}/"), follow=True))
    assert "Caf worker is not asked any more" in said
    new = {"kind": "mam", "begins_at": "10:00", "lasts": "60", "mode": "video", "place": "https://meet.example/1"}
    said = text_of(lead.post(at(meeting, "change/"), {**new, **day(TODAY + timedelta(days=8))}, follow=True))
    assert "Thursday 26 November 2026, 10am" in said
    lead.post(at(meeting, "cancel/"))
    assert Meeting.objects.get().state == "cancelled"
    assert "Cancelled" in text_of(lead.get(f"/cases/{meeting.case.reference}/meetings/"))


@pytest.mark.parametrize("stands_as", ["setting", "named"])
def test_who_may_open_the_case_alone_reads_nothing_of_its_meetings(lead, desk, stands_as):
    from cases.actions.tasks import let_see
    from cases.models import Case
    from cases.words import Capacity
    from door.guarded import opened
    from tests.doors.test_the_list_and_the_door_agree import grant

    meeting = called()
    written(meeting)
    case = Case.objects.get(pk=meeting.case_id)
    if stands_as == "setting":
        with opened(case.pk):
            let_see(case, Capacity.SETTING, person=person("adviser").pk)
    else:
        grant(case, "adviser", "live")
    reader = desk.as_("adviser")
    page = reader.get(f"/cases/{case.reference}/")
    assert page.status_code == 200 and "/meetings/" not in page.content.decode()
    assert "People were asked to" not in text_of(page)
    for more in ("", "print/", "news/?since=2026-11-01T00:00:00+00:00"):
        assert reader.get(at(meeting, more)).status_code == 404
    assert reader.get(f"/cases/{case.reference}/meetings/").status_code == 404
    said = {"section": "working", "words": "Lunch club"}
    assert reader.post(at(meeting, "notes/"), said).status_code == 404
    assert not Jotting.objects.filter(said__words="Lunch club").exists()


def test_a_parent_nobody_said_may_be_told_is_not_offered_to_be_asked(lead):
    from door.guarded import opened
    from people.models import Carer

    referral = led()
    first = carer_of(referral.case_id)
    with opened(referral.case_id):
        father = Carer(
            authority_id=first.authority_id, case_ref=first.case_ref, child=first.child, name="Karim Chowdhury",
            relationship="father", says_responsible="yes", asked=False, email="karim@families.example",
        )  # fmt: skip
        father.save()
    new = f"/cases/{referral.case.reference}/meetings/new/"
    assert "Karim Chowdhury" not in text_of(lead.get(new))
    with opened(referral.case_id):
        father.told_from = NOW
        father.save()
    assert "Karim Chowdhury" in text_of(lead.get(new))
