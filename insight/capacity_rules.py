"""How many hours of multi-agency meetings a month needs, beside how many can be held. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

USUAL_MINUTES = 60
"""How long a meeting is taken to last where none was held yet."""
BEHIND, AHEAD = 6, 6
"""How many months are shown before this one, and from this one on."""


@dataclass(frozen=True)
class Held:
    """What was held in one month."""

    meetings: int = 0
    minutes: int = 0
    people: int = 0
    """How many were there, over all of them: somebody at two of them counts twice."""
    colleague_minutes: int = 0
    """The minutes of every colleague with an account who was there, added up."""


@dataclass(frozen=True)
class Coming:
    """What one month needs."""

    month: date
    planned: int
    planned_minutes: int
    first: int
    """First meetings whose day comes, and that nobody arranged yet."""
    reviews: int
    """Meetings at which it was agreed to look again then, and that nobody arranged yet."""
    new: int
    """First meetings of children who get a lead only then, at the pace of the months before."""
    usual: int
    """Minutes of a usual meeting."""

    @property
    def meetings(self) -> int:
        """All of them."""
        return self.planned + self.first + self.reviews + self.new

    @property
    def minutes(self) -> int:
        """What was arranged as long as it was arranged, and the rest as long as they usually last."""
        return self.planned_minutes + (self.first + self.reviews + self.new) * self.usual

    def over(self, hours: int | None) -> float | None:
        """How many hours more are needed than can be held; none where that is not known, or where it is enough."""
        if hours is None or self.minutes <= 60 * hours:
            return None
        return hours_of(self.minutes - 60 * hours)


def hours_of(minutes: int) -> float:
    """Minutes as hours, to one decimal."""
    return round(minutes / 60 + 1e-9, 1)


def month_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)


def months_from(day: date, by: int) -> date:
    """The first day of the month so many months later."""
    place = day.year * 12 + day.month - 1 + by
    return date(place // 12, place % 12 + 1, 1)


def usual_minutes(lasted: Sequence[int]) -> int:
    """The middle length of the meetings that were held."""
    return round(median(lasted)) if lasted else USUAL_MINUTES


def by_month(days: Iterable[date], this_month: date) -> dict[date, int]:
    """How many of these days fall in each month; what is late is owed this month."""
    found: dict[date, int] = {}
    for day in days:
        month = max(month_of(day), this_month)
        found[month] = found.get(month, 0) + 1
    return found


def forecast(
    today: date,
    planned: Mapping[date, tuple[int, int]],
    first: Iterable[date],
    reviews: Iterable[date],
    new_before: int,
    usual: int,
) -> list[Coming]:
    """What each of the next months needs. ``planned``: meetings and minutes by month; ``first`` and ``reviews``: the
    days by which they are due; ``new_before``: how many children got their first lead in the ``BEHIND`` months before
    this one."""
    this = month_of(today)
    firsts, looks = by_month(first, this), by_month(reviews, this)
    pace = round(new_before / BEHIND)
    months = [months_from(today, ahead) for ahead in range(AHEAD)]
    return [
        Coming(
            month, *planned.get(month, (0, 0)), first=firsts.get(month, 0), reviews=looks.get(month, 0),
            new=0 if month == this else pace, usual=usual,
        )
        for month in months
    ]  # fmt: skip
