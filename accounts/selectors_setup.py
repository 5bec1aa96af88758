"""Reading what a council is set up with: its localities, teams and organisations, and how much of each there is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from accounts.models import Agency, AgencyMailbox, Authority, Locality, Membership, SchoolCalendar, Setting, Team
from accounts.places import Area
from accounts.roles import FAMILY, Role
from accounts.standing import lasting, memberships
from accounts.who import Who


def council_of(who: Who) -> Authority:
    """The asker's own council."""
    return Authority.objects.get(pk=who.authority_id)


def council_called(code: str) -> Authority:
    """Any council of the installation, for those who open them. Raises Authority.DoesNotExist."""
    return Authority.objects.get(pk=code)


@dataclass(frozen=True)
class CouncilSeen:
    """A council of the installation, for those who open them."""

    code: str
    name: str
    slug: str
    letters: str
    administrators: int


def councils(today: date) -> list[CouncilSeen]:
    """Every council of the installation, and how many administrators each has today."""
    admins = memberships(today).filter(role=Role.ADMINISTRATOR).values_list("authority")
    held = dict(admins.annotate(n=Count("person", distinct=True)).order_by())
    return [
        CouncilSeen(row.code, row.name, row.slug, row.letters, held.get(row.code, 0))
        for row in Authority.objects.order_by("name")
    ]


def areas(authority_id: str) -> list[Area]:
    """The localities of an authority as the rules see them, by name."""
    return [as_area(row) for row in Locality.objects.filter(authority_id=authority_id).order_by("name")]


def as_area(row: Locality) -> Area:
    return Area(row.name, row.since, row.until, frozenset(row.districts), frozenset(row.wards), row.pk)


def localities(who: Who) -> QuerySet[Locality]:
    """The localities of the asker's authority, each with how many teams work there."""
    return Locality.objects.filter(authority_id=who.authority_id).annotate(
        working=Count("teams", filter=Q(teams__until=None))
    )


def locality_called(who: Who, key: UUID) -> Locality:
    """One of them. Raises ``Locality.DoesNotExist``."""
    return Locality.objects.get(authority_id=who.authority_id, pk=key)


def teams_with_members(who: Who, today: date) -> QuerySet[Team]:
    """The teams of the asker's authority, those that go on first, each with how many people it has today."""
    held = memberships(today).filter(authority_id=who.authority_id, team=OuterRef("pk")).order_by().values("team")
    people = held.annotate(n=Count("person", distinct=True)).values("n")
    return (
        Team.objects.filter(authority_id=who.authority_id)
        .select_related("locality")
        .annotate(people=people, over=Q(until__lt=today))
        .order_by("over", "name")
    )


def team_members(who: Who, team: UUID, today: date) -> list[Membership]:
    """Who is in a team today, with the organisation each works for."""
    rows = memberships(today).filter(authority_id=who.authority_id, team=team).exclude(role__in=FAMILY)
    return list(rows.select_related("person", "agency").order_by("person__name"))


def receiving_teams(who: Who, but: UUID) -> QuerySet[Team]:
    """The teams that may be given another team's cases."""
    return Team.objects.filter(authority_id=who.authority_id, until=None).exclude(pk=but)


def agencies(who: Who, today: date) -> QuerySet[Agency]:
    """The register of organisations, each with the asker's own mailbox for it and its people here today."""
    held = memberships(today).filter(authority_id=who.authority_id, agency=OuterRef("pk")).order_by().values("agency")
    mailbox = AgencyMailbox.objects.filter(authority_id=who.authority_id, agency=OuterRef("pk")).values("mailbox")
    return Agency.objects.annotate(
        people=held.annotate(n=Count("person", distinct=True)).values("n"), here=mailbox
    ).order_by("name")


def agency_called(who: Who, key: UUID, today: date) -> Agency:
    """One of the register. Raises ``Agency.DoesNotExist``."""
    return agencies(who, today).get(pk=key)


def people_of(who: Who, today: date, *, agencies: Collection[UUID] = (), kept_out: bool = False) -> list[Membership]:
    """Who works at the asker's council for these organisations today; or who would, and is kept out for want of an
    agreement."""
    rows = Membership.objects.filter(lasting(today), authority_id=who.authority_id).exclude(role__in=FAMILY)
    here = memberships(today).filter(authority_id=who.authority_id).values("pk")
    rows = rows.exclude(pk__in=here) if kept_out else rows.filter(pk__in=here, agency__in=agencies)
    return list(rows.select_related("person", "agency").order_by("person__name"))


def holders(who: Who, today: date) -> dict[Role, list[str]]:
    """Who holds each role at the asker's council today, by name."""
    held: dict[Role, list[str]] = {}
    rows = memberships(today).filter(authority_id=who.authority_id).exclude(role__in=FAMILY)
    for role, name in rows.order_by("person__name").values_list("role", "person__name").distinct():
        held.setdefault(Role(role), []).append(name)
    return held


@dataclass(frozen=True)
class Counts:
    """How much of each there is."""

    localities: int
    switched_on: int
    agencies: int
    agencies_without_mailbox: int
    teams: int
    people: int
    uncovered: int
    administrators: int
    settings: int
    calendars: int


def counts(who: Who, today: date, this_year: int) -> Counts:
    """What the page of setting up says of the asker's council."""
    here = {"authority_id": who.authority_id}
    standing = memberships(today).filter(**here).exclude(role__in=FAMILY)
    held = Membership.objects.filter(lasting(today), **here).exclude(role__in=FAMILY)
    working = Agency.objects.filter(Exists(held.filter(agency=OuterRef("pk")))).exclude(council=who.authority_id)
    written = AgencyMailbox.objects.filter(agency=OuterRef("pk"), **here)
    people = standing.aggregate(
        all=Count("person", distinct=True), admins=Count("person", distinct=True, filter=Q(role=Role.ADMINISTRATOR))
    )
    places = Locality.objects.filter(**here).aggregate(all=Count("pk"), on=Count("pk", filter=lasting(today)))
    others = working.aggregate(all=Count("pk"), silent=Count("pk", filter=~Exists(written)))
    dated = SchoolCalendar.objects.filter(year=this_year, setting=OuterRef("pk"), **here)
    settings = Setting.objects.filter(**here).aggregate(all=Count("pk"), dated=Count("pk", filter=Exists(dated)))
    return Counts(
        localities=places["all"], switched_on=places["on"],
        agencies=others["all"], agencies_without_mailbox=others["silent"],
        teams=Team.objects.filter(**here).exclude(until__lt=today).count(),
        people=people["all"], administrators=people["admins"],
        uncovered=held.exclude(pk__in=memberships(today).filter(**here).values("pk")).values("person").distinct().count(),
        settings=settings["all"], calendars=settings["dated"],
    )  # fmt: skip
