"""Every task comes three times, in any order, to several processes at once, as a queue may deliver them. The end is the
same as if each had come once, and nobody hears of anything twice."""

import random
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from cases.tasks import watch
from core.past import hold
from drill import invariants
from drill.away import Story, at
from drill.database import rows
from drill.hands import Hands
from drill.load import ask
from drill.report import Row
from drill.sink import Sink

ASKED, DAYS, TIMES = date(2027, 2, 1), 12, 3
TASKS = ("deliver", "watch", "note")
STATE = (
    "SELECT id, rung, chase_on, missed_on FROM cases_deadline ORDER BY id",
    "SELECT id, told, settled_at FROM cases_reminder ORDER BY id",
    "SELECT id, sent_at, stopped_at, attempts FROM notices_dispatch ORDER BY id",
    "SELECT id FROM ledger_entry ORDER BY id",
)


def drill(hands: Hands, sink: Sink, seed: int, each: int = 4) -> Row:
    """Twelve days of it."""
    dice, story = random.Random(seed), Story(seed)
    with hold(at(ASKED, 9)):
        for _ in range(each):
            for kind in ("help", "unsure", "assessment"):
                ask(kind, UUID(int=dice.getrandbits(128), version=4))
    row = Row("shuffled", 0, 0, 0)
    for number in range(DAYS):
        day = ASKED + timedelta(days=number)
        orders: list[dict[str, Any]] = [{"do": task, "at": at(day).isoformat()} for task in TASKS * TIMES]
        dice.shuffle(orders)
        while orders:
            now, orders = orders[: len(hands.each)], orders[len(hands.each) :]
            hands.together(now)
            row.times += len(now)
        story.looks.append(day)
    row.wrong += story.check()
    with hold(at(story.looks[-1])):
        watch()
    while sum(hands.all("deliver", at(story.looks[-1]))):
        pass
    before = [rows(sql) for sql in STATE]
    for task in TASKS * TIMES:
        hands.all(task, at(story.looks[-1]))
    if [rows(sql) for sql in STATE] != before:
        row.wrong.append("doing it all again changed something")
    row.wrong += story.check()
    row.wrong += invariants.letters(rows, sink.arrived)
    row.repeats = invariants.repeats(sink.arrived)
    row.told = f"tasks, {len(before[1])} reminders, {len(before[2])} letters"
    return row
