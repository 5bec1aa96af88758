"""Who of the family knows of a case, and who may not be told where the child is."""

from django.db.models import Q, QuerySet

from cases.models import Case
from cases.secrecy import is_barred_anywhere
from cases.secret_letters import people_who_are
from people.models import Carer
from people.words import Relationship


def family_told(case: Case) -> QuerySet[Carer]:
    """Those of the family who know of the case: who asked themselves, and whom the sender or the Bridge let be told."""
    rows = Carer.objects.filter(authority_id=case.authority_id, case_ref=case.pk)
    rows = rows.exclude(relationship=Relationship.PROFESSIONAL)
    return rows.filter(Q(asked=True) | Q(told_from__isnull=False))


def is_barred(carer: Carer, case: Case) -> bool:
    """Whether somebody of the family may not be told where the child is."""
    return any(is_barred_anywhere(one) for one in people_who_are(carer, case.pk))
