"""Who could lead on a case, the most relevant professional first, each with the reasons in view. A suggestion only:
the operational manager confirms."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from accounts.away import colleagues
from accounts.models import Absence, Locality, Membership, Team
from accounts.places import district_of
from accounts.roles import CASE_HOLDERS, Role
from accounts.standing import lasting, memberships
from cases import powers
from cases.models import Case, Involvement
from cases.words import CAPACITIES, Capacity
from core.words import _
from door.words import plain_date
from people.models import Carer

OFFICE = powers.BRIDGE | powers.OVERSEERS | {Role.LOCALITY_MANAGER}
NO_RELATIONSHIP = (Capacity.TRIAGE, Capacity.OWNER, Capacity.LEAD)
SOON = timedelta(days=28)


@dataclass(frozen=True)
class Candidate:
    """Somebody who could lead, and why they stand where they stand in the list."""

    key: UUID
    name: str
    roles: tuple[str, ...]
    teams: tuple[str, ...]
    known_as: str
    """As what they stand on this case already; empty where they do not."""
    family_knows: bool
    """Asked for the child, and said that the family knows them already."""
    near: str
    """The locality of theirs in which the child lives; empty where there is none."""
    leads: bool
    """Engagement leads by role."""
    in_office: bool
    """Reads requests or manages, and nothing else."""
    load: int
    """How many cases they lead on now."""
    away_from: date | None = None
    away_until: date | None = None
    by_default: bool = False
    """A social worker, on a case with a safeguarding concern: usually the lead."""

    @property
    def order(self) -> tuple:
        """The most relevant first: whom the family knows, who knows the child, who works where they live, whose role it
        is, who has least. Those who read requests or manage come after everybody who works with families."""
        return (
            not self.by_default, not self.family_knows, not self.known_as, not self.near, not self.leads,
            self.in_office, self.away_from is not None, self.load, self.name,
        )  # fmt: skip

    @property
    def why(self) -> str:
        """The reasons, in one line."""
        said = [", ".join(self.roles)]
        if self.by_default:
            said.append(str(_("Usually leads, as there is a safeguarding concern")))
        if self.family_knows:
            said.append(str(_("The family knows them, they said when they asked for the child")))
        if self.known_as:
            said.append(str(_("On this case already: {what}")).format(what=self.known_as.lower()))
        if self.near:
            said.append(str(_("Works in {place}, where the child lives")).format(place=self.near))
        said.append(str(_("Leads on {count} now")).format(count=self.load))
        if self.away_from:
            until = plain_date(self.away_until) if self.away_until else str(_("no day yet"))
            said.append(str(_("Away from {since} to {until}")).format(since=plain_date(self.away_from), until=until))
        return ". ".join(said)


def candidates(case: Case, today: date, *, concern: bool = False) -> list[Candidate]:
    """Everybody who may carry a case here and is not away today, the most relevant first; social workers before all
    where there is a safeguarding concern. Asks the database the same number of times however many there are."""
    people = list(colleagues(case.authority_id, today))
    keys = {person.pk for person in people}
    held = _held(case.authority_id, keys, today)
    known = _known(case, keys, held)
    familiar = _familiar(case)
    near = _near(case, held, today)
    load = Counter(
        Involvement.objects.filter(
            authority_id=case.authority_id, person__in=keys, capacity=Capacity.LEAD, until=None
        ).values_list("person", flat=True)
    )
    away = _away(case.authority_id, keys, today)
    found = [
        Candidate(
            key=person.pk,
            name=person.name,
            roles=tuple(dict.fromkeys(Role(row.role).words for row in held[person.pk])),
            teams=tuple(dict.fromkeys(row.team.name for row in held[person.pk] if row.team)),
            known_as=known.get(person.pk, ""),
            family_knows=person.pk in familiar or person.email.lower() in familiar,
            near=near.get(person.pk, ""),
            leads=any(row.role == Role.ENGAGEMENT_LEAD for row in held[person.pk]),
            in_office={Role(row.role) for row in held[person.pk]} <= OFFICE,
            load=load[person.pk],
            away_from=away[person.pk].since if person.pk in away else None,
            away_until=away[person.pk].until if person.pk in away else None,
            by_default=concern and any(row.role == Role.SOCIAL_WORKER for row in held[person.pk]),
        )
        for person in people
        if person.pk not in away or away[person.pk].since > today
    ]
    return sorted(found, key=lambda one: one.order)


Held = dict[UUID, list[Membership]]


def _held(authority_id: str, keys: Iterable[UUID], today: date) -> Held:
    rows = memberships(today).filter(authority_id=authority_id, person__in=keys, role__in=CASE_HOLDERS)
    held: Held = defaultdict(list)
    for row in rows.select_related("team").order_by("role", "pk"):
        held[row.person_id].append(row)
    return held


def _known(case: Case, keys: Iterable[UUID], held: Held) -> dict[UUID, str]:
    """As what people stand on the case, themselves or by a team of theirs. Reading the request, answering for dates or
    belonging to a team that was given something to do is no relationship."""
    rows = Involvement.objects.filter(case=case, until=None).exclude(capacity__in=NO_RELATIONSHIP)
    rows = rows.exclude(capacity=Capacity.TASKED, person=None)
    by_person = {row.person_id: row for row in rows if row.person_id}
    by_team = {row.team_id: row for row in rows if row.team_id}
    known = {}
    for key in keys:
        row = by_person.get(key) or next((by_team[one.team_id] for one in held[key] if one.team_id in by_team), None)
        if row:
            known[key] = str(CAPACITIES[Capacity(row.capacity)])
    return known


def _familiar(case: Case) -> set[UUID | str]:
    """Who asked for the child, on whichever record, and said that the family knows them: by their account, or by an
    address that they have confirmed. Anybody can type a colleague's address, so one that nobody confirmed is none."""
    home = case.merged_into_id or case.pk
    records = Case.objects.filter(Q(pk=home) | Q(merged_into=home)).values("pk")
    rows = Carer.objects.filter(authority_id=case.authority_id, case_ref__in=records, known_to_family=True)
    found: set[UUID | str] = set()
    for person, email, confirmed in rows.values_list("person", "email", "email_confirmed_at"):
        if person:
            found.add(person)
        elif email and confirmed:
            found.add(email.lower())
    return found


def _near(case: Case, held: Held, today: date) -> dict[UUID, str]:
    """Whose team works in the locality of the child's home, as far as we know the home."""
    district = district_of(case.child.home_postcode)
    here = Locality.objects.filter(lasting(today), authority_id=case.authority_id)
    places = {row.pk: row.name for row in here if district and district in row.districts}
    teams = dict(Team.objects.filter(locality__in=places).values_list("pk", "locality")) if places else {}
    return {key: places[teams[row.team_id]] for key, rows in held.items() for row in rows if row.team_id in teams}


def _away(authority_id: str, keys: Iterable[UUID], today: date) -> dict[UUID, Absence]:
    """Who is away today, or soon."""
    rows = Absence.objects.filter(authority_id=authority_id, person__in=keys, since__lte=today + SOON)
    return {row.person_id: row for row in rows.order_by("-since") if row.until is None or row.until >= today}
