"""A clock that leaps a year: in one worker alone, and on a machine whose database leaps with it. Nothing may be sent
and nothing forgotten; the alarm stands in the log, in the database, in the patrol's findings and before the operator;
and when the clock is right again all goes on by itself. A silence across a restart is believed for two weeks.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from cases import drafts
from core.past import hold
from drill.database import rows
from drill.hands import Hands
from drill.load import AUTHORITY, ask
from drill.report import Row

YEAR = 365.1
WRITTEN = (
    "SELECT (SELECT count(*) FROM notices_dispatch), (SELECT count(*) FROM cases_reminder), "
    "(SELECT count(*) FROM ledger_entry), (SELECT count(*) FROM cases_draft)"
)
DOUBTED = "SELECT doubted_because FROM cases_heartbeat WHERE name = 'watch'"


def drill(hands: Hands, each: int = 3) -> Row:
    """Every leap, one after the other."""
    row = Row("a leap", 2, 0, 0)
    with hold(datetime.now(UTC)):
        for _ in range(each):
            for kind in ("help", "unsure", "assessment"):
                ask(kind, uuid4())
            drafts.start(AUTHORITY, "ask", None)
    hands.one("watch")
    row.wrong += leapt(hands, "differ by 365 days", ahead=YEAR)
    row.wrong += leapt(hands, "jumped by 365 days", ahead=YEAR, database_too=True)
    row.wrong += silences(hands)
    row.told = "in one worker, and with its database; then silences of 3 and 15 days across a restart"
    return row


def leapt(hands: Hands, words: str, **how: Any) -> Iterator[str]:
    """A year ahead: nothing, and an alarm. Then back: all goes on."""
    before = rows(WRITTEN)
    logged = hands.one("watch", **how)["logged"]
    hands.one("drafts", **how)
    if rows(WRITTEN) != before:
        yield f"a year ahead something was sent or forgotten: {before} became {rows(WRITTEN)}"
    if not any("the clock is not believed" in line and words in line for line in logged):
        yield f"the log does not say that the clock is not believed: {logged}"
    if words not in (because := rows(DOUBTED)[0][0]):
        yield f"the database keeps {because!r} as the reason"
    if not any("the clock is not believed" in line for line in hands.one("patrol")["came"]):
        yield "the patrol does not find it"
    if words not in (said := hands.one("ask")["came"]):
        yield f"trust_clock does not show it: {said}"
    if not hands.one("watch")["came"]:
        yield "with the clock right again, the watch did not go on by itself"
    if because := rows(DOUBTED)[0][0]:
        yield f"with the clock right again, the alarm stays: {because}"
    if found := hands.one("patrol")["came"]:
        yield f"afterwards the patrol finds {found}"


def silences(hands: Hands) -> Iterator[str]:
    """Nobody looked for days, and the machine was started anew."""
    restarted_after(timedelta(days=3))
    if not hands.one("watch")["came"]:
        yield "three days of silence were not believed"
    restarted_after(timedelta(days=15))
    for _ in range(2):
        if hands.one("watch")["came"] or "for 15 days" not in rows(DOUBTED)[0][0]:
            yield "fifteen days of silence were believed without an operator"
    hands.one("trust")
    if not hands.one("watch")["came"] or rows(DOUBTED)[0][0]:
        yield "an operator said that the clock is right, and the watch does not go on"


def restarted_after(silence: timedelta) -> None:
    """The last look was so long ago, before the machine was started as it runs now."""
    rows("UPDATE cases_heartbeat SET seen_at = now() - %s, boot = 'an earlier start' RETURNING 1", silence)
