"""Whoever is on a case finds it in their lists, opens it, and nobody else: the query and the check are one answer."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ObjectDoesNotExist

from accounts.who import machine, visitor
from cases.caseload import keep
from cases.family import my_cases
from cases.models import Case, CaseGrant, Caseload, Involvement
from cases.powers import OVERSEERS
from cases.search import search
from cases.sight import SEES, all_open_to, capacities, may_see, parts_open_to, visible_to
from cases.words import Capacity, Part
from core.refusals import NotAllowed
from door.guarded import opened
from referrals.selectors import queue
from tests.acts.test_the_guard import door_of
from tests.factories.requests import received
from tests.personas import SALFORD, STANDINGS, THURROCK, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
DAY = timedelta(days=1)
GRANTS = {
    "live": (TODAY - DAY, TODAY + DAY, None),
    "first day": (TODAY, TODAY + DAY, None),
    "last day": (TODAY - DAY, TODAY, None),
    "expired": (TODAY - 9 * DAY, TODAY - DAY, None),
    "not yet": (TODAY + DAY, TODAY + 9 * DAY, None),
    "revoked yesterday": (TODAY - 9 * DAY, TODAY + DAY, TODAY - DAY),
    "revoked today": (TODAY - 9 * DAY, TODAY + DAY, TODAY),
    "to be revoked tomorrow": (TODAY - 9 * DAY, TODAY + DAY, TODAY + DAY),
}
LIVE = {"live", "first day", "last day", "to be revoked tomorrow"}


def grant(case: Case, name: str, kind: str) -> CaseGrant:
    since, until, revoked_on = GRANTS[kind]
    return CaseGrant.objects.create(
        authority_id=case.authority_id,
        content_object=case,
        user=person(name),
        permission=Permission.objects.get(codename="view_case"),
        granted_by="person:carys",
        reason="An advocate of the family.",
        since=since,
        until=until,
        revoked_on=revoked_on,
    )


ON_A_CASE = {
    Capacity.OWNER: "stella",
    Capacity.LEAD: "engagement_lead",
    Capacity.COORDINATOR: "ehc_coordinator",
    Capacity.ADVISER: "health_adviser",
    Capacity.SERVICE: "educational_psychologist",
    Capacity.TASKED: "caf_worker",
    Capacity.SOCIAL_CARE: "social_worker",
    Capacity.SETTING: "senco",
    Capacity.FORMER_LEAD: "caf_worker",
    Capacity.TASKED: "locality_manager",
    Capacity.SOCIAL_CARE: "social_worker",
}
"""Somebody who is on one case and no other, for each capacity in which a person can be."""


def involve(name: str, case: Case, capacity: Capacity) -> None:
    with opened(case.pk):
        Involvement(
            authority_id=case.authority_id, case=case, person=person(name), capacity=capacity, since=TODAY
        ).save()


@pytest.fixture
def cases(world) -> dict[str, Case]:
    """One case of each kind."""
    found = {
        "a visitor's": received().case,
        "Amina's": received(by=who("amina")).case,
        "Priya's": received(by=who("priya")).case,
        "Thurrock's": received(by=visitor(THURROCK)).case,
        "one Amina was on once": received(by=who("amina")).case,
        "one no team is on any more": received().case,
    }
    for kind in GRANTS:
        found[f"a grant to Priya, {kind}"] = received().case
        grant(found[f"a grant to Priya, {kind}"], "priya", kind)
    found["a grant to Dev"] = received().case
    grant(found["a grant to Dev"], "dev", "live")
    found["a grant to Tom of Thurrock"] = received().case
    grant(found["a grant to Tom of Thurrock"], "tom", "live")
    for capacity, name in ON_A_CASE.items():
        found[f"one with {name}"] = received().case
        involve(name, found[f"one with {name}"], capacity)
    end(found["one Amina was on once"], Capacity.FAMILY)
    end(found["one no team is on any more"], Capacity.TRIAGE)
    return found


def end(case: Case, capacity: Capacity) -> None:
    """Somebody's last day on this case was yesterday."""
    with door_of(case.referrals.get()) as act:
        Involvement.objects.filter(case=case, capacity=capacity).update(since=TODAY - 5 * DAY, until=TODAY - DAY)
        keep(case)
        act.abandon()


EVERYBODY = [*STANDINGS, "a visitor", "a machine"]


