"""What this machine can do at best, so that our own figures mean something."""

import os
import tempfile
import time
from collections.abc import Callable

from django.conf import settings
from django.db import connection

SECONDS = 1.0


def safe_writes() -> float:
    """Small writes a second that are on the disk before they count: no record can be kept faster than this."""
    with tempfile.TemporaryFile(dir=settings.VAR) as file:

        def write() -> None:
            file.write(b"x" * 512)
            file.flush()
            os.fdatasync(file.fileno())

        return _a_second(write)


def shortest_questions() -> float:
    """``select 1`` a second, there and back."""
    with connection.cursor() as cursor:

        def ask() -> None:
            cursor.execute("select 1")
            cursor.fetchone()

        return _a_second(ask)


def _a_second(do: Callable[[], None]) -> float:
    times, end = 0, time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        do()
        times += 1
    return times / SECONDS
