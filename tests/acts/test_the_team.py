"""The team around a child: who, as what, since when, who covers; and what nobody may read off it."""

from datetime import timedelta

import pytest

from accounts.rules import Away
from cases.actions.lead import name_lead
from cases.actions.staff.absence import enter
from cases.team_seen import OnTheTeam, team_around
from cases.words import Capacity, Part
from core import clock
from pathway.actions.go_to_social_care import go_to_social_care
from tests.acts.test_asked_of_services import service  # noqa: F401  the service
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import called
from tests.acts.test_what_came_of_it import taken
from tests.acts.test_who_a_child_is import put_on
from tests.factories.children import two_homes
from tests.factories.teams import team
from tests.pages.reading import text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db
ALL = frozenset(Part)


def on_it(referral, parts=ALL) -> dict[str, OnTheTeam]:
    return {one.name: one for one in team_around([referral.case], parts).now}


def test_who_leads_stands_first_with_their_role_since_when_and_how_to_reach_them(world):
    referral = led()
    first = team_around([referral.case], ALL).now[0]
    assert (first.name, first.as_what) == ("Engagement lead", ("Engagement lead", "Answers for the deadlines"))
    assert first.since == clock.today()
    assert first.email == person("engagement_lead").email
    assert "The Bridge" in on_it(referral)


def test_leave_says_until_when_and_who_answers(world):
    referral, today = led(), clock.today()
    away = Away(person("engagement_lead").pk, today, today + timedelta(days=4), person("caf_worker").pk)
    enter(away, by=who("carys"))
    lead = on_it(referral)["Engagement lead"]
    assert (lead.is_away, lead.away_until, lead.covered_by) == (True, away.until, "Caf worker")


def test_another_lead_and_who_led_before_are_both_there(world):
    referral = led()
    name_lead(referral.case_id, person("caf_worker").pk, "She moved away.", by=who("carys"))
    now = on_it(referral)
    assert now["Caf worker"].as_what[0] == "Engagement lead"
    assert now["Engagement lead"].as_what == ("Was the engagement lead",)


def test_who_may_not_know_of_a_concern_reads_nothing_of_those_who_are_there_because_of_one(world):
    care = team("care", "Social care", "social_worker")
    referral = led()
    before = set(on_it(referral, ALL - {Part.SAFEGUARDING}))
    go_to_social_care(referral.case_id, "He has marks on his arms.", by=who("ben"))
    assert care.name in on_it(referral)
    after = set(on_it(referral, ALL - {Part.SAFEGUARDING}))
    assert after <= before, "and whoever looks again at the lead is not there either"
    assert care.name not in after


def test_where_a_school_is_kept_from_somebody_who_may_not_read_it_reads_of_nobody_who_could_tell(world):
    referral = led()
    two_homes(referral.case, bar=True)
    put_on(referral.case, "senco", Capacity.ADVISER)
    put_on(referral.case, "caf_worker", Capacity.SETTING)
    some = on_it(referral, ALL - {Part.SECRET})
    assert {"Senco", "Caf worker"} <= set(on_it(referral))
    assert not {"Senco", "Caf worker"} & set(some)
    assert "Salford City Council" not in str([one.does for one in some.values()])
    assert "Engagement lead" in some


def test_the_page_says_so_and_the_family_reads_who_helps(world, desk, family):
    referral = led(by=who("amina"))
    page = text_of(desk.as_("engagement_lead").get(f"/cases/{referral.case.reference}/team/"))
    assert "The team around Ayaan" in page
    assert "Engagement lead : Engagement lead" in page or "Engagement lead: Engagement lead" in page
    assert "Reads the request" in page
    assert "Who else helps" not in text_of(family.as_("amina").get(f"/mine/{referral.case.reference}/"))


def test_the_family_reads_those_it_meets_and_the_lead_apart(world, family):
    meeting = called(by=who("amina"))
    page = text_of(family.as_("amina").get(f"/mine/{meeting.case.reference}/"))
    helpers = page.split("Who else helps Ayaan")[1].split("What we know about")[0]
    assert "Caf worker, CAF worker" in helpers
    assert "Engagement lead" not in helpers


def test_a_service_that_took_the_child_on_is_named_unless_something_must_be_kept_from_somebody(service, family):  # noqa: F811
    row = taken(service, by=who("amina"))
    here = f"/mine/{row.case.reference}/"
    assert f"{service.name} (since" in text_of(family.as_("amina").get(here))
    two_homes(row.case, bar=True)
    assert "Who else helps" not in text_of(family.as_("amina").get(here))
