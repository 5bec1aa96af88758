"""Wards, once a directory of postcodes is brought in. Before, there is none, and no page speaks of any."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, When

from accounts.gias.words import Of
from accounts.models import BringingIn, Ward, WardPostcode
from accounts.who import Who

WARD = Subquery(
    WardPostcode.objects.filter(authority=OuterRef("authority"), postcode=OuterRef("postcode")).values(
        name=Case(When(ward__name="", then=F("ward__code")), default=F("ward__name"))
    )[:1]
)
"""The ward of a row that has a postcode."""


def wards_at(authority_id: str, postcodes: Iterable[str]) -> dict[str, str]:
    """The ward of each of these postcodes that is known, by name. Whoever may not know a postcode is not to be told its
    ward either: give only what the reader may see."""
    rows = WardPostcode.objects.filter(authority_id=authority_id, postcode__in=set(postcodes)).select_related("ward")
    return {row.postcode: str(row.ward) for row in rows}


def councils_of(postcode: str) -> dict[str, str]:
    """The councils of this installation that brought this postcode in as theirs, by code and name."""
    rows = WardPostcode.objects.filter(postcode=postcode).select_related("authority").order_by("authority")
    return {row.authority_id: row.authority.name for row in rows}


def wards(who: Who) -> QuerySet[Ward]:
    """The wards of the asker's council that have postcodes or are of interest, and these first."""
    return _counted([who.authority_id]).filter(Q(homes__gt=0) | Q(of_interest=True))


def wards_with_homes(codes: Collection[str]) -> QuerySet[Ward]:
    """The wards of these councils that have postcodes."""
    return _counted(codes).filter(homes__gt=0)


def _counted(codes: Collection[str]) -> QuerySet[Ward]:
    """Each with how many ``homes`` (postcodes) it has, how many of them are ``ranked`` by deprivation, and how many are
    in the most ``deprived`` fifth; those of interest first."""
    return (
        Ward.objects.filter(authority_id__in=codes)
        .annotate(
            homes=Count("postcodes"),
            ranked=Count("postcodes", filter=Q(postcodes__fifth__isnull=False)),
            deprived=Count("postcodes", filter=Q(postcodes__fifth=1)),
        )
        .order_by("-of_interest", "name", "code")
    )


def ward_called(who: Who, key: UUID) -> Ward:
    """One of them. Raises ``Ward.DoesNotExist``."""
    return Ward.objects.get(pk=key, authority_id=who.authority_id)


def last_council(who: Who) -> str:
    """The code of the council that was asked for last time."""
    rows = BringingIn.objects.filter(authority_id=who.authority_id).exclude(of=Of.SETTINGS).exclude(council="")
    return rows.order_by("-brought_at").values_list("council", flat=True).first() or ""
