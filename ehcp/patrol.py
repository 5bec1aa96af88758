"""Looks for requests for assessment that the front door and the law do not agree about."""

from collections.abc import Iterator

from cases.findings import Finding
from cases.patrol import ask

WITHOUT_CLOCKS = """
SELECT a.authority, a.case_id FROM ehcp_assessmentrequest a
WHERE (SELECT count(DISTINCT d.duty) FROM cases_deadline d
       WHERE d.case_id = a.case_id AND d.about = a.id
         AND d.duty IN ('EHCNA-DECIDE', 'NOPLAN', 'PLAN-FINAL')) <> 3
"""

ANSWERED_AND_OWED = """
SELECT a.authority, a.case_id FROM ehcp_assessmentrequest a
WHERE a.state <> 'received' AND EXISTS (
    SELECT 1 FROM cases_deadline d WHERE d.about = a.id AND d.duty = 'EHCNA-DECIDE' AND d.ended_on IS NULL)
"""

WITHOUT_NOTICE = """
SELECT a.authority, a.case_id FROM ehcp_assessmentrequest a
WHERE a.state = 'refused' AND NOT EXISTS (
    SELECT 1 FROM ehcp_assessmentdecision d WHERE d.request_id = a.id AND d.state = 'made' AND d.digest <> '')
"""


def findings() -> Iterator[Finding]:
    """Everything wrong with assessments."""
    yield from ask("a request for assessment without its three clocks", WITHOUT_CLOCKS)
    yield from ask("a request for assessment that is answered and still to be decided", ANSWERED_AND_OWED)
    yield from ask("a refusal to assess without its notice", WITHOUT_NOTICE)
