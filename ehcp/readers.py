"""Who asked for an assessment, and who of the family is told what was decided, for the letters that say so."""

from cases.models import Case
from cases.of_the_family import family_told
from cases.readers import at_their_address
from ehcp.models import AssessmentRequest
from ledger.models import Entry
from notices.readers import Reader
from people.models import Carer
from people.words import Relationship


def asker(entry: Entry, case: Case) -> list[Reader]:
    """Whoever asked for the assessment that an event is about: the sender, or somebody who asked at a meeting."""
    return at_their_address(AssessmentRequest.objects.select_related("asked_by").get(pk=entry.about).asked_by)


def told_of_decision(entry: Entry, case: Case) -> list[Reader]:
    """Those of the family who are told whether the council assesses."""
    request = AssessmentRequest.objects.select_related("asked_by").get(pk=entry.about)
    return [reader for carer in family_of(request, case) for reader in at_their_address(carer)]


def family_of(request: AssessmentRequest, case: Case) -> list[Carer]:
    """Whoever of the family asked, and everybody of the family who knows of the case."""
    found = {carer.pk: carer for carer in family_told(case).order_by("pk")}
    if request.asked_by.relationship != Relationship.PROFESSIONAL:
        found.setdefault(request.asked_by_id, request.asked_by)
    return list(found.values())
