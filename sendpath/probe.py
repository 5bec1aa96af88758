"""Asked by a container engine: ``python -m sendpath.probe web|worker|beat [schedule]``. Ends with 0 when well."""

import os
import socket
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

STALE_SECONDS = 10 * 60  # beat writes its schedule down every few minutes


def web() -> bool:
    """The door in this container answers under its own host name."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip()
    request = urllib.request.Request("http://127.0.0.1:8000/health/", headers={"Host": host})
    try:
        with urllib.request.urlopen(request, timeout=4) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except OSError:
        return False


def worker() -> bool:
    """The worker in this container answers over the queue."""
    from sendpath.celery import app

    return bool(app.control.ping(destination=[f"celery@{socket.gethostname()}"], timeout=10))


def beat(schedule: str) -> bool:
    """The timekeeper has written its schedule down lately."""
    written = [place.stat().st_mtime for place in Path(schedule).parent.glob(f"{Path(schedule).name}*")]
    return bool(written) and time.time() - max(written) < STALE_SECONDS


def main(arguments: list[str]) -> int:
    """Ask one of the three."""
    asked: dict[str, Callable[..., bool]] = {"web": web, "worker": worker, "beat": beat}
    if not arguments or arguments[0] not in asked:
        print("python -m sendpath.probe web|worker|beat [schedule]", file=sys.stderr)
        return 2
    return 0 if asked[arguments[0]](*arguments[1:]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
