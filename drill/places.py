"""What the parts of the drill tell one another, by files in its folder; and waiting, without ever guessing how long."""

import contextlib
import json
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

PIDS, MAIL, DAY, ASKED, ENOUGH, REACHED = "pids.json", "arrived.txt", "day.txt", "asked.txt", "enough", "reached.txt"
SPARE = "sendpath_spare"
ADDRESSES = ("PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "REDIS_URL")


def facts_of(environment: Mapping[str, str]) -> dict[str, str]:
    """Where the servers are: addresses, and never the secret."""
    return {name: environment[name] for name in ADDRESSES if name in environment}


def hold_day(folder: Path, moment: datetime) -> None:
    """From now on everybody in the house takes it to be this moment."""
    place = folder / f"{DAY}.new"
    place.write_text(moment.isoformat())
    place.replace(folder / DAY)


def held_day(folder: Path) -> datetime:
    """The moment that everybody is to take it for."""
    return datetime.fromisoformat((folder / DAY).read_text())


def pid_of(folder: Path, name: str) -> int:
    """A living process of the house by name, or 0."""
    return int(json.loads((folder / PIDS).read_text()).get(name, 0))


class InVain(AssertionError):
    """Something that must come never came."""


def wait_for(what: Callable[[], object], seconds: float, called: str) -> None:
    """Waits until ``what`` answers yes, and no longer than so many seconds. A server that is away is a no."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError):
            if what():
                return
        time.sleep(0.1)
    raise InVain(f"waited {seconds:.0f} seconds in vain for {called}")
