"""Requests for an EHC needs assessment on their way to a decision, through the acts."""

from datetime import date

from accounts.models import Person
from cases.models import Involvement
from door.guarded import opened
from ehcp.actions.advice import Asked, write_point
from ehcp.actions.contacts import Contacts, keep_contacts
from ehcp.actions.decide import Written, propose, write
from ehcp.actions.prepare import Shown, keep_evidence, note_told
from ehcp.models import Advice, AssessmentRequest
from ehcp.words import Adviser, Limb, Point, Whom
from pathway.actions.advice import ask_for_advice
from pathway.actions.decide_assessment import decide_assessment
from referrals.words import AsksFor
from tests.factories.requests import received
from tests.personas import who

TODAY = date(2026, 11, 18)
AUTHOR, DECIDER = "ehc_coordinator", "sena"
CONTACTS = Contacts(
    mediation_adviser="Irwell Mediation", mediation_reach="0161 496 0310, mediation@irwell.example",
    disagreement_service="Irwell Disagreement Resolution", disagreement_reach="0161 496 0311",
    advice_service="Salford SENDIASS", advice_reach="0161 496 0312, sendiass@salford.example",
    council_contact="The SEND team", council_reach="0161 496 0313, send@salford.example",
)  # fmt: skip


def person(name: str) -> Person:
    """A persona's own row."""
    return Person.objects.get(email=f"{name}@people.example")


def carried(case, name: str = AUTHOR, capacity: str = "owner") -> None:
    """Puts somebody on a case."""
    with opened(case.pk):
        Involvement.objects.create(
            authority_id=case.authority_id, case=case, person=person(name), capacity=capacity, since=TODAY
        )


def asked_for(request: AssessmentRequest | None = None, **changes) -> AssessmentRequest:
    """A parent asked, or somebody did already, and a coordinator carries it."""
    if request is None:
        request = AssessmentRequest.objects.get(case=received(AsksFor.ASSESSMENT, **changes).case_id)
    carried(request.case)
    return request


def prepared(**changes) -> AssessmentRequest:
    """With everybody told and something on each half of the test."""
    request = asked_for(**changes)
    for whom in Whom:
        note_told(request.pk, whom, TODAY, "By telephone", "", by=who(AUTHOR))
    for limb in Limb:
        keep_evidence(request.pk, limb, Shown("Reads at the level of a five-year-old.", "The SENCO"), by=who(AUTHOR))
    return request


def no(before: int = 0, **changes) -> Written:
    """A refusal, whole."""
    said = {
        "assess": False, "may_have_needs": True, "needs_because": "The SENCO’s report shows needs.",
        "may_be_necessary": False, "necessary_because": "The school provides all of it already.",
        "family_view": "Mum fears it will stop. It is written down for a year.",
        "instead": "Six hours of help a week go on.", "contact": person("ehc_coordinator").pk,
        "meet_by": date(2026, 12, 2),
    }  # fmt: skip
    return Written(before=before, **(said | changes))


def yes(before: int = 0, **changes) -> Written:
    """A decision to assess, whole."""
    return no(before, **{"assess": True, "may_be_necessary": True, "instead": "", "contact": None, "meet_by": None}
              | changes)  # fmt: skip


def put_forward(written: Written | None = None, **changes) -> AssessmentRequest:
    """Written, and waiting for a manager."""
    keep_contacts(CONTACTS, by=who(DECIDER))
    request = prepared(**changes)
    write(request.pk, written or no(), by=who(AUTHOR))
    propose(request.pk, by=who(AUTHOR), before=1)
    return request


def agreed(**changes) -> AssessmentRequest:
    """The council carries out the assessment."""
    request = put_forward(yes(), **changes)
    decide_assessment(request.pk, by=who(DECIDER))
    return AssessmentRequest.objects.get(pk=request.pk)


def sought(request: AssessmentRequest, name: str = "educational_psychologist", **changes) -> Advice:
    """Somebody is asked for advice."""
    said = {"adviser": Adviser.PSYCHOLOGY, "why": "How does he learn?", "received_on": TODAY, "person": person(name).pk}
    return ask_for_advice(request.pk, Asked(**(said | changes)), by=who(AUTHOR))


def written(advice: Advice, by: str = "educational_psychologist") -> Advice:
    """With everything in it."""
    for kind, said in (
        (Point.ABOUT, {"knows": "I saw him twice."}),
        (Point.NEED, {"what": "Reads single words.", "how_seen": "BAS3"}),
        (Point.OUTCOME, {"what": "Reads a page.", "by_when": "July 2028"}),
        (Point.PROVISION, {"what": "Paired reading", "often": "Daily, 15 minutes", "who": "A teaching assistant"}),
    ):
        write_point(advice.pk, kind, said, by=who(by))
    return advice
