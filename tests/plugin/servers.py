"""Starts one real PostgreSQL and one real Valkey for the whole test run, shared by its worker processes.

It must be loaded early (``-p tests.plugin.servers``): the settings are read before any conftest is.
DATABASE_URL and REDIS_URL point the tests at other servers; the database user must then be allowed to create databases.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from launch.broker import Broker
from launch.postgres import Postgres

HASTE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=128MB", "max_connections=100"]
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - only for data that is thrown away
MINE = ("SENDPATH_MODE", "SENDPATH_DOOR", "SENDPATH_EMBEDDED", "SENDPATH_VAR", "SECRET_KEY", "EMAIL_URL", "DEBUG")


def begin() -> None:
    """Start the servers in the controlling process; its workers inherit their addresses."""
    folder = Path(tempfile.mkdtemp(prefix="sendpath-tests-", dir=IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in MINE:
        os.environ.pop(name, None)
    os.environ |= {"SENDPATH_MODE": "test", "SENDPATH_VAR": str(folder), "FILES_DIR": str(folder / "files")}
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's driver runs an event loop beside us
    if not os.environ.get("DATABASE_URL"):
        postgres = Postgres(folder, [part for setting in HASTE for part in ("-c", setting)], folder / "postgres.log")
        database = postgres.child()
        database.start()
        atexit.register(database.stop)
        postgres.wait(database)
        os.environ |= postgres.environment
    if not os.environ.get("REDIS_URL"):
        broker = Broker(folder, folder / "valkey.log")
        queue = broker.start()
        atexit.register(queue.stop)
        os.environ |= broker.environment
        os.environ["SENDPATH_TEST_QUEUE"] = os.environ["REDIS_URL"]


def own_numbered_databases(worker: str) -> None:
    """Give each worker its own two numbers on the shared Valkey, so that one clearing its cache spares the others."""
    shared = os.environ.get("SENDPATH_TEST_QUEUE", "")
    if shared:
        os.environ["REDIS_URL"] = shared.replace("db=0", f"db={2 * (int(worker.removeprefix('gw')) + 1)}")


if os.environ.get("PYTEST_XDIST_WORKER"):
    own_numbered_databases(os.environ["PYTEST_XDIST_WORKER"])
else:
    begin()
