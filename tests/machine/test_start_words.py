"""What start.py says to people before anything runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import start
from launch import bootstrap
from launch.commands import COMMANDS, help_text
from launch.words import Trouble
from tests.machine.apart import ROOT, python


@pytest.mark.parametrize("version", [(2, 7), (3, 8), (3, 10), (3, 14), (4, 0)])
def test_an_unsuitable_python_is_named_with_a_way_on(version: tuple[int, int]) -> None:
    says = start.complaint(version)
    assert f"This is Python {version[0]}.{version[1]}" in says
    assert "python3.13 start.py" in says


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13, 9)])
def test_a_suitable_python_passes(version: tuple[int, ...]) -> None:
    assert start.complaint(version) == ""


def test_start_py_can_be_read_by_an_old_python() -> None:
    compile((ROOT / "start.py").read_text(), "start.py", "exec", dont_inherit=True)
    text = (ROOT / "start.py").read_text()
    assert 'f"' not in text
    assert "match " not in text
    assert "->" not in text


def test_an_unknown_command_shows_the_list() -> None:
    answer = python("start.py", "strat")
    assert answer.returncode == 2
    assert "There is no command 'strat'" in answer.stderr
    assert all(name in answer.stderr for name in COMMANDS)
    assert "Traceback" not in answer.stderr


def test_help_gives_every_command_a_line() -> None:
    answer = python("start.py", "help")
    assert answer.returncode == 0
    for name, command in COMMANDS.items():
        assert name in answer.stdout
        assert command.line in answer.stdout
    assert answer.stdout.strip() == help_text()


def test_every_command_leads_somewhere() -> None:
    for command in COMMANDS.values():
        module, _, name = command.place.rpartition(".")
        __import__(module)
        assert callable(getattr(sys.modules[module], name))


def test_the_launcher_needs_nothing_installed() -> None:
    code = "import sys; sys.path.insert(0, '.'); from launch import bootstrap, commands, data, demo, develop, real"
    answer = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr


def test_a_python_without_venv_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    failed = subprocess.CompletedProcess([], 1, "", "No module named venv")
    monkeypatch.setattr(bootstrap, "run", lambda command: failed)
    with pytest.raises(Trouble, match="apt-get install python3-venv"):
        bootstrap.make_environment()


def test_packages_that_cannot_be_fetched_are_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    failed = subprocess.CompletedProcess([], 1, "", "Could not fetch")
    monkeypatch.setattr(bootstrap, "run", lambda command: failed)
    with pytest.raises(Trouble, match="Could not fetch(.|\n)*start again"):
        bootstrap.install(bootstrap.RUNTIME)


@pytest.mark.parametrize(("number", "says"), [(28, "disk is full"), (13, "did not allow")])
def test_what_the_system_refuses_is_put_in_words(number: int, says: str) -> None:
    assert says in bootstrap.refused_by_the_system(OSError(number, os.strerror(number), "/some/file"))


def test_the_developers_lock_holds_the_other_one() -> None:
    pins = {
        lock: {line.split(" ")[0] for line in lock.read_text().splitlines() if "==" in line and line[0].isalnum()}
        for lock in (bootstrap.RUNTIME, bootstrap.DEVELOPER)
    }
    assert pins[bootstrap.RUNTIME] <= pins[bootstrap.DEVELOPER]


def test_every_pin_has_a_fingerprint() -> None:
    for lock in (bootstrap.RUNTIME, bootstrap.DEVELOPER, bootstrap.INSTALLER):
        lines = lock.read_text().splitlines()
        pins = [number for number, line in enumerate(lines) if "==" in line and line[0].isalnum()]
        assert pins
        assert all("--hash=sha256:" in lines[number + 1] for number in pins)
