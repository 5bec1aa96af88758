"""The queue is emptied, refuses every write, and hangs, while families ask. None of them may notice, and when it is
back the post goes on."""

import os
import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from drill import invariants
from drill.ground import LONG, Ground
from drill.kills import DRAIN, WAITING, Days, end, wrong_with
from drill.load import read
from drill.places import ASKED, ENOUGH, pid_of, wait_for
from drill.report import Row

FAMILIES = 5
"""Who must be let in while the queue is ill."""


def drill(ground: Ground, days: Days, dice: random.Random) -> Row:
    """Each illness in turn."""
    before = invariants.repeats(ground.arrived())
    (ground.folder / ENOUGH).unlink(missing_ok=True)
    families = ground.program("drill.load", str(ground.folder), str(dice.getrandbits(32)), "20")
    row = Row("queue", len(ILLNESSES), 0, 0, "emptied, refusing every write, hanging")
    try:
        for ill in ILLNESSES:
            enough = len(read(ground.folder / ASKED)) + FAMILIES
            with ill(ground):
                wait_for(partial(_there_are, ground, enough), LONG, "families to be let in")
            days.next_if_looked_at()
        (ground.folder / ENOUGH).touch()
        wait_for(lambda: families.poll() is not None, DRAIN, "the families to end")
    finally:
        end(families)
    days.finish()
    wait_for(lambda: ground.rows(WAITING)[0][0] == 0, DRAIN, "the last letter")
    row.repeats = invariants.repeats(ground.arrived()) - before
    row.wrong += wrong_with(ground, days)
    return row


def _there_are(ground: Ground, number: int) -> bool:
    return len(read(ground.folder / ASKED)) >= number


def _client(ground: Ground):
    import redis

    return redis.Redis.from_url(ground.facts["REDIS_URL"], socket_timeout=10)


@contextmanager
def emptied(ground: Ground) -> Iterator[None]:
    """Whatever lay in the queue and the cache is gone."""
    with _client(ground) as client:
        client.flushall()
    yield


@contextmanager
def refusing(ground: Ground) -> Iterator[None]:
    """It reads and will not write, as one that has lost its copies."""
    with _client(ground) as client:
        client.config_set("min-replicas-to-write", 1)
        try:
            yield
        finally:
            client.config_set("min-replicas-to-write", 0)


@contextmanager
def hanging(ground: Ground) -> Iterator[None]:
    """It takes connections and never answers."""
    pid = pid_of(ground.folder, "queue")
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


ILLNESSES = (emptied, refusing, hanging)
