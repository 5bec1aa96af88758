"""A case with a long history, for the page that must be as quick to open as a short one."""

from django.db import connection

from bench.databases import AUTHORITY, use

PICK = """
SELECT c.id, c.reference FROM cases_case c JOIN referrals_referral r ON r.case_id = c.id
WHERE c.authority = %s AND r.asks_for = 'help' AND r.settled_as = '' AND NOT EXISTS (
  SELECT 1 FROM ledger_entry e WHERE e.case_ref = c.id AND e.event = 'document.added')
ORDER BY c.received_on LIMIT 1
"""
HISTORY = """
INSERT INTO ledger_entry (id, authority, event, case_ref, part, about, actor_ref, moved_from, moved_to, facts,
                          effective_on, recorded_at)
SELECT gen_random_uuid(), %(authority)s, 'document.added', %(case)s, 'files', gen_random_uuid(), 'visitor', '', '',
       '{"sha256": ""}', current_date, now() - interval '10 years' * n / %(entries)s
FROM generate_series(1, %(entries)s) n
"""


def a_case_with(entries: int, name: str) -> str:
    """The reference of a case in that database that now has so many more entries of history."""
    use(name)
    with connection.cursor() as cursor:
        cursor.execute(PICK, [AUTHORITY])
        case, reference = cursor.fetchone()
        cursor.execute(HISTORY, {"authority": AUTHORITY, "case": case, "entries": entries})
    return str(reference)
