"""The watch, minute by minute, over the nights on which the clocks change, and until people may be written to again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from cases.tasks import watch
from core.clock import LONDON
from core.past import hold
from drill import invariants
from drill.database import rows
from drill.load import AUTHORITY, ask
from drill.report import Row


@dataclass(frozen=True)
class Night:
    """One change of the clocks."""

    name: str
    asked: tuple[date, ...]
    """Days on which requests come in, so that something falls on the Sunday and on the days beside it: six weeks before
    the last day of a decision, or a week before."""
    sunday: date
    opens: datetime
    """When people are written to again, in universal time: half past seven by London's clocks."""


SPRING = Night(
    "spring",
    tuple(date(2027, *day) for day in ((2, 13), (2, 14), (3, 19), (3, 22), (3, 23), (3, 24), (3, 25))),
    date(2027, 3, 28),
    datetime(2027, 3, 30, 6, 30, tzinfo=UTC),
)
"""The Sunday is Easter Day and the Monday a bank holiday, so they open on the Tuesday, an hour earlier by the sun."""
AUTUMN = Night(
    "autumn",
    tuple(date(2027, *day) for day in ((9, 18), (9, 19), (10, 22), (10, 25), (10, 26), (10, 27), (10, 28))),
    date(2027, 10, 31),
    datetime(2027, 11, 1, 7, 30, tzinfo=UTC),
)


def drill(night: Night, each: int = 2) -> Row:
    """All minutes of one night, its midnights, and the opening after it."""
    row = Row(f"clocks {night.name}", 0, 0, 0)
    for day in night.asked:
        with hold(datetime(day.year, day.month, day.day, 17, tzinfo=LONDON)):
            for _ in range(each):
                for kind in ("help", "unsure", "assessment") if day.weekday() < 5 else ("assessment",):
                    ask(kind, uuid4())
    looks: list[date] = []
    told: dict[datetime, int] = {}
    for moment in minutes(night):
        with hold(moment):
            came = watch()
        row.times += 1
        looks.append(moment.astimezone(LONDON).date())
        if came["letters"]:
            told[moment] = came["letters"]
    row.wrong += invariants.reminded(rows, looks)
    row.wrong += invariants.noted(rows, looks[-1])
    if list(told) != [night.opens]:
        row.wrong.append(f"people were written to at {', '.join(map(str, told)) or 'no time'} and not at {night.opens}")
    team = "team:" + rows("SELECT id::text FROM accounts_team WHERE authority = %s", AUTHORITY)[0][0]
    row.wrong += one_letter_each(team)
    row.told = f"minutes looked at; {len(rows(invariants.RAISED))} reminders, {sum(told.values())} letters"
    return row


def one_letter_each(team: str) -> Iterator[str]:
    """After days of silence one letter with all that is new, and one with what is late."""
    letters = rows("SELECT to_ref, template, count(*) FROM notices_dispatch WHERE template IN ('morning', 'urgent') "
                   "GROUP BY 1, 2 ORDER BY 1, 2")  # fmt: skip
    if letters != [(team, "morning", 1), (team, "urgent", 1)]:
        yield f"letters to staff: {letters}"
    if left := rows(invariants.UNTOLD):
        yield f"{len(left)} reminders are neither told nor moot"


def minutes(night: Night) -> Iterator[datetime]:
    """The hours in which the clocks change, every minute of them; and the minutes round each midnight, by the sun and
    in London, and round each half past seven, until people may be written to."""
    day = datetime(night.sunday.year, night.sunday.month, night.sunday.day, tzinfo=UTC)
    yield from _minutes(day - timedelta(hours=1, minutes=5), 10)
    yield from _minutes(day - timedelta(minutes=5), 10)
    yield from _minutes(day + timedelta(minutes=30), 120)
    while day.date() < night.opens.date():
        yield from _minutes(day + timedelta(hours=22, minutes=55), 10)
        yield from _minutes(day + timedelta(hours=23, minutes=55), 10)
        day += timedelta(days=1)
        yield from _minutes(day + timedelta(hours=6, minutes=25), 10)
        yield from _minutes(day + timedelta(hours=7, minutes=25), 10)


def _minutes(start: datetime, number: int) -> Iterator[datetime]:
    for minute in range(number + 1):
        yield start + timedelta(minutes=minute)
