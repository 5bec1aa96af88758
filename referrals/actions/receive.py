"""A request comes in and opens a case of its own. Nothing outside can stop it: not an unconfirmed address,
not a child we may already know."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from accounts.models import Authority
from accounts.who import Who
from cases.act import Act
from cases.action import action
from cases.models import Case
from cases.new_case import involve, put_before_the_bridge, save_under_a_new_reference
from cases.words import Capacity
from core import clock
from core.events import Event
from core.keys import new_key
from core.refusals import Refused
from people.models import Carer, Child
from people.names import kept as name_keys
from people.rules import against_born_on
from people.words import Relationship, Responsible
from referrals import rules
from referrals.models import Referral
from referrals.rules import ReferralFacts
from referrals.words import AsksFor, Channel, State


@dataclass(frozen=True)
class Request:
    """Everything a sender told us, checked for form and not for truth."""

    sent_once: UUID
    asks_for: AsksFor
    words: str
    wanted: str
    consent: bool
    given_name: str
    family_name: str
    preferred_name: str
    born_on: date
    home_postcode: str
    learns_at: str
    sender_name: str
    relationship: Relationship
    says_responsible: Responsible
    email: str
    phone: str
    cares_for: bool | None = None


def receive(request: Request, *, by: Who) -> tuple[Referral, Act]:
    """Opens the provisional case and puts it before the Bridge. Raises Refused, or IntegrityError when the same
    draft was sent before. The clocks count from this London day."""
    authority = Authority.objects.get(pk=by.authority_id)
    key, now = new_key(), clock.now()
    today = clock.london_day(now)  # one reading of the clock, so that midnight cannot fall between two

    def a_new_case() -> Case:
        return Case(pk=key, authority=authority, received_on=today)

    with action(Event.REFERRAL_RECEIVED, by=by, subject=a_new_case, effective_on=today) as act:
        why: list[str] = [*rules.against_receiving(ReferralFacts(request.asks_for, consent=request.consent))]
        if wrong_birthday := against_born_on(request.born_on, today, settings.OLDEST_AGE):
            why.append(wrong_birthday)
        if why:
            raise Refused(*why)
        of_this_case = {"authority": authority, "case_ref": key}
        act.case.child = Child(
            given_name=request.given_name,
            family_name=request.family_name,
            preferred_name=request.preferred_name,
            born_on=request.born_on,
            home_postcode=request.home_postcode,
            learns_at=request.learns_at,
            **of_this_case,
        )
        act.case.child.save()
        name_keys.keep(act.case.child, new=True)
        save_under_a_new_reference(act.case)
        sender = Carer(
            child=act.case.child,
            name=request.sender_name,
            relationship=request.relationship,
            says_responsible=request.says_responsible,
            cares_for=request.cares_for,
            email=request.email,
            phone=request.phone,
            person_id=by.person_id,
            **of_this_case,
        )
        sender.save()
        referral = Referral(
            authority=authority,
            case=act.case,
            sender=sender,
            state=State.TO_SETTLE if request.asks_for == AsksFor.UNSURE else State.WAITING,
            asks_for=request.asks_for,
            words=request.words,
            wanted=request.wanted,
            consent=request.consent,
            channel=Channel.ONLINE,
            received_at=now,
            received_on=today,
            sent_once=request.sent_once,
        )
        referral.save()
        _involve(act.case, by)
        act.about = referral.pk
        act.facts = {"asks_for": request.asks_for.value, "channel": Channel.ONLINE.value}
    return referral, act


def _involve(case: Case, by: Who) -> None:
    """The Bridge reads it; a sender who is signed in may follow it."""
    put_before_the_bridge(case)
    if by.person_id:
        involve(case, Capacity.FAMILY, person_id=by.person_id)
