"""The embedded servers, or the real ones that DATABASE_URL and REDIS_URL name, and what processes need to know."""

import contextlib
import os
from pathlib import Path

from launch.broker import Broker
from launch.house import House
from launch.places import secret_key
from launch.postgres import Postgres
from launch.words import Trouble, say

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
    if address := os.environ.get("DATABASE_URL"):
        refuse_real_councils(address)
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


COUNCILS_OF_OTHERS = "SELECT name FROM accounts_authority WHERE contact_email NOT LIKE '%.example' ORDER BY name"
"""Every council of the demonstration can be written to at .example, where nobody lives (RFC 2606)."""


def refuse_real_councils(address: str) -> None:
    """The demonstration makes tables, councils and families: never beside those of a real council."""
    import psycopg2

    try:
        connection = psycopg2.connect(address, connect_timeout=5)
    except psycopg2.Error as error:
        raise Trouble("The database that DATABASE_URL names cannot be reached, or does not let us in.") from error
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('accounts_authority')")
        if cursor.fetchone() == (None,):
            return
        cursor.execute(COUNCILS_OF_OTHERS)
        if found := [name for (name,) in cursor]:
            raise Trouble(
                f"DATABASE_URL names a database that holds a council of its own ({found[0]}), and the demonstration "
                "would put invented families beside it.\n"
                "Unset DATABASE_URL to try SENDPath out, or run it for real with: python3 start.py run"
            )
