"""Looks for requests nobody acknowledged, and cases that no request opened."""

from collections.abc import Iterator

from cases.findings import Finding
from cases.patrol import ask

UNACKNOWLEDGED = """
SELECT r.authority, r.case_id FROM referrals_referral r
WHERE NOT EXISTS (
  SELECT 1 FROM notices_dispatch d
  WHERE d.case_ref = r.case_id
    AND d.template IN ('help_received', 'unsure_received', 'assessment_received'))
"""

CASES_NOBODY_ASKED_FOR = """
SELECT c.authority, c.id FROM cases_case c
WHERE NOT EXISTS (SELECT 1 FROM referrals_referral r WHERE r.case_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.case_ref = c.id AND e.event = 'case.opened')
"""

STATES_THAT_CANNOT_BE = """
SELECT r.authority, r.case_id FROM referrals_referral r
WHERE (r.state = 'to_settle') <> (r.asks_for = 'unsure' AND r.settled_as = '')
"""


def findings() -> Iterator[Finding]:
    """Everything wrong at the front door."""
    yield from ask("a request without an acknowledgement", UNACKNOWLEDGED)
    yield from ask("a case that neither a request nor a colleague opened", CASES_NOBODY_ASKED_FOR)
    yield from ask("a request in a state that cannot be", STATES_THAT_CANNOT_BE)
