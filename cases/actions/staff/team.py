"""A team is added, changed, or ended; and its cases are handed to another, one act a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.models import Authority, Team
from accounts.places import Why
from accounts.rules import against_mailbox
from accounts.selectors import addresses_of_staff
from accounts.who import Who
from cases.action import action
from cases.actions.staff.council import WrongFields
from cases.models import Case, Involvement
from cases.office import office_act
from cases.teams import open_cases_of
from core import clock
from core.events import Event
from core.refusals import Refused

EACH_TIME = 200
"""How many cases one press hands on: a page must answer in seconds."""


@dataclass(frozen=True)
class Wanted:
    """What is said of a team. The mailbox of one that exists is changed by its own act."""

    name: str
    kind: str
    locality: UUID | None = None
    since: date | None = None
    mailbox: str = ""


def keep_team(key: UUID | None, wanted: Wanted, *, by: Who) -> Team:
    """Adds a team, or changes the one with this key. Raises WrongFields, NotAllowed, Team.DoesNotExist."""

    def subject() -> Team:
        Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)
        return Team(authority_id=by.authority_id) if key is None else _called(key, by)

    with office_act(Event.TEAM_KEPT, by=by, subject=subject) as act:
        team = act.subject
        if why := _against(key, team, wanted, by):
            raise WrongFields(why)
        team.name, team.kind, team.locality_id, team.since = wanted.name, wanted.kind, wanted.locality, wanted.since
        if key is None:
            team.mailbox = wanted.mailbox
        act.facts = {"done": "changed" if key else "added", "kind": wanted.kind}
    return act.subject


def end_team(key: UUID, last_day: date, *, by: Who) -> Team:
    """The last day of a team that has no open cases. Raises Refused, NotAllowed, Team.DoesNotExist."""
    with office_act(Event.TEAM_KEPT, by=by, subject=lambda: _called(key, by)) as act:
        team = act.subject
        if team.kind == Team.Kind.BRIDGE:
            raise Refused(Why.THE_BRIDGE)
        if last_day < clock.today():
            raise Refused(Why.IN_PAST)
        if open_cases_of(team).exists():
            raise Refused(Why.HAS_CASES)
        team.until = last_day
        act.facts = {"done": "ended", "kind": team.kind, "until": last_day.isoformat()}
    return act.subject


def hand_on(case_key: UUID, team: UUID, to: UUID, *, by: Who) -> None:
    """One case of a team is another team's from today, in the same capacity. Raises Refused, NotAllowed."""
    with action(Event.CASE_GIVEN, by=by, subject=lambda: Case.objects.get(pk=case_key)) as act:
        rows = list(Involvement.objects.filter(case=act.case, team=team, until=None))
        if not rows:
            act.abandon()
            return
        receiver = Team.objects.get(pk=to, authority_id=act.case.authority_id)
        if receiver.pk == team:
            raise Refused(Why.ITSELF)
        if receiver.until is not None:
            raise Refused(Why.OVER)
        today = clock.today()
        has = set(Involvement.objects.filter(case=act.case, team=to, until=None).values_list("capacity", flat=True))
        for row in rows:
            row.end_before(today)
            if row.capacity not in has:
                Involvement(
                    authority_id=row.authority_id, case=act.case, team=receiver, capacity=row.capacity, since=today
                ).save()
        act.facts = {"from": str(team), "to": str(to)}


def hand_all_on(team: UUID, to: UUID, *, by: Who) -> tuple[int, int]:
    """Hands on as many of a team's cases as a page has time for: how many were, and how many are left."""
    from_team = _called_unlocked(team, by)
    keys = list(open_cases_of(from_team).order_by("pk").values_list("pk", flat=True)[:EACH_TIME])
    for key in keys:
        hand_on(key, team, to, by=by)
    return len(keys), open_cases_of(from_team).count()


def _against(key: UUID | None, team: Team, wanted: Wanted, by: Who) -> dict[str, str]:
    why: dict[str, str] = {}
    same = Team.objects.filter(authority_id=by.authority_id, name__iexact=wanted.name).exclude(pk=key)
    if same.exists():
        why["name"] = Why.NAME_TAKEN
    if (wanted.kind == Team.Kind.BRIDGE) != (key is not None and team.kind == Team.Kind.BRIDGE):
        why["kind"] = Why.THE_BRIDGE
    if wanted.since and team.until and team.until < wanted.since:
        why["since"] = Why.ENDS_FIRST
    if key is None and (own := against_mailbox(wanted.mailbox, addresses_of_staff(by))):
        why["mailbox"] = own[0]
    return why


def _called(key: UUID, by: Who) -> Team:
    return Team.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)


def _called_unlocked(key: UUID, by: Who) -> Team:
    return Team.objects.get(pk=key, authority_id=by.authority_id)
