"""Puts the demonstration's registers in place: councils, agencies, teams, people and their standing."""

from collections.abc import Collection
from datetime import date, timedelta

from django.conf import settings
from django.db.models import F

from accounts.agreements import as_said
from accounts.models import Agency, Agreement, AgreementParty, AgreementVersion, Authority, Membership, Person, Team
from accounts.roles import Role
from accounts.words import Article6, Article9
from core import clock
from core.refusals import Refused
from demo.cast import AGENCIES, CAST, COUNCILS, DEMO_DOMAIN, ENDS_SOON

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
    councils = dict(Authority.objects.values_list("name", "pk"))
    for name, kind in AGENCIES.items():
        Agency.objects.update_or_create(name=name, defaults={"kind": kind, "council_id": councils.get(name)})
    for somebody in CAST:
        person = Person.objects.filter(email=somebody.email).first() or Person.objects.create_user(
            somebody.email, somebody.name
        )
        for code in somebody.codes:
            _place(person, somebody.role, code, somebody.agency)
    _agree(councils)


def _agree(councils: Collection[str]) -> None:
    """An agreement for each organisation whose people work at another’s council, and one that ends soon."""
    rows = Membership.objects.exclude(agency=None).exclude(agency__council=F("authority"))
    pairs = set(rows.values_list("authority", "agency", "agency__name"))
    soon = Agency.objects.get(name=ENDS_SOON)
    for code, agency, name in [*sorted(pairs, key=str), ("355", soon.pk, soon.name)]:
        if AgreementParty.objects.filter(authority_id=code, agency_id=agency).exists():
            continue
        today = clock.today()
        until = today + timedelta(days=25 if agency == soon.pk else 730)
        agreement = Agreement.objects.create(
            authority_id=code, name=f"Working together: {name}", since=SINCE, until=until, version=1,
            purpose="So that people of both organisations can work on one child’s case together.",
            article6=Article6.PUBLIC_TASK, article9=Article9.HEALTH_CARE, shared=["core", "contact", "files"],
            pools=name in councils,
            review_on=min(until, today + timedelta(days=300)), document=f"DSA-{code}-{len(name):03}",
            signed_by="The directors of both organisations",
        )  # fmt: skip
        AgreementParty.objects.create(authority_id=code, agreement=agreement, agency_id=agency)
        AgreementVersion.objects.create(
            authority_id=code, agreement=agreement, version=1, said=as_said(agreement, [agency]),
            entered_by="system:demo", entered_at=clock.now(),
        )  # fmt: skip


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
