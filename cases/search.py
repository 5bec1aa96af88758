"""Finding a case by name, reference, date of birth or number, among those the asker may see and no others.

First those whose names begin as typed; then those that sound or look like it, the likest first. A number is found where
its reader could read it, and nowhere else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from jellyfish import jaro_winkler_similarity

from accounts.who import Who
from cases import sight, sounding
from cases.models import Case
from cases.words import Part
from core.references import tidy
from core.words import _
from people.models import Child, NameKey
from people.names.spelling import plain
from people.numbers import NUMBERS
from people.typed_number import TypedNumber, as_number

FEWEST = 3
"""Letters of one word before anything is looked for: a search must not be a way to leaf through children."""
MOST = 25
FEW = 500
"""Cases of somebody's own up to which they are named one by one."""
NOBODY = UUID(int=0)
A_POSTCODE = re.compile(r"[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}")
A_DATE = re.compile(r"(?<!\d)(?:(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))(?!\d)")


@dataclass(frozen=True)
class Found:
    """One case that fits."""

    key: UUID
    reference: str
    name: str
    called: str
    born_on: date
    learns_at: str
    received_on: date


@dataclass(frozen=True)
class Search:
    """What was found, or why nothing was looked for."""

    found: tuple[Found, ...] = ()
    alike: tuple[Found, ...] = ()
    """Those whose name sounds or looks like what was typed, the likest first."""
    more: bool = False
    too_short: bool = False
    number: str = ""
    """What number was looked for, in words; empty where it was none."""
    wrong: str = ""
    """Why nothing was looked for."""
    is_place: bool = False
    """What was typed is a postcode."""
    twice: bool = False
    """One number stands on the records of two children, as far as anybody has said."""

    @property
    def shown(self) -> tuple[Found, ...]:
        """Every record the asker is shown."""
        return self.found + self.alike


def search(who: Who, typed: str) -> Search:
    """Looks for a reference, for an NHS number, UPN or ULN, or for names and a date of birth (14/6/2018 or 2018-06-14),
    one of them or both."""
    typed = " ".join(typed.split())
    if not typed:
        return Search()
    if reference := tidy(typed):
        return Search(_of(who, sight.visible_to(who).filter(reference=reference)))
    if number := as_number(typed):
        return _numbered(who, number)
    if A_POSTCODE.fullmatch(typed):
        return Search(wrong=_("Children are not found by where they live"), is_place=True)
    born_on, rest = _date(typed)
    words = plain(rest).split()
    if born_on is None and (A_DATE.search(typed) or max(map(len, words), default=0) < FEWEST):
        return Search(too_short=not A_DATE.search(typed))
    if not words:
        page = _of(who, sight.visible_to(who).filter(child__born_on=born_on))
        return Search(page[:MOST], more=len(page) > MOST)
    allowed = _allowed(who, born_on)
    keys = _beginning(allowed, words)
    if len(keys) > MOST:
        return Search(_in_order(who, keys[:MOST]), more=True)
    alike = [key for key in sounding.alike(who, allowed, words) if key not in keys][: MOST * 3]
    both = _in_order(who, [*keys, *alike])
    likest = sorted((one for one in both if one.key not in keys), key=lambda one: -_likeness(one, words))
    return Search(tuple(one for one in both if one.key in keys), tuple(likest[: MOST - len(keys)]))


def _numbered(who: Who, typed: TypedNumber) -> Search:
    """Records that carry this number, where ``who`` may read it."""
    if typed.wrong:
        return Search(wrong=typed.wrong)
    carry_it = {"child__authority": who.authority_id, f"child__{typed.field}": typed.number}
    rows = _rows(sight.open_in(who, Part.PEOPLE).filter(**carry_it))
    return Search(
        tuple(_found(row) for row in rows[:MOST]), more=len(rows) > MOST, number=NUMBERS[typed.field],
        twice=len({row.merged_into_id or row.pk for row in rows}) > 1,
    )  # fmt: skip


def _likeness(found: Found, words: Sequence[str]) -> float:
    """How like what was typed is to the name, or to the likest of its words when one word was typed; 0 to 1."""
    names = [plain(found.name), plain(found.called)]
    if len(words) == 1:
        names = [word for name in names for word in (*name.split(), name.replace(" ", ""))]
    turned = [" ".join(words), " ".join([words[-1], *words[:-1]])]
    return max(jaro_winkler_similarity(typed, name) for typed in turned for name in names)


def _allowed(who: Who, born_on: date | None) -> QuerySet[NameKey]:
    """The keys of children on cases that ``who`` may see, born on that day if one was typed. For those who may see few,
    the few are named: how long it takes then says nothing of children they may not see."""
    few = sight.all_open_to(who, FEW)
    theirs = sight.visible_to(who).values("pk") if few is None else few or [NOBODY]
    rows = NameKey.objects.filter(authority_id=who.authority_id, case_ref__in=theirs)
    if born_on is None:
        return rows
    that_day = Child.objects.filter(authority_id=who.authority_id, born_on=born_on)
    return rows.filter(case_ref__in=that_day.values("case_ref"))


def _beginning(allowed: QuerySet[NameKey], words: Sequence[str]) -> list[UUID]:
    """Cases where each word typed begins a word of the name. Of three and more, those in the middle may be names we
    were not given. The longest word leads, so that the index is entered where it says most."""
    fits = _all_begin(words)
    ends = [words[0], words[-1]]
    if len(words) > 2 and max(map(len, ends)) >= FEWEST:
        fits |= _all_begin(ends)
    rows = allowed.filter(fits).order_by("key", "case_ref").values_list("case_ref", flat=True)
    return list(dict.fromkeys(rows[: MOST * 3 + 1]))


def _all_begin(words: Sequence[str]) -> Q:
    leader, *others = sorted(words, key=len, reverse=True)
    fits = Q(key__startswith=f"={leader}")
    for word in others:
        fits &= Q(key__contains=f" {word}")
    return fits


def _date(typed: str) -> tuple[date | None, str]:
    """The day in what was typed, and the rest of it."""
    if (match := A_DATE.search(typed)) is None:
        return None, typed
    day, month, year = match.group(1, 2, 3) if match[3] else match.group(6, 5, 4)
    try:
        return date(int(year), int(month), int(day)), typed[: match.start()] + " " + typed[match.end() :]
    except ValueError:
        return None, ""


def _of(who: Who, cases: QuerySet[Case]) -> tuple[Found, ...]:
    return tuple(_found(row) for row in _rows(cases))


def _rows(cases: QuerySet[Case]) -> list[Case]:
    rows = cases.select_related("child").order_by("child__family_name", "child__given_name", "pk")
    return list(rows[: MOST + 1])


def _in_order(who: Who, keys: Sequence[UUID]) -> tuple[Found, ...]:
    """These cases, which were found among those ``who`` may see, in this order."""
    rows = Case.objects.filter(authority_id=who.authority_id).select_related("child").in_bulk(list(keys))
    return tuple(_found(rows[key]) for key in keys if key in rows)


def _found(case: Case) -> Found:
    return Found(
        case.pk, case.reference, case.child.full_name, case.child.preferred_name, case.child.born_on,
        case.child.learns_at, case.received_on,
    )  # fmt: skip
