"""Worker, timekeeper, queue, database and mail server are killed again and again under load, at moments that the seed
decides. Days go by meanwhile. When all is quiet, nothing may be lost."""

import contextlib
import random
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from core.clock import LONDON
from drill import invariants
from drill.ground import IN_HAND, LONG, Ground
from drill.load import LETTERS, read
from drill.places import ASKED, ENOUGH, REACHED, hold_day, pid_of, wait_for
from drill.report import Row
from statute.calendar import is_working_day

FIRST_DAY = datetime(2027, 1, 11, 10, 0, tzinfo=LONDON)
KINDS = {"worker": "worker", "beat": "timekeeper", "broker": "queue", "database": "database", "mail": "mail"}
"""What the drill calls it, and what the house does."""
ALLOWED = {"worker": IN_HAND, "beat": 0, "broker": IN_HAND, "database": IN_HAND, "mail": IN_HAND}
"""Letters a kill may repeat, under the same Message-ID: those that had left when the mark could not be made. A queue
that is killed now and then takes Celery's worker with it (kombu fails while it tidies up), which is started again."""
DRAIN = 1200

UNTOLD = "SELECT count(*) FROM cases_reminder WHERE settled_at IS NULL"
BEHIND = """
SELECT count(*) FROM cases_deadline
WHERE ended_on IS NULL AND (chase_on <= %s OR (due_ordinary < %s AND missed_by IS NULL AND excused_by IS NULL))
"""
WAITING = "SELECT count(*) FROM notices_dispatch WHERE sent_at IS NULL AND stopped_at IS NULL"
STOPPED = "SELECT count(*) FROM notices_dispatch WHERE stopped_at IS NOT NULL"


class Days:
    """The days that went by, each of them looked at."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.moment = ground, FIRST_DAY
        self.looked: list[date] = []

    def is_looked_at(self) -> bool:
        """Whether the watch has done everything of the day that is held."""
        day = self.moment.date()
        if self.ground.rows(BEHIND, day, day)[0][0]:
            return False
        return not is_working_day(day) or not self.ground.rows(UNTOLD)[0][0]

    def next_if_looked_at(self) -> None:
        """A new day, once this one is done, and whoever asks has reached it too."""
        with contextlib.suppress(OSError, ValueError):
            reached = datetime.fromisoformat((self.ground.folder / REACHED).read_text())
            if reached == self.moment and self.is_looked_at():
                self._next()

    def finish(self) -> None:
        """The last day is looked at, and is one on which people are told."""
        wait_for(self.is_looked_at, DRAIN, "the watch to catch up")
        while not is_working_day(self.moment.date()):
            self._next()
            wait_for(self.is_looked_at, DRAIN, "the watch to catch up")
        self._note()

    def _next(self) -> None:
        self._note()
        self.moment += timedelta(days=1)
        hold_day(self.ground.folder, self.moment)

    def _note(self) -> None:
        if self.moment.date() not in self.looked:
            self.looked.append(self.moment.date())


def drill(ground: Ground, days: Days, kind: str, kills: int, dice: random.Random, letters: int) -> Row:
    """One kind of kill, so many times, under load; then quiet, and the sum."""
    before, asked_before = invariants.repeats(ground.arrived()), _asked(ground)
    (ground.folder / ENOUGH).unlink(missing_ok=True)
    floor = max(letters // LETTERS, 1)
    families = ground.program("drill.load", str(ground.folder), str(dice.getrandbits(32)), str(floor))
    try:
        wait_for(lambda: _asked(ground) > asked_before or families.poll() is not None, LONG, "the first family")
        if families.poll() is not None:
            return Row(kind, 0, 0, 0, "", [f"the families ended with code {families.returncode}; see house.log"])
        for _ in range(kills):
            wait_for(partial(_more_than, ground, sum(ground.arrived().values())), LONG, "the post")
            days.next_if_looked_at()
            time.sleep(dice.uniform(0.1, 2.0))
            ground.kill(KINDS[kind])
            wait_for(lambda: is_ready(ground, KINDS[kind]), LONG, f"the {kind} to be ready")
        (ground.folder / ENOUGH).touch()
        wait_for(lambda: families.poll() is not None, DRAIN, "the families to end")
    finally:
        end(families)
    days.finish()
    wait_for(lambda: ground.rows(WAITING)[0][0] == 0, DRAIN, "the last letter")
    arrived_now = ground.arrived()
    row = Row(
        kind, kills, invariants.repeats(arrived_now) - before, kills * ALLOWED[kind],
        f"{_asked(ground) - asked_before} requests, {sum(arrived_now.values())} letters so far, "
        f"{len(days.looked)} days, {ground.rows(STOPPED)[0][0]} stopped",
    )  # fmt: skip
    row.wrong += wrong_with(ground, days)
    if families.returncode:
        row.wrong.append(f"the families ended with code {families.returncode}")
    return row


def wrong_with(ground: Ground, days: Days) -> list[str]:
    """Everything that is lost or cannot be, in the whole house so far."""
    managers = _people(ground, "operational_manager")
    heads = _people(ground, "head_of_service")
    bridge = {f"team:{row[0]}" for row in ground.rows("SELECT id::text FROM accounts_team WHERE authority = '355'")}

    def hearers(reference: str, rung: int, day: date) -> set[str]:
        return bridge if rung < 4 else managers if rung == 4 else heads

    return [
        *invariants.promised(ground.rows, read(ground.folder / ASKED)),
        *invariants.letters(ground.rows, ground.arrived()),
        *invariants.reminded(ground.rows, days.looked),
        *invariants.noted(ground.rows, days.looked[-1]),
        *invariants.told(ground.rows, hearers),
    ]


def _people(ground: Ground, role: str) -> set[str]:
    sql = "SELECT person_id::text FROM accounts_membership WHERE authority = '355' AND role = %s"
    return {f"person:{key}" for (key,) in ground.rows(sql, role)}


def _asked(ground: Ground) -> int:
    return len(read(ground.folder / ASKED))


def _more_than(ground: Ground, letters: int) -> bool:
    return sum(ground.arrived().values()) > letters


def _listens(port: int) -> bool:
    socket.create_connection(("127.0.0.1", port), 5).close()
    return True


def is_ready(ground: Ground, name: str) -> bool:
    """Whether what was started again does its work."""
    checks: dict[str, Callable[[], object]] = {
        "database": lambda: ground.rows("SELECT 1"),
        "mail": lambda: _listens(ground.port),
    }
    if name in checks:
        return bool(checks[name]())
    if name == "queue":
        return pid_of(ground.folder, name) > 0
    ready = ground.folder / f"{name}.ready"
    return ready.exists() and int(ready.read_text()) == pid_of(ground.folder, name)


def end(program: subprocess.Popen[bytes]) -> None:
    """Ends one of our own programs, if it has not ended by itself."""
    if program.poll() is None:
        program.send_signal(signal.SIGTERM)
        program.wait(30)
