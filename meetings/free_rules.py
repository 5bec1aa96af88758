"""When people could meet: from their week, their leave and their other meetings. Pure."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from meetings.rules import Span, minutes

EVERY = 30
"""Minutes from one time that is tried to the next."""
AT_MOST = 8
"""How many times are offered."""
A_DAY = 2
"""How many of them on one day, and at least two hours apart."""
APART = 120


@dataclass(frozen=True)
class Diary:
    """When somebody who is asked works, and what they have on already."""

    name: str
    week: Mapping[int, Span]
    """For each day of the week on which they work, Monday 0."""
    away: Collection[tuple[date, date | None]] = ()
    busy: Mapping[date, Sequence[Span]] = field(default_factory=dict)

    def is_free(self, on: date, span: Span) -> bool:
        """Whether they work then, are not away, and are at no other meeting."""
        hours = self.week.get(on.weekday())
        if hours is None or span.begins < hours.begins or span.ends > hours.ends:
            return False
        if any(first <= on and (last is None or on <= last) for first, last in self.away):
            return False
        return not any(span.meets(other) for other in self.busy.get(on, ()))


@dataclass(frozen=True)
class Wish:
    """What somebody of the family wishes of a time."""

    name: str
    suits: Callable[[date, time], bool]


@dataclass(frozen=True)
class Slot:
    """A day and a time, who of those asked cannot come then, and whom of the family it does not suit."""

    on: date
    begins: time
    missing: tuple[str, ...]
    unsuited: tuple[str, ...]
    in_school_time: bool = True
    """It is a school day for the child, as far as is known."""

    @property
    def order(self) -> tuple:
        """The best first: everybody can, it suits the family, it is a school day, and soon."""
        return len(self.missing), len(self.unsuited), not self.in_school_time, self.on, self.begins


def free_times(
    diaries: Sequence[Diary],
    wishes: Sequence[Wish],
    days: Iterable[date],
    lasts: int,
    school_days: Collection[date] | None = None,
) -> list[Slot]:
    """Times at which most of those asked could meet for so many minutes, in the order of the calendar; the best
    ``AT_MOST`` of them. None where no colleague could come at all. ``school_days``: None where they are not known."""
    found = sorted(_every(diaries, wishes, days, lasts, school_days), key=lambda one: one.order)
    chosen: list[Slot] = []
    for slot in found:
        if len(chosen) == AT_MOST:
            break
        there = [one for one in chosen if one.on == slot.on]
        if len(there) < A_DAY and all(abs(minutes(one.begins) - minutes(slot.begins)) >= APART for one in there):
            chosen.append(slot)
    return sorted(chosen, key=lambda one: (one.on, one.begins))


def _every(
    diaries: Sequence[Diary],
    wishes: Sequence[Wish],
    days: Iterable[date],
    lasts: int,
    school_days: Collection[date] | None,
) -> Iterator[Slot]:
    for on in days:
        hours = [diary.week[on.weekday()] for diary in diaries if on.weekday() in diary.week]
        if not hours:
            continue
        first = -(-min(one.begins for one in hours) // EVERY) * EVERY
        for begins in range(first, max(one.ends for one in hours) - lasts + 1, EVERY):
            at, span = time(begins // 60, begins % 60), Span(begins, begins + lasts)
            missing = tuple(one.name for one in diaries if not one.is_free(on, span))
            if len(missing) < len(diaries):
                unsuited = tuple(one.name for one in wishes if not one.suits(on, at))
                yield Slot(on, at, missing, unsuited, school_days is None or on in school_days)
