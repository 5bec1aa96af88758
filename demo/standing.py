"""Puts the demonstration's registers in place: councils, agencies, teams, people and their standing."""

from datetime import date

from django.conf import settings

from accounts.models import Agency, Authority, Membership, Person, Team
from accounts.roles import Role
from core.refusals import Refused
from demo.cast import AGENCIES, CAST, COUNCILS, DEMO_DOMAIN

SINCE = date(2026, 1, 5)


def stand_up() -> None:
    """Everything the registers need. Safe to run again. Raises Refused beside a council that is not the demo's."""
    if not settings.EMBEDDED and Authority.objects.exclude(contact_email__endswith=DEMO_DOMAIN).exists():
        raise Refused(
            "DATABASE_URL names a database that holds a council of its own. The demonstration would put invented "
            "families beside it. Unset DATABASE_URL to try SENDPath out."
        )
    for council in COUNCILS:
        Authority.objects.update_or_create(
            pk=council.code,
            defaults={
                "name": council.name,
                "slug": council.slug,
                "letters": council.letters,
                "brand_colour": council.colour,
                "contact_phone": council.phone,
                "contact_email": f"bridge@{council.slug}.example",
            },
        )
        Team.objects.get_or_create(
            authority_id=council.code,
            kind=Team.Kind.BRIDGE,
            defaults={"name": "The Bridge", "mailbox": f"bridge@{council.slug}.example"},
        )
    for name, kind in AGENCIES.items():
        Agency.objects.get_or_create(name=name, defaults={"kind": kind})
    for somebody in CAST:
        person = Person.objects.filter(email=somebody.email).first() or Person.objects.create_user(
            somebody.email, somebody.name
        )
        for code in somebody.codes:
            _place(person, somebody.role, code, somebody.agency)


def _place(person: Person, role: Role, code: str, agency: str) -> None:
    works_in_bridge = role in {Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER}
    Membership.objects.get_or_create(
        authority_id=code,
        person=person,
        role=role,
        defaults={
            "team": Team.objects.get(authority_id=code, kind=Team.Kind.BRIDGE) if works_in_bridge else None,
            "agency": Agency.objects.get(name=agency) if agency else None,
            "since": SINCE,
        },
    )
