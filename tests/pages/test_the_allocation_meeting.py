"""The pages of the allocation meeting, of what is to be done, and of a concern, as people meet them."""

import pytest

from cases.actions.staff.leave_for_good import leave_for_good
from cases.actions.tasks import take_on
from cases.leading import lead_of
from cases.models import Concern, Task
from notices.models import Dispatch
from panels.models import AgendaItem, Decision, Sitting
from panels.words import ItemState, SittingState
from pathway.actions.go_to_social_care import go_to_social_care
from tests.acts.test_the_allocation_meeting import BECAUSE, a_sitting, accepted, begun
from tests.acts.test_the_fork import WORRY
from tests.factories.requests import received
from tests.factories.teams import team
from tests.pages.reading import text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def carys(desk):
    return desk.as_("carys")


def day(number: int) -> dict:
    return {"held_on_day": number, "held_on_month": 11, "held_on_year": 2026}


def test_a_meeting_is_planned_changed_held_and_read_as_minutes(carys):
    accepted(given_name="Ada")
    page = carys.get("/allocation/")
    assert "1 child waits for an engagement lead." in text_of(page)
    page = carys.post("/allocation/plan/", {**day(18), "begins_at": "2pm", "place": "Room 1"}, follow=True)
    assert "18 November 2026, 2pm. Room 1" in text_of(page)
    key = Sitting.objects.get().pk
    at = f"/allocation/{key}/"
    carys.post(f"{at}change/", {**day(18), "begins_at": "14:30", "place": "Room 2"})
    assert "2:30pm. Room 2" in text_of(carys.get(at))
    page = carys.post(f"{at}open/", follow=True)
    assert "The meeting has begun. 1 case on the agenda." in text_of(page)
    page = carys.post(f"{at}came/", {"person": person("ben").pk, "came": "apologies"}, follow=True)
    assert "Ben Sent apologies" in text_of(page)
    item = AgendaItem.objects.get()
    page = carys.get(f"{at}items/{item.pk}/")
    assert "He hides under the table" in text_of(page)
    chosen = {"person": person("engagement_lead").pk, "because": BECAUSE}
    page = carys.post(f"{at}items/{item.pk}/", chosen, follow=True)
    assert "Engagement lead is Ada’s engagement lead" in text_of(page)
    assert lead_of(item.case) == person("engagement_lead")
    page = carys.post(f"{at}close/", {"minutes": "The room was cold."}, follow=True)
    said = text_of(page)
    for words in ("These are its minutes", "Engagement lead leads.", BECAUSE, "The room was cold.", "Carys closed it"):
        assert words in said
    assert "Decide" not in said.replace("Decided", "")


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(carys):
    page = carys.post("/allocation/plan/", {**day(31), "begins_at": "tea time", "place": "Room 1"})
    shown = page.content.decode()
    assert "There is a problem" in shown
    assert "Enter a time, like 9:30 or 2pm" in shown
    assert 'value="Room 1"' in shown
    page = carys.post("/allocation/plan/", {**day(17), "place": "Room 1"})
    assert page.status_code == 409
    assert "Choose a day that is today or later." in text_of(page)


def test_putting_off_needs_a_reason_and_comes_back(carys):
    (item,) = begun(accepted())
    at = f"/allocation/{item.sitting_id}/items/{item.pk}/later/"
    assert "Say why not today" in text_of(carys.post(at, {"because": ""}))
    page = carys.post(at, {"because": "The clinic is heard first."}, follow=True)
    assert "comes back at the next meeting" in text_of(page)
    assert AgendaItem.objects.get().state == ItemState.DEFERRED


def test_the_bridge_reads_and_notes_who_came_and_does_not_decide(desk):
    ben = desk.as_("ben")
    (item,) = begun(accepted())
    page = ben.get(f"/allocation/{item.sitting_id}/")
    assert "Decide:" not in text_of(page)
    assert "Note it" in text_of(page)
    assert ben.get(f"/allocation/{item.sitting_id}/items/{item.pk}/").status_code == 404
    assert ben.post(f"/allocation/{item.sitting_id}/close/").status_code == 404


def test_cancelling_asks_first(carys):
    sitting = a_sitting()
    assert "Cancel the meeting of" in text_of(carys.get(f"/allocation/{sitting.pk}/cancel/"))
    assert Sitting.objects.get().state == SittingState.PLANNED
    carys.post(f"/allocation/{sitting.pk}/cancel/")
    assert Sitting.objects.get().state == SittingState.CANCELLED


def test_somebody_who_left_meanwhile_is_said_at_the_top_and_nothing_is_lost(carys):
    (item,) = begun(accepted())
    at = f"/allocation/{item.sitting_id}/items/{item.pk}/"
    gone = person("social_worker").pk
    carys.get(at)
    leave_for_good(gone, None, by=who("dev"))
    page = carys.post(at, {"person": gone, "because": "He knows them well."})
    assert "Choose somebody from the list" in text_of(page)
    assert "He knows them well." in page.content.decode()
    assert not Decision.objects.exists()


def test_a_caf_worker_finds_the_family_assessment_on_my_work_takes_it_on_and_finishes_it(desk):
    team("caf", "CAF team", "caf_worker")
    referral = accepted()
    worker = desk.as_("caf_worker")
    page = worker.get("/work/")
    assert "To do, for you and your teams: 1" in text_of(page)
    assert "Complete a Family Assessment with the family" in text_of(page)
    key = Task.objects.get(kind="family_assessment").pk
    at = f"/cases/{referral.case.reference}/tasks/{key}/"
    assert "Nobody has said yet that they have it" in text_of(worker.get(at))
    assert "Caf worker has it" in text_of(worker.post(f"{at}have-it/", follow=True))
    page = worker.post(at, {"note": "With both parents, at home."}, follow=True)
    assert "Done: Complete a Family Assessment" in text_of(page)
    assert "With both parents, at home." in text_of(page)
    page = worker.post(f"{at}again/", follow=True)
    assert "It is to be done again" in text_of(page)
    assert "With both parents, at home." in page.content.decode()


