"""Ports in use, a half-made data folder, a killed previous run, a second start: a plain message and a way on."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from launch import places, ports
from launch.broker import Broker
from launch.data import empty, refuse_strange
from launch.lock import Lock
from launch.postgres import Postgres
from launch.words import Trouble
from tests.machine.apart import ROOT


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder beside the test servers' own, where a server without rights may walk to it."""
    outer = Path(tempfile.mkdtemp(dir=os.environ["SENDPATH_VAR"]))
    outer.chmod(0o755)
    monkeypatch.setenv("SENDPATH_VAR", str(outer / "var"))
    yield places.prepared_var()
    shutil.rmtree(outer)


def test_a_port_in_use_gives_way_to_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert ports.next_free(port, set(), "desk") > port
    assert f"Port {port} is in use" in capsys.readouterr().out


def test_the_two_doors_never_share_a_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDPATH_DESK_PORT", "18400")
    monkeypatch.setenv("SENDPATH_FAMILY_PORT", "18400")
    desk, family = ports.for_the_doors()
    assert desk != family


@pytest.mark.parametrize("value", ["http", "0", "70000", "-1"])
def test_a_port_that_is_none_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDPATH_DESK_PORT", value)
    with pytest.raises(Trouble, match="SENDPATH_DESK_PORT is"):
        ports.wanted(*ports.DESK)


def test_a_second_start_says_who_is_running(folder: Path) -> None:
    first, second = Lock(folder), Lock(folder)
    first.take()
    first.tell({"desk": "http://127.0.0.1:8000/", "family": "http://127.0.0.1:8001/"})
    with pytest.raises(Trouble, match=f"running already(.|\n)*process {os.getpid()}(.|\n)*8001"):
        second.take()
    assert (second.holder() or {})["pid"] == os.getpid()
    first.release()
    assert second.holder() is None
    second.take()
    second.release()


def test_the_lock_of_a_killed_run_is_free(folder: Path) -> None:
    (folder / "running.json").write_text(json.dumps({"pid": 1, "desk": "http://127.0.0.1:8000/"}))
    lock = Lock(folder)
    assert lock.holder() is None
    lock.take()
    lock.release()


def test_a_half_made_database_is_moved_aside_and_made_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server = Postgres(folder)
    half = server.data
    half.mkdir()
    (half / "base").mkdir()
    (half.with_name(f"{half.name}.being-made")).mkdir()
    server.make_data_folder()
    assert (half / "PG_VERSION").exists()
    assert half.with_name(f"{half.name}.damaged-1").exists()
    assert "only half made" in capsys.readouterr().out


def test_a_stale_process_number_and_stale_sockets_are_put_away(folder: Path) -> None:
    server = Postgres(folder)
    server.data.mkdir()
    (server.data / "postmaster.pid").write_text(f"{os.getpid()}\n{server.data}\n")  # alive, but not a database
    (server.data / ".s.PGSQL.5432").touch()
    server.clear_previous_run()
    assert list(server.data.iterdir()) == []


def test_a_queue_left_by_an_earlier_run_is_stopped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broker = Broker(folder)
    left = broker.start()
    again = Broker(folder)
    again.clear_previous_run()
    assert left.process is not None
    assert left.process.wait(10) is not None
    assert "earlier run" in capsys.readouterr().out


def test_a_damaged_queue_file_is_moved_aside(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broker = Broker(folder)
    (broker.folder / "appendonlydir").mkdir(parents=True)
    (broker.folder / "appendonlydir" / "appendonly.aof.manifest").write_text("nonsense\n")
    child = broker.start()
    assert broker.answers()
    child.stop()
    assert "could not be read" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDPATH_VAR", "/proc/sendpath")
    with pytest.raises(Trouble, match="/proc/sendpath and cannot write there(.|\n)*set SENDPATH_VAR"):
        places.prepared_var()


def test_a_full_disk_is_said_before_anything_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDPATH_VAR", str(tmp_path))
    monkeypatch.setattr(shutil, "disk_usage", lambda place: shutil._ntuple_diskusage(9**9, 9**9, 7 * places.MEGABYTE))
    with pytest.raises(Trouble, match="nearly full: 7 MB are left"):
        places.prepared_var()


def test_the_secret_is_random_kept_and_private(folder: Path, tmp_path: Path) -> None:
    key = places.secret_key(folder)
    assert len(key) > 50
    assert places.secret_key(folder) == key
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600
    assert places.secret_key(tmp_path) != key


def test_reset_refuses_a_folder_that_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "letters to my aunt").touch()
    with pytest.raises(Trouble, match="does not look like"):
        refuse_strange(tmp_path)


def test_reset_forgets_everything_but_asks_first(folder: Path) -> None:
    (folder / "running.json").touch()
    asked = subprocess.run(
        [sys.executable, "start.py", "reset"], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert asked.returncode == 1
    assert b"Add --yes" in asked.stderr
    empty(folder)
    assert [place.name for place in folder.iterdir()] == ["running.json"]


def test_reset_refuses_while_the_house_runs(folder: Path) -> None:
    lock = Lock(folder)
    lock.take()
    refused = subprocess.run(
        [sys.executable, "start.py", "reset", "--yes"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    lock.release()
    assert refused.returncode == 1
    assert "Stop it first" in refused.stderr
