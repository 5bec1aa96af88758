"""Which needs a case has: said and put right by those who carry it, with what stood before kept."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.models import Case, CaseNeed
from cases.need_words import Needs, PathwayNeed, SenType
from cases.words import Part
from core import clock
from core.events import Event


def write_needs(
    case: Case,
    *,
    by: Who,
    pathway: Collection[PathwayNeed | str] = (),
    sen: Collection[SenType | str] = (),
    since: date | None = None,
) -> list[CaseNeed]:
    """Notes needs on a case whose doorway is already open, for acts such as receiving a request. One that stands
    already stays as it was noted. Raises ValueError for a code of no list."""
    wanted = Needs(frozenset(map(PathwayNeed, pathway)), frozenset(map(SenType, sen))).pairs
    wanted -= set(CaseNeed.objects.filter(case=case, ended_at=None).values_list("which", "code"))
    rows = [
        CaseNeed(
            authority_id=case.authority_id, case=case, which=which, code=code, since=since or clock.today(),
            noted_by=by.ref, noted_at=clock.now(),
        )
        for which, code in sorted(wanted)
    ]  # fmt: skip
    return CaseNeed.objects.bulk_create(rows) if rows else []


def name_needs(
    case_key: UUID,
    *,
    by: Who,
    more: Needs = Needs(),  # noqa: B008  frozen
    over: Needs = Needs(),  # noqa: B008
    mistaken: Needs = Needs(),  # noqa: B008
) -> None:
    """Says which needs a child has beside those noted, which are over, and which were never so. What colleagues noted
    or ended meanwhile stays as they left it. Raises NotAllowed."""
    with action(Event.NEEDS_NAMED, by=by, subject=lambda: Case.objects.get(pk=case_key)) as act:
        sight.require_part(by, act.case, Part.CONTACT)
        named = write_needs(act.case, by=by, pathway=more.pathway, sen=more.sen)
        ended = _end(act.case, over.pairs, by, mistaken=False)
        undone = _end(act.case, mistaken.pairs, by, mistaken=True)
        done = [word for word, rows in (("named", named), ("over", ended), ("mistaken", undone)) if rows]
        if not done:
            act.abandon()
            return
        act.facts = {"done": done[0] if len(done) == 1 else "changed"}


def _end(case: Case, pairs: set[tuple[str, str]], by: Who, *, mistaken: bool) -> int:
    if not pairs:
        return 0
    today = clock.today()
    rows = [
        row for row in CaseNeed.objects.filter(case=case, ended_at=None) if (row.which, row.code) in pairs
    ]  # fmt: skip
    for row in rows:
        row.until = None if mistaken else max(today, row.since)
        row.mistaken, row.ended_by, row.ended_at = mistaken, by.ref, clock.now()
        row.save()
    return len(rows)
