"""Who brings the family and the services together on a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Person, Preference
from accounts.photos import has_photo
from accounts.roles import Role
from accounts.standing import memberships
from accounts.working_hours import said, week_kept
from cases.models import Case, Involvement
from cases.words import Capacity
from core import clock


def leads_on(case: Case) -> QuerySet[Involvement]:
    """The row that says who leads today, if anybody does: the latest first."""
    rows = Involvement.objects.filter(case=case, capacity=Capacity.LEAD, until=None).select_related("person")
    return rows.order_by("-since", "-pk")


def lead_of(case: Case) -> Person | None:
    """The engagement lead today, or None while nobody has been named."""
    row = leads_on(case).first()
    return row.person if row else None


@dataclass(frozen=True)
class Contact:
    """The engagement lead, as the family may reach them."""

    name: str
    email: str
    phone: str
    in_touch_by: date | None
    """By when they mean to be in touch next; None while they have said nothing."""
    key: UUID
    photo: bool
    """Whether they put up a photo."""
    works: str
    """When they work, in words; empty where they have not said."""


def contact_of(case: Case) -> Contact | None:
    """How the family reaches whoever leads, or None while nobody has been named."""
    row = leads_on(case).first()
    if row is None or row.person is None:
        return None
    chosen = Preference.objects.filter(authority_id=case.authority_id, person=row.person).first()
    phone, photo = chosen.work_phone if chosen else "", has_photo(case.authority_id, row.person.pk)
    works = said(week_kept(chosen.hours)) if chosen else ""
    return Contact(row.person.name, row.person.email, phone, row.in_touch_by, row.person.pk, photo, works)


def is_social_worker(person_key, authority_id: str) -> bool:
    """Whether somebody works here as a social worker today."""
    held = memberships(clock.today()).filter(authority_id=authority_id, person=person_key)
    return held.filter(role=Role.SOCIAL_WORKER).exists()
