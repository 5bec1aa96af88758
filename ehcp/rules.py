"""Questions about a request for assessment, answered without a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ehcp.words import ALWAYS, Adviser, DecisionState, Limb, RequestState, Source, Whom, Why
from people.rules import over_compulsory_school_age
from people.words import Relationship, Responsible


def source_of(
    relationship: Relationship, says_responsible: Responsible, cares_for: bool | None, born_on: date, on: date,
    *, for_school: bool | None = None,
) -> Source:  # fmt: skip
    """Who asked, by what they said of themselves on the day of receipt. Nothing of it has been checked.

    A parent is somebody with parental responsibility or care of the child (Education Act 1996 s.576, not verified).
    """
    if relationship == Relationship.PROFESSIONAL:
        return Source.SCHOOL if for_school else Source.ATTENTION
    young_person = over_compulsory_school_age(born_on, on)
    if relationship == Relationship.SELF:
        return Source.YOUNG_PERSON if young_person else Source.CHILD
    if young_person:
        return Source.PARENT_OF_YOUNG_PERSON
    return Source.PARENT if says_responsible == Responsible.YES or cares_for else Source.OTHER


@dataclass(frozen=True)
class Findings:
    """What a decision says, as it is written."""

    assess: bool | None = None
    found: Mapping[Limb, bool | None] = field(default_factory=dict)
    because: Mapping[Limb, str] = field(default_factory=dict)
    family_view: str = ""
    instead: str = ""
    has_contact: bool = False
    meet_by: date | None = None


def against_telling(
    whom: Whom, told_on: date | None, how: str, nobody_because: str, *, received_on: date, today: date
) -> list[Why]:
    """Why this cannot be noted of whom the law names. The family is always consulted (reg 3)."""
    told = told_on is not None and bool(how.strip())
    if told == bool(nobody_because.strip()) or (told_on is not None) != bool(how.strip()):
        return [Why.NOBODY_OR_DAY]
    if not told:
        return [Why.ALWAYS_CONSULTED] if whom == Whom.FAMILY else []
    assert told_on is not None  # noqa: S101  said by ``told``
    if told_on > today:
        return [Why.AHEAD]
    return [Why.BEFORE_REQUEST] if told_on < received_on else []


def against_changing(request: RequestState, decision: DecisionState | None) -> list[Why]:
    """Why nothing on which a decision rests may be changed: it is made, or waits for a second person."""
    if request != RequestState.RECEIVED:
        return [Why.ANSWERED]
    return [Why.WAITS] if decision == DecisionState.PROPOSED else []


def must_assess(found: Mapping[Limb, bool | None]) -> bool | None:
    """What the two halves of the legal test come to (Children and Families Act 2014 s.36(8)): both, and nothing more.
    None as long as one is open."""
    answers = [found.get(limb) for limb in Limb]
    if False in answers:
        return False
    return None if None in answers else True


def against_proposing(
    findings: Findings, *, told: frozenset[Whom], evidence: frozenset[Limb], contacts: bool, called: str, today: date
) -> list[str]:
    """Everything that is wanting at once, in the order of the page, in words."""
    limbs = {limb: limb.words.format(child=called) for limb in Limb}
    why: list[str] = [str(Why.NOT_TOLD).format(whom=whom.words) for whom in Whom if whom not in told]
    why += [str(Why.NO_EVIDENCE).format(limb=limbs[limb]) for limb in Limb if limb not in evidence]
    why += [str(Why.NO_FINDING).format(limb=limbs[limb]) for limb in Limb if findings.found.get(limb) is None]
    why += [str(Why.NO_REASON).format(limb=limbs[limb]) for limb in Limb if not findings.because.get(limb, "").strip()]
    if not findings.family_view.strip():
        why.append(str(Why.NO_FAMILY_VIEW))
    come_to = must_assess(findings.found)
    if come_to is True and findings.assess is not True:
        why.append(str(Why.MUST_ASSESS))
    if come_to is False and findings.assess is not False:
        why.append(str(Why.MAY_NOT_ASSESS))
    return why + (_against_refusing(findings, contacts, called, today) if findings.assess is False else [])


def _against_refusing(findings: Findings, contacts: bool, called: str, today: date) -> list[str]:
    """A no needs a way forward, somebody to ask, and a notice in which nothing is missing (reg 5(3))."""
    wants = (
        (not findings.instead.strip(), str(Why.NO_INSTEAD).format(child=called)),
        (not findings.has_contact, str(Why.NO_CONTACT)),
        (findings.meet_by is None or findings.meet_by < today, str(Why.NO_MEETING)),
        (not contacts, str(Why.NO_CONTACTS)),
    )
    return [why for wanting, why in wants if wanting]


@dataclass(frozen=True)
class AfterARefusal:
    """What was done for the child since the council last refused to assess."""

    met: bool
    """A way-forward meeting was held."""
    supported: bool
    """A support plan was agreed."""
    led: bool
    """Somebody leads whom the family can ask."""


def against_closing(after: AfterARefusal | None) -> list[Why]:
    """Why a case may not be closed after a refusal. None where the last request was not refused."""
    if after is None:
        return []
    wants = (
        (not after.met, Why.NO_WAY_FORWARD),
        (not after.supported, Why.NO_SUPPORT_PLAN),
        (not after.led, Why.NO_NAMED_CONTACT),
    )
    return [why for wanting, why in wants if wanting]


YEAR_9 = 13
"""Years old on the last day of August before the school year."""


def in_or_beyond_year_9(born_on: date, on: date) -> bool:
    """Whether a child is in or beyond year 9, by age: they turned 13 before this school year began (SEND Regulations
    2014 reg 6(1)(g)). A child taught outside their year group is for an officer to see."""
    began = on.year if on.month >= 9 else on.year - 1
    return (began, 8, 31) >= (born_on.year + YEAR_9, born_on.month, born_on.day)


def advice_needed(born_on: date, on: date) -> tuple[Adviser, ...]:
    """Whose advice this assessment must seek (SEND Regulations 2014 reg 6(1)), besides whoever else is appropriate or
    asked for by the family."""
    return (*ALWAYS, Adviser.ADULTHOOD) if in_or_beyond_year_9(born_on, on) else ALWAYS


@dataclass(frozen=True)
class Given:
    """A piece of advice as somebody would give it."""

    about: Mapping[str, str]
    needs: int
    provisions: tuple[Mapping[str, str], ...] = ()
    teaches: bool = False
    """It is the educational advice of reg 6(1)(b)."""
    sensory: bool = False
    """The child is noted as having a hearing or visual impairment."""


def against_giving(given: Given, called: str) -> list[str]:
    """Everything that is wanting at once, in the order of the page, in words."""
    why: list[str] = []
    if not given.about.get("knows", "").strip():
        why.append(str(Why.NO_KNOWS).format(child=called))
    if not given.needs and not given.about.get("no_need", "").strip():
        why.append(str(Why.NO_POINT).format(child=called))
    for one in given.provisions:
        if not all(one.get(name, "").strip() for name in ("what", "often", "who")):
            why.append(str(Why.HALF_PROVISION).format(what=one.get("what", "").strip() or "…"))
    if given.teaches and given.sensory and not given.about.get("consulted", "").strip():
        why.append(str(Why.NO_SPECIALIST).format(child=called))
    return why


AGREE = ("adviser", "council", "family")


def against_reusing(agreed: Mapping[str, str], which: str) -> list[Why]:
    """Why earlier advice does not serve: all three agree, or it is asked for anew (SEND Regulations 2014 reg 6(4))."""
    why = [] if all(agreed.get(name, "").strip() for name in AGREE) else [Why.NOT_ALL_AGREE]
    return why if which.strip() else [*why, Why.NO_WHICH]
