"""Turns events into deadlines, as the statute says. Deadlines are a reading of the ledger and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from cases.models import Case, Deadline
from core.events import Event
from ledger.models import Entry
from statute.effects import Meet, Start, effects


def apply(entry: Entry, case: Case) -> None:
    """Starts and meets what this entry starts and meets. Called by the doorway, with the case open."""
    for effect in effects(Event(entry.event), entry.facts, entry.effective_on):
        if isinstance(effect, Start):
            Deadline(
                authority_id=case.authority_id,
                case=case,
                duty=effect.code,
                rule_version=effect.version,
                about=entry.about,
                entry_ref=entry.pk,
                counted_from=entry.effective_on,
                plan_for=effect.dates.plan_for,
                due_strict=effect.dates.strict,
                due_ordinary=effect.dates.ordinary,
            ).save()
        elif isinstance(effect, Meet):
            Deadline.objects.filter(case=case, duty=effect.code, about=entry.about, met_on=None).update(
                met_on=_met_on(entry)
            )
        else:
            raise TypeError(f"{effect} has no meaning here yet")


@dataclass(frozen=True)
class Reading:
    """What the ledger says one deadline should be."""

    plan_for: date
    strict: date
    ordinary: date
    met_on: date | None


Key = tuple[str, UUID | None, UUID]
"""A duty, what it is about, and the entry that started it."""


def reading(entries: Iterable[Entry]) -> dict[Key, Reading]:
    """The deadlines of one case, read from its entries in the order they were written."""
    read: dict[Key, Reading] = {}
    for entry in entries:
        for effect in effects(Event(entry.event), entry.facts, entry.effective_on):
            if isinstance(effect, Start):
                dates = effect.dates
                read[effect.code, entry.about, entry.pk] = Reading(dates.plan_for, dates.strict, dates.ordinary, None)
            elif isinstance(effect, Meet):
                for key, kept in read.items():
                    if key[:2] == (effect.code, entry.about) and kept.met_on is None:
                        read[key] = replace(kept, met_on=_met_on(entry))
    return read


def _met_on(entry: Entry) -> date:
    """The day the duty was done: ``met_on`` where the act names it, since its own effect may count from earlier."""
    return date.fromisoformat(entry.facts["met_on"]) if "met_on" in entry.facts else entry.effective_on
