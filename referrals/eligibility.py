"""Whether the pathway is meant for a child, test by test, with why. It explains and never refuses. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.words import _
from people.rules import OLDEST, age_on
from referrals.words import AsksFor

SERVICES = 2
"""How many services or organisations must be there, or be expected."""


class Outcome(StrEnum):
    """How one test came out."""

    MET = "met"
    NOT_MET = "not_met"
    MORE = "more"

    @property
    def words(self) -> str:
        return OUTCOMES[self]


OUTCOMES = {Outcome.MET: _("Met"), Outcome.NOT_MET: _("Not met"), Outcome.MORE: _("More is needed")}


@dataclass(frozen=True)
class Where:
    """Where a child lives and learns, as far as anybody here can tell."""

    home: str = ""
    """The open locality of the home postcode."""
    school: str = ""
    """The open locality of the place where they learn."""
    localities: bool = True
    """Whether the council has set any up."""
    postcode: bool = True
    """Whether a home postcode was given."""
    council: str = ""
    """Another council, when the home postcode is known to be theirs."""
    ours: bool = False
    """The home postcode is known to be this council's."""


@dataclass(frozen=True)
class Test:
    """One test: what it asks, how it came out, and why, in words that take ``{n}`` and the like."""

    asks: str
    outcome: Outcome
    because: str
    filled: tuple[tuple[str, str], ...] = ()

    def said(self, translate=str) -> str:
        """Why, with everything filled in."""
        words = translate(self.because)
        for name, value in self.filled:
            words = words.replace("{" + name + "}", value)
        return words


def worked_out(
    asks_for: AsksFor, *, born_on: date, on: date, services: Collection[str] | None, where: Where, complex_because: str
) -> list[Test]:
    """Every test that counts for what is asked. ``services`` is None where nobody was asked about them."""
    age = _age(born_on, on)
    if asks_for == AsksFor.ASSESSMENT:
        return [age, _home_council(where)]
    return [age, _services(services), _area(where), _complex(complex_because)]


def one_agency(services: Collection[str] | None) -> bool:
    """Whether one agency can probably help by itself: fewer than two are named by somebody who was asked."""
    return services is not None and len(set(services)) < SERVICES


def _age(born_on: date, on: date) -> Test:
    years = age_on(born_on, on)
    met = 0 <= years <= OLDEST and born_on <= on
    return Test(
        _("From birth to 25"),
        Outcome.MET if met else Outcome.NOT_MET,
        _("{n} years old on the day it came."),
        (("n", str(years)),),
    )


def _services(services: Collection[str] | None) -> Test:
    asks = _("Two or more services, involved or expected")
    if services is None:
        return Test(asks, Outcome.MORE, _("The family was not asked. Find out who is involved."))
    count = len(set(services))
    if count >= SERVICES:
        return Test(asks, Outcome.MET, _("{n} are named."), (("n", str(count)),))
    return Test(
        asks,
        Outcome.NOT_MET,
        _("{n} named. One agency can often help by itself: the Bridge says which, and why. It is still read."),
        (("n", str(count)),),
    )


def _area(where: Where) -> Test:
    asks = _("Lives or learns where the pathway is open")
    if where.home and where.school:
        words = _("Lives in {home} and learns in {school}.")
        return Test(asks, Outcome.MET, words, (("home", where.home), ("school", where.school)))
    if where.home:
        return Test(asks, Outcome.MET, _("Lives in {home}."), (("home", where.home),))
    if where.school:
        return Test(asks, Outcome.MET, _("Learns in {school}."), (("school", where.school),))
    if not where.localities:
        return Test(asks, Outcome.MET, _("The pathway is open to the whole of the council’s area."))
    if not where.postcode:
        return Test(
            asks, Outcome.MORE, _("No home postcode was given, and where they learn is not known to be inside.")
        )
    return Test(
        asks,
        Outcome.NOT_MET,
        _("Neither the home postcode nor where they learn is known to be inside. A person looks at it, case by case."),
    )


def _home_council(where: Where) -> Test:
    asks = _("Lives in this council’s area")
    if where.council:
        return Test(
            asks,
            Outcome.NOT_MET,
            _("The home postcode is in {council}. The council where a child lives decides about an assessment."),
            (("council", where.council),),
        )
    if where.ours or where.home:
        return Test(asks, Outcome.MET, _("The home postcode is this council’s."))
    return Test(asks, Outcome.MORE, _("Whose area the home is in is not known here. A person finds out."))


def _complex(because: str) -> Test:
    asks = _("Complex needs")
    if because.strip():
        return Test(asks, Outcome.MET, _("The sender says what makes them complex. A person reads it."))
    return Test(asks, Outcome.MORE, _("Nobody has said yet what makes them complex."))
