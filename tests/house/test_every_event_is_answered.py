"""One vocabulary: whatever can happen has an answer in every table, and no table speaks of anything else."""

import ast

import pytest

from accounts.roles import CASE_HOLDERS, CASE_STAFF, FAMILY, Role
from cases.action import action
from cases.powers import BREAKS_GLASS, MAY, OFFICE_ACTS, REVIEWERS, UNSEEN_ACTS, require_role
from cases.sight import SEES
from cases.words import CAPACITIES, PARTS, STAGES, Capacity, Part, Stage
from core.events import Event
from core.refusals import OutsideAnAction
from documents.words import SCANS, Scan
from ledger.family_words import SAY_TO_FAMILY
from ledger.words import CHECKED, SAY, SETTLED
from notices.roster import ROSTER, Audience, Letter
from referrals.words import ASKS_FOR, AsksFor
from statute.effects import effects
from statute.timetable import TIMETABLE
from tests import personas
from tests.factories.requests import received
from tests.house.tree import ROOT, modules, parsed

LETTERS = {path.stem for path in (ROOT / "templates" / "letters").glob("*.txt")}
NOT_FROM_THE_ROSTER = {"foot", "way_back", "morning", "urgent", "urgent_text", "idle", "services_started"}
"""The end of every letter, the link that a half-done request is saved with, and what the ladder tells staff."""


@pytest.mark.parametrize("table", [MAY, ROSTER, SAY, SAY_TO_FAMILY], ids=["may", "roster", "say", "say to family"])
def test_every_event_is_answered_for(table):
    assert set(table) == set(Event)


def test_somebody_may_cause_every_event():
    assert all(roles and roles <= set(Role) for roles in MAY.values())


def test_a_visitor_may_ask_and_prove_an_address_and_nothing_else():
    visitors = {event for event, roles in MAY.items() if Role.PUBLIC in roles}
    assert visitors == {
        Event.REFERRAL_RECEIVED,
        Event.ASSESSMENT_REQUESTED,
        Event.DOCUMENT_ADDED,
        Event.SENDER_CONFIRMED,
        Event.REFERRAL_REPLIED,
        Event.INVITATION_ACCEPTED,
        Event.INVITATION_ANSWERED,
        Event.FEEDBACK_GIVEN,
        Event.PROFILE_OPENED,
    }


def test_an_administrator_keeps_the_house_and_causes_nothing_on_a_case():
    """Settings, term dates, leave and mailboxes are the authority's own: each is done at the office's doorway alone."""
    own = {event for event, roles in MAY.items() if Role.ADMINISTRATOR in roles}
    assert own and own <= OFFICE_ACTS
    for event in own:
        doors = {
            call.func.id
            for path in modules()
            for call in ast.walk(parsed(path))
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args
            and ast.unparse(call.args[0]) == f"Event.{event.name}"
        }  # fmt: skip
        assert doors == {"office_act"}, event


@pytest.mark.django_db
def test_an_act_on_a_case_does_not_go_through_the_doorway_of_the_office(world):
    """The two doorways have no act in common: what an administrator may do can never open a case."""
    with pytest.raises(OutsideAnAction):
        require_role(personas.who("carys"), Event.CASE_JOINED)
    case = received().case
    for event in OFFICE_ACTS:
        with pytest.raises(OutsideAnAction), action(event, by=personas.who("carys"), subject=lambda: case):
            raise AssertionError("the doorway opened")


def test_only_these_act_on_what_they_do_not_see():
    assert {event: MAY[event] for event in UNSEEN_ACTS} == {
        Event.SENDER_CONFIRMED: FAMILY | {Role.PUBLIC},
        Event.REFERRAL_REPLIED: FAMILY | {Role.PUBLIC},
        Event.INVITATION_ANSWERED: CASE_STAFF | {Role.PUBLIC},
        Event.FEEDBACK_GIVEN: CASE_HOLDERS | {Role.PUBLIC},
        Event.PROFILE_OPENED: frozenset({Role.PUBLIC}),
        Event.DOCUMENT_CHECKED: frozenset({Role.MACHINE}),
        Event.DEADLINE_MISSED: frozenset({Role.MACHINE}),
        Event.TASK_CHASED: frozenset({Role.MACHINE}),
        Event.TASK_CLIMBED: frozenset({Role.MACHINE}),
        Event.TALK_CHASED: frozenset({Role.MACHINE}),
        Event.MEETING_REMINDED: frozenset({Role.MACHINE}),
        Event.DEADLINES_REBUILT: frozenset({Role.MACHINE}),
        Event.CASE_HANDED_ON: frozenset({Role.MACHINE}),
        Event.CASE_LET_IN: BREAKS_GLASS,
        Event.LET_IN_ENDED: BREAKS_GLASS | REVIEWERS,
        Event.LET_IN_REVIEWED: REVIEWERS,
    }


def test_every_duty_starts_with_and_is_met_by_events_that_exist():
    for duty in TIMETABLE:
        for when in (*duty.starts, *duty.met_by, *duty.withdrawn_by):
            assert when.event in Event, duty.code


@pytest.mark.parametrize("event", list(Event))
def test_the_statute_can_answer_for_every_event(event):
    from datetime import date

    assert isinstance(list(effects(event, {}, date(2026, 11, 18))), list)


def test_every_letter_of_the_roster_is_written_and_no_letter_is_left_over():
    named = {letter.template for letters in ROSTER.values() for letter in letters}
    assert named == LETTERS - NOT_FROM_THE_ROSTER


def test_every_letter_goes_to_an_audience_that_exists():
    for letters in ROSTER.values():
        for letter in letters:
            assert isinstance(letter, Letter)
            assert letter.to in Audience


def test_every_part_of_a_case_is_open_to_somebody_and_says_to_whom():
    assert set(SEES) == set(Part)
    assert all(held and held <= set(Capacity) for part, held in SEES.items() if part != Part.OFFICE)
    assert SEES[Part.OFFICE] == frozenset()


def test_how_to_reach_the_sender_is_never_open_to_the_family_or_to_a_person_merely_named():
    assert not SEES[Part.CONTACT] & {Capacity.FAMILY, Capacity.NAMED}


@pytest.mark.parametrize(
    ("words", "things"),
    [(CAPACITIES, Capacity), (STAGES, Stage), (SCANS, Scan), (ASKS_FOR, AsksFor), (PARTS, Part)],
)
def test_every_code_has_its_words(words, things):
    assert set(words) == set(things)
    assert all(words.values())


def test_a_sentence_chosen_by_a_fact_knows_every_value_the_fact_can_have():
    assert set(SAY[Event.REFERRAL_RECEIVED][1]) == set(AsksFor)
    assert set(SAY_TO_FAMILY[Event.REFERRAL_RECEIVED][1]) == set(AsksFor)
    assert set(SETTLED) == set(SAY_TO_FAMILY[Event.REFERRAL_SETTLED][1]) == set(AsksFor) - {AsksFor.UNSURE}
    assert set(CHECKED) == set(Scan) - {Scan.WAITING}
