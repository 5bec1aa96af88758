"""Commands on the data: build an authority, run one of Django's commands, forget everything."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launch import programs, servers
from launch.house import House, Stopping
from launch.lock import Lock
from launch.places import prepared_var, var
from launch.postgres import Postgres
from launch.words import Trouble, say


@contextmanager
def servers_up() -> Iterator[tuple[House, dict[str, str]]]:
    """The servers of the running house, or our own for as long as this takes."""
    folder = prepared_var()
    lock, house = Lock(folder), House()
    environment = servers.demo_environment(folder)
    running = lock.holder()
    if running is None:
        lock.take()
    elif "environment" not in running:
        raise Trouble("SENDPath is just starting or stopping. Wait a moment, and try again.")
    house.listen()
    try:
        if running is None:
            servers.start(house, folder, environment)
        else:
            say("Using the servers of the SENDPath that is running.")
            environment |= json.loads(running["environment"])
        yield house, environment
    finally:
        house.stop()
        lock.release()


def manage(arguments: list[str]) -> int:
    """Run one of Django's commands in the demo's settings."""
    if not arguments:
        raise Trouble("Name the command, for example: python3 start.py manage check")
    try:
        with servers_up() as (house, environment):
            if arguments[0] != "migrate":
                house.once(programs.manage(["migrate", "--verbosity", "0"], environment))
            return house.once(programs.manage(arguments, environment))
    except Stopping:
        return 130


def seed(arguments: list[str]) -> int:
    """Build an authority of any size."""
    if "--cases" not in [argument.partition("=")[0] for argument in arguments]:
        raise Trouble("Say how many cases, for example: python3 start.py seed --cases 1000")
    return manage(["seed", *arguments])


def reset(arguments: list[str]) -> int:
    """Forget the demo's data: database, queue, mail, attachments."""
    if set(arguments) - {"--yes"}:
        raise Trouble("reset takes one argument, --yes, which skips the question.")
    folder = var()
    if not folder.exists():
        print(f"There is nothing to forget: {folder} does not exist.")
        return 0
    lock = Lock(folder)
    if lock.holder() is not None:
        raise Trouble("SENDPath is running with this data. Stop it first (Ctrl-C in its window), then reset.")
    refuse_strange(folder)
    if "--yes" not in arguments and not agreed(folder):
        print("Nothing was forgotten.")
        return 1
    lock.take()
    empty(folder)
    lock.release()
    print("Forgotten. The next start begins from nothing.")
    return 0


def empty(folder: Path) -> None:
    """Remove everything but the lock. As root with a closed home, the database lies elsewhere."""
    if not os.environ.get("DATABASE_URL"):
        server = Postgres(folder)
        shutil.rmtree(server.data if server.base == folder else server.base, ignore_errors=True)
    for place in folder.iterdir():
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        elif place.name != Lock(folder).place.name:
            place.unlink()


def refuse_strange(folder: Path) -> None:
    """A slip in SENDPATH_VAR must not cost somebody their documents."""
    if not (folder / "running.json").exists() and any(folder.iterdir()):
        raise Trouble(f"{folder} does not look like SENDPath's data folder, so nothing was removed from it.")


def agreed(folder: Path) -> bool:
    """Ask on the terminal. Without a terminal nobody can agree."""
    if not sys.stdin.isatty():
        raise Trouble("reset asks before it forgets, and there is nobody to ask. Add --yes if you are sure.")
    answer = input(f"This forgets everything in {folder}: every case, letter and file. Type yes to go on: ")
    return answer.strip().lower() == "yes"
