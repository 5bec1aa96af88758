"""Where a request stands, for whoever holds the link we posted to its sender: no child’s name, and not their words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.models import Authority
from cases.family import NextStep, next_steps
from cases.leading import Contact, contact_of
from cases.links import reply_to
from cases.models import Involvement
from cases.secrecy import is_secret
from cases.words import Capacity
from core import clock
from people.models import Around, Carer
from people.words import Relationship
from referrals.models import Referral, TriageAnswer
from referrals.selectors_sent import steps_for_sender
from referrals.words import OPEN, AsksFor, Said, SentAs, State


@dataclass(frozen=True)
class SaidByUs:
    """One thing we said to the request, as the letter to the same address said it."""

    said: Said
    on: date
    because: str
    sent_to: str
    instead: str


@dataclass(frozen=True)
class Standing:
    """A request as its link shows it: what the letters to the same address say, together, and no more."""

    reference: str
    stands_as: AsksFor
    received_on: date
    oneself: bool
    at_work: bool
    """Somebody who works with the child sent it."""
    withdrawn: bool
    steps: list[NextStep]
    said: list[SaidByUs]
    """Newest first."""
    question: str
    """The path where they answer what we asked; empty where nothing waits for them."""
    lead: Contact | None
    """Who leads. For somebody who works with the child the name alone is meant."""
    council: str
    phone: str
    email: str


def standing(carer: UUID) -> Standing | None:
    """Where the request of this sender stands; None where it is not there, or the address is not confirmed.

    Where anything about the child is kept from somebody, a person reads every letter before it goes: then the link
    shows the days alone.
    """
    row = Referral.objects.select_related("sender", "case__child").filter(sender=carer).first()
    if row is None or row.sender.email_confirmed_at is None:
        return None
    at_work, oneself = row.sent_as == SentAs.PROFESSIONAL, row.sender.relationship == Relationship.SELF
    council = Authority.objects.get(pk=row.authority_id)
    open_book = not is_secret(row.case_id)
    said = list(row.said.order_by("-said_at", "-pk")) if open_book else []
    asked = next((one for one in said if one.said == Said.ASK), None)
    waits = asked is not None and asked.replied_at is None and State(row.state) in OPEN
    return Standing(
        reference=row.case.reference,
        stands_as=row.facts.stands_as,
        received_on=row.received_on,
        oneself=oneself,
        at_work=at_work,
        withdrawn=row.state == State.WITHDRAWN,
        steps=steps_for_sender(row.case) if at_work else next_steps(row.case, oneself=oneself),
        said=[_said(one) for one in said],
        question=reply_to(asked.pk) if asked and waits else "",
        lead=contact_of(row.case) if open_book else None,
        council=council.name,
        phone=council.contact_phone,
        email=council.contact_email,
    )


def follows_no_longer(carer: UUID) -> bool:
    """Whether this sender followed the case with an account and was let go: then no link shows them anything either."""
    row = Carer.objects.filter(pk=carer).first()
    if row is None or row.relationship == Relationship.PROFESSIONAL:
        return False
    people = set(Around.objects.filter(carer=row, person__isnull=False).values_list("person", flat=True))
    people |= {row.person_id} - {None}
    rows = Involvement.objects.filter(case=row.case_ref, person__in=people, capacity=Capacity.FAMILY)
    return bool(people) and not rows.filter(Q(until=None) | Q(until__gte=clock.today())).exists()


def _said(one: TriageAnswer) -> SaidByUs:
    """The reason of a withdrawal is the sender’s own words."""
    because = "" if one.said == Said.WITHDRAWN else one.because
    return SaidByUs(Said(one.said), clock.london_day(one.said_at), because, one.sent_to, one.instead)
