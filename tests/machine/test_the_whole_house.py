"""The whole house, started as a person starts it: it serves, survives, stops cleanly, and keeps its data."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launch.processes import command_of
from tests.machine.apart import INHERITED, ROOT

PATIENCE = 90


def _wait_for(what: Callable[[], object], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds} seconds in vain")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=12) as answer:
            return bool(json.load(answer)["ok"])
    except (urllib.error.URLError, OSError):
        return False


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _processes_in(session_of: Path) -> dict[int, str]:
    """Every living process whose command line or environment names the data folder."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            told = (place / "environ").read_bytes() + (place / "cmdline").read_bytes()
        except OSError:
            continue
        command = command_of(int(place.name))
        if str(session_of).encode() in told and command and int(place.name) != os.getpid():
            found[int(place.name)] = command
    return found


class _House:
    """One run of start.py."""

    def __init__(self, folder: Path, **more: str) -> None:
        self.folder, self.desk, self.family = folder, _free_port(), _free_port()
        self.said = folder.parent / "said"
        kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
        ports = {"SENDPATH_DESK_PORT": str(self.desk), "SENDPATH_FAMILY_PORT": str(self.family)}
        with self.said.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "start.py"],
                cwd=ROOT,
                env=kept | ports | more | {"SENDPATH_VAR": str(folder)},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def health(self, query: str = "", family: bool = False) -> bool:
        return _answers(f"http://127.0.0.1:{self.family if family else self.desk}/health/{query}")

    def has_said(self, words: str) -> bool:
        return words in self.said.read_text()

    def child(self, *words: str) -> int:
        """The process that the launcher itself started with these words in its command line."""
        for pid, command in _processes_in(self.folder).items():
            parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
            if parent == self.process.pid and all(word in command for word in words):
                return pid
        return 0

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)


@pytest.fixture
def folder() -> Iterator[Path]:
    outer = Path(tempfile.mkdtemp(prefix="sendpath-house-", dir="/var/tmp"))
    outer.chmod(0o755)
    yield outer / "var"
    shutil.rmtree(outer)


@pytest.mark.slow_house
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in the way Linux shows them")
def test_it_starts_survives_stops_and_keeps_its_data(folder: Path) -> None:
    house = _House(folder)
    try:
        _wait_for(lambda: house.has_said("Everything is running") or house.process.poll() is not None)
        assert house.process.poll() is None, house.said.read_text()
        assert house.health("?task=1")
        assert house.health("?task=1", family=True)

        _wait_for(lambda: house.has_said("families are there") or house.has_said("could not all be loaded"))
        assert house.has_said("families are there"), house.said.read_text()

        worker = house.child("celery", "worker")
        os.kill(worker, signal.SIGKILL)
        _wait_for(lambda: house.child("celery", "worker") not in {0, worker})
        _wait_for(lambda: house.health("?task=1"))

        os.kill(house.child("valkey-server"), signal.SIGKILL)
        assert house.health(), "a web request is answered while the queue is away"
        _wait_for(lambda: house.health("?task=1"))

        database = house.child("postgres")
        os.kill(database, signal.SIGKILL)
        _wait_for(lambda: house.child("postgres") not in {0, database})
        _wait_for(lambda: _count_of_people(folder))
        _wait_for(house.health)

        second = subprocess.run(
            [sys.executable, "start.py"],
            cwd=ROOT,
            env=_environment(folder),
            capture_output=True,
            text=True,
            check=False,
        )
        assert second.returncode == 1
        assert f"process {house.process.pid}" in second.stderr

        before = _count_of_people(folder)
        assert house.stop() == 0
        assert _processes_in(folder) == {}
        assert "Traceback" not in house.said.read_text()

        house = _House(folder)
        _wait_for(lambda: house.said.read_text().count("Everything is running") == 2)
        assert _count_of_people(folder) == before > 0
        house.process.kill()
        house.process.wait()
        _wait_for(lambda: _processes_in(folder) == {}, 15)
    finally:
        if house.process.poll() is None:
            house.stop()


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return kept | {"SENDPATH_VAR": str(folder)}


def _count_of_people(folder: Path) -> int:
    """Ask the running house's database; none when it does not answer."""
    import psycopg2

    facts = json.loads(json.loads((folder / "running.json").read_text())["environment"])
    place = {"host": facts["PGHOST"], "port": facts["PGPORT"], "user": facts["PGUSER"], "dbname": "sendpath"}
    try:
        connection = psycopg2.connect(**place)
    except psycopg2.OperationalError:  # starting again after a kill
        return 0
    try:
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from accounts_person")
            return int(cursor.fetchone()[0])
    finally:
        connection.close()
