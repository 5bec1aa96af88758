"""The demonstration's pathfinder: Salford's published counts, from invented children's cases and from nothing else."""

from datetime import date, datetime

import pytest
from django.db.models import Q

from accounts.models import Locality, Person
from accounts.roles import AT_DOOR, Role
from accounts.who import Who, standing
from cases.models import Baseline, Case, Caseload, CaseNeed, Deadline
from cases.need_words import PathwayNeed
from cases.words import Stage
from core import clock
from core.clock import LONDON
from core.refusals import NotAllowed
from demo.cast import CAST
from demo.past_year import load_pathfinder
from demo.pathfinder import PUBLISHED, children
from demo.schools import open_schools
from demo.standing import stand_up
from insight.activity import activity, children_behind, cut
from insight.suppression import SMALL
from notices.models import Dispatch

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TYPES = {
    "pvi": 27, "centre": 4, "primary": 55, "secondary": 18, "special": 1, "primary_pru": 6, "medical_pru": 1,
    "secondary_pru": 1,
}  # fmt: skip
NEEDS = {
    "adhd": 4, "asd": 15, "attachment": 2, "behaviour": 20, "complex_health": 6, "complex_needs": 7, "development": 7,
    "hearing": 3, "physical": 6, "semh": 15, "sen": 22, "speech": 31, "transition": 12, "visual": 3,
}  # fmt: skip
"""As they were published, written out once more by hand."""


def test_the_file_says_what_was_published():
    assert PUBLISHED["settings"] == TYPES
    assert PUBLISHED["needs"] == NEEDS
    assert (sum(TYPES.values()), sum(NEEDS.values())) == (113, 153)
    assert (PUBLISHED["social_care"], PUBLISHED["assessments"], PUBLISHED["assessments_before"]) == (13, 86, 95)


def test_every_child_has_a_need_and_none_the_same_one_twice_and_the_same_every_time():
    told = list(children())
    assert len(told) == 113
    assert all(child.request.work.needs for child in told)
    assert {need: sum(need in child.request.work.needs for child in told) for need in PathwayNeed} == NEEDS
    assert [child.request for child in told] == [child.request for child in children()]


def somebody(role: Role) -> Who:
    one = next(one for one in CAST if one.role == role and "355" in one.codes)
    return standing(Person.objects.get(email=one.email), on=clock.today(), among=AT_DOOR["desk"], chosen="355")


@pytest.fixture
def loaded():
    stand_up()
    open_schools()
    people = [somebody(role) for role in (Role.OPERATIONAL_MANAGER, Role.ADMINISTRATOR)]
    assert load_pathfinder(*people) == 113
    assert load_pathfinder(*people) == 0, "once"


def test_the_operational_manager_sees_exactly_these_figures_and_who_outside_sees_no_small_one(loaded):
    manager = somebody(Role.OPERATIONAL_MANAGER)
    south = Locality.objects.get(authority_id="355", name="South")
    chosen = cut(manager, "2017", str(south.pk))
    found = activity(chosen)
    assert {line.code: line.count for line in found.types.lines} == TYPES
    assert {line.code: line.count for line in found.needs.lines} == NEEDS
    assert {line.code: line.count for line in found.reasons.lines} == {"social_care": 13, "other": 100}
    assert {line.code: line.count for line in found.results} == {"assessment": 86, "tribunal": 0, "complaint": 0}
    assert (found.children, found.types.total, found.needs.total) == (113, 113, 153)
    everything = [*found.types.lines, *found.needs.lines, *found.reasons.lines, *found.results]
    for line in everything:
        rows, page = [], 1
        while (behind := children_behind(chosen, line.of, line.key, page)).page <= behind.pages:
            rows += behind.rows
            page += 1
        assert (len(rows), len({row.reference for row in rows})) == (line.count, line.count), line
    assert activity(cut(manager, "2017", "")).children == 113, "the whole council had no others then"
    assert {row.figure for row in activity(cut(manager, "2017", "")).earlier.values()} == {95}

    _nobody_outside_sees_a_small_number()
    _they_are_on_nobodys_list()


def _nobody_outside_sees_a_small_number() -> None:
    for role in (Role.COMMISSIONER, Role.ANALYST):
        who = Who(ref="person:x", authority_id="355", roles=frozenset({role}))
        chosen = cut(who, "2017", "")
        seen = activity(chosen)
        for table, true in (
            (seen.types, TYPES),
            (seen.needs, NEEDS),
            (seen.reasons, {"social_care": 13, "other": 100}),
        ):
            shown = {line.code: line.count for line in table.lines if line.count is not None}
            assert shown.items() <= true.items()
            assert not [code for code, count in true.items() if count < SMALL and code in shown]
            rest = sum(true.values()) - sum(shown.values())
            hidden = [code for code in true if code not in shown]
            assert not hidden or (len(hidden) > 1 and rest >= SMALL), "no hidden one is the total less the rest"
        assert seen.children == 113
        assert {line.code: line.count for line in seen.results} == {"assessment": 86, "tribunal": 0, "complaint": 0}
        with pytest.raises(NotAllowed):
            children_behind(chosen, "type", "special", 1)


def _they_are_on_nobodys_list() -> None:
    cases = Case.objects.filter(authority_id="355")
    assert set(cases.values_list("stage", flat=True)) == {Stage.CLOSED}
    assert {case.received_on.year for case in cases} == {2017, 2018}
    assert max(case.received_on for case in cases) < date(2018, 9, 1)
    assert not Deadline.objects.filter(case__in=cases, ended_on=None).exists()
    assert not Caseload.objects.exclude(next_duty="").exists()
    letters = Dispatch.objects.filter(case_ref__in=cases)
    assert letters.count() >= 113
    assert not letters.filter(Q(sent_at=None) | Q(sent_at__gte=datetime(2018, 12, 31, tzinfo=LONDON))).exists()
    assert not CaseNeed.objects.filter(mistaken=True).exists()
    assert Baseline.objects.get().figure == 95
