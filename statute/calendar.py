"""Working days in England.

"Working day" is not defined in SI 2014/1530, so the ordinary meaning is used: Monday to Friday, without
Christmas Day, Good Friday and bank holidays. Days on which a council chooses to close DO count (AMB-07).
Bank holidays are data, ``bank_holidays.json``, up to the last year announced. Outside those years they are
worked out from the Banking and Financial Dealings Act 1971, and ``caution`` says so.
"""

import json
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_FILE = json.loads(files("statute").joinpath("bank_holidays.json").read_text(encoding="utf-8"))
_ANNOUNCED = {date.fromisoformat(day): str(name) for day, name in _FILE["days"].items()}
_FROM = date.fromisoformat(_FILE["announced_from"])
_UNTIL = date.fromisoformat(_FILE["announced_until"])

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)
MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6


def known_until() -> date:
    """The last day for which bank holidays have been announced and are in the package."""
    return _UNTIL


def caution(day: date) -> str:
    """What to say about a sum that ends on this day: nothing, unless its bank holidays are not announced."""
    if _FROM <= day <= _UNTIL:
        return ""
    return (
        f"Bank holidays are on file from {_FROM.isoformat()} to {_UNTIL.isoformat()}. Those for {day.year} are worked "
        "out from the usual pattern: an extra or moved holiday would change a count of working days."
    )


def running_out(today: date, within_days: int = 400) -> str:
    """A warning for whoever keeps the system, once the announced bank holidays are nearly used up."""
    left = (_UNTIL - today).days
    if left > within_days:
        return ""
    return f"Bank holidays are on file to {_UNTIL.isoformat()}, {max(left, 0)} days from now. Add the next year."


def bank_holidays(year: int) -> frozenset[date]:
    """Weekdays in this year that are not working days."""
    return _holidays_in(year)


def is_working_day(day: date) -> bool:
    """Monday to Friday, and not Christmas Day, Good Friday or a bank holiday."""
    return day.weekday() < SATURDAY and day not in _holidays_in(day.year)


def add_working_days(day: date, number: int) -> date:
    """The nth working day after the day (or before it, when negative). The day itself is never counted."""
    step = ONE_DAY if number > 0 else -ONE_DAY
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def last_working_day_on_or_before(day: date) -> date:
    """The day itself, or the working day before it."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def first_working_day_on_or_after(day: date) -> date:
    """The day itself, or the working day after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def working_days_between(start: date, end: date) -> int:
    """Working days after ``start`` up to and including ``end``; negative when ``end`` comes first."""
    if end < start:
        return -working_days_between(end, start)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(map(is_working_day, days))


@cache
def _holidays_in(year: int) -> frozenset[date]:
    if _FROM.year <= year <= _UNTIL.year:
        return frozenset(day for day in _ANNOUNCED if day.year == year)
    return usual_holidays(year)


def usual_holidays(year: int) -> frozenset[date]:
    """The pattern of the 1971 Act, substitute days included. One-off days cannot be worked out."""
    easter = easter_sunday(year)
    days = {easter - timedelta(days=2), easter + ONE_DAY}
    days.add(_first_monday(date(year, 5, 1)))
    days.add(_last_monday(date(year, 5, 31)))
    days.add(_last_monday(date(year, 8, 31)))
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while fixed.weekday() >= SATURDAY or fixed in days:
            fixed += ONE_DAY
        days.add(fixed)
    return frozenset(days)


def easter_sunday(year: int) -> date:
    """Easter by the Gregorian rule (the computation printed in Butcher, 1876)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    month_and_day = moon + week - 7 * ((golden + 11 * moon + 22 * week) // 451) + 114
    return date(year, month_and_day // 31, month_and_day % 31 + 1)


def _first_monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _last_monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
