"""Commands for the people who work on SENDPath: tests, checks, measurements, pictures."""

import os
import subprocess
import sys

from launch import programs
from launch.browser import chromium
from launch.data import servers_up
from launch.house import Stopping
from launch.places import PYTHON, ROOT, VENV
from launch.tidy import untidy
from launch.words import Trouble, say

BIN = VENV / "bin"


def plain_environment() -> dict[str, str]:
    """Our environment in test mode, without the addresses of any house that runs."""
    return {**os.environ, "SENDPATH_MODE": "test", "PYTHONUNBUFFERED": "1"}


def test(arguments: list[str]) -> int:
    """Run pytest on both cores; the servers are started by tests/plugin."""
    environment = plain_environment()
    if browser := chromium():
        environment["CHROMIUM"] = browser
    elif os.environ.get("SENDPATH_NEEDS_BROWSER") == "1":
        raise Trouble(
            "The tests in a browser must run here, and there is no Chromium. Install it, or name it in CHROMIUM."
        )
    else:
        say("There is no Chromium on this machine, so the tests in a browser are left out.")
    spread = [] if any(part.startswith(("-n", "--numprocesses", "--pdb")) for part in arguments) else ["-n", "2"]
    return subprocess.call([PYTHON, "-m", "pytest", *spread, *arguments], cwd=ROOT, env=environment)


def lint(arguments: list[str]) -> int:
    """Run every check, and say at the end which of them found something."""
    if arguments:
        raise Trouble("lint takes no arguments.")
    steps: dict[str, list[str]] = {
        "style": [str(BIN / "ruff"), "check", "."],
        "layout": [str(BIN / "ruff"), "format", "--check", "."],
        "types": [str(BIN / "mypy"), "."],
        "floors and doors": [str(BIN / "lint-imports")],
        "migrations": [str(PYTHON), "-W", "ignore", "manage.py", "makemigrations", "--check", "--dry-run"],
        "templates": [str(BIN / "djlint"), "--lint", "--quiet", "templates"],
    }
    failed = []
    for name, command in steps.items():
        say(f"Checking {name}.")
        sys.stdout.flush()
        if subprocess.call(command, cwd=ROOT, env=plain_environment()):
            failed.append(name)
    say("Checking that no file names a machine.")
    if found := untidy(ROOT):
        failed.append("names of machines")
        print("\n".join(found))
    say(f"These checks found something: {', '.join(failed)}." if failed else "Nothing found.")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Measure, with the embedded servers up and their usual care for every write."""
    return _with_servers([str(PYTHON), "-m", "bench", *arguments])


ADDRESSES = ("PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGDATABASE", "DATABASE_URL", "REDIS_URL", "EMAIL_URL")


def drill_environment() -> dict[str, str]:
    """Ours, without whatever could lead to another house's servers."""
    others = (*ADDRESSES, "SENDPATH_VAR", "SENDPATH_NOTIFY_KEY", "FILES_DIR")
    return {name: value for name, value in plain_environment().items() if name not in others}


def drill(arguments: list[str]) -> int:
    """Ill-treat a house of the drill's own, in a folder that goes away afterwards."""
    return subprocess.call([PYTHON, "-m", "drill", *arguments], cwd=ROOT, env=drill_environment())


def screenshots(arguments: list[str]) -> int:
    """Take the README's pictures of the running demonstration, starting one for it if need be."""
    if not chromium():
        raise Trouble("Pictures need a Chromium. Install it, or name it in CHROMIUM.")
    from launch.camera import take

    return take(arguments)


def _with_servers(command: list[str]) -> int:
    try:
        with servers_up() as (house, environment):
            for step in programs.SET_UP:
                if code := house.once(programs.manage(step, environment)):
                    return code
            return house.once(programs.plain("measuring", command, environment))
    except Stopping:
        return 130
