"""What families may see and do at the front door. Built up from nothing, as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.who import Who
from cases import access
from cases.family import NextStep, my_cases, next_steps, steps_by_case
from cases.models import Case
from ledger.selectors import history
from ledger.words import SAY_TO_FAMILY
from people.models import Carer
from referrals.actions.confirm_sender import confirm_sender
from referrals.actions.receive import Request
from referrals.models import Referral
from referrals.words import AsksFor

__all__ = [
    "AsksFor", "Request", "RequestListed", "RequestSeenByFamily", "RequestSent", "confirm", "my_requests",
    "request_for", "request_sent",
]  # fmt: skip


@dataclass(frozen=True)
class RequestSent:
    """What the sender is shown the moment after sending."""

    reference: str
    asks_for: AsksFor
    received_at: datetime
    email: str
    called: str
    steps: list[NextStep]


def request_sent(case_key: UUID, authority_id: str) -> RequestSent:
    """The receipt of a request just sent from this browser."""
    referral = Referral.objects.select_related("case__child", "sender").get(case=case_key, authority_id=authority_id)
    return RequestSent(
        reference=referral.case.reference,
        asks_for=AsksFor(referral.asks_for),
        received_at=referral.received_at,
        email=referral.sender.email,
        called=referral.case.child.called,
        steps=next_steps(referral.case),
    )


@dataclass(frozen=True)
class RequestListed:
    """A request in the family's list of all they asked."""

    reference: str
    called: str
    stands_as: AsksFor
    received_on: date
    steps: list[NextStep]


def my_requests(who: Who) -> list[RequestListed]:
    """Everything the signed-in family asked, newest first, in as many queries for one as for fifty."""
    cases = my_cases(who)
    referrals = {referral.case_id: referral for referral in Referral.objects.filter(case__in=cases)}
    steps = steps_by_case(cases)
    return [
        RequestListed(
            reference=case.reference,
            called=case.child.called,
            stands_as=referrals[case.pk].facts.stands_as,
            received_on=referrals[case.pk].received_on,
            steps=steps[case.pk],
        )
        for case in cases
    ]


@dataclass(frozen=True)
class Happened:
    on: date
    words: str


@dataclass(frozen=True)
class RequestSeenByFamily:
    """A request as the family follows it."""

    reference: str
    called: str
    asks_for: AsksFor
    stands_as: AsksFor
    received_on: date
    settled_because: str
    own_words: str
    wanted: str
    steps: list[NextStep]
    happened: list[Happened]


def request_for(who: Who, reference: str) -> RequestSeenByFamily:
    """One request of the signed-in family. Raises Case.DoesNotExist for a stranger's, as for none at all."""
    case = access.visible_to(who).select_related("child").get(reference=reference)
    referral = Referral.objects.select_related("sender").get(case=case)
    own = referral.sender.person_id == who.person_id
    told = history([case.pk], access.parts_open_to(who, case), table=SAY_TO_FAMILY)
    return RequestSeenByFamily(
        reference=case.reference,
        called=case.child.called,
        asks_for=AsksFor(referral.asks_for),
        stands_as=referral.facts.stands_as,
        received_on=referral.received_on,
        settled_because=referral.settled_because,
        own_words=referral.words if own else "",
        wanted=referral.wanted if own else "",
        steps=next_steps(case),
        happened=[Happened(entry.recorded_at.date(), entry.sentence) for entry in told],
    )


def confirm(carer_key: UUID) -> bool:
    """Confirms a sender's address. False when the request is not there any more."""
    try:
        confirm_sender(carer_key)
    except (Carer.DoesNotExist, Case.DoesNotExist):
        return False
    return True
