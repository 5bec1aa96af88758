"""Who stands where on a day: the one question about memberships, asked by every page, list, letter and act.

A membership counts from its first day to its last. One held for another organisation counts only on the days when a
data-sharing agreement between the authority and that organisation is in force, and ends with it.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.models import Agency, AgreementParty, Membership, Person
from accounts.roles import Role


def lasting(on: date) -> Q:
    """From the first day to the last, both included."""
    return Q(since__lte=on) & (Q(until=None) | Q(until__gte=on))


def memberships(on: date) -> QuerySet[Membership]:
    """Every membership that counts on a day."""
    return Membership.objects.filter(lasting(on)).filter(_covered(on))


def is_covered(authority_id: str, agency: UUID, on: date) -> bool:
    """Whether people of an organisation may come in on a day: it is the authority's own, or an agreement is in
    force."""
    own = Agency.objects.filter(pk=agency, council=authority_id).exists()
    parties = AgreementParty.objects.filter(agency=agency, authority=authority_id)
    return own or parties.filter(agreement__since__lte=on, agreement__until__gte=on).exists()


def _covered(on: date) -> Q:
    """Of the authority's own people, or of an organisation with an agreement in force."""
    agreed = AgreementParty.objects.filter(
        agency=OuterRef("agency"),
        authority=OuterRef("authority"),
        agreement__since__lte=on,
        agreement__until__gte=on,
    )
    return Q(agency=None) | Q(agency__council=F("authority")) | Exists(agreed)


@dataclass(frozen=True)
class HeldBack:
    """A standing that does not count today because no agreement covers the organisation."""

    authority: str
    agency: str
    ended_on: date | None
    """The last day of the agreement that covered it; None where there was none."""
    ask: tuple[str, ...]
    """Those at the authority who keep its agreements."""
    address: str


KEEPERS = (Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR)
"""Whom to ask about an agreement, in this order."""


def held_back(person: Person, on: date, among: frozenset[Role]) -> list[HeldBack]:
    """Where somebody would stand today if an agreement covered the organisation they work for."""
    rows = (
        Membership.objects.filter(lasting(on), person=person, role__in=among)
        .exclude(pk__in=memberships(on).filter(person=person).values("pk"))
        .select_related("authority", "agency")
        .order_by("authority__name", "agency__name")
    )
    found = {(row.authority_id, row.agency_id): row for row in rows}
    return [_explained(row, on) for row in found.values()]


def _explained(row: Membership, on: date) -> HeldBack:
    ended = (
        AgreementParty.objects.filter(agency=row.agency_id, authority=row.authority_id, agreement__until__lt=on)
        .order_by("-agreement__until")
        .values_list("agreement__until", flat=True)
        .first()
    )
    keepers = memberships(on).filter(authority=row.authority_id, role__in=KEEPERS, person__is_active=True)
    by_role = sorted(keepers.values_list("role", "person__name"), key=lambda one: (KEEPERS.index(one[0]), one[1]))
    return HeldBack(
        authority=row.authority.name,
        agency=row.agency.name,
        ended_on=ended,
        ask=tuple(dict.fromkeys(name for _role, name in by_role)),
        address=row.authority.contact_email,
    )
