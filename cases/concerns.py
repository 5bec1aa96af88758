"""Reading whether somebody worries that a child is not safe."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accounts.models import Membership
from accounts.selectors import names_of
from cases.models import Case, Concern, Involvement
from cases.task_kinds import Outcome
from cases.words import Capacity, Part


def open_concern(case: Case) -> Concern | None:
    """The concern that social care has not answered yet, or None. For acts: a page asks ``concerns_seen``."""
    return Concern.objects.filter(case=case, ended_at=None).first()


def stands(case: Case) -> Concern | None:
    """The concern that still shapes what happens: open, or social care goes on working with the family."""
    last = Concern.objects.filter(case=case).order_by("-raised_at").first()
    return last if last and last.ended_as != Outcome.NOTHING_FURTHER else None


def looks_not_told(case: Case, parts: frozenset[Part]) -> set[str]:
    """Those of social care whose opening of a case would tell, to a reader who may not know of a concern, that there is
    one: who stands to it as social care and as nothing else."""
    if Part.SAFEGUARDING in parts:
        return set()
    rows = Involvement.objects.filter(case=case)
    teams = rows.filter(capacity=Capacity.SOCIAL_CARE, team__isnull=False).values("team")
    people = set(Membership.objects.filter(team__in=teams).values_list("person", flat=True))
    people |= set(rows.filter(capacity=Capacity.SOCIAL_CARE, person__isnull=False).values_list("person", flat=True))
    otherwise = rows.exclude(capacity=Capacity.SOCIAL_CARE).filter(person__in=people)
    return {f"person:{key}" for key in people - set(otherwise.values_list("person", flat=True))}


@dataclass(frozen=True)
class ConcernSeen:
    """A concern, for those who may read why."""

    words: str
    raised_by: str
    raised_at: datetime
    ended: str
    ended_because: str
    ended_by: str
    ended_at: datetime | None
    other_lead_because: str


def concerns_seen(cases: Iterable[UUID], parts: frozenset[Part]) -> list[ConcernSeen]:
    """Every concern about the child of these records, newest first; none at all where the reader's ``parts`` do not
    reach so far."""
    if Part.SAFEGUARDING not in parts:
        return []
    rows = list(Concern.objects.filter(case__in=list(cases)).order_by("-raised_at", "-pk"))
    names = names_of({ref for row in rows for ref in (row.raised_by, row.ended_by) if ref}) if rows else {}
    return [
        ConcernSeen(
            row.words, names.get(row.raised_by, ""), row.raised_at,
            str(Outcome(row.ended_as).words) if row.ended_as else "", row.ended_because, names.get(row.ended_by, ""),
            row.ended_at, row.other_lead_because,
        )
        for row in rows
    ]  # fmt: skip
