"""One email address given for a parent on the records of two children: a sign that they are one family, and with one
first name that they are one child. Shown to whoever may read how to reach the family on both, and to nobody else."""

from uuid import UUID

from django.db.models import Exists, Q
from django.db.models.functions import Lower

from accounts.who import Who
from cases import sight
from cases.models import Case
from cases.words import Part
from people.models import Carer
from people.words import Relationship

MOST = 20


def by_child(who: Who, case: Case) -> set[UUID]:
    """The own records of other children for whom the same parent's address was given. One question, whether an address
    was given or not."""
    theirs = Carer.objects.filter(authority_id=who.authority_id).exclude(
        Q(email="") | Q(relationship=Relationship.PROFESSIONAL)
    )
    own = theirs.filter(case_ref=case.pk).values(low=Lower("email"))
    same = theirs.alias(low=Lower("email")).filter(low__in=own).values("case_ref")
    readable = sight.open_in(who, Part.CONTACT)
    others = readable.filter(Exists(readable.filter(pk=case.pk)), pk__in=same).exclude(pk=case.pk)
    home = case.merged_into_id or case.pk
    rows = others.order_by("received_on", "pk").values_list("merged_into", "pk")[:MOST]
    return {merged or key for merged, key in rows} - {home}
