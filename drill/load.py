"""Requests that come in through the act people use, and what was promised for each.

    python -m drill.load --set-the-stage       councils and people, into an empty database
    python -m drill.load FOLDER SEED FLOOR     request after request until the file ``enough`` is there

Each is written down once it was acknowledged, and not before: what is on that list must be found in the end.
"""

import argparse
import contextlib
import os
import random
import sys
import time
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

AUTHORITY = "355"
KINDS = ("help", "unsure", "assessment")
WEIGHTS = (2, 1, 1)
LETTERS = 2
"""Letters that one request writes."""


@dataclass(frozen=True)
class Asked:
    """One request, acknowledged."""

    sent_once: UUID
    reference: str
    kind: str
    day: date

    def line(self) -> str:
        return f"{self.sent_once}\t{self.reference}\t{self.kind}\t{self.day}\n"

    @classmethod
    def read(cls, line: str) -> "Asked":
        sent_once, reference, kind, day = line.split("\t")
        return cls(UUID(sent_once), reference, kind, date.fromisoformat(day.strip()))


def read(place: Path) -> list[Asked]:
    """Everything that was acknowledged."""
    return [Asked.read(line) for line in place.read_text().splitlines()] if place.exists() else []


def ask(kind: str, sent_once: UUID) -> Asked:
    """One request comes in, now. The same ``sent_once`` again gives the same answer."""
    from accounts.who import visitor
    from core import clock
    from pathway.actions.receive_request import receive_request
    from people.words import Relationship, Responsible
    from referrals.actions.receive import Request
    from referrals.words import AsksFor

    request = Request(
        sent_once=sent_once,
        asks_for=AsksFor(kind),
        words="She does not sleep before a school day.",
        wanted="That somebody talks with her teacher.",
        consent=True,
        given_name="Ada",
        family_name="Lomax",
        preferred_name="",
        born_on=date(2018, 6, 14),
        home_postcode="ZZ1 1AB",
        learns_at="Oakfield Primary",
        sender_name="Gwen Lomax",
        relationship=Relationship.MOTHER,
        says_responsible=Responsible.YES,
        email=f"{sent_once}@families.example",
        phone="",
    )
    return Asked(sent_once, receive_request(request, by=visitor(AUTHORITY)).case.reference, kind, clock.today())


def set_the_stage() -> None:
    """The demonstration's councils and people, and no family."""
    from demo.standing import stand_up

    stand_up()


def go_on(folder: Path, dice: random.Random, floor: int) -> None:
    """One request after another until there are ``floor`` and somebody says that it is enough."""
    from core.past import hold
    from drill.places import ASKED, ENOUGH, REACHED, held_day

    done = 0
    with (folder / ASKED).open("a", buffering=1) as book:
        while done < floor or not (folder / ENOUGH).exists():
            kind, sent_once = dice.choices(KINDS, WEIGHTS)[0], UUID(int=dice.getrandbits(128), version=4)
            asked = None
            while asked is None:
                with contextlib.suppress(*troubles()):
                    wait_for_room(floor * LETTERS)
                    moment: datetime = held_day(folder)
                    (folder / REACHED).write_text(moment.isoformat())
                    with hold(moment):
                        asked = ask(kind, sent_once)
                if asked is None:
                    start_afresh()
            book.write(asked.line())
            done += 1


def troubles() -> tuple[type[Exception], ...]:
    """A database that was killed under us. The same family asks again, as people do."""
    from django.db import InterfaceError, OperationalError

    return InterfaceError, OperationalError


def start_afresh() -> None:
    """A moment's rest, and a new connection."""
    from django.db import connection

    connection.close()
    time.sleep(0.2)


def wait_for_room(at_most: int) -> None:
    """With so many letters waiting families come no faster than the post goes, or no drill would end."""
    from notices.models import Dispatch

    while Dispatch.objects.filter(sent_at=None, stopped_at=None).count() > at_most:
        time.sleep(0.2)


def main(arguments: list[str]) -> None:
    """See above."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")
    django.setup()
    parser = argparse.ArgumentParser(prog="drill.load")
    parser.add_argument("--set-the-stage", action="store_true")
    parser.add_argument("rest", nargs="*")
    chosen = parser.parse_args(arguments)
    if chosen.set_the_stage:
        set_the_stage()
    else:
        folder, seed, floor = chosen.rest
        go_on(Path(folder), random.Random(int(seed)), int(floor))


if __name__ == "__main__":
    main(sys.argv[1:])
