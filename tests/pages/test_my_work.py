"""What must I do next: whose work stands there, in which order, and what the first line says."""

from datetime import datetime, timedelta

import pytest

from accounts.models import Absence, Membership, Team
from cases.actions.lead import name_lead
from cases.actions.name_owner import name_owner
from cases.caseload import keep
from cases.models import Deadline
from cases.tasks import watch
from core import clock
from core.clock import LONDON
from core.past import hold
from door.guarded import opened
from pathway.actions.answer_request import answer_request
from referrals.actions.answering import Answer
from referrals.words import AsksFor, Said
from sendpath.patrols import findings
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db


def on(day: int, month: int = 11, hour: int = 9):
    return hold(datetime(2026, month, day, hour, 5, tzinfo=LONDON))


def names_on(page) -> list[str]:
    return [row.child for row in page.context["work"].rows]


def test_the_teams_work_opens_for_somebody_with_no_cases_of_their_own(desk):
    received()
    page = desk.as_("ben").get("/work/")
    assert "Good morning, Ben. Nothing must be done today, and nothing is late." in text_of(page)
    assert names_on(page) == ["Ayaan Chowdhury"]


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (24, "One thing must be done today, and nothing is late."),
        (25, "Nothing must be done today, and one thing is already late."),
    ],
)
def test_the_first_line_says_what_must_be_done(desk, day, says):
    received()
    with on(day):
        assert says in text_of(desk.as_("ben").get("/work/"))


def test_nothing_is_late_between_the_two_counts(desk):
    """Six weeks from 18 November: target Tuesday 29 December, last day Wednesday 30."""
    received(AsksFor.ASSESSMENT)
    ben = desk.as_("ben")
    with on(30, 12):
        page = ben.get("/work/?when=today")
        assert "nothing is late" in text_of(page)
        assert "Last day is today" in text_of(page)
    with on(31, 12):
        assert "one thing is already late" in text_of(ben.get("/work/"))


def test_each_window_holds_its_own_and_the_counts_agree(desk):
    received(given_name="Help")
    received(AsksFor.ASSESSMENT, given_name="Plan")
    received(AsksFor.UNSURE, given_name="Unsure")
    ben = desk.as_("ben")
    counts = {}
    for when in ("late", "today", "week", "month", "later", "all"):
        page = ben.get(f"/work/?whose=team&when={when}")
        counts[when] = len(page.context["work"].rows)
        assert page.context["work"].counts[when] == counts[when]
    assert counts == {"late": 0, "today": 0, "week": 2, "month": 0, "later": 1, "all": 3}


def test_what_is_named_for_me_is_mine_and_leaves_nobody_elses_list(desk):
    mine, other = received(given_name="Mine"), received(given_name="Other")
    name_owner(mine.case_id, person("ben").pk, by=who("carys"))
    ben = desk.as_("ben")
    assert names_on(ben.get("/work/")) == ["Mine Chowdhury"]
    assert set(names_on(ben.get("/work/?whose=team"))) == {"Mine Chowdhury", "Other Chowdhury"}
    name_owner(mine.case_id, None, by=who("carys"))
    assert names_on(ben.get("/work/?whose=mine")) == []
    assert other.case.reference in text_of(ben.get("/work/"))


def test_whose_work_it_is_does_not_hang_on_what_it_is_narrowed_to(desk):
    mine, other = received(given_name="Mine"), received(AsksFor.ASSESSMENT, given_name="Other")
    name_owner(mine.case_id, person("ben").pk, by=who("carys"))
    ben = desk.as_("ben")
    for narrowed in ("when=later", "kind=EHCNA-DECIDE"):
        assert names_on(ben.get(f"/work/?{narrowed}")) == []
        assert names_on(ben.get(f"/work/?whose=team&{narrowed}")) == ["Other Chowdhury"]
    name_owner(mine.case_id, None, by=who("carys"))
    assert names_on(ben.get("/work/?when=later")) == ["Other Chowdhury"], other.case.reference


def test_what_comes_after_the_first_thing_stands_with_its_day(desk):
    referral = received()
    answer_request(referral.pk, Said.ACCEPT, Answer("Three services are involved."), by=who("ben"))
    name_lead(referral.case_id, person("engagement_lead").pk, "She knows the family.", by=who("carys"))
    said = text_of(desk.as_("engagement_lead").get("/work/"))
    first = said.index("Be in touch with the family for the first time Ayaan Chowdhury")
    assert first < said.index("Also: ") < said.index("), "), "no team’s task hides the lead’s own"


def test_whoever_leads_finds_what_they_owe_though_another_answers_for_the_deadlines(desk):
    referral = received()
    name_owner(referral.case_id, person("ben").pk, by=who("carys"))
    answer_request(referral.pk, Said.ACCEPT, Answer("Three services are involved."), by=who("ben"))
    name_lead(referral.case_id, person("engagement_lead").pk, "She knows the family.", by=who("carys"))
    page = desk.as_("engagement_lead").get("/work/")
    assert names_on(page) == ["Ayaan Chowdhury"]
    assert "Be in touch with the family for the first time" in text_of(page)
    assert names_on(desk.as_("ben").get("/work/?whose=mine")) == ["Ayaan Chowdhury"]
    name_lead(referral.case_id, person("carys").pk, "She moved away.", by=who("carys"))
    assert names_on(desk.as_("engagement_lead").get("/work/?whose=mine")) == []
    assert not list(findings())


