"""What planned help costs. Pure, in pounds and pennies, never in floating point."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

PENNY = Decimal("0.01")
WEEKS_A_YEAR = Decimal(52)


@dataclass(frozen=True)
class Help:
    """One kind of help: hours a week at a price, shared by a group, or a sum for a year."""

    hours: Decimal | None = None
    hourly: Decimal | None = None
    yearly: Decimal | None = None
    children: int = 1


def pennies(sum_: Decimal) -> Decimal:
    """To the nearest penny; half a penny up."""
    return sum_.quantize(PENNY, ROUND_HALF_UP)


def of_days(one: Help, days: int) -> Decimal:
    """What one kind of help costs in some days, for this child. What a group shares is shared equally."""
    if one.yearly is not None:
        return pennies(one.yearly * days / 7 / WEEKS_A_YEAR)
    if one.hours is None or one.hourly is None:
        return Decimal("0.00")
    return pennies(one.hours * one.hourly * days / 7 / one.children)


def of_weeks(one: Help, weeks: int) -> Decimal:
    """The same, in whole weeks."""
    return of_days(one, weeks * 7)


def days_within(began: date, ended: date, today: date) -> int:
    """How many days from ``began`` to ``ended``, both counted, fall into the twelve months up to today."""
    first = max(began, today - timedelta(days=364))
    return max((min(ended, today) - first).days + 1, 0)
