"""Turns events into deadlines, as the statute says. Deadlines are a reading of the ledger and nothing else.

``reading`` makes them from a case's entries; ``apply`` writes down what one more entry changed. Both ask
``_what_happened``, so that they cannot come to disagree.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from cases import ladder
from cases.models import Case, Deadline
from cases.reminder_plans import leads_of
from cases.words import Ended
from core import clock
from core.events import Event
from ledger.models import Entry
from statute.effects import Meet, Start, Withdraw, effects

Key = tuple[str, UUID, UUID]
"""A duty, what it is about, and the entry that started it."""


@dataclass(frozen=True)
class Reading:
    """What the ledger says one deadline should be."""

    counted_from: date
    rule_version: str
    plan_for: date
    due_strict: date
    due_ordinary: date
    ended_on: date | None = None
    ended_as: str = ""
    ended_by: UUID | None = None
    missed_on: date | None = None
    missed_by: UUID | None = None
    excused_on: date | None = None
    excused_by: UUID | None = None
    recover_by: date | None = None
    taken_up_until: date | None = None
    taken_up_by: UUID | None = None


COLUMNS = tuple(each.name for each in fields(Reading))


def reading(entries: Iterable[Entry]) -> dict[Key, Reading]:
    """The deadlines of one case, read from its entries in the order they were written."""
    read: dict[Key, Reading] = {}
    for entry in entries:
        for key, deadline in _what_happened(entry, read):
            read[key] = deadline
    return read


def apply(entry: Entry, case: Case) -> None:
    """Writes down what this entry starts, ends, excuses or takes up. Called by the doorway, with the case open."""
    found = effects(Event(entry.event), entry.facts, entry.effective_on)
    if not found and entry.event not in MARKS:
        return
    rows = {(row.duty, row.about, row.entry_ref): row for row in _touched(entry, case, found)}
    read = {key: as_read(row) for key, row in rows.items()}
    begun: list[Deadline] = []
    for key, deadline in _what_happened(entry, read):
        read[key] = deadline
        if key in rows:
            _change(rows[key], deadline)
        else:
            row = Deadline(authority_id=case.authority_id, case=case, duty=key[0], about=key[1], entry_ref=key[2])
            _put_down(row, deadline)
            begun.append(row)
    if begun:
        leads = leads_of(case.authority_id, begun)
        for row in begun:
            row.rung, row.chase_on = ladder.begin(standing_of(row), leads[row.duty], clock.today())
        Deadline.objects.bulk_create(begun)


def _put_down(row: Deadline, deadline: Reading) -> None:
    for name in COLUMNS:
        setattr(row, name, getattr(deadline, name))


def _change(row: Deadline, deadline: Reading) -> None:
    """Writes a change down. A new target starts the ladder again; taking it up gives it that time, and no more."""
    before = as_read(row)
    _put_down(row, deadline)
    if before.recover_by != row.recover_by or (
        before.taken_up_until != row.taken_up_until and row.rung >= ladder.Rung.MISSED
    ):
        lead = leads_of(row.authority_id, [row])[row.duty]
        row.rung, row.chase_on = ladder.begin(standing_of(row), lead, clock.today())
    row.save()


def standing_of(row: Deadline) -> ladder.Standing:
    """A kept deadline as the ladder sees it."""
    return ladder.Standing.of(row.plan_for, row.due_ordinary, row.recover_by, row.taken_up_until)


def put_right(case: Case) -> int:
    """Writes the deadlines of an open case as its history and today's rules have them. How many changed."""
    read = reading(Entry.objects.filter(case_ref=case.pk).order_by("recorded_at", "pk"))
    kept = {(row.duty, row.about, row.entry_ref): row for row in Deadline.objects.filter(case=case)}
    changed = [key for key in read if key not in kept or as_read(kept[key]) != read[key]]
    gone = [row for key, row in kept.items() if key not in read and not row.excuses.exists()]
    for row in gone:
        row.delete()
    for key in sorted(changed, key=lambda key: read[key].ended_on is None):  # one open at a time
        row = kept.get(key) or Deadline(
            authority_id=case.authority_id, case=case, duty=key[0], about=key[1], entry_ref=key[2]
        )
        _put_down(row, read[key])
        lead = leads_of(case.authority_id, [row])[row.duty]
        row.rung, row.chase_on = ladder.begin(standing_of(row), lead, clock.today())
        row.save()
    return len(changed) + len(gone)


