"""The demonstration: the whole house on this machine, with invented families."""

import json
import os
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

from launch import ports, programs, servers
from launch.house import House, Stopping
from launch.lock import Lock
from launch.places import prepared_var
from launch.words import Trouble, say


def demo(arguments: list[str]) -> int:
    """Start everything, and stay until Ctrl-C."""
    if arguments:
        raise Trouble("The demonstration takes no arguments. python3 start.py help lists the commands.")
    folder = prepared_var()
    lock, house = Lock(folder), House()
    lock.take()
    house.listen()
    try:
        open_the_house(house, folder, lock)
        house.for_ever()
    except Stopping:
        say("Stopping.")
    finally:
        house.stop()
        lock.release()
        say("Everything has stopped. The data is kept; start again with: python3 start.py")
    return 0


def open_the_house(house: House, folder: Path, lock: Lock) -> None:
    """Servers, tables, processes, readiness, addresses, families: in that order."""
    environment = servers.demo_environment(folder)
    servers.start(house, folder, environment)
    desk, family = ports.for_the_doors()
    addresses = {"desk": f"http://127.0.0.1:{desk}/", "family": f"http://127.0.0.1:{family}/"}
    environment |= {"DESK_URL": addresses["desk"], "FAMILY_URL": addresses["family"]}
    lock.tell(addresses | {"environment": json.dumps(joining(environment))})
    log = log_of(folder)
    for command in programs.SET_UP:
        if code := house.once(programs.manage(command, environment, log("set-up"))):
            raise Trouble(f"Setting up ({command[0]}) failed with code {code}. The log is {folder}/logs/set-up.log.")
    say("The tables are ready.")
    for which, port in (("desk", desk), ("family", family)):
        house.add(programs.door(which, f"127.0.0.1:{port}", 1, 8, environment, log(which)))
    house.add(programs.worker(environment, log("worker")))
    house.add(programs.timekeeper(folder, environment, log("timekeeper")))
    for which, name in (("desk", "The desk"), ("family", "The family door")):
        house.until(lambda url=addresses[which] + "health/": answers(url), 90, name)  # type: ignore[misc]
        house.until(lambda url=addresses[which] + "health/?task=1": answers(url), 90, "The worker")  # type: ignore[misc]
    say("A task has gone round. Everything is running.")
    show(addresses)
    load_families(house, environment, folder)


def answers(url: str, host: str = "") -> bool:
    """Whether the address answers 200 when asked under the given host name."""
    request = urllib.request.Request(url, headers={"Host": host} if host else {})  # noqa: S310 - our own address
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except urllib.error.URLError:
        return False


def show(addresses: Mapping[str, str]) -> None:
    """Print where to go."""
    print(
        f"\n  For staff (the desk):    {addresses['desk']}"
        f"\n  For families:            {addresses['family']}"
        f"\n  The demo's people:       {addresses['desk']}demo/"
        f"\n  Press Ctrl-C to stop.\n",
        flush=True,
    )


def load_families(house: House, environment: Mapping[str, str], folder: Path) -> None:
    """Load the invented families, once; the second time there is nothing to do."""
    say("The demo's families are being loaded. You can look around already.")
    place = folder / "logs" / "families.log"
    for _ in range(2):  # loading again goes on where it stopped, should the database have been away for a moment
        code = house.once(programs.manage(["load_demo"], environment, place))
        if code == 0:
            say("The demo's families are there.")
            return
    say(f"The demo's families could not all be loaded (code {code}). The log is {place}.")


def joining(environment: Mapping[str, str]) -> dict[str, str]:
    """What a second command needs to use the running house: addresses, and never the secret."""
    names = ("PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "REDIS_URL", "DESK_URL", "FAMILY_URL", "SENDPATH_EMBEDDED")
    return {name: environment[name] for name in names if name in environment}


def log_of(folder: Path) -> Callable[[str], Path | None]:
    """Where each process writes: a file of its own, begun afresh when large, or the terminal when asked."""

    def place(name: str) -> Path | None:
        if os.environ.get("SENDPATH_LOG") == "1":
            return None
        log = folder / "logs" / f"{name}.log"
        if log.exists() and log.stat().st_size > 5 * 1024 * 1024:
            log.replace(log.with_suffix(".old.log"))
        return log

    return place
