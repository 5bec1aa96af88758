"""For a reviewer: who opened a child of their own name, and who opened far more cases in a day than their team does.

It holds no child's name: the reviewer is told a reference, and asks the person.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Min
from django.db.models.functions import TruncDate

from accounts.models import Membership, Person
from accounts.roles import STAFF
from accounts.who import Who
from cases.models import Case
from cases.powers import REVIEWERS
from core import clock
from core.clock import LONDON
from core.refusals import NotAllowed
from insight.looking_rules import far_above, same_surname
from ledger.models import Viewing
from people.models import Carer, Child
from people.words import Relationship

BACK = timedelta(days=28)
"""How far the report looks back."""


@dataclass(frozen=True)
class Alike:
    """Somebody who opened the case of a child of their own surname."""

    name: str
    reference: str
    on: date
    same_home: bool
    """The child lives at the postcode of a family that this person is known to belong to."""


@dataclass(frozen=True)
class Much:
    """A day on which somebody opened far more cases than their team does."""

    name: str
    team: str
    on: date
    opened: int
    usual: int
    """From how many on it is more than three sigma above the team's own."""


@dataclass(frozen=True)
class Report:
    since: date
    alike: list[Alike]
    much: list[Much]


def report(who: Who) -> Report:
    """What a reviewer should ask about, over the last four weeks. Raises NotAllowed."""
    if not who.roles & REVIEWERS:
        raise NotAllowed("not a reviewer")
    today = clock.today()
    since = today - BACK
    begun = datetime.combine(since, time(), LONDON)
    seen = Viewing.objects.filter(authority=who.authority_id, seen_at__gte=begun, actor_ref__startswith="person:")
    seen = seen.exclude(page="search")  # a list of names is not an opened case
    held = Membership.objects.filter(authority_id=who.authority_id, role__in=STAFF).select_related("person", "team")
    people = {f"person:{row.person_id}": row.person for row in held}
    teams = {f"person:{row.person_id}": row.team for row in held if row.team}
    return Report(since, _alike(who, seen, people), _much(seen, people, teams))


def _alike(who: Who, seen, people: dict[str, Person]) -> list[Alike]:
    firsts = seen.filter(actor_ref__in=people).values_list("actor_ref", "case_ref").annotate(at=Min("seen_at"))
    pairs = list(firsts.order_by())
    children = _children(who, {case for _actor, case, _at in pairs})
    homes = _homes(who, people.values())
    references = dict(
        Case.objects.filter(authority_id=who.authority_id, pk__in=children).values_list("pk", "reference")
    )
    found = [
        Alike(
            name=people[actor].name,
            reference=references[case],
            on=at.astimezone(LONDON).date(),
            same_home=bool(children[case].home_postcode) and children[case].home_postcode in homes[people[actor].email],
        )
        for actor, case, at in pairs
        if case in children and same_surname(people[actor].name, children[case].family_name)
    ]
    return sorted(found, key=lambda one: (not one.same_home, one.name, one.on, one.reference))


def _children(who: Who, cases: Iterable[UUID]) -> dict[UUID, Child]:
    rows = Child.objects.filter(authority_id=who.authority_id, case_ref__in=list(cases))
    return {row.case_ref: row for row in rows}


def _homes(who: Who, people: Iterable[Person]) -> dict[str, set[str]]:
    """The postcodes of the families that staff themselves belong to, by their address: those who asked here."""
    emails = {person.email for person in people}
    own = Carer.objects.filter(authority_id=who.authority_id, email__in=emails)
    asked = list(own.exclude(relationship=Relationship.PROFESSIONAL).values_list("email", "case_ref"))
    children = _children(who, {case for _email, case in asked})
    homes: dict[str, set[str]] = defaultdict(set)
    for email, case in asked:
        if case in children:
            homes[email].add(children[case].home_postcode)
    return homes


def _much(seen, people: dict[str, Person], teams: dict) -> list[Much]:
    days = (
        seen.filter(actor_ref__in=teams)
        .values_list("actor_ref", TruncDate("seen_at", tzinfo=LONDON))
        .annotate(opened=Count("case_ref", distinct=True))
        .order_by()
    )
    of_team: dict[UUID, list[tuple[str, date, int]]] = defaultdict(list)
    for actor, day, opened in days:
        of_team[teams[actor].pk].append((actor, day, opened))
    found = []
    for rows in of_team.values():
        for actor, day, opened in rows:
            others = [count for other, _day, count in rows if other != actor]
            if limit := far_above(opened, others):
                found.append(Much(people[actor].name, teams[actor].name, day, opened, int(limit)))
    return sorted(found, key=lambda one: (-one.opened, one.name, one.on))
