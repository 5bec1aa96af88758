"""Every rule, in the order of the rule book. One file per process, one block per rule."""

from collections import defaultdict
from datetime import date

from statute.duty import Duty
from statute.timetable import (
    adulthood,
    advice,
    amendment,
    appeal,
    area_wide,
    assessment,
    attendance,
    budgets,
    ceasing,
    concessions,
    custody,
    custody_orders,
    exclusion,
    exclusion_review,
    fair_access,
    identification,
    local,
    mediation,
    mediation_agreements,
    moves,
    off_site,
    orders,
    orders_to_amend,
    phase_transfer,
    plan,
    reassessment,
    recommendations,
    review,
    services,
    support,
    support_register,
    young_people,
)

TIMETABLE: tuple[Duty, ...] = (
    *identification.DUTIES,
    *assessment.DUTIES,
    *advice.DUTIES,
    *plan.DUTIES,
    *moves.DUTIES,
    *review.DUTIES,
    *phase_transfer.DUTIES,
    *amendment.DUTIES,
    *reassessment.DUTIES,
    *ceasing.DUTIES,
    *mediation.DUTIES,
    *mediation_agreements.DUTIES,
    *appeal.DUTIES,
    *orders.DUTIES,
    *orders_to_amend.DUTIES,
    *concessions.DUTIES,
    *recommendations.DUTIES,
    *young_people.DUTIES,
    *budgets.DUTIES,
    *area_wide.DUTIES,
    *custody.DUTIES,
    *custody_orders.DUTIES,
    *adulthood.DUTIES,
    *support_register.DUTIES,
    *fair_access.DUTIES,
    *exclusion.DUTIES,
    *exclusion_review.DUTIES,
    *off_site.DUTIES,
    *attendance.DUTIES,
    *local.DUTIES,
    *services.DUTIES,
    *support.DUTIES,
)

_VERSIONS: dict[str, list[Duty]] = defaultdict(list)
for _duty in sorted(TIMETABLE, key=lambda each: each.in_force_from):
    _VERSIONS[_duty.code].append(_duty)


def duty(code: str, on: date | None = None) -> Duty:
    """The wording of a rule in force on a day, or the newest. ``KeyError`` when there is no such rule.

    A day before the first wording is answered by the first: where the book gives only one, it serves for all dates.
    """
    versions = _VERSIONS.get(code)
    if not versions:
        raise KeyError(code)
    if on is None or len(versions) == 1:
        return versions[-1]
    begun = [each for each in versions if each.in_force_from <= on]
    return begun[-1] if begun else versions[0]


def codes() -> tuple[str, ...]:
    """Every code once, in the order of the rule book."""
    return tuple(dict.fromkeys(each.code for each in TIMETABLE))


def in_force(on: date) -> tuple[Duty, ...]:
    """One wording of every rule: the one that governs something that happens on this day."""
    return tuple(duty(code, on) for code in codes())
