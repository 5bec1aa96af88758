"""Could this be a child we know? Offered to a person, who answers; never decided here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from uuid import UUID

from django.db.models import Exists, OuterRef

from accounts.who import Who
from cases import one_number, one_parent, sight
from cases.models import Case
from people.models import Child, NameKey
from people.names.keys import alike, pairs
from people.names.likeness import Described, Likeness, days_near, likeness

SURE, FAMILY = 100, 5
"""What one number in common weighs: more than everything else together; and what one parent does."""
ONE_PARENT = "same email address for a parent"
MOST, LOOKED_AT = 5, 60
"""How many are offered, and how many of each kind are looked at: born about then, from the same home, of both names."""


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
    """Born the same day with one first name, or born nearly so with one whole name; with one number, one of these."""
    numbers: bool
    """A number stands on both records."""
    sibling: bool
    """Born the same day into the same family, with another name: could be a brother, sister or twin."""
    why: str
    """What the two have in common, in a sentence."""


def matches(who: Who, case: Case, *, apart: Collection[UUID] = ()) -> list[Match]:
    """Records ``who`` may see that could be this child's own, by number, sound, spelling, birthday and home; likeliest
    and then oldest first. A number counts where ``who`` may read it on both. ``apart`` are those somebody said are
    other children."""
    child = case.child
    numbered, of_parent = one_number.by_child(who, case), one_parent.by_child(who, case)
    others = (
        sight.visible_to(who)
        .filter(pk__in={*_alike(child), *numbered, *of_parent}, merged_into=None)
        .exclude(pk__in=[case.pk, case.merged_into_id or case.pk, *apart])
        .select_related("child")
    )
    found = [
        _match(other, child, numbered.get(other.pk, ()), other.pk in of_parent)
        for other in others.order_by("received_on", "pk")
    ]
    ordered = sorted((each for each in found if each), key=lambda pair: -pair[0])
    return [match for _, match in ordered[:MOST]]


def _alike(child: Child) -> list[UUID]:
    """The cases of children who could be this one, whoever may see them."""
    here = {"authority_id": child.authority_id}
    first = [name for name in (child.given_name, child.preferred_name) if name]
    one_name = {key for name in [*first, child.family_name] for key in alike(name)}
    both = {key for one, other in product(first, [child.family_name]) for key in pairs(one, other)}
    born, named = Child.objects.filter(**here), NameKey.objects.filter(**here)
    sounds_so = Exists(named.filter(case_ref=OuterRef("case_ref"), key__in=one_name))
    about_then = born.filter(sounds_so, born_on__in=days_near(child.born_on)).order_by("case_ref")
    same_home = born.filter(born_on=child.born_on, home_postcode=child.home_postcode).exclude(home_postcode="")
    same_names = named.filter(key__in=both).order_by("case_ref")
    pages = [
        rows.values_list("case_ref", flat=True)[:LOOKED_AT]
        for rows in (about_then, same_home.order_by("case_ref"), same_names)
    ]
    return list(set(pages[0].union(*pages[1:])))


def _match(other: Case, child: Child, numbers: Sequence[str], parent: bool) -> tuple[int, Match] | None:
    """Nobody of whom nothing but a sound was in common once the names are held side by side."""
    how = likeness(_described(child), _described(other.child))
    whole_name = how.first and how.family
    if not (numbers or whole_name or (how.same_day and (how.first or how.family or how.home)) or _of_one(parent, how)):
        return None
    return how.score + SURE * len(numbers) + FAMILY * parent, Match(
        key=other.pk,
        reference=other.reference,
        name=other.child.full_name,
        born_on=other.child.born_on,
        learns_at=other.child.learns_at,
        received_on=other.received_on,
        likely=how.likely or bool(numbers and (whole_name or how.same_day)) or bool(parent and how.first),
        numbers=bool(numbers),
        sibling=how.sibling,
        why=_why(numbers, "; ".join(filter(None, (how.why, ONE_PARENT * parent)))),
    )


def _of_one(parent: bool, how: Likeness) -> bool:
    """Whether one parent's address makes it worth asking: with a first name or a birthday in common."""
    return parent and bool(how.first or how.same_day)


def _why(numbers: Sequence[str], alike: str) -> str:
    """The number first: it is the surest sign, and one slip away from another child's where nothing else is alike."""
    if not numbers:
        return alike
    same = "Same " + " and ".join(numbers)
    return f"{same}; {alike[:1].lower()}{alike[1:]}" if alike else f"{same} and nothing else: one may be mistyped"


def _described(child: Child) -> Described:
    return Described(child.given_name, child.family_name, child.preferred_name, child.born_on, child.home_postcode)
