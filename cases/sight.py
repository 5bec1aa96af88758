"""Who sees which cases, and which parts of them: for a list, for one case and for an act, one answer. Who may do what
is answered in ``cases.powers``."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.who import Who
from cases.models import Case, CaseGrant, Caseload, Involvement
from cases.powers import OVERSEERS, UNSEEN_ACTS, Asked
from cases.words import Capacity, Part
from core import clock
from core.refusals import NotAllowed
from core.words import _

HOLDING = frozenset({Capacity.TRIAGE, Capacity.OWNER, Capacity.LEAD, Capacity.COORDINATOR, Capacity.OVERSIGHT})
"""Those who carry a case, or answer for whoever does."""

VISITING = frozenset({Capacity.TASKED, Capacity.SOCIAL_CARE})
"""Those who go and see the family: they must know how to reach it, and whom they may not tell where."""

SEES: dict[Part, frozenset[Capacity]] = {
    Part.CORE: frozenset(Capacity),
    Part.CONTACT: HOLDING | VISITING | {Capacity.SERVICE},
    Part.FILES: HOLDING | VISITING | {Capacity.SERVICE, Capacity.FORMER_LEAD},
    Part.PEOPLE: HOLDING | VISITING | {Capacity.ADVISER, Capacity.SERVICE, Capacity.FORMER_LEAD},
    Part.SECRET: HOLDING | VISITING,
    Part.CIRCUMSTANCES: HOLDING | VISITING | {Capacity.SERVICE},
    Part.TOGETHER: HOLDING | VISITING | {Capacity.ADVISER, Capacity.SERVICE, Capacity.FORMER_LEAD},
    Part.SUPPORT: HOLDING | VISITING | {Capacity.ADVISER, Capacity.SERVICE, Capacity.FORMER_LEAD, Capacity.SETTING},
    Part.DECIDING: HOLDING,
    Part.TALK: HOLDING,
    Part.SAFEGUARDING: frozenset({Capacity.TRIAGE, Capacity.LEAD, Capacity.OVERSIGHT, Capacity.SOCIAL_CARE}),
    Part.EXCUSES: HOLDING - {Capacity.LEAD},
    Part.OFFICE: frozenset(),
}
"""Which parts of a case are open to whom."""


READS_ONLY = _("You led on this case before and may still read it. Whoever leads now can change it.")


def visible_to(who: Who, cases: QuerySet[Case] | None = None, *, to_act: bool = False) -> QuerySet[Case]:
    """The cases ``who`` may open today, at the one authority they act for; ``to_act``: those they may do something
    on."""
    cases = (Case.objects.all() if cases is None else cases).filter(authority_id=who.authority_id)
    if who.roles & OVERSEERS:
        return cases
    if who.person_id is None:
        return cases.none()
    today = clock.today()
    involved = Involvement.objects.filter(_current(today), _theirs(who))
    if to_act:
        involved = involved.exclude(capacity=Capacity.FORMER_LEAD)
    granted = _granted(who, today)
    return cases.filter(
        Exists(involved.filter(case=OuterRef("pk"))) | Exists(granted.filter(content_object=OuterRef("pk")))
    )


def all_open_to(who: Who, most: int) -> list[UUID] | None:
    """The keys of the cases ``who`` may open, when they are no more than ``most``; None when there are more.

    Read from the rows that open them and not case by case, so that a search among them takes no longer for what others
    have; and where their teams' lists alone are longer, from no more than that. A test holds it beside ``visible_to``.
    """
    if who.roles & OVERSEERS:
        return None
    if who.person_id is None:
        return []
    listed = Caseload.objects.filter(authority_id=who.authority_id, team__in=who.teams)
    if who.teams and listed.order_by().values("pk")[most : most + 1]:
        return None
    today = clock.today()
    involved = Involvement.objects.filter(_current(today), _theirs(who), authority_id=who.authority_id)
    granted = _granted(who, today).filter(content_object__authority=who.authority_id)
    keys = involved.values_list("case_id").union(granted.values_list("content_object_id"))
    found = [key for (key,) in keys[: most + 1]]
    return found if len(found) <= most else None


def may_see(who: Who, case: Case) -> bool:
    """Whether ``who`` may open this case: the same question as the list's."""
    return visible_to(who).filter(pk=case.pk).exists()