def test_what_is_owed_as_a_task_of_another_stands_alone_only_where_nothing_else_is(desk):
    referral = received()
    answer_request(referral.pk, Said.ACCEPT, Answer("Three services are involved."), by=who("ben"))
    name_lead(referral.case_id, person("engagement_lead").pk, "She knows the family.", by=who("carys"))
    lead = desk.as_("engagement_lead")
    assert "has this to do" not in text_of(lead.get("/work/"))
    with opened(referral.case_id):
        rows = Deadline.objects.filter(case=referral.case_id, duty__in=["FIRST-CONTACT-LOCAL", "MAM-LOCAL"])
        rows.update(ended_on=clock.today(), ended_as="met", ended_by=referral.case_id)
        keep(referral.case)
    assert "has this to do" in text_of(lead.get("/work/"))


def test_the_cases_of_a_colleague_i_cover_for_stand_among_mine(desk):
    referral = received()
    name_owner(referral.case_id, person("ben").pk, by=who("carys"))
    today = clock.today()
    Absence.objects.create(
        authority_id=SALFORD, person=person("ben"), cover=person("carys"), since=today,
        until=today + timedelta(days=2), entered_by="person:x",
    )  # fmt: skip
    page = desk.as_("carys").get("/work/")
    assert "You answer for Ben until Friday 20 November." in text_of(page)
    assert names_on(page) == ["Ayaan Chowdhury"]


def test_that_the_manager_was_told_shows(desk):
    received()
    ben = desk.as_("ben")
    for day in (25, 26):
        with on(day):
            watch()
    with on(26, hour=11):
        assert "The manager was told on Thursday 26 November." in text_of(ben.get("/work/"))


def test_a_kind_of_work_is_found_alone(desk):
    received(given_name="Help")
    received(AsksFor.ASSESSMENT, given_name="Plan")
    page = desk.as_("ben").get("/work/?whose=team&kind=EHCNA-DECIDE")
    assert names_on(page) == ["Plan Chowdhury"]


def test_sixty_cases_come_in_pages_and_none_is_lost(desk):
    for number in range(60):
        received(given_name=f"Child {number:02}")
    ben, address, seen = desk.as_("ben"), "/work/?whose=team", []
    while address:
        page = ben.get(address)
        seen += [row.reference for row in page.context["work"].rows]
        address = page.context["next"] and "/work/" + page.context["next"]
    assert len(seen) == len(set(seen)) == 60


@pytest.mark.parametrize("asked", ["when=never", "whose=eve", "kind=NOPE", "after=~~", "after=2026-11-18~x~y", "kind="])
def test_an_address_made_up_shows_the_whole_list(desk, asked):
    received()
    page = desk.as_("ben").get(f"/work/?{asked}")
    assert page.status_code == 200
    assert "Ayaan Chowdhury" in text_of(page)


def test_another_councils_work_is_not_here(desk):
    from accounts.who import visitor
    from pathway.actions.receive_request import receive_request
    from tests.factories.requests import request

    receive_request(request(), by=visitor(THURROCK))
    assert names_on(desk.as_("ben").get("/work/?whose=team")) == []


def test_managers_are_told_on_every_page_that_reminders_have_stopped(desk, monkeypatch):
    from cases import heartbeat

    received()
    with on(24):
        watch()
        believed = heartbeat.database_now()
    monkeypatch.setattr(heartbeat, "database_now", lambda: believed)
    with hold(datetime(2027, 11, 24, 9, 5, tzinfo=LONDON)):
        watch()
    assert "No reminders are going out." in text_of(desk.as_("carys").get("/work/"))
    assert "No reminders are going out." not in text_of(desk.as_("ben").get("/work/"))


def test_whoever_has_something_to_do_does_not_read_that_all_is_done(desk):
    team = Team.objects.create(authority_id=SALFORD, name="CAF", kind=Team.Kind.CAF, mailbox="caf@s.example")
    Membership.objects.filter(person=person("caf_worker"), role="caf_worker").update(team=team)
    asked = received()
    answer_request(asked.pk, Said.ACCEPT, Answer("Three services are involved."), by=who("ben"))
    page = text_of(desk.as_("caf_worker").get("/work/"))
    assert "No case besides" in page and "All done" not in page


def test_somebody_without_a_team_or_a_case_is_led_to_what_they_can_do(desk):
    said = text_of(desk.as_("senco").get("/work/"))
    assert "No case is named for you" in said
    assert "Refer a child, or see the requests you sent" in said
    assert "your team" not in said.split("Kind of work")[-1].replace("My team’s", "")


def test_promises_of_services_are_one_kind_of_work(desk):
    page = desk.as_("ben").get("/work/").content.decode()
    assert page.count("Answer a request that was passed on") == 1
    assert desk.as_("ben").get("/work/?kind=services").status_code == 200
