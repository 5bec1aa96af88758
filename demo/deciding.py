"""Two requests at the first council on their way to the decision whether to assess: one is being prepared, and one
waits for a manager as a refusal. Every council has entered whom its notices name."""

from datetime import timedelta

from accounts.who import Who
from cases.actions.name_owner import name_owner
from core import clock
from demo.front_door import _who
from demo.services import FIRST
from ehcp.actions.contacts import Contacts, keep_contacts
from ehcp.actions.decide import Written, propose, write
from ehcp.actions.prepare import Shown, keep_evidence, note_told
from ehcp.models import AssessmentRequest, NoticeContacts
from ehcp.words import Limb, RequestState, Whom

COORDINATOR, MANAGER = "Farida Hassan", "Anita Rowe"
TOLD = {
    Whom.FAMILY: "The mother, by telephone. She will send the letter of the clinic.",
    Whom.HEALTH: "The designated clinical officer, by email",
    Whom.SOCIAL_CARE: "Early help, by email",
    Whom.SETTING: "The head teacher, by email",
}
SHOWN = {
    Limb.NEEDS: Shown("Reads two years below what is usual, and tires after ten minutes.", "The SENCO’s report"),
    Limb.NECESSARY: Shown(
        "Two rounds of support at school: five of six outcomes were reached with what the school gives.",
        "The school’s plan of support, round two",
    ),
}


def enter_contacts(code: str, by: Who) -> None:
    """Whom the notices of a council name, once. All are invented."""
    if NoticeContacts.objects.filter(authority_id=code).exists():
        return
    keep_contacts(
        Contacts(
            mediation_adviser="Two Rivers Mediation", mediation_reach="0161 496 0210, hello@two-rivers.example",
            disagreement_service="Two Rivers Disagreement Resolution", disagreement_reach="0161 496 0211",
            advice_service="SENDIASS", advice_reach="0161 496 0212, advice@sendiass.example",
            council_contact="The SEND team", council_reach="0161 496 0213, send@council.example",
        ),
        by=by,
    )  # fmt: skip


def prepare_some() -> None:
    """Once, where two requests wait."""
    waiting = AssessmentRequest.objects.filter(authority_id=FIRST, state=RequestState.RECEIVED)
    first_two = list(waiting.order_by("received_on", "pk")[:2])
    if len(first_two) < 2 or any(row.tellings.exists() for row in first_two):
        return
    enter_contacts(FIRST, _who(MANAGER))
    coordinator = _who(COORDINATOR)
    for row in first_two:
        name_owner(row.case_id, coordinator.person_id, by=_who(MANAGER))
        note_told(row.pk, Whom.FAMILY, clock.today(), TOLD[Whom.FAMILY], "", by=coordinator)
    whole = first_two[0].pk
    for whom in set(Whom) - {Whom.FAMILY}:
        note_told(whole, whom, clock.today(), TOLD[whom], "", by=coordinator)
    for limb, shown in SHOWN.items():
        keep_evidence(whole, limb, shown, by=coordinator)
    write(
        whole,
        Written(
            before=0, assess=False, may_have_needs=True,
            needs_because="The SENCO’s report shows a need with reading. Nobody doubts it.",
            may_be_necessary=False,
            necessary_because="The school’s plan of support shows that what helps can be given without a plan.",
            family_view="The mother fears that it stops in the new school. We wrote the help down until then.",
            instead="Four hours of paired reading a week go on until summer. Farida Hassan looks at it with the family "
            "each half-term.",
            contact=coordinator.person_id, meet_by=clock.today() + timedelta(weeks=2),
        ),
        by=coordinator,
    )  # fmt: skip
    propose(whole, by=coordinator, before=1)
