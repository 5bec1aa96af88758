"""The doorway for the house-keeping of an authority: acts about a rule, a setting or a register, which no case holds.

    with office_act(Event.RULE_SIGNED_OFF, by=who, subject=lambda: Verdict(...)) as act:
        act.facts = {"rule": "PLAN-FINAL"}

Power, the act, save and history in one transaction, as for a case; there is no clock to move and nobody to list.
An authority's own row is its own. A row of a register that the whole installation shares belongs to nobody: which
acts reach those is written in ``cases.powers``, and they are kept in the history of whoever did them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models, transaction

from accounts.who import Who
from cases import powers
from cases.words import Part
from core import clock
from core.events import Event
from ledger import pen


@dataclass
class OfficeAct:
    """What the author of such an act works with."""

    subject: Any
    about: UUID | None
    """What history files it under: the subject, unless the author says what it is really about, such as a person."""
    facts: dict[str, str] = field(default_factory=dict)
    entry: Any = None


@contextmanager
def office_act(event: Event, *, by: Who, subject: Callable[[], models.Model]) -> Iterator[OfficeAct]:
    """Opens the doorway for one event about a row of the authority's own, or of a shared one. Raises NotAllowed."""
    with transaction.atomic():
        powers.require_role(by, event)
        thing = subject()
        authority = powers.require_reach(by, event, thing)
        act = OfficeAct(thing, thing.pk if isinstance(thing.pk, UUID) else None)  # an authority is the entry's own
        yield act
        act.subject.save()
        act.entry = pen.write(
            event, authority=authority, case_ref=None, part=Part.OFFICE, about=act.about, actor_ref=by.ref,
            effective_on=clock.today(), facts=act.facts,
        )  # fmt: skip
