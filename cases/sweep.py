"""The hourly look along every open deadline: who has reached the next rung of the ladder, and who has passed the last
day. Level-triggered, so that it may run late, twice or beside itself: it asks what should have happened and has not.
"""

import logging
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection, transaction
from psycopg2.errorcodes import LOCK_NOT_AVAILABLE

from cases.actions.note_missed import note_missed
from cases.ladder import Climb, Lead, Standing, climb, usual
from cases.reminder_plans import chosen_everywhere
from core import clock
from core.keys import new_key
from statute.calendar import ONE_DAY

log = logging.getLogger(__name__)

BATCH = 500
AT_MOST = 2_000_000
"""Deadlines in one look. Far above what one installation holds: it is there so that no task runs for ever."""

OPEN = """
SELECT id, authority, duty, counted_from, plan_for, due_strict, due_ordinary, recover_by, taken_up_until, rung, chase_on
FROM cases_deadline WHERE ended_on IS NULL
"""
CLAIM = f"{OPEN} AND chase_on <= %s ORDER BY chase_on, id LIMIT %s FOR NO KEY UPDATE SKIP LOCKED"
WAIT_FOR = f"{OPEN} AND chase_on <= %s ORDER BY chase_on, id LIMIT %s FOR NO KEY UPDATE"
PATIENCE = "SET LOCAL lock_timeout = '10s'"
RAISE = """
INSERT INTO cases_reminder (id, authority, deadline_id, rung, fell_on, raised_at, told)
SELECT n.*, %s, false FROM unnest(%s::uuid[], %s::varchar[], %s::uuid[], %s::smallint[], %s::date[]) AS n
ON CONFLICT (authority, deadline_id, rung, fell_on) DO NOTHING
"""
MOVE_ON = """
UPDATE cases_deadline d SET rung = n.rung, chase_on = n.chase_on
FROM unnest(%s::uuid[], %s::smallint[], %s::date[]) AS n (id, rung, chase_on) WHERE d.id = n.id
"""


