"""The team around a child: who stands how to a case, since when, whom to reach, who is away and who covers."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.away import AwaySeen, away_on
from accounts.models import Membership, Preference
from accounts.roles import FAMILY, Role
from accounts.standing import memberships
from cases.models import Case, Involvement, Task
from cases.secrecy import secret_among
from cases.task_kinds import TaskKind
from cases.words import CAPACITIES, Capacity, Part
from core import clock

ORDER = (
    Capacity.LEAD, Capacity.COORDINATOR, Capacity.SOCIAL_CARE, Capacity.SERVICE, Capacity.ADVISER, Capacity.SETTING,
    Capacity.TASKED, Capacity.OWNER, Capacity.TRIAGE, Capacity.FORMER_LEAD,
)  # fmt: skip
"""As what people and teams are on the team, the one to ask first at the top. Those who oversee, the family and whoever
was let in by exception are not on it."""
NOWHERE = (Capacity.LEAD, Capacity.COORDINATOR, Capacity.OWNER, Capacity.TRIAGE, Capacity.FORMER_LEAD)
"""Those who tell nothing of where a child lives or learns."""
HIDDEN = [kind for kind in TaskKind if kind.hidden]


@dataclass(frozen=True)
class OnTheTeam:
    """A person, or the team of a service, as they stand to a case."""

    name: str
    as_what: tuple[str, ...]
    does: str
    """Their role here, and the organisation they work for, in words."""
    since: date
    until: date | None
    """Their last day; None while they are on the team."""
    email: str
    phone: str
    away_until: date | None
    """The last day of their leave."""
    is_away: bool
    covered_by: str
    """Who answers meanwhile; empty where nobody does."""
    gone: bool
    """Does not work here any more."""


@dataclass(frozen=True)
class TeamSeen:
    """Who is on the team, and who was."""

    now: list[OnTheTeam]
    before: list[OnTheTeam]


def team_around(records: Collection[Case], parts: frozenset[Part]) -> TeamSeen:
    """The team of a child’s ``records``, which were fetched for their reader, to whom ``parts`` of them are open. Who
    may not know of a concern reads nothing of those who are there because of one; where an address or a school is kept
    from somebody, who may not read it reads of nobody who could tell where it is, and of no organisation. As many
    questions however large it is."""
    today = clock.today()
    rows = Involvement.objects.filter(case__in=records, capacity__in=ORDER, since__lte=today)
    rows = rows.select_related("team", "person").order_by("since", "pk")
    tells_where = Part.SECRET in parts or not secret_among([record.pk for record in records])
    if not tells_where:
        rows = rows.filter(capacity__in=NOWHERE)
    seen = list(rows if Part.SAFEGUARDING in parts else _but_for_concerns(rows, records))
    people = {row.person_id for row in seen if row.person_id}
    authority = next(iter(records)).authority_id
    about = _About(authority, people, today, organisations=tells_where)
    now: list[OnTheTeam] = []
    before: list[OnTheTeam] = []
    for group in _together(seen):
        standing = [row for row in group if row.until is None or row.until >= today]
        (now if standing else before).append(about.one(standing or group))
    return TeamSeen(now, sorted(before, key=lambda one: (one.until or today, one.name), reverse=True))


def _but_for_concerns(rows: Iterable[Involvement], records: Collection[Case]) -> list[Involvement]:
    """Without social care, and without whoever has nothing to do but what would tell of a concern."""
    open_ones = Task.objects.filter(case__in=records).exclude(kind__in=HIDDEN).values_list("team", "person")
    given = {key for pair in open_ones for key in pair if key}
    return [
        row
        for row in rows
        if row.capacity != Capacity.SOCIAL_CARE
        and (row.capacity != Capacity.TASKED or {row.team_id, row.person_id} & given)
    ]


def _together(rows: Iterable[Involvement]) -> list[list[Involvement]]:
    """Each person and team once, with everything they are, in the order of the team."""
    groups: dict[UUID, list[Involvement]] = defaultdict(list)
    for row in rows:
        groups[row.person_id or row.team_id].append(row)
    return sorted(groups.values(), key=lambda group: min(_place(row) for row in group))


def _place(row: Involvement) -> int:
    return ORDER.index(Capacity(row.capacity))


class _About:
    """What is known of people who work here: roles, organisations, numbers and leave."""

    def __init__(self, authority: str, people: set[UUID], today: date, *, organisations: bool) -> None:
        self.organisations = organisations
        self.held: dict[UUID, list[Membership]] = defaultdict(list)
        held = memberships(today).filter(authority_id=authority, person__in=people, person__is_active=True)
        for row in held.exclude(role__in=FAMILY).select_related("agency").order_by("role", "pk"):
            self.held[row.person_id].append(row)
        chosen = Preference.objects.filter(authority_id=authority, person__in=people)
        self.phones = dict(chosen.values_list("person", "work_phone"))
        self.away: dict[UUID, AwaySeen] = {row.person_id: row for row in away_on(authority, today)}

    def one(self, rows: list[Involvement]) -> OnTheTeam:
        """The rows of one person or team, all standing or all over."""
        as_what = dict.fromkeys(str(CAPACITIES[Capacity(row.capacity)]) for row in sorted(rows, key=_place))
        person, team = rows[0].person, rows[0].team
        last = max((row.until for row in rows if row.until), default=None)
        until = None if any(row.until is None for row in rows) else last
        if person is None:
            return OnTheTeam(
                team.name if team else "", tuple(as_what), "", rows[0].since, until, team.mailbox if team else "",
                "", None, False, "", gone=False,
            )  # fmt: skip
        held, away = self.held[person.pk], self.away.get(person.pk)
        works_for = [row.agency.name for row in held if row.agency and self.organisations]
        does = dict.fromkeys([*(str(Role(row.role).words) for row in held), *works_for])
        return OnTheTeam(
            person.name, tuple(as_what), ", ".join(does), rows[0].since, until,
            person.email if held else "", self.phones.get(person.pk, "") if held else "",
            away.until if away else None, away is not None, away.answers if away else "", gone=not held,
        )  # fmt: skip
