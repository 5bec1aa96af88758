"""Who stands around a child: parents, carers, brothers and sisters, the council that looks after them."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.actions.child.follow import Why, follows
from cases.actions.child.keeping import changes, in_order, keep_before, of
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.references import tidy
from core.refusals import Invalid, NotAllowed, Refused
from core.words import _
from notices.addresses import postal_address
from people.models import Around, Bar, Carer
from people.models.around import HOLDS
from people.words import Checked, Kept, Known, Tie

BARRED = _("Somebody is barred from an address under this name. Lift the bar first.")


@dataclass(frozen=True)
class Person:
    """Somebody around a child, as a colleague entered them."""

    tie: str
    name: str
    acts_for: str = ""
    responsible: str = Known.NOT_KNOWN.value
    checked_how: str = ""
    checked_on: date | None = None
    consents: bool = False
    lives_with: bool | None = None
    email: str = ""
    phone: str = ""
    home: str = ""
    sibling: str = ""
    """The reference of a brother’s or sister’s own record, as typed."""
    secret: bool = False
    since: date | None = None
    until: date | None = None


def against(person: Person, today: date) -> dict[str, str]:
    """What is wrong, by field."""
    wrong = in_order(person.since, person.until)
    if person.tie not in set(Tie):
        wrong["tie"] = "Choose what they are to the child"
    if not person.name.strip() and not person.sibling.strip():
        wrong["name"] = "Enter their name"
    if person.tie in ABOUT_ANOTHER_COUNCIL and not person.acts_for.strip():
        wrong["acts_for"] = "Enter the council or agency they act for"
    if person.checked_how and person.checked_how not in set(Checked):
        wrong["checked_how"] = "Choose how it was checked"
    if person.checked_how and not person.checked_on:
        wrong["checked_on"] = "Enter the day it was checked"
    if person.checked_on and not person.checked_how:
        wrong["checked_how"] = "Choose how it was checked"
    if person.checked_on and person.checked_on > today:
        wrong["checked_on"] = "The day it was checked must not be in the future"
    if person.email.strip():
        try:
            validate_email(person.email.strip())
        except ValidationError:
            wrong["email"] = "Enter an email address in the correct format, like name@example.com"
    if person.home.strip():
        try:
            postal_address(f"{person.name or 'Name'}\n{person.home}")
        except ValueError:
            wrong["home"] = "Write their address in 2 to 6 lines, postcode last"
    return wrong


ABOUT_ANOTHER_COUNCIL = {Tie.CORPORATE, Tie.PLACING_WORKER, Tie.HOST_CONTACT}
"""Those who are nobody without the council they act for."""


def keep_person(
    case_key: UUID, key: UUID | None, person: Person, *, by: Who, carer: UUID | None = None
) -> Around:  # fmt: skip
    """Enters somebody around the child, or another version of them. ``carer``: the one who asked, of whom more is now
    known. Raises Invalid, Refused, NotAllowed."""
    there = _there(case_key, key)
    part = Part.SECRET if person.secret or (there and there.secret) else Part.CONTACT
    with action(Event.PERSON_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        wrong = against(person, clock.today())
        sibling, named = _sibling(by, act.case, person, wrong)
        if wrong:
            raise Invalid(wrong)
        row = _there(case_key, key)
        if row and row.secret and part != Part.SECRET:  # made secret a moment ago
            raise NotAllowed("secret meanwhile")
        new = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(person).items()}
        del new["sibling"]
        if row and not sibling and not sight.visible_to(by).filter(pk=row.sibling_ref).exists():
            sibling = row.sibling_ref  # it was not theirs to see, and so not theirs to take out
        new |= {"sibling_ref": sibling, "name": new["name"] or named}
        if row is None:
            row = Around(**of(act.case), carer=_carer(act.case, carer))
        elif not changes(row, new):
            act.abandon()
            return row
        else:
            keep_before(row, Kept.PERSON, by=by, secret=row.secret)
        checked_anew = changes(row, {name: new[name] for name in ("responsible", "checked_how", "checked_on")})
        if checked_anew:
            new["checked_by"] = by.ref if new["checked_how"] else ""
        act.facts = {"done": "changed" if key else "added"}
        for field, value in new.items():
            setattr(row, field, value)
        row.entered_by, row.entered_at = by.ref, clock.now()
        row.save()
        act.about = row.pk
    return row


def mark_mistaken(case_key: UUID, key: UUID, *, by: Who) -> Around:
    """Says that somebody was entered by mistake. Raises Refused while a bar holds under their name or they
    follow the case, NotAllowed."""
    there = _there(case_key, key)
    part = Part.SECRET if there and there.secret else Part.CONTACT
    with action(Event.PERSON_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        row = Around.objects.get(pk=key, case_ref=case_key)
        if row.mistaken_at:
            act.abandon()
            return row
        if Bar.objects.filter(who=row, state__in=HOLDS).exists():
            raise Refused(BARRED)
        if follows(row):
            raise Refused(Why.FOLLOWS)
        keep_before(row, Kept.PERSON, by=by, secret=row.secret)
        row.mistaken_at, row.carer = clock.now(), None
        row.save()
        act.about, act.facts = row.pk, {"done": "mistaken"}
    return row


def _there(case_key: UUID, key: UUID | None) -> Around | None:
    return Around.objects.get(pk=key, case_ref=case_key, mistaken_at=None) if key else None


def _carer(case: Case, key: UUID | None) -> Carer | None:
    """The one who asked: once. Of somebody written down already, another row would be a second person."""
    if key is None or Around.objects.filter(carer=key).exists():
        return None
    return Carer.objects.filter(pk=key, case_ref=case.pk).first()


def _sibling(by: Who, case: Case, person: Person, wrong: dict[str, str]) -> tuple[UUID | None, str]:
    """The record of a brother or sister, if whoever enters it may see it; unknown and forbidden look the same."""
    if not person.sibling.strip():
        return None, ""
    reference = tidy(person.sibling)
    found = reference and sight.visible_to(by).select_related("child").filter(reference=reference).first()
    if person.tie != Tie.SIBLING:
        wrong["sibling"] = "Only a brother or sister has a record to link to"
    elif not found:
        wrong["sibling"] = "There is no such record, or it is not yours to see"
    elif found.pk == case.pk:
        wrong["sibling"] = "This is the child’s own record"
    else:
        return found.pk, found.child.full_name
    return None, ""
