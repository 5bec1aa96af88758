"""What came of a case is noted by those who carry it, and what earlier years were is entered by a manager."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.models import Baseline, Case, CaseResult
from cases.office import office_act
from cases.result_words import Result
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Invalid

AHEAD = "The day must be today or in the past"
TWICE = "This is noted already for that day"


def note_result(case_key: UUID, kind: Result, came_on: date, note: str, *, by: Who) -> CaseResult:
    """Notes it on the case. Raises Invalid, NotAllowed."""

    def subject() -> Case:
        return Case.objects.get(pk=case_key)

    with action(Event.RESULT_NOTED, by=by, subject=subject, part=Part.CONTACT) as act:
        sight.require_part(by, act.case, Part.CONTACT)
        if came_on > clock.today():
            raise Invalid({"came_on": AHEAD})
        if CaseResult.objects.filter(case=act.case, kind=kind, came_on=came_on, mistaken_at=None).exists():
            raise Invalid({"came_on": TWICE})
        row = CaseResult(
            authority_id=act.case.authority_id, case=act.case, kind=kind, came_on=came_on, note=note.strip(),
            noted_by=by.ref, noted_at=clock.now(),
        )  # fmt: skip
        row.save()
        act.about, act.facts = row.pk, {"done": str(kind)}
    return row


def result_mistaken(case_key: UUID, key: UUID, *, by: Who) -> None:
    """Says that it was noted by mistake. Raises NotAllowed, CaseResult.DoesNotExist."""

    def subject() -> Case:
        return Case.objects.get(pk=case_key)

    with action(Event.RESULT_NOTED, by=by, subject=subject, part=Part.CONTACT) as act:
        sight.require_part(by, act.case, Part.CONTACT)
        row = CaseResult.objects.get(pk=key, case=act.case)
        if row.mistaken_at:
            act.abandon()
            return
        row.mistaken_by, row.mistaken_at = by.ref, clock.now()
        row.save()
        act.about, act.facts = row.pk, {"done": "mistaken"}


@dataclass(frozen=True)
class Said:
    """A figure of an earlier year as somebody entered it. Without a figure, what was entered is taken back."""

    measure: Result
    year: int
    figure: int | None
    source: str
    dated_on: date


def keep_baseline(said: Said, *, by: Who) -> Baseline:
    """Another version of it, which counts from now on. Raises Invalid, NotAllowed."""
    wrong = {}
    if said.dated_on > clock.today():
        wrong["dated_on"] = AHEAD
    if not said.source.strip():
        wrong["source"] = "Say where the figure is from"
    if wrong:
        raise Invalid(wrong)

    def subject() -> Baseline:
        before = Baseline.objects.filter(authority_id=by.authority_id, measure=said.measure, year=said.year)
        last = before.order_by("-version").values_list("version", flat=True).first() or 0
        return Baseline(
            authority_id=by.authority_id, measure=said.measure, year=said.year, version=last + 1, figure=said.figure,
            source=said.source.strip(), dated_on=said.dated_on, entered_by=by.ref, entered_at=clock.now(),
        )  # fmt: skip

    with office_act(Event.BASELINE_KEPT, by=by, subject=subject) as act:
        taken = said.figure is None
        act.facts = {"done": "taken" if taken else "kept", "measure": str(said.measure), "year": str(said.year)}
    return act.subject