def raise_reminders(today: date | None = None) -> int:
    """Raises every reminder whose day has come, a batch at a time, and says how many. A crash loses the batch it was
    in and nothing else; two at once share the work and never a deadline."""
    day, leads, raised = today or clock.today(), chosen_everywhere(), 0
    for _ in range(AT_MOST // BATCH):
        seen, more = _one_batch(day, leads)
        raised += more
        if seen < BATCH:
            break
    return raised


def raise_what_others_held() -> int:
    """Waits for whoever holds a due deadline at this moment, and raises what they leave, so that a letter written next
    names everything. One at a time: whoever waits here holds nothing that somebody else could be waiting for."""
    day, leads, raised = clock.today(), chosen_everywhere(), 0
    for _ in range(AT_MOST // BATCH):
        try:
            seen, more = _one_batch(day, leads, patiently=True)
        except OperationalError as trouble:
            if getattr(trouble.__cause__, "pgcode", None) != LOCK_NOT_AVAILABLE:
                raise
            log.warning("a deadline was held for too long: its reminder comes with the next look")
            break
        if not seen:
            break
        raised += more + raise_reminders(day)
    return raised


@transaction.atomic
def _one_batch(day: date, leads: dict[tuple[str, str], Lead], *, patiently: bool = False) -> tuple[int, int]:
    with connection.cursor() as cursor:
        if patiently:
            cursor.execute(PATIENCE)
        cursor.execute(*((WAIT_FOR, [day, 1]) if patiently else (CLAIM, [day, BATCH])))
        rows = cursor.fetchall()
        if not rows:
            return 0, 0
        moves = [(row, _climb_or_wait(row, leads, day)) for row in rows]
        told = [(row, move.told) for row, move in moves if move.told is not None]
        if told:
            cursor.execute(
                RAISE,
                [
                    clock.now(),
                    [new_key() for _ in told],
                    [row[1] for row, _ in told],
                    [row[0] for row, _ in told],
                    [rung for _, rung in told],
                    [row[10] for row, _ in told],
                ],
            )
        cursor.execute(
            MOVE_ON,
            [[row[0] for row, _ in moves], [move.next for _, move in moves], [move.next_on for _, move in moves]],
        )
    return len(rows), len(told)


def _climb_or_wait(row: tuple, leads: dict[tuple[str, str], Lead], day: date) -> Climb:
    """A deadline that cannot be worked out waits for tomorrow, and holds up no other. The patrol says which it is."""
    try:
        return _climb(*row[3:10], leads.get(row[1:3]), day)
    except Exception as trouble:
        log.error("the watch cannot work out deadline %s of %s: %s", row[0], row[1], type(trouble).__name__)
        return Climb(None, row[9], day + ONE_DAY)


def not_worked_out() -> Iterator[tuple[str, UUID]]:
    """Every open deadline that the watch cannot work out: whose, and which."""
    leads, today = chosen_everywhere(), clock.today()
    with connection.cursor() as cursor:
        cursor.execute(OPEN)
        for row in cursor:
            try:
                _climb(*row[3:10], leads.get(row[1:3]), today)
            except Exception:
                yield row[1], row[0]


@lru_cache(maxsize=20_000)
def _climb(
    counted_from: date,
    plan_for: date,
    strict: date,
    ordinary: date,
    recover_by: date | None,
    taken_up_until: date | None,
    rung: int,
    lead: Lead | None,
    day: date,
) -> Climb:
    """The same for every deadline with the same days: a council's requests of one morning are worked out once."""
    standing = Standing.of(plan_for, ordinary, recover_by, taken_up_until)
    return climb(standing, lead or usual(counted_from, strict), rung, day)


PASSED = """
SELECT c.id FROM cases_case c
WHERE c.id IN (SELECT d.case_id FROM cases_deadline d
               WHERE d.ended_on IS NULL AND d.missed_by IS NULL AND d.excused_by IS NULL AND d.due_ordinary < %s
                 AND NOT d.case_id = ANY(%s::uuid[]) ORDER BY d.due_ordinary, d.case_id LIMIT %s)
ORDER BY c.id FOR NO KEY UPDATE OF c SKIP LOCKED
"""
OF_THIS_CASE = """
SELECT id, authority FROM cases_deadline
WHERE case_id = %s AND ended_on IS NULL AND missed_by IS NULL AND excused_by IS NULL AND due_ordinary < %s ORDER BY id
"""
CASES = 50


def note_the_missed() -> int:
    """Writes into history every last day that passed, a few cases at a time, and says how many."""
    noted, left_alone = 0, set[UUID]()
    for _ in range(AT_MOST // CASES):
        cases, more = _a_few(left_alone)
        noted += more
        if not cases:  # nothing is left, or the rest is in somebody else's hands
            break
    return noted


@transaction.atomic
def _a_few(left_alone: set[UUID]) -> tuple[int, int]:
    """How many cases were looked at, and how much was noted."""
    cases, noted = _claimed(left_alone), 0
    for case in cases:
        here = sum(_note(key, authority) for key, authority in _passed(case))
        if not here:
            left_alone.add(case)
        noted += here
    return len(cases), noted


def _note(deadline: UUID, authority: str) -> bool:
    """One that cannot be noted is said aloud and holds up no other."""
    try:
        return note_missed(deadline, authority)
    except (OperationalError, InterfaceError):  # the database itself: nothing can be noted
        raise
    except Exception as trouble:
        log.error("deadline %s of %s cannot be noted as missed: %s", deadline, authority, type(trouble).__name__)
        return False


def _claimed(left_alone: set[UUID]) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(PASSED, [clock.today(), list(left_alone), CASES])
        return [key for (key,) in cursor.fetchall()]


def _passed(case: UUID) -> list[tuple[UUID, str]]:
    with connection.cursor() as cursor:
        cursor.execute(OF_THIS_CASE, [case, clock.today()])
        return cursor.fetchall()
