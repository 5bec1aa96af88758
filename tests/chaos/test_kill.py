"""Worker and broker are killed again and again while two hundred families ask. Every acknowledgement arrives."""

import contextlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from drill.sink import Sink
from tests.chaos.families import ask_all
from tests.machine.apart import INHERITED, ROOT

FAMILIES, BROWSERS = 200, 4
KILLS = ("worker", "queue", "worker", "worker", "queue", "worker")
LEASE = 15
"""Seconds after which a dead worker's letter comes back: much sooner than in earnest, to wait less here."""
AT_ONCE = 2
"""Letters a worker may hold in its hands: one for each of its processes."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.slow_house,
    pytest.mark.skipif(sys.platform != "linux", reason="kills processes in the way Linux knows them"),
]


class House:
    """The ill-treated house, in processes of its own."""

    def __init__(self, folder: Path, mail: str) -> None:
        self.folder = folder
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            port = trial.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "drill.house", str(folder), "--door", str(port)],
            cwd=ROOT,
            env=kept | {"EMAIL_URL": mail, "OUTBOX_LEASE": str(LEASE)},
            stdin=subprocess.DEVNULL,
        )

    def pid(self, name: str) -> int:
        return json.loads((self.folder / "pids.json").read_text()).get(name, 0)

    def kill(self, name: str) -> None:
        """Ends a process and all its own at once, and waits until it has been started again."""
        wait_for(lambda: self.pid(name), 30, f"a living {name}")
        doomed = self.pid(name)
        os.killpg(doomed, signal.SIGKILL)
        wait_for(lambda: self.pid(name) not in {0, doomed}, 30, f"a new {name}")

    def ask(self, sql: str) -> int:
        facts = json.loads((self.folder / "environment.json").read_text())
        connection = psycopg2.connect(
            host=facts["PGHOST"], port=facts["PGPORT"], user=facts["PGUSER"], dbname=facts.get("PGDATABASE", "sendpath")
        )
        with contextlib.closing(connection), connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone()[0]

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)


def wait_for(what, seconds: float, called: str) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError):
            if what():
                return
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds:.0f} seconds in vain for {called}")


@pytest.fixture
def sink() -> Iterator[Sink]:
    sink = Sink()
    sink.server.start()
    yield sink
    sink.server.stop()


@pytest.fixture
def house(sink) -> Iterator[House]:
    outer = Path(tempfile.mkdtemp(prefix="sendpath-chaos-", dir="/var/tmp"))
    outer.chmod(0o755)
    house = House(outer / "var", sink.address)
    try:
        wait_for(lambda: house.pid("worker") or house.process.poll() is not None, 150, "the house")
        assert house.process.poll() is None, "the house did not start"
        yield house
    finally:
        house.stop()
        shutil.rmtree(outer)


def test_no_acknowledgement_is_lost_and_a_repeat_carries_the_same_message_id(house, sink):
    seed = int(os.environ.get("SENDPATH_CHAOS_SEED", "20261118"))
    dice = random.Random(seed)
    emails = [f"family{number}@families.example" for number in range(FAMILIES)]
    references: dict[str, str] = {}
    browsers = [
        threading.Thread(target=ask_all, args=(house.address, emails[n::BROWSERS], references), daemon=True)
        for n in range(BROWSERS)
    ]
    for browser in browsers:
        browser.start()
    for name in KILLS:
        time.sleep(dice.uniform(0.5, 3.0))
        house.kill(name)
    for browser in browsers:
        browser.join(90)
    told = f"seed {seed}: {len(references)} receipts, {len(sink.addresses())} addresses reached"
    assert set(references) == set(emails), told
    assert len(set(references.values())) == FAMILIES, told

    waiting = "SELECT count(*) FROM notices_dispatch WHERE sent_at IS NULL"
    wait_for(lambda: house.ask(waiting) == 0, 120, f"the last letter ({told})")

    assert house.ask("SELECT count(*) FROM cases_case") == FAMILIES, told
    assert house.ask("SELECT count(*) FROM notices_dispatch") == 2 * FAMILIES, told
    assert house.ask("SELECT count(*) FROM notices_dispatch WHERE stopped_at IS NOT NULL") == 0, told
    for email in emails:
        assert len(sink.ids_of(email)) == 1, f"{email} ({told})"
    assert len(sink.ids_of("bridge@salford.example")) == FAMILIES, told
    assert sink.repeats() <= KILLS.count("worker") * AT_ONCE, told
