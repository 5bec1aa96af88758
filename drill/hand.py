"""A process of its own that does what it is told, a line at a time: the tasks as they are, at a moment that is held, or
with this process's clock moved. Answers each line with what came of it and what was logged.
"""

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock


class Heard(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def at(order: dict[str, Any]) -> Iterator[None]:
    """``at`` holds the clock. ``ahead`` moves this process's clock by so many days, and with ``database_too`` what the
    database says as well, as on a machine that holds both; the clock that counts since the start is never moved."""
    import time_machine

    from cases import heartbeat
    from core import clock
    from core.past import hold

    with ExitStack() as stack:
        if order.get("at"):
            stack.enter_context(hold(datetime.fromisoformat(order["at"])))
        if order.get("ahead"):
            stack.enter_context(time_machine.travel(datetime.now(UTC) + timedelta(days=order["ahead"]), tick=True))
        if order.get("database_too"):
            stack.enter_context(mock.patch.object(heartbeat, "database_now", clock.now))
        yield


def tasks() -> dict[str, Callable[[], Any]]:
    """What a hand can do."""
    from django.core.management import call_command

    from cases.sweep import note_the_missed
    from cases.tasks import watch
    from documents.tasks import forget_old_drafts
    from ledger.tasks import seal
    from notices.tasks import deliver
    from sendpath.patrols import findings

    def patrol() -> list[str]:
        seal()
        found = (each for each in findings() if "bank holidays" not in each.what)  # the drill's days may be far ahead
        return [f"{each.what} {each.authority} {each.about}" for each in found]

    def trust(*words: str) -> str:
        from io import StringIO

        said = StringIO()
        call_command("trust_clock", *words, stdout=said)
        return said.getvalue()

    return {
        "watch": watch, "deliver": deliver, "note": note_the_missed, "drafts": forget_old_drafts, "patrol": patrol,
        "ask": lambda: trust(), "trust": lambda: trust("--yes"),
    }  # fmt: skip


def obey(line: str, heard: Heard) -> dict[str, Any]:
    """One order carried out."""
    from django.db import connections

    order, heard.lines = json.loads(line), []
    try:
        with at(order):
            came = tasks()[order["do"]]()
        return {"came": came, "logged": heard.lines}
    except Exception as trouble:
        return {"trouble": f"{type(trouble).__name__}: {trouble}", "logged": heard.lines}
    finally:
        connections.close_all()


def main() -> None:
    """Read, obey, answer, until nobody speaks any more."""
    import django

    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else is printed must not stand among the answers
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")
    django.setup()
    heard = Heard()
    logging.getLogger().addHandler(heard)
    for line in sys.stdin:
        print(json.dumps(obey(line, heard), default=str), file=answers, flush=True)


if __name__ == "__main__":
    main()