def may_act(who: Who, case: Case) -> bool:
    """Whether ``who`` may do something on this case, and not read it alone."""
    return visible_to(who, to_act=True).filter(pk=case.pk).exists()


def open_in(who: Who, part: Part) -> QuerySet[Case]:
    """The cases whose ``part`` is open to ``who`` today: for lists, what ``parts_open_to`` answers for one case."""
    cases, opens = Case.objects.filter(authority_id=who.authority_id), SEES[part]
    if who.roles & OVERSEERS and Capacity.OVERSIGHT in opens:
        return cases
    if who.person_id is None:
        return cases.none()
    today = clock.today()
    involved = Involvement.objects.filter(_current(today), _theirs(who), capacity__in=opens, case=OuterRef("pk"))
    if Capacity.NAMED not in opens:
        return cases.filter(Exists(involved))
    granted = _granted(who, today).filter(content_object=OuterRef("pk"))
    return cases.filter(Exists(involved) | Exists(granted))


def parts_open_to(who: Who, case: Case) -> frozenset[Part]:
    """The parts of a case that ``who`` may read."""
    return opened_by(capacities(who, case))


def opened_by(held: Collection[Capacity]) -> frozenset[Part]:
    """The parts of a case open to whoever stands to it as all of these."""
    return frozenset(part for part, opens in SEES.items() if not opens.isdisjoint(held))


def acts_as(held: Collection[Capacity]) -> bool:
    """Whether whoever stands to a case as all of these may do something on it: for one case known already, what
    ``may_act`` asks the database."""
    return bool(set(held) - {Capacity.FORMER_LEAD})


def require_part(who: Who, case: Case, part: Part) -> None:
    """Refuses, as not found, what is done to a part of a case that is not open to its doer."""
    if part not in parts_open_to(who, case):
        raise NotAllowed("a part not open to them")


def capacities(who: Who, case: Case) -> frozenset[Capacity]:
    """As what ``who`` stands to a case today."""
    return capacities_on(who, [case])[case.pk]


def capacities_on(who: Who, cases: Iterable[Case]) -> dict[UUID, frozenset[Capacity]]:
    """As what ``who`` stands today to each of these, in two questions however many they are."""
    cases = list(cases)
    here = [case.pk for case in cases if case.authority_id == who.authority_id]
    held: dict[UUID, set[Capacity]] = defaultdict(set)
    if who.roles & OVERSEERS:
        held.update({key: {Capacity.OVERSIGHT} for key in here})
    if here and who.person_id is not None:
        today = clock.today()
        involved = Involvement.objects.filter(_current(today), _theirs(who), case__in=here)
        for key, capacity in involved.values_list("case", "capacity"):
            held[key].add(Capacity(capacity))
        for key in _granted(who, today).filter(content_object__in=here).values_list("content_object", flat=True):
            held[key].add(Capacity.NAMED)
    return {case.pk: frozenset(held[case.pk]) for case in cases}


def _granted(who: Who, today: date) -> QuerySet[CaseGrant]:
    """What was granted to this person by name and stands at this moment: begun, not over, not revoked."""
    return CaseGrant.objects.filter(
        Q(revoked_on=None) | Q(revoked_on__gt=today),
        Q(ends_at=None) | Q(ends_at__gt=clock.now()),
        user=who.person_id, since__lte=today, until__gte=today,
    )  # fmt: skip


def _theirs(who: Who) -> Q:
    """Rows of the person, of their teams, and of owners who are away and for whom they answer."""
    theirs = Q(person=who.person_id) | Q(team__in=who.teams) if who.teams else Q(person=who.person_id)
    return theirs | Q(capacity=Capacity.OWNER, person__in=who.covers) if who.covers else theirs


def _current(today: date) -> Q:
    return Q(since__lte=today) & (Q(until=None) | Q(until__gte=today))


def require_sight(asked: Asked) -> None:
    """Refuses, as not found, an act on a case its doer may not see."""
    if asked.who.authority_id != asked.case.authority_id:
        raise NotAllowed("another authority's case")
    if asked.new or asked.event in UNSEEN_ACTS:
        return
    if not may_act(asked.who, asked.case):
        seen = may_see(asked.who, asked.case)
        raise NotAllowed(READS_ONLY if seen else "not on this case", seen=seen)
