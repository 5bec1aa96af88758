"""The house as a drill sees it from outside: start it, ask its database, kill one of it, hold its day."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from drill import sink
from drill.places import MAIL, PIDS, hold_day, pid_of, wait_for
from launch.places import ROOT, secret_key

LEASE = 30
"""Seconds after which a dead worker's letter comes back: much sooner than in earnest, to wait less here."""
IN_HAND = 2
"""Letters that may be on their way at a kill: one for each of the worker's processes. looking-after.md tells of it."""
LONG = 180
"""Seconds for anything that must come. No drill depends on how quick the machine is."""


class Ground:
    """One house to be ill-treated."""

    def __init__(self, folder: Path, first_day: datetime) -> None:
        self.folder, self.port = folder, sink.free_port()
        folder.mkdir(parents=True, exist_ok=True)
        hold_day(folder, first_day)
        self.environment = {**os.environ, "OUTBOX_LEASE": str(LEASE), "SENDPATH_MODE": "demo"}
        self.environment |= {"SENDPATH_VAR": str(folder), "DRILL_FOLDER": str(folder), "SECRET_KEY": secret_key(folder)}
        self.said = (folder / "house.log").open("ab")
        self.house = self.program("drill.house", str(folder), "--days", str(self.port))
        wait_for(lambda: (folder / PIDS).exists() or self.house.poll() is not None, LONG, "the house")
        if self.house.poll() is not None:
            raise RuntimeError(f"the house did not start: {(folder / 'house.log').read_text()[-2000:]}")
        self.facts: dict[str, str] = json.loads((folder / "environment.json").read_text())

    def program(self, *words: str) -> subprocess.Popen[bytes]:
        """One of the drill's programs, in the house's environment."""
        facts = getattr(self, "facts", {})
        return subprocess.Popen(
            [sys.executable, "-m", *words], cwd=ROOT, env=self.environment | facts, stdin=subprocess.DEVNULL,
            stdout=self.said, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """One question to the database, on a connection of its own."""
        import psycopg2

        try:
            connection = psycopg2.connect(
                host=self.facts["PGHOST"], port=self.facts["PGPORT"], user=self.facts["PGUSER"],
                dbname=self.facts["PGDATABASE"], connect_timeout=5,
            )  # fmt: skip
            with contextlib.closing(connection), connection.cursor() as cursor:
                cursor.execute(sql, values or None)
                return cursor.fetchall()
        except psycopg2.OperationalError as away:
            raise OSError(str(away)) from away

    def arrived(self) -> Counter[tuple[str, str]]:
        """What the mail server took."""
        return sink.read(self.folder / MAIL)

    def kill(self, name: str) -> None:
        """Ends a process and all its own at once, without a word."""
        wait_for(lambda: pid_of(self.folder, name), LONG, f"a living {name}")
        doomed = pid_of(self.folder, name)
        os.killpg(doomed, signal.SIGKILL)
        wait_for(lambda: pid_of(self.folder, name) not in {0, doomed}, LONG, f"a new {name}")

    def close(self) -> None:
        """Ask everybody to stop."""
        if self.house.poll() is None:
            self.house.send_signal(signal.SIGTERM)
            self.house.wait(LONG)
        self.said.close()


@contextlib.contextmanager
def a_folder() -> Iterator[Path]:
    """A folder that goes away afterwards, unless SENDPATH_DRILL_KEEP=1."""
    outer = Path(tempfile.mkdtemp(prefix="sendpath-drill-", dir="/var/tmp"))  # noqa: S108 - it must be reachable
    outer.chmod(0o755)
    try:
        yield outer / "var"
    finally:
        if os.environ.get("SENDPATH_DRILL_KEEP") == "1":
            print(f"Kept: {outer}")
        else:
            shutil.rmtree(outer, ignore_errors=True)
