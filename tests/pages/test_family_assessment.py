"""The pages of a Family Assessment, as those who write it and the family meet them."""

import json

import pytest

from assessments.models import AssessmentPart, FamilyAssessment
from cases.models import Task
from notices.models import Dispatch
from pathway.actions.family_assessment import stop_assessment
from tests.acts.test_family_assessment import SOON, begun, caf, put, shared, whole
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, carer_of
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.pages.test_meetings import SCRIPT, day
from tests.personas import person, who

pytestmark = pytest.mark.django_db
__all__ = ["caf"]


@pytest.fixture
def lead(desk):
    return desk.as_(LEAD)


def at(found, more="") -> str:
    return f"/cases/{found.case.reference}/assessment/{found.pk}/{more}"


def test_it_is_begun_from_the_case(lead):
    referral = led(words="He hardly sleeps.", wanted="Somebody who listens.")
    every = f"/cases/{referral.case.reference}/assessment/"
    assert "No Family Assessment yet" in text_of(lead.get(every))
    page = lead.post(f"{every}begin/", follow=True)
    said = text_of(page)
    assert "It is begun, with what is known already" in said and "Taken from the request of Nasreen Chowdhury" in said
    assert b">Somebody who listens.</textarea>" in page.content
    assert "Begin" not in text_of(lead.get(every)).split("Family Assessment of")[1]
    assert "is being written already" in text_of(lead.post(f"{every}begin/", follow=True))


def test_a_part_is_kept_without_script_and_a_clash_loses_nothing(lead):
    found = begun()
    wanted = {"section": "health", "version": "0", "well": "", "needs": "Sleep", "help": ""}
    page = lead.post(at(found, "write/"), wanted, follow=True)
    assert "Kept." in text_of(page) and b">Sleep</textarea>" in page.content
    page = lead.post(at(found, "write/"), {**wanted, "needs": "Rest"})
    said = text_of(page)
    assert "wrote here meanwhile. Nothing is lost" in said and b"Rest</textarea>" in page.content
    both = {**wanted, "version": "1", "needs": "Rest", "theirs_needs": "Sleep", "both": "1"}
    lead.post(at(found, "write/"), both)
    assert AssessmentPart.objects.get(chapter="health").said["needs"] == "Sleep\n\nRest"
    long = lead.post(at(found, "write/"), {**wanted, "version": "2", "needs": "x" * 4001})
    assert long.status_code == 409 and "That is too long" in text_of(long) and b"x" * 4001 in long.content
    stale = lead.post(at(found, "write/"), {**wanted, "version": "1", "needs": "x" * 4001}).content.decode()
    there = stale.partition('name="section" value="health"')[2]
    assert 'name="version" value="1"' in there[:200], "what they have not read is not kept over"


def test_the_script_keeps_words_and_hears_of_others(lead, desk):
    found = begun()
    told = lead.post(at(found, "write/"), {"section": "care", "version": "0", "well": "A club"}, **SCRIPT)
    assert json.loads(told.content)["version"] == 1
    told = lead.post(at(found, "write/"), {"section": "care", "version": "0", "well": "Other"}, **SCRIPT)
    assert told.status_code == 409 and json.loads(told.content)["theirs"]["well"] == "A club"
    news = lead.get(at(found, "news/"), {"since": "2026-11-01T00:00:00+00:00"})
    said = {row["section"]: row["said"] for row in json.loads(news.content)["rows"]}
    assert said["care"]["well"] == "A club"
    assert lead.get(at(found, "news/"), {"since": "2099-11-01T00:00:00+00:00"}).status_code == 204
    assert lead.get(at(found, "news/"), {"since": "yesterday"}).status_code == 404
    assert lead.post(at(found, "write/"), {"section": "nothing"}, **SCRIPT).status_code == 404


def test_a_colleague_is_asked_writes_and_finishes_their_part(lead, desk):
    found = begun()
    page = lead.post(at(found, "ask/health/"), {})
    assert_an_error_by_the_book(page, "Choose who writes it", "Enter the day by which you need it")
    wanted = {"person": person("health_adviser").pk, **day(SOON, "due_on")}
    assert "They are asked" in text_of(lead.post(at(found, "ask/health/"), wanted, follow=True))
    adviser = type(desk)("desk").as_("health_adviser")
    page = adviser.get(at(found))
    assert page.content.count(b"data-place") == 1 and "With Health adviser, by" in text_of(page)
    adviser.post(at(found, "write/"), {"section": "health", "version": "0", "needs": "Sleep"})
    more = {"section": "health", "version": "1", "needs": "Sleep, and a routine"}
    said = text_of(adviser.post(at(found, "done/health/"), more, follow=True))
    assert AssessmentPart.objects.get(chapter="health").said["needs"] == "Sleep, and a routine"
    assert "This part is finished." in said and "Go on to send it" not in said
    assert adviser.get(at(found, "send/")).status_code == 404
    assert adviser.post(at(found, "write/"), {"section": "care", "version": "0", "needs": "No"}).status_code == 404


