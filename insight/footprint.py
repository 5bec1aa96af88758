"""Counts of children at the asker's council, and at every council that lets its counts be seen. The first argument is
always who asks. No child, case or address is read one by one, and none can be told from a figure."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db import connection

from accounts.agreements import Pooling, pooling_with, shown_to
from accounts.models import Authority, Locality, Setting, Ward
from accounts.selectors_wards import wards_with_homes
from accounts.who import Who
from cases.powers import COUNTERS
from core import clock
from core.refusals import NotAllowed
from insight.footprint_rules import ANOTHER, BANDS, TYPES, Shown, Sum, band_of, shown, together, type_of
from insight.footprint_sql import COUNT
from people.models import HOLDS
from people.words import Home


@dataclass(frozen=True)
class Place:
    """A ward or a locality in a table."""

    name: str
    of_interest: bool
    deprived: str
    """How many of its postcodes are in the most deprived fifth, of how many; empty where the file did not say."""
    count: int | None


@dataclass(frozen=True)
class Council:
    """One council's figures as they may be shown."""

    code: str
    name: str
    own: bool
    types: Shown
    ages: Shown
    places: tuple[Place, ...]
    by_ward: bool


@dataclass(frozen=True)
class Row:
    """One line of a table with a column for each council, and one for all of them."""

    words: str
    counts: tuple[int | None, ...]
    all: Sum


@dataclass(frozen=True)
class Footprint:
    """The page."""

    councils: tuple[Council, ...]
    types: tuple[Row, ...]
    ages: tuple[Row, ...]
    totals: Row
    shown_to: tuple[Pooling, ...]
    """Those who may see the asker's council's figures."""
    here: tuple[Pooling, ...]
    """Those whose figures the asker may see."""


@dataclass
class _Found:
    """One council's counts, as they are."""

    types: Counter
    ages: Counter
    wards: Counter
    districts: Counter


def footprint(who: Who) -> Footprint:
    """The counts of today. Raises NotAllowed."""
    if not who.roles & COUNTERS:
        raise NotAllowed("does not plan from counts")
    today = clock.today()
    here = pooling_with(who.authority_id, today)
    codes = [who.authority_id, *sorted({one.code for one in here} - {who.authority_id})]
    found = _counted(codes, today)
    names = dict(Authority.objects.filter(pk__in=codes).values_list("pk", "name"))
    places = _Places(codes)
    councils = tuple(
        Council(
            code=code,
            name=names[code],
            own=code == who.authority_id,
            types=shown(found[code].types, TYPES),
            ages=shown(found[code].ages, range(len(BANDS))),
            places=places.of(code, found[code]),
            by_ward=code in places.wards,
        )
        for code in codes
    )
    kinds = dict(Setting.Kind.choices) | {ANOTHER: "Another kind of setting", None: "Not known, or kept apart"}
    return Footprint(
        councils=councils,
        types=_rows([kinds[one] for one in TYPES], [one.types for one in councils]),
        ages=_rows([words for _first, _last, words in BANDS], [one.ages for one in councils]),
        totals=_row("All children", [one.types.total for one in councils]),
        shown_to=tuple(shown_to(who.authority_id, today)),
        here=tuple(here),
    )


def _counted(codes: list[str], today: date) -> dict[str, _Found]:
    found = {code: _Found(Counter(), Counter(), Counter(), Counter()) for code in codes}
    asked = {"councils": codes, "today": today, "holds": [str(one) for one in HOLDS],
             "homes": [str(Home.LIVES), str(Home.PART)]}  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(COUNT, asked)
        for code, age, kind, ward, district, number in cursor.fetchall():
            one = found[code]
            one.types[type_of(kind)] += number
            one.ages[band_of(age)] += number
            one.wards[ward] += number
            one.districts[district or None] += number
    return found


def _share(ward: Ward) -> str:
    return f"{ward.deprived} of {ward.ranked}" if ward.ranked else ""


def _rows(words: list[str], lists: list[Shown]) -> tuple[Row, ...]:
    return tuple(_row(said, [one.counts[place] for one in lists]) for place, said in enumerate(words))


def _row(words: str, counts: list[int | None]) -> Row:
    return Row(words, tuple(counts), together(counts))


class _Places:
    """The wards of these councils where they have brought them in, and otherwise their localities. Never both: where
    one lies within the other, the two tables together could give away what each hides."""

    def __init__(self, codes: list[str]) -> None:
        self.wards: dict[str, list[Ward]] = {}
        for ward in wards_with_homes(codes):
            self.wards.setdefault(ward.authority_id, []).append(ward)
        self.localities: dict[str, list[Locality]] = {}
        for place in Locality.objects.filter(authority_id__in=codes).order_by("name", "since"):
            self.localities.setdefault(place.authority_id, []).append(place)

    def of(self, code: str, found: _Found) -> tuple[Place, ...]:
        if code in self.wards:
            wards = self.wards[code]
            seen = shown(found.wards, [*(ward.pk for ward in wards), None])
            named = [(str(ward), ward.of_interest, _share(ward)) for ward in wards]
        elif code in self.localities:
            counts, order = self._by_locality(code, found)
            seen = shown(counts, [*order, None])
            named = [(name, False, "") for name in order]
        else:
            return ()
        named.append(("Elsewhere, not known, or kept apart", False, "–"))
        return tuple(Place(*said, count) for said, count in zip(named, seen.counts, strict=True))

    def _by_locality(self, code: str, found: _Found) -> tuple[Counter, list[str]]:
        """Each district is one locality's: the first that has it, so that no child is counted twice."""
        whose: dict[str, str] = {}
        for place in self.localities[code]:
            for district in place.districts:
                whose.setdefault(district, place.name)
        counts: Counter = Counter()
        for district, number in found.districts.items():
            counts[whose.get(district) if district else None] += number
        return counts, sorted({place.name for place in self.localities[code]})
