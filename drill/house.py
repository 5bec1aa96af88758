"""A small house to be ill-treated: the servers, a worker and a timekeeper, looked after as always.

    python -m drill.house FOLDER --door PORT    with the family's door, for whoever asks over the wire
    python -m drill.house FOLDER --days PORT    with a mail server on that port, and days that the drill holds

It keeps ``pids.json`` true, for whoever wants to kill.
"""

import argparse
import contextlib
import json
import os
import sys
import time
from pathlib import Path

from drill.places import MAIL, PIDS, SPARE, facts_of
from launch import programs, servers
from launch.demo import answers
from launch.house import House, Stopping
from launch.places import PYTHON
from launch.processes import Child

PAUSE = "0.02"


def main(arguments: list[str]) -> None:
    """Start everything, say so in a file, and look after everybody until asked to stop."""
    parser = argparse.ArgumentParser(prog="drill.house")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--door", default="")
    parser.add_argument("--days", default="")
    chosen = parser.parse_args(arguments)
    house = House()
    house.listen()
    folder: Path = chosen.folder
    (folder / "logs").mkdir(parents=True)
    environment = servers.demo_environment(folder)
    try:
        servers.start(house, folder, environment)
        if chosen.door:
            with_a_door(house, folder, environment, chosen.door)
        else:
            with_days(house, folder, environment, chosen.days)
        (folder / "environment.json").write_text(json.dumps(facts_of(environment)))
        while True:
            house.look()
            for kept in house.kept:
                kept.quick_deaths = 0  # here they are meant to die quickly
            pids = {one.child.name: _pid(one.child) for one in house.kept if one.child.ended() is None}
            place = folder / "pids.new"
            place.write_text(json.dumps(pids))
            place.replace(folder / PIDS)
            time.sleep(0.1)
    except Stopping:
        pass
    finally:
        house.stop()


def _pid(child: Child) -> int:
    return child.process.pid if child.process else 0


def with_a_door(house: House, folder: Path, environment: dict[str, str], port: str) -> None:
    """As the demonstration runs it, and nobody in it yet."""
    logs, address = folder / "logs", f"http://127.0.0.1:{port}"
    environment |= {"DESK_URL": address, "FAMILY_URL": address}
    for command in (*programs.SET_UP, ["load_demo", "--families", "0"]):
        once(house, programs.manage(command, environment, logs / "set-up.log"))
    house.add(programs.door("family", f"127.0.0.1:{port}", 1, 8, environment, logs / "family.log"))
    house.add(programs.worker(environment, logs / "worker.log"))
    house.add(programs.timekeeper(folder, environment, logs / "timekeeper.log"))
    house.until(lambda: answers(f"{address}/health/?task=1"), 90, "The house")


def with_days(house: House, folder: Path, environment: dict[str, str], port: str) -> None:
    """With days that the drill holds, a mail server that may be killed too, and a spare of the empty database."""
    logs = folder / "logs"
    environment |= {"EMAIL_URL": f"smtp://127.0.0.1:{port}", "DRILL_FOLDER": str(folder)}
    once(house, programs.manage(["migrate", "--verbosity", "0"], environment, logs / "set-up.log"))
    once(house, python("stage", ["drill.load", "--set-the-stage"], environment, logs / "set-up.log"))
    keep_a_spare(environment)
    house.add(python("mail", ["drill.sink", str(folder / MAIL), port, PAUSE], environment, logs / "mail.log"))
    house.add(programs.worker(environment, logs / "worker.log", "drill.queue"))
    house.add(programs.timekeeper(folder, environment, logs / "timekeeper.log", "drill.queue"))


def python(name: str, arguments: list[str], environment: dict[str, str], log: Path) -> Child:
    """One of the drill's own programs."""
    return Child(name, [str(PYTHON), "-m", *arguments], environment, log)


def once(house: House, child: Child) -> None:
    """Run something that must end well."""
    if code := house.once(child):
        sys.exit(f"{child.name} failed with code {code}. Its log is {child.log}.")


def keep_a_spare(environment: dict[str, str]) -> None:
    """A copy of the database as it is before anything happens, for the parts that want one of their own."""
    import psycopg2

    place = {"host": environment["PGHOST"], "port": environment["PGPORT"], "user": environment["PGUSER"]}
    connection = psycopg2.connect(**place, dbname="postgres")
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {SPARE} TEMPLATE {environment['PGDATABASE']}")


if __name__ == "__main__":
    os.environ.pop("DATABASE_URL", None)  # always servers of its own
    os.environ.pop("REDIS_URL", None)
    main(sys.argv[1:])
