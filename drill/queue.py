"""The queue and its tasks as they are, under a day that the drill holds, and in more of a hurry.

A timekeeper that looks every hour would make a drill of days: here everything is due every second or two. What failed
is tried again within seconds. The tasks themselves are the real ones.
"""

import os
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from celery.signals import beat_init, task_postrun, task_prerun, worker_process_init, worker_ready
from kombu import Queue

from drill.places import held_day
from sendpath.celery import app

FOLDER = Path(os.environ["DRILL_FOLDER"])
OFTEN = {"post": ("notices.tasks.deliver", 1.0), "watch": ("cases.tasks.watch", 2.0)}
WAITS = tuple(timedelta(seconds=n) for n in (2, 4, 8, 16))
held = ExitStack()

app.conf.beat_schedule = {
    name: {"task": task, "schedule": seconds, "options": {"expires": 30}} for name, (task, seconds) in OFTEN.items()
}
app.conf.beat_max_loop_interval = 1
app.conf.task_queues = [Queue(name, routing_key=name) for name in ("celery", "watch")]
app.conf.task_routes = {"cases.tasks.watch": {"queue": "watch"}}  # or the watch would stand behind every ring


@worker_process_init.connect
def hurry(**facts) -> None:
    """A letter that failed comes again within seconds, and a run delivers a few, so that the watch has its turn."""
    from notices import postman, tasks

    postman.WAITS = WAITS
    tasks.AT_MOST = 40


@task_prerun.connect
def hold_the_day(**facts) -> None:
    """Each task happens on the day of the drill."""
    from core.past import hold

    held.enter_context(hold(held_day(FOLDER)))


@task_postrun.connect
def let_go(**facts) -> None:
    """And the day is over with the task."""
    held.close()


@worker_ready.connect
def worker_is_ready(**facts) -> None:
    """Says which worker is ready, for whoever waits to kill it."""
    (FOLDER / "worker.ready").write_text(str(os.getpid()))


@beat_init.connect
def timekeeper_is_ready(**facts) -> None:
    """Says which timekeeper is ready."""
    (FOLDER / "timekeeper.ready").write_text(str(os.getpid()))
