"""Takes in what the mail server sends back, and shows letters that could not be delivered on the desk."""

import mailbox
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from notices.bounces import MOST, Outcome, take

TRY_LATER = 75
"""What mail servers understand as: keep it and come again."""


class Command(BaseCommand):
    help = (
        "Reads delivery status notifications and marks the letters that came back. Without options it reads one "
        "message from standard input, as a mail server hands it to a program."
    )

    def add_arguments(self, parser) -> None:
        where = parser.add_mutually_exclusive_group()
        where.add_argument("--maildir", type=Path, help="read what is new in this Maildir, and mark it as seen")
        where.add_argument("--mbox", type=Path, help="read every message of this file, and leave it as it is")

    def handle(self, *args, maildir: Path | None, mbox: Path | None, **options) -> None:
        outcomes: Counter[Outcome] = Counter()
        try:
            for message in _messages(maildir, mbox):
                outcomes[take(message)] += 1
        except DatabaseError:
            self.stderr.write("The database cannot be reached. Nothing of this is lost: come again.")
            sys.exit(TRY_LATER)
        told = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in Outcome if outcomes[outcome])
        self.stdout.write(f"Read {outcomes.total()}: {told}." if outcomes else "Nothing to read.")


def _messages(maildir: Path | None, mbox: Path | None) -> Iterator[bytes]:
    """Each message, of which no more is read than is needed to see that it is too large."""
    if maildir:
        yield from _new_in(maildir)
    elif mbox:
        if not mbox.is_file():
            raise CommandError(f"There is no file {mbox}.")
        with closing(mailbox.mbox(str(mbox), create=False)) as box:
            for key in box.iterkeys():
                with box.get_file(key) as file:
                    yield file.read(MOST + 1)
    else:
        message = sys.stdin.buffer.read(MOST + 1)
        while sys.stdin.buffer.read(MOST):  # the mail server must be able to finish
            pass
        if message:
            yield message


def _new_in(folder: Path) -> Iterator[bytes]:
    """What nobody has seen yet. Each is marked as seen after it was dealt with, so that a crash loses none."""
    if not (folder / "new").is_dir():
        raise CommandError(f"{folder} is not a Maildir.")
    for file in sorted((folder / "new").iterdir()):
        with file.open("rb") as message:
            yield message.read(MOST + 1)
        file.replace(folder / "cur" / f"{file.name.partition(':')[0]}:2,S")
