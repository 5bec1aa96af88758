"""One number on the records of two children, as far as anybody has said: shown to whoever may read both, and to nobody
else, in words, in count or in time. Both records keep it: people settle it, the machine does not."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, Q
from django.db.models.functions import Coalesce

from accounts.who import Who
from cases import sight
from cases.models import Case
from cases.words import Part
from people.models import Child
from people.numbers import NUMBERS

MOST = 20
NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Clash:
    """A number of the child that another child's record carries too."""

    what: str
    references: tuple[str, ...]


@dataclass(frozen=True)
class Twice:
    """One number, and the records of more than one child that carry it."""

    what: str
    records: tuple[Case, ...]
    """One of each child, with their name."""


def shared(who: Who, records: list[Case]) -> list[tuple[Case, str]]:
    """Other children's records that carry a number of these records' child, and which number. ``who`` must be able to
    read it on both. One question, whether there is a number or not."""
    own = records[0].merged_into_id or records[0].pk
    known = {(name, getattr(record.child, name)) for record in records for name in NUMBERS}
    carry_one = Q(pk=NOBODY)
    for name, number in sorted(known):
        if number:
            carry_one |= Q(**{"child__authority": who.authority_id, f"child__{name}": number})
    readable = sight.open_in(who, Part.PEOPLE)
    others = (
        readable.filter(carry_one, Exists(readable.filter(pk__in=[record.pk for record in records])))
        .exclude(Q(pk=own) | Q(merged_into=own))
        .select_related("child")
        .order_by("reference")
    )
    return [
        (other, name)
        for other in others[:MOST]
        for name in NUMBERS
        if (name, getattr(other.child, name)) in known and getattr(other.child, name)
    ]


def by_child(who: Who, case: Case) -> dict[UUID, tuple[str, ...]]:
    """Of each other child who has a number of this one: what it is called, by the key of their own record."""
    found: dict[UUID, list[str]] = {}
    for other, name in shared(who, [case]):
        found.setdefault(other.merged_into_id or other.pk, []).append(name)
    return {key: tuple(NUMBERS[name] for name in NUMBERS if name in names) for key, names in found.items()}


def clashes(who: Who, records: list[Case]) -> list[Clash]:
    """Each number of a child that stands on another child's record too, and on which."""
    pairs = shared(who, records)
    return [
        Clash(words, tuple(other.reference for other, what in pairs if what == name))
        for name, words in NUMBERS.items()
        if any(what == name for _other, what in pairs)
    ]


def numbers_twice(who: Who) -> list[Twice]:
    """Every number that stands on the records of two children whose numbers ``who`` may read. As many questions
    whatever there is."""
    return [twice for name in NUMBERS for twice in _twice(who, name)][:MOST]


def _twice(who: Who, name: str) -> list[Twice]:
    field, own = f"child__{name}", Coalesce("merged_into", "pk")
    carried = Child.objects.filter(authority_id=who.authority_id).exclude(**{name: ""})
    often = carried.values(name).annotate(rows=Count("pk")).filter(rows__gt=1).values(name)
    here = sight.open_in(who, Part.PEOPLE).filter(child__authority=who.authority_id)
    several = here.filter(**{f"{field}__in": often}).values(field).annotate(children=Count(own, distinct=True))
    numbers = several.filter(children__gt=1).order_by(field).values_list(field, flat=True)
    rows = here.filter(**{f"{field}__in": list(numbers[:MOST]) or ["-"]}).select_related("child").order_by("reference")
    groups: dict[str, dict[UUID, Case]] = {}
    for row in rows:
        groups.setdefault(getattr(row.child, name), {}).setdefault(row.merged_into_id or row.pk, row)
    return [Twice(NUMBERS[name], tuple(group.values())) for group in groups.values()]