def somebody(name: str):
    return {"a visitor": visitor(SALFORD), "a machine": machine("watch", SALFORD)}.get(name) or who(name)


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_list_and_the_door_agree(cases, name):
    asker = somebody(name)
    listed = {kind for kind, case in cases.items() if visible_to(asker).filter(pk=case.pk).exists()}
    assert listed == {kind for kind, case in cases.items() if may_see(asker, case)}
    assert listed == {kind for kind, case in cases.items() if capacities(asker, case)}
    assert listed == {kind for kind, case in cases.items() if parts_open_to(asker, case)}
    assert visible_to(asker).count() == len(listed)
    named = all_open_to(asker, 1000)
    assert named is None if asker.roles & OVERSEERS else set(named) == {cases[kind].pk for kind in listed}
    assert not listed or all_open_to(asker, len(listed) - 1) is None


def test_and_this_is_what_everybody_sees(cases):
    seen = {name: {kind for kind, case in cases.items() if may_see(somebody(name), case)} for name in EVERYBODY}
    at_salford = set(cases) - {"Thurrock's"}
    assert seen["carys"] == at_salford
    assert seen["ben"] == at_salford - {"one no team is on any more"}
    assert seen["tom"] == seen["irene"] == {"Thurrock's"}
    assert seen["amina"] == {"Amina's"}
    assert seen["priya"] == {"Priya's"} | {f"a grant to Priya, {kind}" for kind in LIVE}
    assert seen["hal"] == seen["sena"] == at_salford
    for name in ON_A_CASE.values():
        assert seen[name] == {f"one with {name}"}
    assert seen["dev"] == {"a grant to Dev"}
    assert seen["eve"] == seen["a visitor"] == seen["a machine"] == set()


@pytest.mark.parametrize("kind", GRANTS)
def test_a_grant_opens_its_case_on_its_days_alone_and_only_the_core_of_it(cases, kind):
    case, priya = cases[f"a grant to Priya, {kind}"], who("priya")
    assert may_see(priya, case) is (kind in LIVE)
    assert parts_open_to(priya, case) == ({Part.CORE} if kind in LIVE else set())
    assert (case in my_cases(priya)) is (kind in LIVE)


def test_the_parts_of_a_case_are_what_the_table_says(cases):
    standings = {
        Capacity.TRIAGE: ("ben", "Amina's"),
        Capacity.OVERSIGHT: ("carys", "one no team is on any more"),
        Capacity.FAMILY: ("amina", "Amina's"),
        Capacity.NAMED: ("dev", "a grant to Dev"),
    } | {capacity: (name, f"one with {name}") for capacity, name in ON_A_CASE.items()}
    assert set(standings) == set(Capacity)
    for capacity, (name, kind) in standings.items():
        assert capacities(who(name), cases[kind]) == {capacity}
        assert parts_open_to(who(name), cases[kind]) == {part for part, held in SEES.items() if capacity in held}


@pytest.mark.parametrize("name", ["ben", "carys", "tom", "irene"])
def test_the_worklist_holds_cases_its_reader_may_open_and_misses_none_of_their_teams(cases, name):
    asker = who(name)
    listed = {row.reference for row in queue(asker).rows}
    visible = set(visible_to(asker).values_list("reference", flat=True))
    assert listed <= visible
    kept = Caseload.objects.filter(team__in=asker.teams).values_list("case__reference", flat=True)
    assert listed == set(kept)


@pytest.mark.parametrize("name", ["dev", "amina", "eve"])
def test_nobody_else_has_a_worklist(cases, name):
    with pytest.raises((NotAllowed, ObjectDoesNotExist)):
        queue(who(name))


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_search_finds_nothing_its_asker_may_not_open(cases, name):
    asker = somebody(name)
    visible = set(visible_to(asker).values_list("reference", flat=True))
    found = search(asker, "Ayaan Chowdhury").found
    assert {row.reference for row in found} == visible
    for case in cases.values():
        by_reference = search(asker, case.reference).found
        assert bool(by_reference) == (case.reference in visible)


@pytest.mark.parametrize("name", ["amina", "priya"])
def test_a_familys_list_is_what_they_may_open(cases, name):
    assert set(my_cases(who(name))) == set(visible_to(who(name)))


def test_a_standing_that_ended_opens_nothing_from_the_next_day(cases):
    person("ben").memberships.update(until=TODAY)
    assert may_see(who("ben"), cases["Amina's"])
    person("ben").memberships.update(until=TODAY - DAY)
    assert not may_see(who("ben"), cases["Amina's"])
    assert visible_to(who("ben")).count() == 0
