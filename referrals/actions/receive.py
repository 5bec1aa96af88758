"""A request comes in and opens a case of its own. Nothing outside can stop it: not an unconfirmed address,
not a child we may already know."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings

from accounts.models import Authority
from accounts.who import Who
from cases.act import Act
from cases.action import action
from cases.actions.needs import write_needs
from cases.models import Case
from cases.new_case import involve, put_before_the_bridge, save_under_a_new_reference
from cases.powers import ASKING
from cases.words import Capacity
from core import clock
from core.events import Event
from core.keys import new_key
from core.refusals import NotAllowed, Refused
from people.models import Carer, Child
from people.names import kept as name_keys
from people.rules import against_born_on
from people.words import Relationship, Responsible
from provision.actions.wish import Wish, write_wish
from referrals import rules
from referrals.models import NamedService, Referral
from referrals.rules import ReferralFacts
from referrals.words import AsksFor, Channel, FamilyKnows, MainReason, SentAs, ServiceKind, ServiceStands, State
from referrals.worries import sounds_like_a_worry


@dataclass(frozen=True)
class Named:
    """A service that is there for the child already, or expected to be. ``name``: where it is none of the list."""

    kind: ServiceKind
    stands: ServiceStands
    name: str = ""


@dataclass(frozen=True)
class Parent:
    """Whoever has parental responsibility, as somebody who works with the child described them."""

    name: str
    relationship: Relationship
    email: str = ""
    home: str = ""
    phone: str = ""


@dataclass(frozen=True)
class FromWork:
    """What only somebody who works with the child is asked."""

    job: str
    organisation: str
    for_school: bool
    """They act for a school or a college: one of those who may ask for an assessment (CFA 2014 s.36(1))."""
    knows_how: str
    known_to_family: bool | None
    family_knows: FamilyKnows
    main_reason: MainReason
    tried: str
    parent: Parent | None = None
    complex_because: str = ""
    concern: str = ""
    wish: Wish | None = None
    """The service of the directory that they would like."""
    services: tuple[Named, ...] = ()
    needs: tuple[str, ...] = ()
    sen_types: tuple[str, ...] = ()

    @property
    def can_be_told(self) -> bool:
        """Whether there is an address at which the parent could be told."""
        return bool(self.parent and (self.parent.email or self.parent.home))


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
    work: FromWork | None = None
    """Where somebody who works with the child sent it."""
    pass_on_to: str = ""
    """Another council, whose area the home is in, when the sender agrees to its being passed on."""
    signed_in: bool = False
    """A colleague who is signed in sent it: the address is their account's, and needs no confirming."""


def receive(request: Request, *, by: Who) -> tuple[Referral, Act]:
    """Opens the provisional case and puts it before the Bridge. Raises Refused, or IntegrityError when the same
    draft was sent before. The clocks count from this London day."""
    authority = Authority.objects.get(pk=by.authority_id)
    key, now = new_key(), clock.now()
    today = clock.london_day(now)  # one reading of the clock, so that midnight cannot fall between two

    def a_new_case() -> Case:
        return Case(pk=key, authority=authority, received_on=today)

    with action(Event.REFERRAL_RECEIVED, by=by, subject=a_new_case, effective_on=today) as act:
        if request.work is None and not by.roles & ASKING:
            raise NotAllowed("a colleague asks as a colleague, and not as a family")
        why: list[str] = [*rules.against_receiving(_facts(request))]
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
        told = tells_parent(request)
        sender = Carer(
            child=act.case.child,
            name=request.sender_name,
            relationship=request.relationship,
            says_responsible=request.says_responsible,
            cares_for=request.cares_for,
            email=request.email,
            phone=request.phone,
            person_id=by.person_id,
            email_confirmed_at=now if request.signed_in else None,
            **(_at_work(request.work) if request.work else {}),
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
            pass_on_to=request.pass_on_to,
            may_tell_of_harm=_facts(request).may_tell_of_harm,
            **(_about_work(request, request.work) if request.work else {}),
        )
        referral.save()
        if request.work:
            _name_others(referral, request.work, told_from=now if told else None)
            if request.work.wish:
                write_wish(act.case, referral.pk, request.work.wish)
            write_needs(act.case, by=by, pathway=request.work.needs, sen=request.work.sen_types, since=today)
        _involve(act.case, by, family=request.work is None)
        act.about = referral.pk
        act.facts = {"asks_for": request.asks_for.value, "channel": Channel.ONLINE.value}
        act.telling = {"read": "first" if rules.read_first(referral.facts) else "in_order"}
        if request.work:
            act.facts |= {"sent_as": SentAs.PROFESSIONAL.value, "family": "told" if told else "bridge"}
    return referral, act


def tells_parent(request: Request) -> bool:
    """Whether the parent whom somebody who works with the child named is written to the same minute."""
    return bool(request.work and request.work.can_be_told and rules.told_at_once(_facts(request)))


def _facts(request: Request) -> ReferralFacts:
    knows, concern = (request.work.family_knows, bool(request.work.concern)) if request.work else (None, False)
    return ReferralFacts(
        request.asks_for, consent=request.consent, family_knows=knows, concern=concern,
        may_tell_of_harm=not concern and sounds_like_a_worry(_written(request)),
    )  # fmt: skip


def _written(request: Request) -> list[str]:
    """Everything that was written about the child in words of the sender's own."""
    work = request.work
    return [request.words, request.wanted, *((work.tried, work.complex_because, work.knows_how) if work else ())]


def _at_work(work: FromWork) -> dict[str, object]:
    return {
        "job": work.job, "for_school": work.for_school, "organisation": work.organisation, "knows_how": work.knows_how,
        "known_to_family": work.known_to_family,
    }  # fmt: skip


def _about_work(request: Request, work: FromWork) -> dict[str, object]:
    return {
        "child_as_sent": f"{request.given_name} {request.family_name}",
        "sent_as": SentAs.PROFESSIONAL, "main_reason": work.main_reason, "tried": work.tried,
        "complex_because": work.complex_because, "concern": work.concern, "family_knows": work.family_knows,
    }  # fmt: skip


def _name_others(referral: Referral, work: FromWork, *, told_from: datetime | None) -> None:
    """The parent and the services that somebody who works with the child named."""
    of_this_case = {"authority_id": referral.authority_id, "case": referral.case}
    if work.parent:
        Carer(
            authority_id=referral.authority_id, case_ref=referral.case_id, child=referral.case.child, asked=False,
            name=work.parent.name, relationship=work.parent.relationship, says_responsible=Responsible.NOT_ASKED,
            email=work.parent.email, home=work.parent.home, phone=work.parent.phone,
            told_from=told_from,
        ).save()  # fmt: skip
    for named in dict.fromkeys(work.services):
        NamedService(
            referral=referral, kind=named.kind, name=named.name, stands=named.stands, **of_this_case
        ).save()  # fmt: skip


def _involve(case: Case, by: Who, *, family: bool) -> None:
    """The Bridge reads it; somebody of the family who is signed in may follow it."""
    put_before_the_bridge(case)
    if by.person_id and family:
        involve(case, Capacity.FAMILY, person_id=by.person_id)
