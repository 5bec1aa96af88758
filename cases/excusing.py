"""Whether a recorded ground can excuse a duty. Each ground in the regulations has its own test. Pure."""

from dataclasses import dataclass
from datetime import date

from core.words import _
from statute.exceptions import (
    NOT_EXCUSES,
    Ground,
    absence_excuses,
    circumstances_excuse,
    closure_excuses,
    missed_appointment_excuses,
)

CLOSURES = frozenset({Ground.SETTING_CLOSED, Ground.EARLY_YEARS_CLOSED})
ABSENCES = {Ground.AWAY_FOUR_WEEKS: 4, Ground.ADVISER_AWAY: 4, Ground.AWAY_TWO_WEEKS: 2}
CIRCUMSTANCES = frozenset({Ground.EXCEPTIONAL, Ground.ADVISER_EXCEPTIONAL})
AGREEMENTS = frozenset({Ground.OTHERWISE_AGREED, Ground.CONSENT_TO_LESS})
REFUSED = {f"not_{place}": each for place, each in enumerate(NOT_EXCUSES)}
"""What is often offered, by the code the form gives it."""


@dataclass(frozen=True)
class ExcuseFacts:
    """Everything the test of a ground looks at."""

    ground: str
    may_excuse: frozenset[Ground]
    started: date
    due: date
    """The last day of the ordinary count."""
    today: date
    from_on: date | None
    until_on: date | None
    asked_on: date | None
    account: str
    evidence: str
    has_file: bool
    recover_by: date | None


def against_excusing(facts: ExcuseFacts) -> dict[str, str]:
    """What is wrong, by field. Empty when a manager may be asked."""
    if facts.ground in REFUSED:
        offered = REFUSED[facts.ground]
        return {"ground": _("That does not excuse it. {because}").format(because=offered.because)}
    if facts.ground not in {str(ground) for ground in facts.may_excuse}:
        return {"ground": _("The law does not let this ground excuse this duty.")}
    wrong = _plain_faults(facts)
    return wrong or _test(Ground(facts.ground), facts)


def _plain_faults(facts: ExcuseFacts) -> dict[str, str]:
    wrong = {}
    if facts.from_on is None:
        wrong["from_on"] = _("Enter the day it began.")
    elif facts.from_on > facts.today:
        wrong["from_on"] = _("This day is still to come. Record it once it has happened.")
    if facts.until_on and facts.from_on and facts.until_on < facts.from_on:
        wrong["until_on"] = _("It cannot end before it began.")
    if not facts.account.strip():
        wrong["account"] = _("Say what happened, and why it made keeping the date impractical.")
    if not facts.evidence.strip() and not facts.has_file:
        wrong["evidence"] = _(
            "Say what you have seen that shows it, or add the file. Nothing is excused without evidence."
        )
    if facts.recover_by is None:
        wrong["recover_by"] = _("Enter the day you mean to have it done. It is still owed as soon as practicable.")
    elif facts.recover_by < facts.today:
        wrong["recover_by"] = _("This day has passed. Enter a day from today on.")
    return wrong


def _test(ground: Ground, facts: ExcuseFacts) -> dict[str, str]:
    began = facts.from_on or facts.today
    if ground in CLOSURES:
        return _closed(facts, began)
    if ground in ABSENCES:
        weeks = ABSENCES[ground]
        back = facts.until_on or max(facts.today, began)
        if not absence_excuses(began, back, facts.started, facts.due, weeks):
            return {
                "from_on": _(
                    "They must have been away for at least {weeks} weeks together, between the start and the last day "
                    "of this duty. These days come to less."
                ).format(weeks=weeks)
            }
    elif ground in CIRCUMSTANCES:
        if not circumstances_excuse(began, facts.until_on, facts.started, facts.due):
            field = "until_on" if facts.until_on and facts.until_on < facts.started else "from_on"
            return {field: _("It must have touched the time between the start and the last day of this duty.")}
    elif ground == Ground.MISSED_APPOINTMENT and not missed_appointment_excuses(began, facts.started, facts.due):
        return {"from_on": _("The appointment must fall between the request for advice and the end of its 6 weeks.")}
    return {}


def _closed(facts: ExcuseFacts, closed: date) -> dict[str, str]:
    wrong = {}
    if facts.asked_on is None:
        wrong["asked_on"] = _("Enter the day you asked them for advice.")
    if facts.until_on is None:
        wrong["until_on"] = _("Enter the day they opened again, or will.")
    if facts.asked_on is None or facts.until_on is None:
        return wrong
    if facts.asked_on > facts.today:
        return {"asked_on": _("This day is still to come. Record it once you have asked.")}
    if not facts.started <= facts.asked_on <= facts.due:
        return {"asked_on": _("Advice must have been asked for between the start and the last day of this duty.")}
    if (facts.until_on - closed).days < 28:
        return {"until_on": _("Only a closure of at least 4 weeks together counts. This one is shorter.")}
    if not closure_excuses(facts.asked_on, closed, facts.until_on):
        return {
            "asked_on": _(
                "Advice must have been asked for between a week before they closed and a week before they opened again."
            )
        }
    return {}
