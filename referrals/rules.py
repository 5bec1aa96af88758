"""When an act on a referral is refused. Pure: no database, no framework."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from referrals.words import AsksFor, FamilyKnows, Said, State, Why

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class ReferralFacts:
    """What the rules need to know."""

    asks_for: AsksFor
    settled_as: AsksFor | None = None
    consent: bool = False
    family_knows: FamilyKnows | None = None
    """What somebody who works with the child says of the parent; None where the family asks itself."""
    concern: bool = False
    may_tell_of_harm: bool = False
    """Words in it can mean that somebody is not safe, and whoever wrote them named no concern."""

    @property
    def stands_as(self) -> AsksFor:
        """What it is now: the officer's finding where there is one, else what was asked."""
        return self.settled_as or self.asks_for


def against_receiving(facts: ReferralFacts) -> list[Why]:
    """Help needs agreement to share. A request under section 36 does not, nor does reading an unsure one, nor a worry
    that a child is not safe. Where it would not be safe to tell the parent, there is such a worry."""
    if facts.family_knows and not facts.concern:
        if facts.family_knows == FamilyKnows.NOT_SAFE:
            return [Why.WRITE_WHY_NOT_SAFE]
        return [] if facts.consent or facts.asks_for != AsksFor.HELP else [Why.PARENT_MUST_AGREE]
    if facts.concern:
        return []
    if facts.asks_for == AsksFor.HELP and not facts.consent:
        return [Why.NO_CONSENT]
    return []


def worry(facts: ReferralFacts) -> bool:
    """Whether whoever sent it worries that the child, or telling the parent, may not be safe, or wrote so."""
    return facts.concern or facts.may_tell_of_harm or facts.family_knows == FamilyKnows.NOT_SAFE


def read_first(facts: ReferralFacts) -> bool:
    """Whether it is read before all others."""
    return facts.concern or facts.may_tell_of_harm


def told_at_once(facts: ReferralFacts) -> bool:
    """Whether the parent whom somebody else named hears of the request the same minute. Otherwise the Bridge says."""
    return facts.family_knows == FamilyKnows.AGREES and not worry(facts)


def against_telling(facts: ReferralFacts, can_reach: bool, *, told: bool) -> list[Why]:
    """Why the named parent cannot be written to."""
    if facts.family_knows is None:
        return [Why.FAMILY_ASKED]
    if told:
        return [Why.TOLD_ALREADY]
    return [] if can_reach else [Why.NO_PARENT_TO_TELL]


def against_answering(
    facts: ReferralFacts, said: Said, *, sent_to: str = "", instead: str = "", unagreed: bool = False
) -> list[Why]:
    """What the Bridge says to a request for help. A request under section 36 is the council's to decide and no
    Bridge's to pass on (CFA 2014 s.36(3)). Help is accepted or passed on only with agreement to share, save that a
    worry whether the child is safe waits for nobody's agreement: whoever accepts then says that they do so without it
    (``unagreed``)."""
    why = []
    if facts.stands_as == AsksFor.ASSESSMENT:
        return [Why.NOT_FOR_TRIAGE]
    if facts.stands_as == AsksFor.UNSURE:
        return [Why.READ_FIRST]
    needs_consent = said == Said.SEND_ON or (said == Said.ACCEPT and not facts.concern)
    if needs_consent and not facts.consent:
        why.append(Why.NO_CONSENT)
    elif said == Said.ACCEPT and not facts.consent and not unagreed:
        why.append(Why.SAY_WITHOUT_AGREEMENT)
    if said == Said.SEND_ON and not sent_to.strip():
        why.append(Why.NO_SERVICE)
    if said == Said.DECLINE and not instead.strip():
        why.append(Why.NO_INSTEAD)
    return why


YES_OR_NO = {
    State.WITHDRAWN: Why.WITHDRAWN_ALREADY,
    State.ACCEPTED: Why.SAID_YES_ALREADY,
    State.SENT_ON: Why.SAID_YES_ALREADY,
    State.DECLINED: Why.ANSWERED_ALREADY,
}


def against_withdrawing(stands_as: AsksFor, state: State) -> Why | None:
    """Why the sender cannot withdraw a request by themselves. One under section 36, or that may be one, is the
    council's to decide whatever the sender would rather (CFA 2014 s.36(3)): an officer speaks with them first."""
    if stands_as == AsksFor.ASSESSMENT:
        return Why.TALK_FIRST
    if state in YES_OR_NO:
        return YES_OR_NO[state]
    return Why.NOT_READ_YET if stands_as == AsksFor.UNSURE else None


def against_hearing(who_spoke: str, words: str, spoken_on: date, asked_on: date, today: date) -> dict[str, Why]:
    """What is wrong with an answer that somebody gave on the phone, by field."""
    wrong = {}
    if not who_spoke.strip():
        wrong["who_spoke"] = Why.NOBODY_SPOKE
    if not words.strip():
        wrong["words"] = Why.NO_ANSWER
    if spoken_on > today:
        wrong["spoken_on"] = Why.SPOKE_LATER
    elif spoken_on < asked_on:
        wrong["spoken_on"] = Why.SPOKE_BEFORE
    return wrong


COMMON = frozenset(
    [
        "art",
        "bill",
        "dean",
        "faith",
        "grace",
        "guy",
        "hope",
        "jack",
        "joy",
        "mark",
        "may",
        "miles",
        "pat",
        "ray",
        "rob",
        "rose",
        "sky",
        "sue",
        "will",
    ]
)
"""Names that are also words: caught only when written as a name, with a capital."""


def against_reason(reason: str, names: Iterable[str]) -> list[Why]:
    """A reason must be there, and must not hold any of the child's names: it goes out by email."""
    if not reason.strip():
        return [Why.NO_REASON]
    own = {word.casefold() for name in names for word in WORD.findall(name) if len(word) > 1}
    said = (word for word in WORD.findall(reason) if word[0].isupper() or word.casefold() not in COMMON)
    return [Why.NAMES_THE_CHILD] if any(word.casefold() in own for word in said) else []


def against_settling(facts: ReferralFacts, answer: AsksFor, reason: str, names: Iterable[str] = ()) -> list[Why]:
    """An unsure request may be settled either way; one for help may later be found to be for an assessment,
    even weeks after, since the words decide and not the box that was ticked (CFA 2014 s.36(1))."""
    why = []
    if facts.stands_as == AsksFor.ASSESSMENT:
        why.append(Why.ALREADY_ASSESSMENT if answer == AsksFor.ASSESSMENT else Why.CANNOT_TAKE_BACK)
    elif facts.stands_as == AsksFor.HELP and answer == AsksFor.HELP:
        why.append(Why.SETTLED_AS_HELP)
    return why + against_reason(reason, names)
