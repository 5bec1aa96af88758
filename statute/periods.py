"""Lengths of time, as the law states them."""

from dataclasses import dataclass
from datetime import date, timedelta

from statute.calendar import FRIDAY


@dataclass(frozen=True, slots=True)
class Length:
    """A number of something."""

    number: int

    @property
    def unit(self) -> str:
        """What is counted, in the plural: weeks, days, months, working days, school days."""
        return UNITS[type(self)]

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number != 1 else self.unit[:-1]}"


class Weeks(Length):
    """Seven days each. Weekends, bank holidays and school holidays all count."""


class Days(Length):
    """Calendar days."""


class Months(Length):
    """Calendar months (Interpretation Act 1978, Schedule 1)."""


class WorkingDays(Length):
    """Days on which ``calendar.is_working_day`` is true."""


class SchoolDays(Length):
    """Days with a school session at that school (Education Act 1996, section 579(1))."""


UNITS: dict[type[Length], str] = {
    Weeks: "weeks",
    Days: "days",
    Months: "months",
    WorkingDays: "working days",
    SchoolDays: "school days",
}


@dataclass(frozen=True, slots=True)
class AtOnce:
    """Due on the day itself."""

    unit = "at once"

    def __str__(self) -> str:
        return "at once"

    def day(self, start: date) -> date:
        """That same day."""
        return start


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A fixed day in the calendar year of the anchor, as in "before 15 February in the year of transfer"."""

    month: int
    of_month: int
    unit = "day of the year"

    def __str__(self) -> str:
        return f"{self.of_month} {MONTHS[self.month]}"

    def day(self, start: date) -> date:
        """That day in the anchor's own year."""
        return date(start.year, self.month, self.of_month)


@dataclass(frozen=True, slots=True)
class LeavingSchool:
    """The school leaving date at which compulsory school age ends: the last Friday in June.

    Education Act 1996 section 8(3); SI 1997/1970 article 2. Somebody who turns 16 after that Friday but before the
    school year begins is included. 1 September is taken as the line (AMB-34).
    """

    unit = "last Friday in June"

    def __str__(self) -> str:
        return "the last Friday in June"

    def day(self, start: date) -> date:
        """The leaving date for somebody born on this day."""
        year = start.year + 16 + (start.month >= 9)
        last = date(year, 6, 30)
        return last - timedelta(days=(last.weekday() - FRIDAY) % 7)


@dataclass(frozen=True, slots=True)
class StartingSchool:
    """The day compulsory school age begins: the fifth birthday, or the next 31 August, 31 December or 31 March.

    Education Act 1996 section 8(2); SI 1998/1607 article 2.
    """

    unit = "prescribed day"

    def __str__(self) -> str:
        return "the fifth birthday, or the next 31 March, 31 August or 31 December"

    def day(self, start: date) -> date:
        """The first day of compulsory school age for somebody born on this day."""
        year = start.year + 5
        if start.month <= 3:
            return date(year, 3, 31)
        return date(year, 8, 31) if start.month <= 8 else date(year, 12, 31)


@dataclass(frozen=True, slots=True)
class EndOfYearTurning25:
    """31 July at the end of the academic year in which somebody turns 25, in further education.

    SI 2014/1530 regulation 46(1). Other courses and apprenticeships end on their own day, never later than the day
    before the 26th birthday.
    """

    unit = "31 July"

    def __str__(self) -> str:
        return "31 July of the academic year in which they turn 25"

    def day(self, start: date) -> date:
        """That 31 July for somebody born on this day."""
        return date(start.year + 25 + (start.month >= 8), 7, 31)


Fixed = AtOnce | DayOfYear | LeavingSchool | StartingSchool | EndOfYearTurning25
Period = Length | Fixed

MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
