"""Who of the family is written to about an assessment."""

from assessments.models import AssessmentReader
from cases.models import Case
from cases.of_the_family import family_told
from ledger.models import Entry
from notices.readers import Reader


def shared_with(entry: Entry, case: Case) -> list[Reader]:
    """Those of the family who were chosen to get it, at the address each has now. Others get it on paper."""
    rows = AssessmentReader.objects.filter(assessment=entry.facts["assessment"], carer__in=family_told(case))
    rows = rows.select_related("carer").order_by("pk")
    return [Reader(f"carer:{row.carer_id}", row.carer.email) for row in rows if row.carer.email]
