"""Runs the benchmarks that were asked for, and prints each ratio with its target beside it."""

import argparse
import contextlib
from collections.abc import Iterator

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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be said on the command line."""
    parser.add_argument("names", nargs="*", metavar="name", help=f"which of: {', '.join(BENCHMARKS)}; or all")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} cases in place of {LARGE:,}")
    parser.add_argument(
        "--rounds", type=int, default=7, help=f"how often the arms take turns: {FEWEST_ROUNDS} or more (7)"
    )


def complaint(names: list[str], rounds: int) -> str:
    """Why this cannot be measured, or nothing."""
    if unknown := set(names) - set(BENCHMARKS):
        return f"There is no benchmark {', '.join(sorted(unknown))}. There are: {', '.join(BENCHMARKS)}."
    return f"Fewer than {FEWEST_ROUNDS} rounds say nothing." if rounds < FEWEST_ROUNDS else ""


def run(names: list[str], *, quick: bool, rounds: int) -> int:
    """Measures everything, or what is named. Answers 1 when a target was not met."""
    missed = 0
    with places(SMALL, QUICK if quick else LARGE) as (small, large), a_queue_of_its_own():
        for name, benchmark in BENCHMARKS.items():
            if not names or name in names:
                title, groups, claims = benchmark(small, large)
                missed += show(title, claims, take(groups, rounds))
    print("\nWhat this machine can do, for information:")
    print(f"  writes that are safe on the disk, a second: {safe_writes():,.0f}")
    print(f"  shortest questions to the database, a second: {shortest_questions():,.0f}")
    print(f"\nTargets not met: {missed}." if missed else "\nEvery target was met.")
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
    """Rings the doorbell as always, but at another numbered database, which is emptied afterwards."""
    app.conf.broker_url = redis_database(settings.REDIS_URL, more=8)[1]
    try:
        yield
    finally:
        app.control.purge()
