"""Who stands on each rung of the ladder at this moment: the owner or their cover, the manager, the head of service."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.away import cover_for
from accounts.models import Person, Preference, Team
from accounts.roles import CASE_STAFF, Role
from accounts.selectors import bridge_of
from accounts.standing import memberships
from cases.ladder import Rung
from cases.models import Involvement
from cases.words import Capacity


@dataclass(frozen=True)
class Hearer:
    """Somebody to tell: a person, or the mailbox of a team, which outlasts each of its people."""

    ref: str
    name: str
    address: str
    reads_letters: bool = True
    """Wants the morning letter; otherwise reads the page."""
    manages: bool = False
    mobile: str = ""
    """Where urgent things go instead of email, for those who chose it."""


@dataclass(frozen=True)
class Told:
    """A hearer, and the colleague in whose place they hear."""

    hearer: Hearer
    covers_for: str = ""


Pair = tuple[UUID, int, UUID | None]
"""A case, the rung of the ladder one of its deadlines has reached, and the team that owes it where that is not whoever
answers for the case: a service that was asked to help."""


def hearers(authority_id: str, pairs: Iterable[Pair], today: date) -> dict[Pair, list[Told]]:
    """Who hears of each. Never nobody: where no person stands, the mailbox of the team hears, and of the Bridge last
    of all. Asks the database the same number of times however many there are."""
    pairs = list(dict.fromkeys(pairs))
    house = _House(authority_id, {case for case, _rung, _team in pairs}, today)
    return {pair: house.on_rung(*pair) for pair in pairs}


def owner_of(authority_id: str, case: UUID, today: date) -> Told:
    """Who hears first about a case's deadlines today."""
    answering = list(_answering(authority_id, [case], today))
    if any(row.person_id for row in answering):
        return _House(authority_id, {case}, today).owner(case)
    key = answering[-1].team_id if answering else bridge_of(authority_id).pk
    return Told(_mailbox_of(Team.objects.get(authority_id=authority_id, pk=key)))


def named_owner(authority_id: str, case: UUID) -> UUID | None:
    """The person named for a case's deadlines, present or away; None while the team answers."""
    rows = Involvement.objects.filter(authority_id=authority_id, case=case, capacity=Capacity.OWNER, until=None)
    return rows.values_list("person_id", flat=True).first()


class _House:
    """An authority on one day: who works there, who is away, whose each case is."""

    def __init__(self, authority_id: str, cases: Iterable[UUID], today: date) -> None:
        staff = memberships(today).filter(authority_id=authority_id, role__in=CASE_STAFF, person__is_active=True)
        self.roles: dict[str, set[UUID]] = defaultdict(set)
        self.teams_of: dict[UUID, set[UUID]] = defaultdict(set)
        for person, role, team in staff.values_list("person", "role", "team"):
            self.roles[role].add(person)
            self.teams_of[person].add(team)
        self.owners: dict[UUID, UUID] = {}
        self.teams: dict[UUID, UUID] = {}
        for row in _answering(authority_id, cases, today):
            if row.team_id:
                self.teams[row.case_id] = row.team_id
            elif row.person_id in self.teams_of:
                self.owners[row.case_id] = row.person_id
        self.bridge = bridge_of(authority_id).pk
        self.away: Mapping[UUID, UUID | None] = cover_for(self.teams_of, authority_id, today)
        self.people = _people(authority_id, self.teams_of, self.roles[Role.OPERATIONAL_MANAGER])
        self.mailboxes = {team.pk: _mailbox_of(team) for team in Team.objects.filter(authority_id=authority_id)}

    def on_rung(self, case: UUID, rung: int, team: UUID | None) -> list[Told]:
        if rung < Rung.MANAGER:
            return [Told(self.mailboxes[team]) if team in self.mailboxes else self.owner(case)]
        managers, heads = self._managers(case), self._standing(self.roles[Role.HEAD_OF_SERVICE])
        told = managers or heads if rung == Rung.MANAGER else heads or managers
        return told or [Told(self._mailbox(case))]

    def owner(self, case: UUID) -> Told:
        person = self.owners.get(case)
        if person is None:
            return Told(self._mailbox(case))
        return next(iter(self._standing({person})), Told(self._mailbox(case), self.people[person].name))

    def _managers(self, case: UUID) -> list[Told]:
        """Those of the case's own team, or where it has none every manager of the authority."""
        everybody = self.roles[Role.OPERATIONAL_MANAGER]
        own = {person for person in everybody if self.teams.get(case) in self.teams_of[person]}
        return self._standing(own) or self._standing(everybody)

    def _standing(self, people: Iterable[UUID]) -> list[Told]:
        """These people, each away one replaced by their cover; one who is away without cover is left out."""
        told: dict[UUID, Told] = {}
        for person in sorted(people):
            if person not in self.away:
                told[person] = Told(self.people[person])
        for person in sorted(people):
            if (cover := self.away.get(person)) and cover in self.people:
                told.setdefault(cover, Told(self.people[cover], self.people[person].name))
        return list(told.values())

    def _mailbox(self, case: UUID) -> Hearer:
        return self.mailboxes[self.teams.get(case, self.bridge)]


def _answering(authority_id: str, cases: Iterable[UUID], today: date) -> QuerySet[Involvement]:
    """Who answers for these cases on a day, the latest last: the person named, and the team where nobody is."""
    return Involvement.objects.filter(
        Q(until=None) | Q(until__gte=today), authority_id=authority_id, case__in=list(cases), since__lte=today,
        capacity__in=[Capacity.OWNER, Capacity.TRIAGE],
    ).order_by("since", "pk")  # fmt: skip


def _mailbox_of(team: Team) -> Hearer:
    return Hearer(f"team:{team.pk}", team.name, team.mailbox)


def _people(authority_id: str, keys: Iterable[UUID], managers: set[UUID]) -> dict[UUID, Hearer]:
    chosen = {row.person_id: row for row in Preference.objects.filter(authority_id=authority_id)}
    found = {}
    for person in Person.objects.filter(pk__in=list(keys)):
        choice = chosen.get(person.pk)
        found[person.pk] = Hearer(
            ref=f"person:{person.pk}",
            name=person.name,
            address=person.email,
            manages=person.pk in managers,
            reads_letters=choice is None or choice.morning == Preference.Morning.EMAIL,
            mobile=choice.mobile if choice and choice.urgent == Preference.Urgent.TEXT else "",
        )
    return found
