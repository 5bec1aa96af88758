"""When a verdict on a rule is refused. Pure."""

from dataclasses import dataclass

from core.words import _
from rulebook.words import Said, evidence_of
from statute.duty import Duty

NO_DOUBT_SAID = _("Say what the doubt is, so that the next reader can check it.")
NOTHING_READ = _("This rule is not verified. Say what you read, and where, before you sign it off.")
CHANGED = _("This rule has changed since you opened it. Read it again.")
SAID_ALREADY = _("You have already said this, in these words.")


@dataclass(frozen=True)
class Last:
    """The newest verdict on this wording."""

    said: Said
    why: str
    by_ref: str


def against_verdict(rule: Duty, read: str, now: str, said: Said, why: str, by_ref: str, last: Last | None) -> list[str]:
    """Why this may not be said. ``read`` is the wording the lead had before them, ``now`` the one in force."""
    if read != now:
        return [CHANGED]
    if missing := missing_reason(rule, said, why):
        return [missing]
    return [SAID_ALREADY] if last == Last(said, why, by_ref) else []


def missing_reason(rule: Duty, said: Said, why: str) -> str:
    """What to say beside the reason, when there has to be one and there is none."""
    if why.strip():
        return ""
    if said == Said.DOUBTED:
        return NO_DOUBT_SAID
    return NOTHING_READ if "unverified" in evidence_of(rule) else ""
