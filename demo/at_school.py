"""What the SENCO of a school sent from her account: a child whom a service took on, one who waits for
its answer, and one who waits at the Bridge with a service asked for by name; and what gives some children priority."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from accounts.models import Person
from accounts.roles import AT_DOOR, Role
from accounts.who import Who, standing
from cases.actions.markers import mark
from cases.marker_words import Marker
from cases.models import Concern
from core import clock
from core.past import hold
from demo.cast import CAST
from demo.services import FIRST, PEOPLE
from pathway.actions.answer_for_service import answer_for_service
from pathway.actions.answer_request import OurService, answer_request
from pathway.actions.receive_request import receive_request
from people.words import Relationship, Responsible
from provision.actions.answer import Written
from provision.actions.wish import Wish
from provision.models import Service, ServiceRequest
from provision.words import Kind, ServiceSaid
from provision.words import Said as Yes
from referrals.actions.answering import Answer
from referrals.actions.receive import FromWork, Named, Parent, Request
from referrals.models import Referral
from referrals.selectors_sent import sent_by
from referrals.words import AsksFor, FamilyKnows, MainReason, Said, ServiceKind, ServiceStands
from statute.calendar import add_working_days

SCHOOL = "Ordsall Brook Primary School"
SENT = (
    (
        "Tess", "Hallam", 8, 6, Kind.PSYCHOLOGY, {1: Yes.YES, 2: Yes.YES, 3: Yes.YES, 4: Yes.NO},
        "Tess reads a page aloud and can tell none of it. She hides her book when it is her turn.",
        "Two terms of reading in a group of four, reviewed with her mother in July and in October.",
    ),
    (
        "Idris", "Quayle", 7, 4, Kind.PSYCHOLOGY, {1: Yes.YES, 2: Yes.YES, 3: Yes.NOT_SURE, 4: Yes.NO},
        "Idris leaves the room when it is loud, and lately he leaves the building.",
        "A quiet corner, a card he can show, and the same teaching assistant each morning since September.",
    ),
    (
        "Mina", "Sorrell", 5, 2, Kind.SPEECH, {1: Yes.YES, 2: Yes.YES, 3: Yes.NO},
        "Mina speaks to her sister and to nobody else. She points, or waits.",
        "Playing in pairs with her sister in the room, and the ideas from the service’s page for three weeks.",
    ),
)  # fmt: skip
"""Name, age, how many working days ago, the service asked for with its answers, the words, what was tried."""

CARE = "Her social worker, by telephone"


def send_from_school() -> list[UUID]:
    """Once. The cases that came of it; none where the SENCO has sent something already."""
    senco = _who(next(one.name for one in CAST if one.role == Role.SENCO))
    if sent_by(senco).paginator.count:
        return []
    sent = list(_sent(senco))
    first, second, third = sent
    bridge, worker = _who("Sara Lindqvist"), _who(PEOPLE[0][0].name)
    because = Answer("The school asks for the service by name, and the child is whom it is for.")
    for referral, days in ((first, 5), (second, 3)):
        wish = referral.case.service_wishes.get()
        to = OurService(wish.service_id, {int(place): Yes(said) for place, said in wish.answers.items()})
        with hold(_at(days, 11)):
            answer_request(referral.pk, Said.SEND_ON, because, by=bridge, service=to)
    with hold(_at(2, 14)):
        asked = ServiceRequest.objects.get(case=first.case_id)
        taken = Written("We see the child at school and talk with the parents first.", "We ring within a week.")
        answer_for_service(asked.pk, ServiceSaid.TAKEN, taken, by=worker)
    _priority(second, third, bridge)
    return [referral.case_id for referral in sent]


def _sent(senco: Who) -> Iterator[Referral]:
    for number, (given, family, age, days, kind, answers, words, tried) in enumerate(SENT):
        service = Service.objects.get(authority_id=FIRST, kind=kind)
        with hold(_at(days, 15)):
            today = clock.today()
            request = Request(
                sent_once=uuid5(NAMESPACE_URL, f"demo school {number}"), asks_for=AsksFor.HELP, words=words,
                wanted="Somebody who can tell us what to try next.", consent=True, given_name=given,
                family_name=family, preferred_name="", born_on=today - timedelta(days=365 * age + 100),
                home_postcode="ZZ5 4AB", learns_at=SCHOOL, sender_name=senco.name,
                relationship=Relationship.PROFESSIONAL, says_responsible=Responsible.NOT_ASKED,
                email=Person.objects.get(pk=senco.person_id).email, phone="0161 496 0177", signed_in=True,
                work=FromWork(
                    job="SENCO", organisation=SCHOOL, for_school=True, knows_how="I see the child every day.",
                    known_to_family=True, family_knows=FamilyKnows.AGREES, main_reason=MainReason.LEARNING, tried=tried,
                    parent=Parent(f"Carol {family}", Relationship.MOTHER, f"carol.{family.lower()}@families.example"),
                    wish=Wish(service.pk, service.threshold, answers), needs=("sen",),
                    services=(
                        Named(ServiceKind.SPEECH_LANGUAGE, ServiceStands.CURRENT),
                        Named(ServiceKind.PSYCHOLOGY, ServiceStands.EXPECTED),
                    ),
                ),
            )  # fmt: skip
            yield receive_request(request, by=senco)


def _priority(care: Referral, housing: Referral, by: Who) -> None:
    """One is looked after, one in temporary accommodation; where there is a safeguarding concern, a child in need."""
    with hold(_at(1, 12)):
        mark(care.case_id, Marker.LOOKED_AFTER, clock.today() - timedelta(days=400), CARE, by=by)
        mark(housing.case_id, Marker.TEMPORARY_HOME, clock.today() - timedelta(days=60), "The mother", by=by)
        for concern in Concern.objects.filter(authority_id=FIRST):
            mark(concern.case_id, Marker.IN_NEED, clock.today(), CARE, by=by)


def _at(days: int, hour: int) -> datetime:
    return datetime.combine(add_working_days(clock.today(), -days), time(hour), clock.LONDON)


def _who(name: str) -> Who:
    one = next(each for each in (*CAST, *(somebody for somebody, _team in PEOPLE)) if each.name == name)
    return standing(Person.objects.get(email=one.email), on=clock.today(), among=AT_DOOR["desk"], chosen=FIRST)
