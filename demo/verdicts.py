"""What the demonstration’s statutory lead said of a few rules. Invented, like the lead: no rule is checked by it."""

from datetime import timedelta

from accounts.models import Person
from accounts.roles import AT_DOOR, Role
from accounts.who import Who, standing
from core import clock
from core.past import hold
from demo.cast import CAST
from rulebook.actions.give_verdict import give_verdict
from rulebook.selectors import opinions_of, rule_called
from rulebook.words import Said
from statute.fingerprint import fingerprint

SIGNED = ("EHCNA-DECIDE", "NOPLAN", "ADV-RESP", "DRAFT-REPS", "PLAN-FINAL", "TRIAGE-LOCAL", "SETTLE-LOCAL")
DOUBTED = {"ADV-RESP-OTHER": "The Code says this of schools; whether it binds our own psychologists I have not read."}


def give_verdicts() -> None:
    """One after another, some weeks ago. Nothing is said twice."""
    said = [(code, Said.SIGNED_OFF, "") for code in SIGNED]
    said += [(code, Said.DOUBTED, why) for code, why in DOUBTED.items()]
    for lead in _leads():
        for number, (code, verdict, why) in enumerate(said):
            rule = rule_called(code)
            if not opinions_of(lead, rule):
                with hold(clock.now() - timedelta(days=40 - number)):
                    give_verdict(code, verdict, why, read=fingerprint(rule), by=lead)


def _leads() -> list[Who]:
    people = [somebody for somebody in CAST if somebody.role == Role.STATUTORY_LEAD]
    return [
        standing(Person.objects.get(email=each.email), on=clock.today(), among=AT_DOOR["desk"], chosen=code)
        for each in people
        for code in each.codes
    ]
