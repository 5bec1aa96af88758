"""The decision whether to assess: the legal test and nothing more, and a refusal only where nothing is wanting."""

from datetime import date

import pytest

from ehcp.notice import appeal_by, mediation_by
from ehcp.rules import (
    AfterARefusal,
    Findings,
    against_changing,
    against_closing,
    against_proposing,
    against_telling,
    must_assess,
)
from ehcp.words import DecisionState, Limb, RequestState, Whom, Why

TODAY = date(2026, 11, 18)
REASONS = {Limb.NEEDS: "The SENCO’s report says so.", Limb.NECESSARY: "Two rounds of support changed nothing."}
WHOLE = {"told": frozenset(Whom), "evidence": frozenset(Limb), "contacts": True, "called": "Amara", "today": TODAY}
YES = Findings(True, dict.fromkeys(Limb, True), REASONS, "They want it.")
NO = Findings(
    False, {Limb.NEEDS: True, Limb.NECESSARY: False}, REASONS, "They want it; the school gives it already.",
    instead="Six hours a week go on.", has_contact=True, meet_by=date(2026, 12, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("needs", "necessary", "comes_to"),
    [
        (True, True, True),
        (True, False, False),
        (False, True, False),
        (False, None, False),
        (None, False, False),
        (True, None, None),
        (None, None, None),
    ],
)
def test_both_halves_of_the_test_and_nothing_more(needs, necessary, comes_to):
    assert must_assess({Limb.NEEDS: needs, Limb.NECESSARY: necessary}) is comes_to


@pytest.mark.parametrize("findings", [YES, NO])
def test_a_whole_decision_goes_to_a_second_person(findings):
    assert against_proposing(findings, **WHOLE) == []


def test_nobody_refuses_a_child_who_meets_the_test():
    both = Findings(**{**vars_of(NO), "found": dict.fromkeys(Limb, True)})
    assert str(Why.MUST_ASSESS) in against_proposing(both, **WHOLE)


def test_nobody_agrees_where_half_of_the_test_is_not_met():
    half = Findings(**{**vars_of(YES), "found": {Limb.NEEDS: True, Limb.NECESSARY: False}})
    assert str(Why.MAY_NOT_ASSESS) in against_proposing(half, **WHOLE)


def vars_of(findings: Findings) -> dict:
    return {name: getattr(findings, name) for name in Findings.__dataclass_fields__}


@pytest.mark.parametrize(
    ("without", "why"),
    [
        ({"instead": " "}, "Write what is done for Amara instead."),
        ({"has_contact": False}, str(Why.NO_CONTACT)),
        ({"meet_by": None}, str(Why.NO_MEETING)),
        ({"meet_by": date(2026, 11, 17)}, str(Why.NO_MEETING)),
        ({"family_view": ""}, str(Why.NO_FAMILY_VIEW)),
    ],
)
def test_a_refusal_needs_a_way_forward(without, why):
    assert against_proposing(Findings(**{**vars_of(NO), **without}), **WHOLE) == [why]


def test_a_refusal_needs_a_notice_that_is_complete():
    assert against_proposing(NO, **{**WHOLE, "contacts": False}) == [str(Why.NO_CONTACTS)]
    assert against_proposing(YES, **{**WHOLE, "contacts": False}) == []


def test_everything_that_is_wanting_is_said_at_once():
    why = against_proposing(
        Findings(), told=frozenset(), evidence=frozenset(), contacts=True, called="Amara", today=TODAY
    )
    assert len(why) == 4 + 2 + 2 + 2 + 1
    assert any("the health board was told" in one.lower() for one in why)
    assert any("Amara has, or may have" in one for one in why)


@pytest.mark.parametrize(
    ("whom", "told_on", "how", "nobody", "why"),
    [
        (Whom.HEALTH, date(2026, 11, 10), "The DCO, by email", "", []),
        (Whom.SETTING, None, "", "Goes nowhere to learn", []),
        (Whom.FAMILY, None, "", "We could not reach them", [Why.ALWAYS_CONSULTED]),
        (Whom.FAMILY, date(2026, 11, 18), "By telephone", "", []),
        (Whom.HEALTH, date(2026, 11, 19), "By email", "", [Why.AHEAD]),
        (Whom.HEALTH, date(2026, 11, 1), "By email", "", [Why.BEFORE_REQUEST]),
        (Whom.HEALTH, date(2026, 11, 10), "", "", [Why.NOBODY_OR_DAY]),
        (Whom.HEALTH, None, "By email", "", [Why.NOBODY_OR_DAY]),
        (Whom.HEALTH, None, "", "", [Why.NOBODY_OR_DAY]),
        (Whom.HEALTH, date(2026, 11, 10), "By email", "Nobody", [Why.NOBODY_OR_DAY]),
        (Whom.HEALTH, date(2026, 11, 10), "", "Nobody", [Why.NOBODY_OR_DAY]),
    ],
)
def test_who_was_told_has_a_day_or_a_reason(whom, told_on, how, nobody, why):
    assert against_telling(whom, told_on, how, nobody, received_on=date(2026, 11, 2), today=TODAY) == why


def test_nothing_changes_while_somebody_decides_or_afterwards():
    assert against_changing(RequestState.RECEIVED, None) == []
    assert against_changing(RequestState.RECEIVED, DecisionState.WRITING) == []
    assert against_changing(RequestState.RECEIVED, DecisionState.PROPOSED) == [Why.WAITS]
    assert against_changing(RequestState.REFUSED, DecisionState.MADE) == [Why.ANSWERED]


def test_after_a_refusal_a_case_closes_only_with_a_way_forward():
    assert against_closing(None) == []
    assert against_closing(AfterARefusal(met=True, supported=True, led=True)) == []
    assert against_closing(AfterARefusal(met=False, supported=False, led=False)) == [
        Why.NO_WAY_FORWARD, Why.NO_SUPPORT_PLAN, Why.NO_NAMED_CONTACT,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "appeal", "mediation"),
    [
        # worked by hand: two months after, the strict reading the day itself; August and Christmas move an appeal
        (date(2026, 11, 18), date(2027, 1, 18), date(2027, 1, 18)),
        (date(2026, 10, 27), date(2027, 1, 4), date(2026, 12, 27)),
        (date(2026, 12, 31), date(2027, 3, 1), date(2027, 2, 28)),  # 28 February 2027 is a Sunday: only an appeal moves
        (date(2026, 6, 15), date(2026, 9, 1), date(2026, 8, 15)),
    ],
)
def test_the_days_in_a_notice_are_the_laws(sent, appeal, mediation):
    assert (appeal_by(sent), mediation_by(sent)) == (appeal, mediation)