def test_it_is_sent_taken_printed_and_stands(caf, lead, desk):
    found = begun()
    page = lead.post(at(found, "send/"), {"no_reader_because": "They asked for none."})
    assert page.status_code == 409 and b"They asked for none." in page.content
    assert "Write at least one part for a service." in text_of(page)
    whole(found)
    said = text_of(lead.post(at(found, "send/"), {"readers": [carer_of(found.case_id).pk]}, follow=True))
    assert "It stands as it was sent" in said and "Nasreen Chowdhury" in said
    assert "Say that the CAF team has it" not in said
    worker = type(desk)("desk").as_("caf_worker")
    assert "Say that the CAF team has it" in text_of(worker.get(at(found)))
    assert "Noted: the CAF team has it." in text_of(worker.post(at(found, "taken/"), follow=True))
    assert "Sleep comes first." in text_of(lead.get(at(found, "print/")))
    assert lead.get(at(found, "send/")).status_code == lead.get(at(found, "stop/")).status_code == 404
    assert "Begin a review" in text_of(lead.get(f"/cases/{found.case.reference}/assessment/"))


def test_the_task_is_not_ticked_off_by_hand_while_it_is_written_here_and_elsewhere_only_with_where(caf, desk):
    found = begun()
    task = Task.objects.get(case=found.case, kind="family_assessment", state="open")
    worker, page = desk.as_("caf_worker"), f"/cases/{found.case.reference}/tasks/{task.pk}/"
    refused = worker.post(page, {"note": "All done."})
    assert refused.status_code == 409 and "is being written here" in text_of(refused)
    assert "All done." in refused.content.decode()
    stop_assessment(found.pk, "It is made on paper.", by=who(LEAD))
    assert "say in the note where it is kept" in text_of(worker.post(page, {"note": ""}))
    assert Task.objects.get(pk=task.pk).state == "open"
    assert "Done:" in text_of(worker.post(page, {"note": "On paper, in the blue folder."}, follow=True))


def test_it_is_not_carried_on_for_a_reason(lead):
    found = begun()
    assert_an_error_by_the_book(lead.post(at(found, "stop/"), {}), "Say why")
    said = text_of(lead.post(at(found, "stop/"), {"because": "The family has moved."}, follow=True))
    assert "Not carried on. The family has moved." in said
    assert FamilyAssessment.objects.get().state == "stopped"


def test_the_family_reads_it_and_answers(caf, family, desk):
    found, reference = shared()
    amina = family.as_("amina")
    assert "Read the Family Assessment, and say what you think of it" in text_of(amina.get(f"/mine/{reference}/"))
    mine = f"/mine/{reference}/assessment/{found.pk}/"
    said = text_of(amina.get(mine))
    for words in ("I like the quiet room.", "What worries you He does not sleep.", "Sleep comes first."):
        assert words in said
    assert_an_error_by_the_book(amina.post(mine, {"agrees": "no"}), "Write what is wrong or missing")
    said = text_of(amina.post(mine, {"agrees": "no", "words": "He sleeps from four."}, follow=True))
    assert "You did not agree with it." in said and "He sleeps from four." in said
    assert Dispatch.objects.filter(template="assessment_answered").count() == 1
    assert "does not agree" in text_of(desk.as_(LEAD).get(at(found)))
    assert type(family)("family").as_("priya").get(mine).status_code == 404
    assert type(family)("family").as_("amina").get(f"/mine/{reference}/assessment/{begun().pk}/").status_code == 404


def test_what_is_being_written_is_not_the_familys_to_read_yet(family):
    from tests.personas import who

    found = begun(by=who("amina"))
    put(found, "health", needs="Sleep")
    amina = family.as_("amina")
    assert "Family Assessment" not in text_of(amina.get(f"/mine/{found.case.reference}/"))
    assert amina.get(f"/mine/{found.case.reference}/assessment/{found.pk}/").status_code == 404
