"""Two people at the same moment, and what the tables held before and after."""

import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from cases.models import Case
from door.privacy import our_models


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Does all of these in threads that start together. Returns what each gave, or the exception it raised."""
    start = threading.Barrier(len(acts))
    given: list[Any] = [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        try:
            start.wait(10)
            given[place] = act()
        except Exception as error:  # the test looks at it
            given[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair, daemon=True) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not [thread for thread in threads if thread.is_alive()], "somebody waits for ever"
    return given


@contextmanager
def queueing_before(case: Case, waiters: int):
    """Holds the case's row until so many others stand waiting for it, so that they truly meet."""

    def release() -> None:
        with transaction.atomic():
            Case.objects.select_for_update(no_key=True).get(pk=case.pk)
            held.set()
            end = time.monotonic() + 10
            while _waiting() < waiters and time.monotonic() < end:
                time.sleep(0.01)
            met.extend([True] if _waiting() >= waiters else [])
        connection.close()

    held, met = threading.Event(), []
    holder = threading.Thread(target=release, daemon=True)
    holder.start()
    held.wait(10)
    yield
    holder.join(15)
    assert not holder.is_alive()
    assert met, "they never stood waiting together"


def wait_until_somebody_waits(seconds: float = 5) -> None:
    """Returns once somebody stands waiting for a lock, or after so many seconds."""
    end = time.monotonic() + seconds
    while not _waiting() and time.monotonic() < end:
        time.sleep(0.02)


def _waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()[0]


def everything() -> dict[str, list[dict]]:
    """Every row of every table of ours."""
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in our_models()}
