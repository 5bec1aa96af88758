"""The doorway for the authority's own house-keeping: acts about a rule or a setting, which no case holds.

    with office_act(Event.RULE_SIGNED_OFF, by=who, subject=lambda: Verdict(...)) as act:
        act.facts = {"rule": "PLAN-FINAL"}

Power, the act, save and history in one transaction, as for a case; there is no clock to move and nobody to list.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases import access
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed
from door.guarded import OfAnAuthority
from ledger import pen


@dataclass
class OfficeAct:
    """What the author of such an act works with."""

    subject: Any
    about: UUID
    """What history files it under: the subject, unless the author says what it is really about, such as a person."""
    facts: dict[str, str] = field(default_factory=dict)
    entry: Any = None


@contextmanager
def office_act(event: Event, *, by: Who, subject: Callable[[], OfAnAuthority]) -> Iterator[OfficeAct]:
    """Opens the doorway for one event about a row of the authority's own. Raises NotAllowed."""
    with transaction.atomic():
        access.require_role(by, event)
        thing = subject()
        if thing.authority_id != by.authority_id:
            raise NotAllowed("another authority's")
        act = OfficeAct(thing, thing.pk)
        yield act
        act.subject.save()
        act.entry = pen.write(
            event, authority=thing.authority_id, case_ref=None, part=Part.OFFICE, about=act.about, actor_ref=by.ref,
            effective_on=clock.today(), facts=act.facts,
        )  # fmt: skip
