"""How many children there were, where they learn, what they need and why somebody asked; and who they are. The first
argument is always who asks: the team counts the cases it carries, and whoever plans from outside sees no small number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from accounts.models import Locality, Setting
from accounts.setting_words import EIGHT
from accounts.who import Who
from cases.models import Baseline, Case
from cases.need_words import PathwayNeed
from cases.powers import COUNTERS, OVERSEERS, SEES_ACTIVITY
from cases.result_words import Result
from cases.results_seen import figures_of
from cases.sight import open_in
from cases.words import Part
from core import clock
from core.refusals import NotAllowed
from insight.activity_rules import ANOTHER, ORDER, UNKNOWN, Line, Period, Table, periods, results, table
from insight.activity_sql import COUNT, behind
from insight.suppression import SMALL
from people.models import HOLDS
from people.words import Home
from referrals.words import MainReason

PAGE = 50
NOT_ASKED = "Not asked, or not said"
NOT_KNOWN = "Not known, or kept apart"


@dataclass(frozen=True)
class Cut:
    """What the page shows: one time, perhaps one locality, for one reader."""

    who: Who
    period: Period
    locality: Locality | None
    periods: Sequence[Period]
    localities: Sequence[Locality]
    inside: bool
    """The reader sees every number, of the cases they carry, and who is behind it."""

    @property
    def query(self) -> str:
        """As an address carries it on."""
        return f"?period={self.period.code}" + (f"&locality={self.locality.pk}" if self.locality else "")


@dataclass(frozen=True)
class Activity:
    """The figures of one cut."""

    children: int | None
    types: Table
    needs: Table
    reasons: Table
    results: tuple[Line, ...]
    earlier: Mapping[Result, Baseline]
    """What was entered of the school year before, for the whole council."""


@dataclass(frozen=True)
class Row:
    """A child behind a figure."""

    reference: str
    child: str
    began: object
    stage: str


@dataclass(frozen=True)
class Behind:
    """One page of the children behind a figure."""

    rows: tuple[Row, ...]
    count: int
    page: int
    pages: int


def cut(who: Who, period: str, locality: str) -> Cut:
    """What was asked for, or else this school year and every locality. Who is outside the team has whole school years
    of the whole council: with finer cuts beside each other a small number could be worked out. Raises NotAllowed."""
    inside = bool(who.roles & SEES_ACTIVITY)
    if not inside and not who.roles & COUNTERS:
        raise NotAllowed("neither of the team nor planning from counts")
    first = Case.objects.filter(authority_id=who.authority_id, merged_into=None).order_by("received_on", "pk")
    found = periods(first.values_list("received_on", flat=True).first(), clock.today(), whole=inside)
    places = list(Locality.objects.filter(authority_id=who.authority_id)) if inside else []
    return Cut(
        who=who,
        period=next((one for one in found if one.code == period), found[0]),
        locality=next((place for place in places if str(place.pk) == locality), None),
        periods=found,
        localities=places,
        inside=inside,
    )


def activity(chosen: Cut) -> Activity:
    """The figures."""
    found: dict[str, dict[str, int]] = {"child": {}, "type": {}, "need": {}, "reason": {}, "result": {}}
    with connection.cursor() as cursor:
        cursor.execute(COUNT, _asked(chosen))
        for of, code, number in cursor.fetchall():
            found[of][code] = number
    children = found["child"].get("", 0)
    types, needs, reasons = (table(of, found, hides=not chosen.inside) for of in ("type", "need", "reason"))
    shown = chosen.inside or not 0 < children < SMALL
    before = chosen.period.before
    return Activity(
        children=children if shown else None,
        types=types,
        needs=needs,
        reasons=reasons,
        results=results(found, children, hides=not chosen.inside),
        earlier=figures_of(chosen.who, before) if before is not None else {},
    )


def children_behind(chosen: Cut, of: str, key: str, page: int) -> Behind:
    """Those counted in one figure, the oldest first. Raises NotAllowed."""
    if not chosen.inside:
        raise NotAllowed("sees no child's case")
    code = "" if key == UNKNOWN else key
    if of != "child" and code not in ORDER[of]:
        raise NotAllowed("no such figure")
    asked = _asked(chosen) | {"code": code, "size": PAGE, "after": PAGE * (max(page, 1) - 1)}
    with connection.cursor() as cursor:
        cursor.execute(behind(of), asked)
        count, homes = cursor.fetchone()
    cases = Case.objects.filter(pk__in=homes, authority_id=chosen.who.authority_id).select_related("child")
    by_key = {case.pk: case for case in cases}
    return Behind(
        rows=tuple(_row(by_key[UUID(str(home))]) for home in homes),
        count=count,
        page=max(page, 1),
        pages=max(1, -(-count // PAGE)),
    )


def words_of(of: str, code: str) -> str:
    """What a line of a table is called."""
    if of == "need":
        return PathwayNeed(code).words
    if of == "result":
        return Result(code).words
    if of == "reason":
        return MainReason(code).words if code else NOT_ASKED
    return {**dict(Setting.Kind.choices), ANOTHER: "Another kind of setting", "": NOT_KNOWN}[code]


def _row(case: Case) -> Row:
    return Row(case.reference, case.child.full_name, case.received_on, case.get_stage_display())


def _asked(chosen: Cut) -> dict:
    seen = None
    if chosen.inside and not chosen.who.roles & OVERSEERS:
        seen = [str(key) for key in open_in(chosen.who, Part.CONTACT).values_list("pk", flat=True)]
    return {
        "council": chosen.who.authority_id,
        "since": chosen.period.since,
        "until": chosen.period.until,
        "seen": seen,
        "holds": [str(one) for one in HOLDS],
        "homes": [str(Home.LIVES), str(Home.PART)],
        "eight": [*EIGHT],
        "another": ANOTHER,
        "districts": list(chosen.locality.districts) if chosen.locality else None,
    }
