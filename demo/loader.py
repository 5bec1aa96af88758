"""Loads the demonstration through the same acts that people use, each at its own moment in the past."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from accounts.models import Person
from accounts.roles import AT_DOOR, Role
from accounts.who import Who, standing, visitor
from cases.models import Case
from core import clock
from core.past import hold
from demo import pathfinder
from demo.at_school import send_from_school
from demo.cast import CAST, COUNCILS, DEMO_DOMAIN
from demo.days import let_the_days_pass
from demo.deciding import enter_contacts, prepare_some
from demo.families import Asking, askings
from demo.feedback import look_back
from demo.front_door import answer_some
from demo.meetings import meet
from demo.past_year import load_pathfinder
from demo.post import lose_some
from demo.promises import promise
from demo.rounds import support
from demo.schools import open_schools
from demo.services import set_up_services
from demo.standing import stand_up
from demo.talking import talk
from demo.verdicts import give_verdicts
from demo.worried import worry
from notices.carriers import send_by_mail
from notices.models import POSTMANS, Dispatch
from notices.words import Channel
from pathway.actions.receive_request import receive_request
from pathway.actions.settle_request import settle_request
from people.words import Relationship, Responsible
from referrals.actions.receive import Request


def load(families: int) -> int:
    """Stands everything up and returns how many requests were added: with no families, none at all. Nothing happens
    twice.

    Raises Refused beside a council that is not the demonstration's.
    """
    stand_up()
    give_verdicts()
    open_schools()
    set_up_services()
    added: list[UUID] = []
    for council in COUNCILS:
        if Case.objects.filter(authority_id=council.code).exists():
            continue
        for asking in askings(council.code, clock.today(), families):
            added.append(_ask(asking, council.code, as_parent=len(added) % families == families - 1))
    asked = added  # by families
    if added:
        answer_some()
        added = asked + send_from_school()
        meet()
        look_back()
        talk()
        support()
        promise()
        worry()
        prepare_some()
        let_the_days_pass(added)
    _post(added)
    for council in COUNCILS:
        manager = _one(Role.OPERATIONAL_MANAGER, council.code, "desk")
        if manager:
            enter_contacts(council.code, manager)
            lose_some(manager, council.slug.title(), asked)
    if not families:
        return 0
    doers = (Role.OPERATIONAL_MANAGER, Role.ADMINISTRATOR)
    return len(added) + load_pathfinder(*(_one(role, pathfinder.COUNCIL, "desk") for role in doers))


def _ask(asking: Asking, code: str, *, as_parent: bool) -> UUID:
    with hold(asking.at):
        who = _one(Role.PARENT, code, "family") if as_parent else None
        request = _from(who, asking.request) if who else asking.request
        referral = receive_request(request, by=who or visitor(code))
    if asking.settled_at:
        with hold(asking.settled_at):
            officer = _one(Role.BRIDGE_WORKER, code, "desk")
            settle_request(referral.pk, asking.story.found, asking.story.because, by=officer)
    return referral.case_id


def _from(who: Who, request: Request) -> Request:
    """The same request, sent by the mother who has an account, for a child of her name."""
    email = Person.objects.get(pk=who.person_id).email
    return replace(
        request, sender_name=who.name, email=email, relationship=Relationship.MOTHER, says_responsible=Responsible.YES,
        family_name=who.name.split()[-1],
    )  # fmt: skip


def _one(role: Role, code: str, door: str):
    for somebody in CAST:
        if somebody.role == role and code in somebody.codes:
            person = Person.objects.get(email=somebody.email)
            return standing(person, on=clock.today(), among=AT_DOOR[door], chosen=code)
    return None


def _post(cases: Iterable[UUID]) -> None:
    """Sends the letters of these cases and no others, each a minute after it was written, as the postman would have."""
    waiting = Dispatch.objects.filter(POSTMANS, channel=Channel.EMAIL, address__endswith=DEMO_DOMAIN)
    ours = Q(case_ref__in=cases) | Q(case_ref=None, template__in=["morning", "urgent"])
    for letter in waiting.filter(ours).order_by("written_at"):
        taken = send_by_mail(letter)
        Dispatch.objects.filter(pk=letter.pk).update(
            sent_at=letter.written_at + timedelta(minutes=1), attempts=1, carrier=taken.by, carrier_ref=taken.as_
        )
