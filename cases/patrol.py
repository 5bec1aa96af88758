"""Looks for what cannot be on the spine: readings that disagree with the ledger, letters never written."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import connection

from accounts.selectors import authorities
from cases.comparing import differences
from cases.findings import Finding
from cases.heartbeat import alarm
from cases.sweep import not_worked_out
from core import clock
from ledger.seal import broken_links, forgotten
from people.names import rebuild
from statute.timetable import codes

BATCH = 2000
LONGEST_SILENCE = timedelta(days=6)
"""Longer than any run of days on which nobody is written to: Christmas with a weekend beside it is four."""

CASES_WITHOUT_A_BEGINNING = """
SELECT c.authority, c.id FROM cases_case c
WHERE NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.case_ref = c.id AND e.event = 'referral.received')
"""

LISTS_THAT_DISAGREE = """
WITH due AS (
  SELECT DISTINCT c.authority, c.id AS case_id, i.team_id, i.person_id, c.received_on,
         coalesce(d.work_to, c.received_on) AS next_on, coalesce(d.last, c.received_on) AS last_on,
         coalesce(d.duty, '') AS next_duty
  FROM cases_case c
  JOIN cases_involvement i ON i.case_id = c.id AND i.until IS NULL
   AND (i.team_id IS NOT NULL OR i.capacity IN ('owner', 'lead'))
  LEFT JOIN LATERAL (SELECT coalesce(recover_by, plan_for) AS work_to, coalesce(recover_by, due_ordinary) AS last, duty
                     FROM cases_deadline o WHERE case_id = c.id AND ended_on IS NULL
                     ORDER BY EXISTS (SELECT FROM cases_task t WHERE t.id = o.about), 1, duty LIMIT 1) d ON true
), held AS (
  SELECT *, coalesce(team_id, person_id) AS holder FROM due
), kept AS (
  SELECT *, coalesce(team_id, person_id) AS holder FROM cases_caseload
)
SELECT coalesce(held.authority, kept.authority), coalesce(held.case_id, kept.case_id)
FROM held FULL JOIN kept ON kept.case_id = held.case_id AND kept.holder = held.holder
WHERE held.case_id IS NULL OR kept.case_id IS NULL OR held.next_on <> kept.next_on OR held.last_on <> kept.last_on
   OR held.next_duty <> kept.next_duty OR held.received_on <> kept.received_on
"""


CHAINS = """
SELECT c.authority, c.id FROM cases_case c JOIN cases_case o ON o.id = c.merged_into_id
WHERE o.merged_into_id IS NOT NULL
"""


OF_NO_RULE = "SELECT authority, id FROM cases_deadline WHERE ended_on IS NULL AND NOT duty = ANY(%s)"
NOT_NOTED = """
SELECT DISTINCT d.authority, d.id FROM cases_deadline d JOIN cases_reminder r ON r.deadline_id = d.id AND r.rung >= 3
WHERE d.ended_on IS NULL AND d.missed_by IS NULL AND d.excused_by IS NULL AND r.raised_at < %s
"""
NOT_TOLD = "SELECT authority, id FROM cases_reminder WHERE settled_at IS NULL AND raised_at < %s"


def findings() -> Iterator[Finding]:
    """Everything wrong on the spine."""
    yield from _asked("a record joined to one that is itself joined", CHAINS)
    yield from _asked("a case without a beginning in the ledger", CASES_WITHOUT_A_BEGINNING)
    yield from _asked("a worklist that disagrees with deadlines and involvement", LISTS_THAT_DISAGREE)
    yield from deadlines_that_disagree()
    yield from _of_the_watch()
    yield from _of_names()
    if because := alarm():
        yield Finding(f"the clock is not believed, and no reminders go out: {because}", "", "")
    for authority in authorities():
        for broken in broken_links(authority.pk):
            yield Finding(f"history: {broken.wrong}", authority.pk, str(broken.entry_ref))
        if oldest := forgotten(authority.pk):
            yield Finding("history: entries not sealed for more than two days", authority.pk, str(oldest))


def _of_the_watch() -> Iterator[Finding]:
    """What the watch could not do."""
    now = clock.now()
    for authority, about in not_worked_out():
        yield Finding("a deadline whose reminders cannot be worked out", authority, str(about))
    yield from _asked("a deadline of a rule that is not in the rule book", OF_NO_RULE, list(codes()))
    yield from _asked("a deadline that passed, and history does not say so", NOT_NOTED, now - timedelta(days=1))
    yield from _asked("a reminder that nobody could be told of", NOT_TOLD, now - LONGEST_SILENCE)


def _of_names() -> Iterator[Finding]:
    """Children who would not be found by the name they have."""
    for authority, case, _keys in rebuild.wrong():
        yield Finding("a child who is not found by the sound of their name", authority, str(case))
    for authority, case in rebuild.of_nobody():
        yield Finding("a name of a child who is not there", authority, str(case))


def deadlines_that_disagree() -> list[Finding]:
    """Deadlines are a reading of the ledger, and here one is not."""
    return [
        Finding(
            "deadlines that disagree with the ledger" if each.authority else "deadlines of a case with no history",
            each.authority,
            str(each.case),
        )
        for each in differences()
    ]


def _asked(what: str, sql: str, *values) -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        for authority, about in cursor:
            yield Finding(what, authority, str(about))


def ask(what: str, sql: str) -> list[Finding]:
    """For the stages' patrols: one finding for each (authority, key) row of a query."""
    return list(_asked(what, sql))
