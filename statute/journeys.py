"""Processes as people ask about them: which rules go together, and which days come before which.

A journey is made of processes of the rule book, so a new rule joins by itself. A question is one day that some of its
rules count from, in plain words; the same day is asked for once, however many rules count from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from statute.duty import Anchor, Duty, Limit
from statute.plain import SECOND_TRIGGERS, day_of
from statute.timetable import TIMETABLE


@dataclass(frozen=True, slots=True)
class Journey:
    """Rules that somebody would want to see beside each other."""

    key: str
    title: str
    processes: tuple[str, ...]
    orders: tuple[tuple[str, str], ...] = ()
    """Pairs of questions: the first day cannot come after the second."""


@dataclass(frozen=True, slots=True)
class Question:
    """A day that rules count from."""

    key: str
    trigger: str
    day: str

    @property
    def words(self) -> str:
        """What is asked: "The draft plan: the day it was served"."""
        return self.trigger if self.day == "that day" else f"{self.trigger}: {self.day}"


JOURNEYS = (
    Journey("assessment", "EHC needs assessment to final plan", ("Identification", "Assessment", "Advice", "Plan"), (
        ("request_for_an_assessment_or_received", "request_for_advice_received"),
        ("request_for_an_assessment_or_received", "draft_plan_served"),
        ("request_for_an_assessment_or_received", "consultation_sent"),
        ("draft_plan_served", "new_draft_plan_served"),
    )),
    Journey("draft", "Draft, comment and final plan", ("Plan",), (
        ("request_for_an_assessment_or_received", "draft_plan_served"),
        ("request_for_an_assessment_or_received", "consultation_sent"),
        ("draft_plan_served", "new_draft_plan_served"),
    )),
    Journey("review", "Annual review to amended plan", ("Review", "Amendment"), (
        ("plan_reviewed", "review_meeting_held"),
        ("review_meeting_held", "notice_of_proposed_amendments_sent"),
        ("notice_of_proposed_amendments_sent", "notice_of_proposed_amendments_served"),
    )),
    Journey("phase-transfer", "Phase transfer", ("Phase transfer",)),
    Journey("reassessment", "Reassessment", ("Reassessment",), (
        ("request_to_reassess_received", "notice_that_it_will_reassess_given"),
    )),
    Journey("moves", "A plan that moves to another council or health board", ("Moves",), (
        ("plan_reviewed", "transfer_of_the_plan_happened"),
    )),
    Journey("ceasing", "Ceasing a plan", ("Ceasing",)),
    Journey("appeal", "Mediation and appeal", ("Mediation", "Appeal"), (
        ("written_notice_of_the_decision_sent", "mediation_certificate_issued"),
        ("written_notice_of_the_decision_sent", "family_wish_not_to_mediate_told"),
        ("written_notice_of_the_decision_sent", "family_wish_for_mediation_told"),
        ("written_notice_of_the_decision_sent", "appeal_received"),
        ("family_wish_for_mediation_told", "mediation_held"),
        ("family_wish_for_mediation_told", "council_notice_to_the_health_told"),
        ("mediation_held", "mediation_ended"),
        ("appeal_received", "appeal_sent_on_by_the_received"),
        ("appeal_received", "hearing_held"),
        ("hearing_held", "tribunal_decision_sent"),
    )),
    Journey("orders", "Tribunal orders", ("Tribunal orders",)),
    Journey("concessions", "Conceding an appeal", ("Concessions",), (
        ("original_request_received", "council_notice_to_the_tribunal_given"),
    )),
    Journey("recommendations", "Tribunal recommendations on health and care", ("Recommendations",), (
        ("recommendation_made", "health_board_reply_or_the_received"),
    )),
    Journey("young-people", "When school age begins and ends", ("Young people",)),
    Journey("budgets", "Personal budgets", ("Personal budgets",)),
    Journey("local-offer", "The local offer", ("Area-wide",)),
    Journey("custody", "Children and young people in custody", ("Custody",), (
        ("request_or_being_brought_to_received", "draft_plan_served"),
    )),
    Journey("support-register", "Support register and reviews in hospital", ("Support register",)),
    Journey("fair-access", "Fair Access and in-year admissions", ("Fair access", "Admissions")),
    Journey("exclusion", "Suspension and exclusion", ("Exclusion",), (
        ("head_notice_to_the_board_received", "written_notice_of_the_board_given"),
        ("written_notice_of_the_board_given", "application_for_review_made"),
        ("application_for_review_made", "notice_of_the_panel_decision_given"),
    )),
    Journey("off-site", "Off-site direction and managed moves", ("Off-site direction", "Managed moves")),
    Journey("attendance", "Missing education and attendance", ("Attendance",)),
    Journey("front-door", "The front door: our own targets", ("Front door",)),
    Journey("support", "Support without an EHC plan: our own target", ("Support without a plan",)),
)  # fmt: skip

_BY_KEY = {journey.key: journey for journey in JOURNEYS}
_IN_A_KEY = 5
"""How many words of a trigger are enough to tell it from the others: addresses are kept, so keys are short."""


def journey_called(key: str) -> Journey | None:
    """The journey of this key, or nothing."""
    return _BY_KEY.get(key)


def rules_of(journey: Journey) -> tuple[Duty, ...]:
    """Its rules, in the order of the book."""
    return tuple(rule for rule in TIMETABLE if rule.process in journey.processes)


@cache
def questions_of(journey: Journey) -> tuple[Question, ...]:
    """Every day its rules count from, once, in the order of the book, but none before a day that it follows from."""
    found = {question.key: question for rule in rules_of(journey) for question, _ in asked_by(rule)}
    placed: dict[str, Question] = {}

    def place(key: str) -> None:
        for before, after in journey.orders:
            if after == key and before not in placed:
                place(before)
        placed.setdefault(key, found[key])

    for key in found:
        place(key)
    return tuple(placed.values())


def asked_by(rule: Duty) -> Iterator[tuple[Question, Limit]]:
    """The days one rule counts from."""
    for place, limit in enumerate(rule.limits):
        yield _question(SECOND_TRIGGERS[limit.anchor] if place else rule.trigger, limit.anchor), limit


def _question(trigger: str, anchor: Anchor) -> Question:
    day = day_of(anchor)
    words = re.findall(r"[a-z0-9]+", trigger.lower().replace("'s", "").removeprefix("the "))[:_IN_A_KEY]
    what = day.rpartition(" ")[2]
    return Question("_".join(words if what == "day" else [*words, what]), trigger, day)
