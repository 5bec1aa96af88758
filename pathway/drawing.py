"""The pathway as a page: every event with who may cause it, who is told and what the law makes of it, and every
state machine. Read from the tables themselves, so it cannot disagree with them."""

from collections.abc import Iterator

from django.apps import apps
from django_fsm import FSMField

from cases.powers import MAY
from cases.sight import SEES
from core.events import Event
from ledger.family_words import SAY_TO_FAMILY
from ledger.words import SAY
from notices.roster import ROSTER
from statute.timetable import TIMETABLE

INTRODUCTION = """# The pathway

Written by `python3 start.py manage draw_pathway` from the tables themselves; a test fails when it is stale.
"""


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([INTRODUCTION, *_events(), *_parts(), *_machines()]).rstrip() + "\n"


def _events() -> Iterator[str]:
    yield "## What can happen\n"
    yield "| event | who may | who is told | clocks it starts | clocks it meets | said to staff | said to families |"
    yield "|---|---|---|---|---|---|---|"
    for event in Event:
        told = [f"{letter.to.value}: `{letter.template}`{_where(letter.where)}" for letter in ROSTER[event]]
        starts = [
            f"{duty.code}{_where(when.where)}" for duty in TIMETABLE for when in duty.starts if when.event == event
        ]
        meets = [
            f"{duty.code}{_where(when.where)}" for duty in TIMETABLE for when in duty.met_by if when.event == event
        ]
        cells = [
            f"`{event.value}`",
            ", ".join(sorted(role.words for role in MAY[event])),
            "<br>".join(told) or "nobody",
            "<br>".join(starts),
            "<br>".join(meets),
            _said(SAY[event]),
            _said(SAY_TO_FAMILY[event]),
        ]
        yield "| " + " | ".join(cells) + " |"
    yield ""


def _parts() -> Iterator[str]:
    yield "## Who reads which part of a case\n"
    yield "| part | open to |"
    yield "|---|---|"
    for part, capacities in SEES.items():
        yield f"| {part.value} | {', '.join(sorted(capacity.words for capacity in capacities))} |"
    yield ""


def _machines() -> Iterator[str]:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, FSMField):
                yield f"## The life of: {model._meta.verbose_name}\n"
                yield "```mermaid"
                yield "stateDiagram-v2"
                states = [value for value, _ in field.choices or ()]
                moves = sorted({(str(t.source), str(t.target), t.name) for t in field.get_all_transitions(model)})
                yield from (f"  {source} --> {target}: {name}" for source, target, name in moves)
                yield from (f"  {state}" for state in states if not any(state in move[:2] for move in moves))
                yield "```\n"


def _where(where: tuple[tuple[str, str], ...]) -> str:
    return f" ({', '.join(f'{fact} is {value}' for fact, value in where)})" if where else ""


def _said(said: object) -> str:
    if said is None:
        return "(silent)"
    return "<br>".join(said[1].values()) if isinstance(said, tuple) else str(said)
