"""``python3 start.py bench [names] [--quick]``: print the measurements, each as a ratio, with its target beside it."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")

import django

django.setup()

from django.conf import settings

from bench.benchmarks import BENCHMARKS, Place
from bench.databases import by_hand, of_sizes
from bench.hand import Hand
from bench.report import show
from bench.rounds import take
from bench.web import desk_on
from bench.yardsticks import safe_writes, shortest_questions
from core import clock
from sendpath.celery import app
from sendpath.env import redis_database

SMALL, LARGE, QUICK = 100, 100_000, 2_000
FEWEST_ROUNDS = 5


def main(arguments: list[str]) -> int:
    """Measure everything, or what is named. Answers 1 when a target was not met."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"which of: {', '.join(BENCHMARKS)}")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} cases in place of {LARGE:,}")
    parser.add_argument("--rounds", type=int, default=7, help=f"how often the arms take turns, {FEWEST_ROUNDS} or more (7)")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}")
    if chosen.rounds < FEWEST_ROUNDS:
        parser.error(f"fewer than {FEWEST_ROUNDS} rounds say nothing")
    with places(SMALL, QUICK if chosen.quick else LARGE) as (small, large), a_queue_of_its_own():
        missed = 0
        for name, benchmark in BENCHMARKS.items():
            if name in (chosen.names or BENCHMARKS):
                title, groups, claims = benchmark(small, large)
                missed += show(title, claims, take(groups, chosen.rounds))
    print("\nWhat this machine can do, for information:")
    print(f"  writes that are safe on the disk, a second: {safe_writes():,.0f}")
    print(f"  shortest questions to the database, a second: {shortest_questions():,.0f}")
    print(f"\n{missed} target{'' if missed == 1 else 's'} not met." if missed else "\nEvery target was met.")
    return 1 if missed else 0


@contextlib.contextmanager
def places(*sizes: int) -> Iterator[list[Place]]:
    """A database, a hand and a desk for each size."""
    with contextlib.ExitStack() as stack:
        names = stack.enter_context(of_sizes(sizes))
        made = []
        for size, name in names.items():
            hand = stack.enter_context(contextlib.closing(by_hand(name)))
            visitor = stack.enter_context(desk_on(name))
            made.append(Place(size, name, Hand(hand, clock.today()), visitor))
        yield made


@contextlib.contextmanager
def a_queue_of_its_own() -> Iterator[None]:
    """Rings the doorbell as always, at another numbered database, which is emptied afterwards."""
    app.conf.broker_url = redis_database(settings.REDIS_URL, more=8)[1]
    try:
        yield
    finally:
        app.control.purge()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
