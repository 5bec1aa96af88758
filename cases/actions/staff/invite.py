"""Inviting a colleague, sending the letter again, taking it back, and what happens when they accept."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from accounts.invitations import LIVES, account_of, new_secret, open_invitations, roles_held_at, signs_in_already
from accounts.models import Authority, Invitation, Membership, Person
from accounts.roles import Role
from accounts.selectors import bridge_of
from accounts.who import Who
from accounts.words import InvitationState
from cases.office import office_act
from cases.powers import BRIDGE, may_give
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from core.words import _

FURTHEST = timedelta(days=366)


class Why(StrEnum):
    """Why an invitation cannot be, in words for the person who tried."""

    WAITS = _("An invitation to this address is waiting already. Send that one again, or withdraw it first")
    HOLDS = _("This person has that role here already. Open their page to change it")
    PAST = _("The first day must be today or later")
    FAR_OFF = _("The first day must be within a year of today")
    ENDS_FIRST = _("The last day must be the same as or after the first")
    USED = _("This invitation has been accepted already. Sign in with your email address and password.")
    WITHDRAWN = _("This invitation has been withdrawn.")
    EXPIRED = _("This invitation has run out.")
    NOT_YOURS = _("This invitation is for somebody else.")


OVER = {
    InvitationState.ACCEPTED: Why.USED,
    InvitationState.WITHDRAWN: Why.WITHDRAWN,
    InvitationState.EXPIRED: Why.EXPIRED,
}


@dataclass(frozen=True)
class Wanted:
    """Whom to invite, and as what."""

    email: str
    name: str
    roles: tuple[Role, ...]
    since: date
    until: date | None = None
    team: UUID | None = None
    agency: UUID | None = None


def invite(wanted: Wanted, *, by: Who) -> tuple[Invitation, str]:
    """The invitation, and the secret for its letter, which nobody can be told again. Raises Refused, NotAllowed."""
    secret, kept = new_secret()
    with office_act(Event.COLLEAGUE_INVITED, by=by, subject=lambda: _held(by) and _new(wanted, kept, by)) as act:
        if not wanted.roles or not set(wanted.roles) <= may_give(by):
            raise NotAllowed("Your role does not let you give that role.", seen=True)
        if why := _against(wanted, by):
            raise Refused(*why)
        act.facts = {"how": "sent", "roles": ",".join(sorted(wanted.roles)), "since": wanted.since.isoformat()}
    return act.subject, secret


def send_again(key: UUID, *, by: Who) -> tuple[Invitation, str]:
    """A new link for another seven days; the old one stops. Raises Refused, NotAllowed, DoesNotExist."""
    secret, kept = new_secret()
    with office_act(Event.COLLEAGUE_INVITED, by=by, subject=lambda: _open(key, by)) as act:
        if not {Role(role) for role in act.subject.roles} <= may_give(by):
            raise NotAllowed("Your role does not let you give that role.", seen=True)
        now = clock.now()
        act.subject.digest, act.subject.ends_at, act.subject.sent_at = kept, now + LIVES, None
        act.subject.since = max(act.subject.since, clock.today())
        if act.subject.until and act.subject.until < act.subject.since:
            raise Refused(Why.ENDS_FIRST)
        act.subject.code_digest, act.subject.code_ends_at = "", None
        act.facts = {"how": "again", "roles": ",".join(sorted(act.subject.roles))}
    return act.subject, secret


def withdraw(key: UUID, *, by: Who) -> Invitation:
    """The link stops at once. Raises Refused, NotAllowed, DoesNotExist."""
    with office_act(Event.INVITATION_WITHDRAWN, by=by, subject=lambda: _open(key, by)) as act:
        act.subject.withdrawn_at, act.subject.code_digest = clock.now(), ""
    return act.subject


def accept(invitation: Invitation, *, password: str | None = None, person: Person | None = None) -> Person:
    """The invited person accepts: ``person`` when they are signed in, else with the ``password`` they chose after they
    showed that the mailbox is theirs. Raises Refused."""
    with transaction.atomic():
        locked = _locked(invitation.pk)
        if why := OVER.get(locked.state_at(clock.now())):
            raise Refused(why)
        who = _whoever(locked, person, password)
        visitor = Who(ref=f"person:{who.pk}", authority_id=locked.authority_id, roles=frozenset({Role.PUBLIC}))
        with office_act(Event.INVITATION_ACCEPTED, by=visitor, subject=lambda: locked) as act:
            act.subject.accepted_at, act.subject.person, act.subject.code_digest = clock.now(), who, ""
            act.about, act.facts = who.pk, {"invitation": str(locked.pk), "roles": ",".join(sorted(locked.roles))}
        _give_standing(locked, who)
    return who


def _whoever(invitation: Invitation, person: Person | None, password: str | None) -> Person:
    """Whoever accepts. An account that was closed opens again, with a password of its own choosing and none of its
    old sessions."""
    known = account_of(invitation)
    if person is not None:
        if known is None or known.pk != person.pk:
            raise Refused(Why.NOT_YOURS)
        return known
    if signs_in_already(known):
        raise Refused(Why.NOT_YOURS)
    known = known or Person(email=invitation.email.lower(), name=invitation.name)
    known.is_active, known.idle_since, known.opened_at = True, None, clock.now()
    known.set_password(password)
    known.save()
    return known


def _give_standing(invitation: Invitation, person: Person) -> None:
    today = clock.today()
    held = roles_held_at(invitation.authority_id, person.email, today)
    for role in invitation.roles:
        if Role(role) not in held:
            Membership.objects.create(
                authority_id=invitation.authority_id,
                person=person,
                role=role,
                team_id=invitation.team_id or team_of_role(invitation.authority_id, Role(role)),
                agency_id=invitation.agency_id,
                since=max(invitation.since, today),
                until=invitation.until,
            )


def team_of_role(authority_id: str, role: Role) -> UUID | None:
    """The team that goes without saying: whoever reads what comes in belongs to the Bridge."""
    return bridge_of(authority_id).pk if role in BRIDGE else None


def _new(wanted: Wanted, kept: str, by: Who) -> Invitation:
    now = clock.now()
    return Invitation(
        authority_id=by.authority_id,
        email=wanted.email.lower(),
        name=wanted.name,
        roles=sorted(wanted.roles),
        team_id=wanted.team,
        agency_id=wanted.agency,
        since=wanted.since,
        until=wanted.until,
        invited_by=by.ref,
        digest=kept,
        invited_at=now,
        ends_at=now + LIVES,
    )


def _against(wanted: Wanted, by: Who) -> list[Why]:
    today, why = clock.today(), []
    if wanted.since < today:
        why.append(Why.PAST)
    if wanted.since > today + FURTHEST:
        why.append(Why.FAR_OFF)
    if wanted.until and wanted.until < wanted.since:
        why.append(Why.ENDS_FIRST)
    if open_invitations(by).filter(email__iexact=wanted.email).exists():
        why.append(Why.WAITS)
    if set(wanted.roles) <= roles_held_at(by.authority_id, wanted.email, today):
        why.append(Why.HOLDS)
    return why


def _open(key: UUID, by: Who) -> Invitation:
    invitation = Invitation.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)
    if why := {**OVER, InvitationState.EXPIRED: None}.get(invitation.state_at(clock.now())):
        raise Refused(why)
    return invitation


def _locked(key: UUID) -> Invitation:
    return Invitation.objects.select_for_update(no_key=True).get(pk=key)


def _held(by: Who) -> Authority:
    """One at a time: two invitations to one address could otherwise be written at once."""
    return Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)
