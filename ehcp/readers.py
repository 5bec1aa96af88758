"""Who asked for an assessment, for the letters that say so."""

from cases.models import Case
from cases.readers import at_their_address
from ehcp.models import AssessmentRequest
from ledger.models import Entry
from notices.readers import Reader


def asker(entry: Entry, case: Case) -> list[Reader]:
    """Whoever asked for the assessment that an event is about: the sender, or somebody who asked at a meeting."""
    return at_their_address(AssessmentRequest.objects.select_related("asked_by").get(pk=entry.about).asked_by)
