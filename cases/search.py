"""Finding a case by name, reference or date of birth, among those the asker may see and no others."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.who import Who
from cases import access
from cases.models import Case
from core.references import tidy

FEWEST = 3
"""Letters of one word before anything is looked for: a search must not be a way to leaf through children."""
MOST = 25


@dataclass(frozen=True)
class Found:
    """One case that fits."""

    key: UUID
    reference: str
    name: str
    born_on: date
    learns_at: str
    received_on: date


@dataclass(frozen=True)
class Search:
    """What was found, or why nothing was looked for."""

    found: tuple[Found, ...] = ()
    more: bool = False
    too_short: bool = False


def search(who: Who, typed: str) -> Search:
    """Looks for a reference, a date of birth (14/6/2018 or 2018-06-14), or the beginnings of names."""
    typed = " ".join(typed.split())
    if not typed:
        return Search()
    if reference := tidy(typed):
        fits = Q(reference=reference)
    elif (born_on := _date(typed)) is not None:
        fits = Q(child__born_on=born_on)
    elif max(sum(letter.isalpha() for letter in word) for word in typed.split()) < FEWEST:
        return Search(too_short=True)
    else:
        fits = _names(typed.split())
    rows = access.visible_to(who).filter(fits).select_related("child")
    page = list(rows.order_by("child__family_name", "child__given_name", "pk")[: MOST + 1])
    return Search(tuple(_found(row) for row in page[:MOST]), more=len(page) > MOST)


def _names(words: list[str]) -> Q:
    """All of it begins one name, or it parts somewhere into the beginnings of two, in either order: a name can be of
    several words. Of three and more, those in the middle may be names we were not given."""
    whole = " ".join(words)
    fits = _first_name(whole) | Q(child__family_name__istartswith=whole)
    parted = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    for one, other in [*parted, (words[0], words[-1])] if parted else []:
        fits |= _first_name(one) & Q(child__family_name__istartswith=other)
        fits |= _first_name(other) & Q(child__family_name__istartswith=one)
    return fits


def _first_name(typed: str) -> Q:
    return Q(child__given_name__istartswith=typed) | Q(child__preferred_name__istartswith=typed)


def _date(typed: str) -> date | None:
    if match := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", typed):
        day, month, year = (int(part) for part in match.groups())
    elif match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed):
        year, month, day = (int(part) for part in match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _found(case: Case) -> Found:
    return Found(
        case.pk, case.reference, case.child.full_name, case.child.born_on, case.child.learns_at, case.received_on
    )
