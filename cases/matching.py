"""Could this be a child we know? Offered to a person, who answers; never decided here."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from accounts.who import Who
from cases import access
from cases.models import Case
from people.models import Child

MOST = 5


@dataclass(frozen=True)
class Match:
    """Another record that could be the same child, and how likely."""

    key: object
    reference: str
    name: str
    born_on: date
    learns_at: str
    received_on: date
    likely: bool
    """Born the same day, and given the same name or called by it."""
    sibling: bool
    """Born the same day into the same family, with another name: could be a brother, sister or twin."""


def matches(who: Who, case: Case) -> list[Match]:
    """Records ``who`` may see that could be this child's own: born the same day with a name or the postcode in
    common, or with the whole name in common and another birthday. Likeliest and then oldest first."""
    child = case.child
    same_day = Q(born_on=child.born_on)
    name = Q(family_name__iexact=child.family_name)
    for called in filter(None, (child.given_name, child.preferred_name)):
        name |= Q(given_name__iexact=called) | Q(preferred_name__iexact=called)
    home = Q(home_postcode=child.home_postcode) if child.home_postcode else Q(pk=None)
    whole_name = Q(given_name__iexact=child.given_name, family_name__iexact=child.family_name)
    alike = Child.objects.filter(authority_id=case.authority_id).filter((same_day & (name | home)) | whole_name)
    others = (
        access.visible_to(who)
        .filter(child__in=alike, merged_into=None)
        .exclude(pk__in=[case.pk, case.merged_into_id or case.pk])
        .select_related("child")
    )
    found = [_match(other, child) for other in others.order_by("received_on", "pk")[: MOST * 4]]
    return sorted(found, key=lambda match: not match.likely)[:MOST]


def _match(other: Case, child: Child) -> Match:
    same_day = other.child.born_on == child.born_on
    likely = same_day and bool(_first_names(child) & _first_names(other.child))
    return Match(
        key=other.pk,
        reference=other.reference,
        name=other.child.full_name,
        born_on=other.child.born_on,
        learns_at=other.child.learns_at,
        received_on=other.received_on,
        likely=likely,
        sibling=same_day and not likely and _plain(child.family_name) == _plain(other.child.family_name),
    )


def _first_names(child: Child) -> set[str]:
    return {_plain(name) for name in (child.given_name, child.preferred_name)} - {""}


def _plain(name: str) -> str:
    """A name without capitals, accents, hyphens and the like, which one writes and another leaves out."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalpha())
