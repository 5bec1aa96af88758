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


def findings() -> Iterator[Finding]:
    """Everything wrong with assessments."""
    yield from ask("a request for assessment without its three clocks", WITHOUT_CLOCKS)