def _touched(entry: Entry, case: Case, found: list) -> list[Deadline]:
    """The deadlines this entry could change: the open ones of its duties, and the one it names."""
    here = Deadline.objects.filter(case=case).select_for_update(no_key=True)  # the watch moves them along the ladder
    if entry.event in MARKS:
        return list(here.filter(duty=entry.facts["duty"], entry_ref=entry.facts["started_by"]))
    return list(here.filter(duty__in={effect.code for effect in found}, about=entry.about, ended_on=None))


def as_read(row: Deadline) -> Reading:
    """A kept deadline in the shape of a reading."""
    return Reading(**{name: getattr(row, name) for name in COLUMNS})


def _what_happened(entry: Entry, read: Mapping[Key, Reading]) -> Iterator[tuple[Key, Reading]]:
    """The deadlines as they stand after this entry, as far as it changes any."""
    for effect in effects(Event(entry.event), entry.facts, entry.effective_on):
        open_ones = [
            (key, kept) for key, kept in read.items() if key[:2] == (effect.code, entry.about) and not kept.ended_on
        ]
        if isinstance(effect, Start):
            for key, kept in open_ones:
                yield key, _ended(kept, Ended.SUPERSEDED, entry.effective_on, entry)
            dates = effect.dates
            yield (
                (effect.code, entry.about, entry.pk),
                Reading(entry.effective_on, effect.version, dates.plan_for, dates.strict, dates.ordinary),
            )
        elif isinstance(effect, Meet):
            for key, kept in open_ones:
                yield key, _ended(kept, Ended.MET, _met_on(entry), entry)
        elif isinstance(effect, Withdraw):
            for key, kept in open_ones:
                yield key, _ended(kept, Ended.WITHDRAWN, entry.effective_on, entry)
    if entry.event in MARKS:
        key = (entry.facts["duty"], UUID(entry.facts["of"]), UUID(entry.facts["started_by"]))
        if key in read:
            yield key, MARKS[Event(entry.event)](read[key], entry)


def _ended(kept: Reading, how: Ended, on: date, entry: Entry) -> Reading:
    return replace(kept, ended_on=on, ended_as=how.value, ended_by=entry.pk)


def _missed(kept: Reading, entry: Entry) -> Reading:
    return replace(kept, missed_on=entry.effective_on, missed_by=entry.pk)


def _taken_up(kept: Reading, entry: Entry) -> Reading:
    return replace(kept, taken_up_until=date.fromisoformat(entry.facts["until"]), taken_up_by=entry.pk)


def _excused(kept: Reading, entry: Entry) -> Reading:
    return replace(
        kept,
        excused_on=entry.effective_on,
        excused_by=entry.pk,
        recover_by=date.fromisoformat(entry.facts["recover_by"]),
    )


def _no_longer_excused(kept: Reading, entry: Entry) -> Reading:
    if entry.facts["had_stood"] != "yes":
        return kept
    return replace(kept, excused_on=None, excused_by=None, recover_by=None)


MARKS = {
    Event.DEADLINE_MISSED: _missed,
    Event.DEADLINE_TAKEN_UP: _taken_up,
    Event.EXCUSE_APPROVED: _excused,
    Event.EXCUSE_WITHDRAWN: _no_longer_excused,
}
"""Events about one deadline. They name it in their facts: the duty, what it is about, and the entry that started it."""


def names(row: Deadline) -> dict[str, str]:
    """How an event says which deadline it is about, without the key of a row that could be rebuilt."""
    return {"duty": row.duty, "of": str(row.about), "started_by": str(row.entry_ref)}


def _met_on(entry: Entry) -> date:
    """The day the duty was done: ``met_on`` where the act names it, since its own effect may count from earlier."""
    return date.fromisoformat(entry.facts["met_on"]) if "met_on" in entry.facts else entry.effective_on
