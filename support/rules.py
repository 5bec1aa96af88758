"""When something of a support plan is refused. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from support.costs import Help
from support.words import LONGEST, CycleState, Next, Why


@dataclass(frozen=True)
class Known:
    """What is known about the child, as somebody writes it."""

    strengths: str = ""
    needs: str = ""
    family_view: str = ""
    no_family_because: str = ""
    child_view: str = ""
    no_child_because: str = ""


def against_changing(state: CycleState) -> list[Why]:
    """Why what is known and planned cannot be written in."""
    return [] if state == CycleState.WRITING else [Why.NOT_WRITING]


def against_writing(written: Iterable[str], before: int, stands: int) -> list[Why]:
    """Everything wrong at once with words for a version that stands."""
    wrong = ((any(len(one.strip()) > LONGEST for one in written), Why.TOO_LONG), (before != stands, Why.CHANGED))
    return [why for is_so, why in wrong if is_so]


def against_agreeing(known: Known, outcomes: int, lines: int) -> list[Why]:
    """Everything that is wanting before a plan is agreed, in the order of the page."""
    wants = (
        (not known.strengths.strip(), Why.NO_STRENGTHS),
        (not known.needs.strip(), Why.NO_NEEDS),
        (not known.family_view.strip() and not known.no_family_because.strip(), Why.NO_FAMILY),
        (not known.child_view.strip() and not known.no_child_because.strip(), Why.NO_CHILD),
        (not outcomes, Why.NO_OUTCOME),
        (not lines, Why.NO_HELP),
    )
    return [why for wanting, why in wants if wanting]


def against_costs(help_: Help) -> list[Why]:
    """One way of costing, whole."""
    by_hour, whole = help_.hours is not None or help_.hourly is not None, help_.yearly is not None
    if by_hour and whole:
        return [Why.TWO_COSTS]
    return [] if whole or (help_.hours is not None and help_.hourly is not None) else [Why.NO_COST]


def against_noting(state: CycleState, on: date, agreed_on: date | None, today: date) -> list[Why]:
    """Why nothing is noted as done."""
    if state != CycleState.DOING or agreed_on is None:
        return [Why.NOT_DOING]
    return [] if agreed_on <= on <= today else [Why.NO_DAY]


def against_reviewing(
    values: Mapping[UUID, tuple[str, bool]], outcomes: Iterable[UUID], family: str, because: str, then: str
) -> list[Why]:
    """Everything that is wanting at a review."""
    wants = (
        (any(not values.get(one, ("", False))[0].strip() for one in outcomes), Why.NO_VALUE),
        (not family.strip() and not because.strip(), Why.NO_FAMILY_REVIEW),
        (then not in set(Next), Why.NO_NEXT),
    )
    return [why for wanting, why in wants if wanting]
