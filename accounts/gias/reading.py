"""The worker reads a file line by line and notes what it would do. Nothing of the register changes here.

A worker that is killed leaves its file in hand; whoever comes next finds it silent, and reads it again from the top
under a number of its own, so that two readers never mix.
"""

import csv
import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q

from accounts.gias.line import BadLine
from accounts.gias.readers import Reader, Settings
from accounts.gias.table import CannotRead, Table
from accounts.gias.words import Of, Stage, What
from accounts.models import BringingIn, RegisterLine
from accounts.wards.reading import Names, Postcodes
from core import clock
from core.keys import new_key

BATCH = 2000
READERS: dict[Of, Callable[[BringingIn], Reader]] = {Of.SETTINGS: Settings, Of.POSTCODES: Postcodes, Of.WARDS: Names}
DONE = (Stage.TAKEN, Stage.REFUSED, Stage.DROPPED)
SILENT = timedelta(minutes=2)
INTO = (
    "COPY accounts_registerline (id, authority, bringing_in_id, attempt, line, what, urn, name, why, values)"
    " FROM STDIN WITH (FORMAT csv, FORCE_NOT_NULL (urn, name, why))"
)


def path_of(stored_as: str) -> Path:
    """Where a register's file lies, beside the files of cases and out of their way."""
    return Path(settings.FILES_DIR) / "registers" / stored_as


def read_next() -> bool:
    """Takes the next file that waits, or that somebody began and left, and reads it. False when there is none."""
    mine = _claim()
    if mine is None:
        return False
    try:
        _read(mine)
    except CannotRead as why:
        _say(mine, stage=Stage.REFUSED, refused=str(why)[:500])
    except FileNotFoundError:
        _say(mine, stage=Stage.REFUSED, refused="The file is not there any more. Choose it again.")
    return True


@transaction.atomic
def _claim() -> BringingIn | None:
    left = Q(stage=Stage.READING, heard_at__lt=clock.now() - SILENT)
    waiting = BringingIn.objects.select_for_update(skip_locked=True).filter(Q(stage=Stage.WAITING) | left)
    mine = waiting.order_by("brought_at").first()
    if mine is not None:
        _tidy(mine)
        mine.stage, mine.attempt, mine.heard_at = Stage.READING, mine.attempt + 1, clock.now()
        mine.done_bytes = mine.rows = 0
        mine.save()
    return mine


def _tidy(mine: BringingIn) -> None:
    """What an earlier reader left of this file, and all but the counts of files that were done with before it."""
    done = BringingIn.objects.filter(authority_id=mine.authority_id, stage__in=DONE)
    RegisterLine.objects.filter(Q(bringing_in=mine) | Q(bringing_in__in=done)).delete()
    for stored_as in done.values_list("stored_as", flat=True):
        path_of(stored_as).unlink(missing_ok=True)


def _say(mine: BringingIn, **said) -> bool:
    """Whether this reader still has the file in hand. What another has taken up is not ours to write on."""
    return bool(
        BringingIn.objects.filter(pk=mine.pk, attempt=mine.attempt, stage=Stage.READING).update(
            heard_at=clock.now(), **said
        )
    )


def _read(mine: BringingIn) -> None:
    reader: Reader = READERS[Of(mine.of)](mine)
    counts: dict[str, int] = dict.fromkeys([*What, "same", "elsewhere", "missing"], 0)
    seen: dict[str, int] = {}
    batch: list[tuple] = []
    table, rows = Table(path_of(mine.stored_as), reader.columns), 0
    try:
        for line, cells in table:
            rows += 1
            if rows % (BATCH * 2) == 0:
                _lay(mine, batch, done_bytes=table.done, rows=rows)
                batch = []
            if not reader.ours(cells):
                counts["elsewhere"] += 1
                continue
            try:
                key = reader.key(cells)
                if key in seen:
                    raise BadLine(f"{reader.numbered}{key} stands in line {seen[key]} already")
                seen[key] = line
                what, name, values = reader.told(key, cells)
            except BadLine as why:
                key, name = reader.label(cells)
                batch.append((line, What.BAD, key[:20], name[:160], str(why)[:300], {}))
                counts[What.BAD] += 1
                continue
            if what is None:
                counts["same"] += 1
            else:
                counts[what] += 1
                batch.append((line, what, key, name, "", values))
        counts["missing"] = reader.missing(seen)
        _lay(mine, batch, done_bytes=mine.size, rows=rows, counts=counts, stage=Stage.READ)
    except _NotOurs:
        return
    finally:
        table.close()


class _NotOurs(Exception):
    """Somebody else has the file in hand now, or it was dropped."""


@transaction.atomic
def _lay(mine: BringingIn, batch: list[tuple], **said) -> None:
    if not _say(mine, **said):
        raise _NotOurs
    text = StringIO()
    csv.writer(text).writerows(
        (new_key(), mine.authority_id, mine.pk, mine.attempt, line, str(what), urn, name, why, json.dumps(values))
        for line, what, urn, name, why, values in batch
    )
    text.seek(0)
    with connection.cursor() as cursor:
        cursor.cursor.copy_expert(INTO, text)


def lines_of(mine: BringingIn):
    """The lines that the reader who finished noted."""
    return RegisterLine.objects.filter(bringing_in=mine, attempt=F("bringing_in__attempt"))
