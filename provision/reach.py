"""How much of a service goes to the most vulnerable children, beside how many they are. Reads, and changes nothing."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce

from cases.marker_words import Marker
from cases.models import Case, CaseMarker
from cases.words import Stage
from provision.in_time import first_of_months
from provision.models import Service, ServiceRequest

Pair = tuple[int, int]
"""How many were for children with priority, and how many for others."""


@dataclass(frozen=True)
class Reach:
    """The requests of twelve months, and the children of the case list today."""

    taken: Pair
    """Taken on, of the requests passed on in these months."""
    others: Pair
    """Passed on in these months, and not taken on until now."""
    listed: Pair
    """Children with an open case today."""
    kinds: dict[Marker, tuple[int, int, int]]
    """By kind: requests passed on, requests taken on, children on the case list. A child can have several."""

    @property
    def asked(self) -> Pair:
        """Every request of these months."""
        return self.taken[0] + self.others[0], self.taken[1] + self.others[1]


def reach_of(service: Service, kinds: Collection[Marker], today: date) -> Reach:
    """What is told to somebody who may know of these kinds. A request counts by what was so on the day it was passed
    on, on whichever record of the child."""
    rows = list(
        ServiceRequest.objects.filter(
            authority_id=service.authority_id, service=service, asked_on__gte=first_of_months(today)[-1]
        ).values_list(Coalesce("case__merged_into", "case"), "asked_on", "began_on")
    )
    stood = _stood({home for home, _on, _began in rows}, kinds)
    counts = {began: [0, 0] for began in (True, False)}
    by_kind = {kind: [0, 0, 0] for kind in kinds}
    for home, on, began in rows:
        theirs = {kind for kind, since, until in stood[home] if since <= on and (until is None or until >= on)}
        counts[began is not None][not theirs] += 1
        for kind in theirs:
            by_kind[kind][0] += 1
            by_kind[kind][1] += began is not None
    listed = _listed(service.authority_id, kinds, by_kind)
    taken, others = (tuple(counts[began]) for began in (True, False))
    kinds_of = {kind: (asked, began, now) for kind, (asked, began, now) in by_kind.items()}
    return Reach((taken[0], taken[1]), (others[0], others[1]), listed, kinds_of)


def _stood(homes: set[UUID], kinds: Collection[Marker]) -> dict[UUID, list[tuple[Marker, date, date | None]]]:
    """Every marker of these children that was no mistake, with its days."""
    rows = CaseMarker.objects.filter(
        Q(case__in=homes) | Q(case__merged_into__in=homes), kind__in=list(kinds), mistaken=False
    )
    found: dict[UUID, list[tuple[Marker, date, date | None]]] = defaultdict(list)
    for home, kind, since, until in rows.values_list(Coalesce("case__merged_into", "case"), "kind", "since", "until"):
        found[home].append((Marker(kind), since, until))
    return found


def _listed(authority_id: str, kinds: Collection[Marker], by_kind: dict[Marker, list[int]]) -> Pair:
    """How many children with an open case are marked today, and how many are not; counts them by kind too."""
    open_cases = Case.objects.filter(authority_id=authority_id, merged_into=None).exclude(stage=Stage.CLOSED)
    standing = CaseMarker.objects.filter(authority_id=authority_id, kind__in=list(kinds), ended_at=None)
    pairs = standing.annotate(home=Coalesce("case__merged_into", "case")).filter(home__in=open_cases.values("pk"))
    children: set[UUID] = set()
    for home, kind in set(pairs.values_list("home", "kind")):
        children.add(home)
        by_kind[Marker(kind)][2] += 1
    return len(children), open_cases.count() - len(children)
