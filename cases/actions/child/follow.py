"""Letting a parent or carer follow the child's case at the family's door, by their own account, and ending it.

What lets somebody of a family see a case is one thing, whoever brought it about: an involvement as family. Who asks
while signed in has it from that moment; everybody else has it from here.
"""

from enum import StrEnum
from uuid import UUID

from django.db.models import Q

from accounts.admitting import admit
from accounts.models import Authority, Membership, Person
from accounts.people import stands_anywhere
from accounts.roles import FAMILY, Role
from accounts.who import Who
from cases import sight
from cases.action import action
from cases.actions.child.keeping import keep_before
from cases.models import Case, Involvement
from cases.secrecy import records_of_child
from cases.words import Capacity, Part
from core import clock
from core.events import Event
from core.refusals import Invalid, Refused
from core.words import _
from people.models import Around
from people.words import Checked, Identity, Kept, Known, Tie

PARENTS = {Tie.MOTHER, Tie.FATHER, Tie.STEP_PARENT, Tie.GUARDIAN}
FOLLOWERS = PARENTS | {Tie.FOSTER_CARER, Tie.RELATIVE, Tie.OTHER}
"""Who can follow. Colleagues of another council come in by invitation; a brother or sister does not follow."""


class Why(StrEnum):
    """Why somebody cannot follow a case."""

    NOT_FAMILY = _("Only a parent, a carer or a relative can follow a child’s case. Colleagues come in by invitation.")
    OVER = _("Their last day around the child has passed.")
    NO_EMAIL = _("Write down their own email address first: they sign in with it.")
    NOT_CHECKED = _(
        "Say first whether they have parental responsibility, and how that was checked. That they say so is not enough."
    )
    NO_PART = _("They have no parental responsibility and the child does not live with them.")
    ONESELF = _("This is your own account. Somebody else must check who you are.")
    CLOSED = _("The account of this address is closed. Ask an administrator to open it again.")
    ANOTHER = _("Somebody else around this child has this address already. Each person needs their own.")
    FOLLOWS = _("They follow this child’s case at the family’s door. End that first.")


def against(row: Around) -> list[Why]:
    """What must be put right on their page before somebody can follow."""
    why = []
    if row.tie not in FOLLOWERS:
        why.append(Why.NOT_FAMILY)
    if row.until and row.until < clock.today():
        why.append(Why.OVER)
    if not email_of(row):
        why.append(Why.NO_EMAIL)
    if row.responsible == Known.NOT_KNOWN or not row.checked_how or row.checked_how == Checked.SAYS_SO:
        why.append(Why.NOT_CHECKED)
    elif row.responsible == Known.NO and not row.lives_with:
        why.append(Why.NO_PART)
    return why


def email_of(row: Around) -> str:
    """The address they sign in with: their own, or the one they gave when they asked."""
    return (row.email or (row.carer.email if row.carer else "")).strip().lower()


def let_follow(case_key: UUID, key: UUID, identity: str, *, by: Who) -> Around:
    """Ties somebody around the child to the account of their email address, which is made when there is none: they
    choose a password through that mailbox. ``by`` has checked who they are. Raises Invalid, Refused, NotAllowed."""
    part = _part(case_key, key)
    with action(Event.FOLLOWING_LET, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        row = Around.objects.select_related("carer").get(pk=key, case_ref=case_key, mistaken_at=None)
        if identity not in set(Identity):
            raise Invalid({"identity": "Choose how you checked who they are"})
        if why := against(row):
            raise Refused(*why)
        person = _account(act.case, row, by)
        here = Involvement.objects.filter(case=act.case, person=person, capacity=Capacity.FAMILY)
        today = clock.today()
        if row.person_id == person.pk and here.filter(Q(until=None) | Q(until__gte=today)).exists():
            act.abandon()
            return row
        keep_before(row, Kept.PERSON, by=by, secret=row.secret)
        row.person, row.identity_how, row.identity_by, row.identity_on = person, identity, by.ref, today
        row.save()
        if not here.filter(until=None).exists():
            Involvement(
                authority_id=act.case.authority_id, case=act.case, person=person, capacity=Capacity.FAMILY, since=today
            ).save()
        act.about, act.facts = row.pk, {"who": f"person:{person.pk}", "how": identity}
    return row


def end_following(case_key: UUID, key: UUID, *, by: Who) -> Around:
    """They see the case no longer, from their next page; whether an act or their own request had let them. They can be
    let follow again. Raises NotAllowed."""
    part = _part(case_key, key)
    with action(Event.FOLLOWING_ENDED, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        row = Around.objects.select_related("carer").get(pk=key, case_ref=case_key, mistaken_at=None)
        theirs, today = _theirs(row), clock.today()
        standing = list(_following(act.case, theirs))
        if not standing:
            act.abandon()
            return row
        for one in standing:
            one.end_before(today)
        keep_before(row, Kept.PERSON, by=by, secret=row.secret)
        row.person, row.identity_how, row.identity_by, row.identity_on = None, "", "", None
        row.save()
        act.about, act.facts = row.pk, {"who": ",".join(sorted(f"person:{one}" for one in theirs))}
    return row


def follows(row: Around) -> bool:
    """Whether somebody around the child follows this very case today."""
    return bool(_theirs(row)) and _following(Case(pk=row.case_ref), _theirs(row)).exists()


def signs_in_with(row: Around) -> str:
    """The address of the account by which they follow; the one written down, while they do not."""
    account = Person.objects.filter(pk__in=_theirs(row)).order_by("pk").first() if follows(row) else None
    return account.email if account else email_of(row)


def _theirs(row: Around) -> set[UUID]:
    """The accounts of somebody around the child: tied by an act, or by asking."""
    return {key for key in (row.person_id, row.carer.person_id if row.carer else None) if key}


def _following(case: Case, people: set):
    lasting = Q(until=None) | Q(until__gte=clock.today())
    return Involvement.objects.filter(lasting, case_id=case.pk, person__in=people, capacity=Capacity.FAMILY)


def _account(case: Case, row: Around, by: Who) -> Person:
    """The account of their address, with a standing in the family at this council. Raises Refused."""
    email = email_of(row)
    person = Person.objects.filter(email=email).first()
    if person and person.pk == by.person_id:
        raise Refused(Why.ONESELF)
    if person and not person.is_active and (person.idle_since or stands_anywhere(person.pk, clock.today())):
        raise Refused(Why.CLOSED)  # who left for good is nothing anywhere: opened again, the account is this alone
    if follows(row) and (person is None or person.pk not in _theirs(row)):
        raise Refused(Why.FOLLOWS)  # by another address than the one written down now
    others = Around.objects.filter(case_ref__in=records_of_child(case.pk), mistaken_at=None).exclude(pk=row.pk)
    if others.exclude(name__iexact=row.name).filter(Q(email__iexact=email) | Q(carer__email__iexact=email)).exists():
        raise Refused(Why.ANOTHER)
    today = clock.today()
    lasting = Q(until=None) | Q(until__gte=today)
    held = Membership.objects.filter(lasting, authority_id=case.authority_id, person=person, since__lte=today)
    if person is None or not held.filter(role__in=FAMILY).exists():
        role = Role.PARENT if row.tie in PARENTS else Role.CARER
        person = admit(Authority.objects.get(pk=case.authority_id), email, row.name, role, today=today).person
    return person


def _part(case_key: UUID, key: UUID) -> Part:
    secret = Around.objects.get(pk=key, case_ref=case_key, mistaken_at=None).secret
    return Part.SECRET if secret else Part.CONTACT
