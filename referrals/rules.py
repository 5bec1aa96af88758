"""When an act on a referral is refused. Pure: no database, no framework."""

from dataclasses import dataclass

from referrals.words import AsksFor, Why


@dataclass(frozen=True)
class ReferralFacts:
    """What the rules need to know."""

    asks_for: AsksFor
    settled_as: AsksFor | None = None
    consent: bool = False

    @property
    def stands_as(self) -> AsksFor:
        """What it is now: the officer's finding where there is one, else what was asked."""
        return self.settled_as or self.asks_for


def against_receiving(facts: ReferralFacts) -> list[Why]:
    """Help needs agreement to share. A request under section 36 does not, nor does reading an unsure one."""
    if facts.asks_for == AsksFor.HELP and not facts.consent:
        return [Why.NO_CONSENT]
    return []


def against_settling(facts: ReferralFacts, answer: AsksFor, reason: str) -> list[Why]:
    """An unsure request may be settled either way; one for help may later be found to be for an assessment,
    even weeks after, since the words decide and not the box that was ticked (CFA 2014 s.36(1))."""
    why = []
    if facts.stands_as == AsksFor.ASSESSMENT:
        why.append(Why.ALREADY_ASSESSMENT if answer == AsksFor.ASSESSMENT else Why.CANNOT_TAKE_BACK)
    elif facts.stands_as == AsksFor.HELP and answer == AsksFor.HELP:
        why.append(Why.SETTLED_AS_HELP)
    if not reason.strip():
        why.append(Why.NO_REASON)
    return why
