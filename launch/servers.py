"""The embedded servers, or the real ones that DATABASE_URL and REDIS_URL name, and what processes need to know."""

import os
from pathlib import Path

from launch.broker import Broker
from launch.house import House
from launch.places import secret_key
from launch.postgres import Postgres
from launch.words import say

OTHER_MODES = ("DEBUG", "SENDPATH_DOOR", "SENDPATH_ROLE", "SENDPATH_EMBEDDED")


def demo_environment(folder: Path) -> dict[str, str]:
    """The environment of every process of the demo, before the servers have added their addresses."""
    kept = {name: value for name, value in os.environ.items() if name not in OTHER_MODES}
    return kept | {
        "SENDPATH_MODE": "demo",
        "SENDPATH_VAR": str(folder),
        "SECRET_KEY": os.environ.get("SECRET_KEY") or secret_key(folder),
    }


def start(house: House, folder: Path, environment: dict[str, str]) -> None:
    """Start what is embedded and write its addresses into the environment."""
    logs = folder / "logs"
    if os.environ.get("DATABASE_URL"):
        say("Using the database that DATABASE_URL names.")
    else:
        postgres = Postgres(folder, log=logs / "database.log")
        database = house.add(postgres.child())
        postgres.wait(database)
        environment |= postgres.environment | {"SENDPATH_EMBEDDED": "1"}
        say("The database is ready.")
    if os.environ.get("REDIS_URL"):
        say("Using the queue that REDIS_URL names.")
    else:
        broker = Broker(folder, logs / "queue.log")
        house.add(broker.start(), running=True)
        environment |= broker.environment
        say("The queue is ready.")
