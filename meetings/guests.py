"""Whom to ask to a meeting about a child: the child, the family, and everybody who stands to the case."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from accounts.who import Who
from cases import sight
from cases.models import Case, Involvement
from cases.words import Capacity, Part
from core import clock
from meetings.actions.call import Guest, still_asked
from meetings.models import Meeting
from people.models import Around, Carer
from people.words import Relationship, Tie

KNOWS = Q(asked=True) | Q(told_from__isnull=False) | Q(relationship=Relationship.PROFESSIONAL)
"""Who knows of the case: who asked, who works with the child, and whom the sender or the Bridge let be told."""

COLLEAGUES = frozenset(Capacity) - {Capacity.TRIAGE, Capacity.OVERSIGHT, Capacity.FAMILY, Capacity.FORMER_LEAD}


@dataclass(frozen=True)
class Known:
    """Somebody who could be asked, for a list of ticks."""

    value: str
    label: str
    guest: Guest


def known_on(who: Who, case: Case) -> list[Known]:
    """Those the reader may see on the case: the child, the family with an address, the colleagues by name."""
    parts = sight.parts_open_to(who, case)
    found = [Known("child", f"{case.child.called} (told by those around)", Guest(is_child=True))]
    colleagues = _colleagues(case, hidden=Part.SAFEGUARDING not in parts)
    if Part.CONTACT in parts or Part.PEOPLE in parts:
        found += _family(case, secret=Part.SECRET in parts, but={one.guest.person for one in colleagues})
    return found + colleagues


def _family(case: Case, *, secret: bool, but: set[UUID | None]) -> list[Known]:
    """``but``: those who stand among the colleagues already."""
    here = {"authority_id": case.authority_id, "case_ref": case.pk}
    carers = Carer.objects.filter(KNOWS, **here).exclude(relationship=Relationship.SELF).order_by("pk")
    found = [
        Known(
            f"carer:{row.pk}",
            f"{row.name}, {_tie(row)}" + ("" if row.email else " (no email address: you tell them)"),
            Guest(carer=row.pk, standing=_tie(row), told_otherwise=not row.email),
        )
        for row in carers
        if row.person_id is None or row.person_id not in but
    ]
    rows = Around.objects.filter(**here, mistaken_at=None, carer=None).order_by("pk")
    if not secret:
        rows = rows.filter(secret=False)
    today = clock.today()
    return found + [
        Known(
            f"around:{row.pk}",
            f"{row.name}, {Tie(row.tie).words.lower()}" + ("" if row.email else " (no email address: you tell them)"),
            Guest(around=row.pk, standing=str(Tie(row.tie).words), told_otherwise=not row.email),
        )
        for row in rows
        if row.tie != Tie.SIBLING and (row.until is None or row.until >= today)
    ]


def _tie(row: Carer) -> str:
    if row.relationship == Relationship.PROFESSIONAL:
        return row.job or "works with the child"
    return str(Relationship(row.relationship).words).lower()


def _colleagues(case: Case, *, hidden: bool) -> list[Known]:
    """Each once; who is there because of a concern only for those who may know of it."""
    today = clock.today()
    rows = Involvement.objects.filter(case=case, person__isnull=False, capacity__in=COLLEAGUES)
    rows = rows.exclude(until__lt=today).select_related("person").order_by("person__name")
    if hidden:
        rows = rows.exclude(capacity=Capacity.SOCIAL_CARE)
    found: dict[str, Known] = {}
    for row in rows:
        value, standing = f"person:{row.person_id}", str(Capacity(row.capacity).words)
        if row.capacity == Capacity.OWNER and value in found:
            continue
        found[value] = Known(
            value, f"{row.person.name}, {standing.lower()}", Guest(person=row.person_id, standing=standing)
        )
    return list(found.values())


def guests_of(meeting: Meeting) -> list[Guest]:
    """Everybody who is asked to a meeting already."""
    return [
        Guest(person=row.person_id, carer=row.carer_id, around=row.around_id, name=row.name)
        for row in still_asked(meeting)
    ]


def askers_on(case: Case) -> list[tuple[str, str]]:
    """Who may ask for an EHC needs assessment from a meeting: those known on the case, by key and name."""
    rows = Carer.objects.filter(authority_id=case.authority_id, case_ref=case.pk).order_by("pk")
    return [(str(row.pk), f"{row.name}, {_tie(row)}") for row in rows]