def test_a_record_in_another_system_needs_its_reference(desk):
    referral = accepted()
    ben = desk.as_("ben")
    key = Task.objects.get(kind="crm_record").pk
    at = f"/cases/{referral.case.reference}/tasks/{key}/"
    page = ben.post(at, {"reference": "", "note": "Made it."})
    assert "Enter the reference that the other system gave" in text_of(page)
    assert "Made it." in page.content.decode()
    assert "CRM-26-77" in text_of(ben.post(at, {"reference": "CRM-26-77"}, follow=True))


def test_something_is_agreed_with_a_day_and_a_person(desk):
    referral = accepted()
    ben = desk.as_("ben")
    at = f"/cases/{referral.case.reference}/tasks/new/"
    given = {"title": "Ring the school", "person": person("social_worker").pk}
    page = ben.post(at, {**given, "due_on_day": 17, "due_on_month": 11, "due_on_year": 2026})
    assert "It must be today or later" in text_of(page)
    assert 'value="Ring the school"' in page.content.decode()
    page = ben.post(at, {**given, "due_on_day": 20, "due_on_month": 11, "due_on_year": 2026}, follow=True)
    assert "Social worker is told" in text_of(page)
    assert "Ring the school" in text_of(desk.as_("social_worker").get("/work/"))


def test_a_concern_is_raised_from_any_page_of_the_case_and_read_by_few(desk):
    team("care", "Social care", "social_worker")
    team("caf", "CAF team", "caf_worker")
    referral = accepted()
    ben = desk.as_("ben")
    for page in (f"/requests/{referral.case.reference}/", f"/cases/{referral.case.reference}/"):
        assert "Worried that Ayaan is not safe?" in text_of(ben.get(page))
    at = f"/cases/{referral.case.reference}/concern/"
    assert "ring 999 first" in text_of(ben.get(at))
    assert "Write what worries you" in text_of(ben.post(at, {"words": ""}))
    page = ben.post(at, {"words": WORRY}, follow=True)
    assert "There is a safeguarding concern." in text_of(page)
    assert WORRY in text_of(ben.get(at))
    assert Concern.objects.get().words == WORRY
    page = ben.post(at, {"words": "Once more."})
    assert page.status_code == 409
    assert "social care has it" in text_of(page)
    worker = desk.as_("social_worker")
    task = Task.objects.get(kind="cafa")
    page = worker.get(f"/cases/{referral.case.reference}/tasks/{task.pk}/")
    assert WORRY in text_of(page)
    assert task.due_on.isoformat() == "2026-11-19"


def test_who_may_not_know_sees_neither_the_concern_nor_its_task(desk):
    caf = team("caf", "CAF team", "caf_worker")
    team("care", "Social care", "social_worker")
    referral = accepted()
    take_on(Task.objects.get(team=caf).pk, by=who("caf_worker"))
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    worker = desk.as_("caf_worker")
    desk.as_("ben").get(f"/cases/{referral.case.reference}/concern/")
    worker = desk.as_("caf_worker")
    for page in ("", "tasks/new/", "looked/", "concern/"):
        shown = text_of(worker.get(f"/cases/{referral.case.reference}/{page}"))
        assert WORRY not in shown
        assert "Social care is looking" not in shown
        assert "There is a safeguarding concern" not in shown
        assert "CAFA" not in shown
    told = Dispatch.objects.filter(case_ref=referral.case_id, address="social.care@salford.example").get()
    assert worker.get(f"/post/{told.pk}/").status_code == 404, "its address alone would tell"
    assert str(told.pk) not in worker.get(f"/cases/{referral.case.reference}/").content.decode()
    assert desk.as_("ben").get(f"/post/{told.pk}/").status_code == 200
    worker = desk.as_("caf_worker")
    hidden = Task.objects.get(kind="cafa").pk
    assert worker.get(f"/cases/{referral.case.reference}/tasks/{hidden}/").status_code == 404


def test_a_request_nobody_accepted_stands_on_no_agenda(carys):
    received()
    assert "Nobody waits for an engagement lead." in text_of(carys.get("/allocation/"))


def test_why_not_the_social_worker_is_asked_beside_its_field(carys):
    referral = accepted()
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    (item,) = begun(referral)
    at = f"/allocation/{item.sitting_id}/items/{item.pk}/"
    chosen = {"person": person("engagement_lead").pk, "because": BECAUSE, "instead": ""}
    shown = carys.post(at, chosen).content.decode()
    assert 'href="#id_instead"' in shown
    assert shown.count("so the social worker usually leads. Say why somebody else should") == 2
    assert BECAUSE in shown
    page = carys.post(at, {**chosen, "instead": "Social care agreed."}, follow=True)
    assert "is Ayaan’s engagement lead" in text_of(page)


def test_closing_with_cases_left_and_no_next_meeting_says_so_and_leads_to_planning_one(carys):
    accepted(given_name="Ada")
    carys.post("/allocation/plan/", {**day(18), "begins_at": "2pm", "place": "Room 1"})
    at = f"/allocation/{Sitting.objects.get().pk}/"
    carys.post(f"{at}open/")
    page = text_of(carys.get(f"{at}close/"))
    assert "1 case was not reached." in page and "No next meeting is planned." in page
    carys.post("/allocation/plan/", {**day(25), "begins_at": "2pm", "place": "Room 1"})
    assert "No next meeting is planned." not in text_of(carys.get(f"{at}close/"))
