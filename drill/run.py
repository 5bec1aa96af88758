"""Runs the parts that were asked for, prints what was seen, and says whether it may stand."""

import argparse
import contextlib
import json
import random
import secrets
import subprocess
import sys
from collections.abc import Iterator

from drill import doorbell, kills
from drill.ground import Ground, a_folder
from drill.hands import Hands
from drill.held import FULL, PARTS, QUICK
from drill.places import SPARE
from drill.report import SHOWN, Row, show
from launch.places import ROOT
from launch.words import say

QUICK_KILLS, QUICK_LETTERS = 2, 60
KILLS, LETTERS = 20, 1000
KINDS = (*kills.KINDS, "queue", *PARTS)


def main(arguments: list[str]) -> int:
    """Ill-treats a house of our own, and says what became of it."""
    parser = argparse.ArgumentParser(prog="start.py drill", description="What SENDPath must survive.")
    parser.add_argument("--seed", type=int, help="decides every moment; printed, so that a run can be had again")
    parser.add_argument("--kills", type=int, help=f"how often each is killed ({KILLS})")
    parser.add_argument("--only", action="append", choices=KINDS, help="only this; may be repeated")
    parser.add_argument("--quick", action="store_true", help="few kills and little load")
    chosen = parser.parse_args(arguments)
    seed = chosen.seed if chosen.seed is not None else secrets.randbelow(10**8)
    often = chosen.kills if chosen.kills is not None else QUICK_KILLS if chosen.quick else KILLS
    wanted = chosen.only or KINDS
    say(f"The seed is {seed}; each is killed {often} times. Starting a house of our own.")
    rows: list[Row] = []
    with a_folder() as folder, contextlib.closing(Ground(folder, kills.FIRST_DAY)) as ground:
        for row in every_row(ground, wanted, often, seed, quick=chosen.quick):
            say("\n  ".join([f"{row.kind}: {'holds' if row.holds else 'BREACHED'}. {row.told}", *row.wrong[:SHOWN]]))
            rows.append(row)
    print(f"\nSeed {seed}")
    return show(rows)


def every_row(ground: Ground, wanted: tuple[str, ...], often: int, seed: int, *, quick: bool) -> Iterator[Row]:
    """Each part in turn. The killing first, on one house that goes on from day to day."""
    days, dice = kills.Days(ground), random.Random(seed)
    letters = QUICK_LETTERS if quick else LETTERS
    for kind in kills.KINDS:
        own = random.Random(dice.getrandbits(32))  # the same whichever others are asked for
        if kind in wanted:
            yield kills.drill(ground, days, kind, often, own, letters)
    if "queue" in wanted:
        yield doorbell.drill(ground, days, random.Random(dice.getrandbits(32)))
    if days.looked:
        yield patrolled(ground, days)
    for part in PARTS:
        if part in wanted:
            for number in (0, 1) if part == "clocks" else (seed,):
                yield apart(ground, part, number, QUICK if quick else FULL)


def patrolled(ground: Ground, days: kills.Days) -> Row:
    """After all of it, the house's own patrol."""
    hands = Hands(1, ground.environment | ground.facts)
    try:
        found = hands.one("patrol", days.moment)["came"]
    finally:
        hands.close()
    return Row("patrol", 1, 0, 0, "the house's own nightly check", found)


def apart(ground: Ground, part: str, seed: int, size: int) -> Row:
    """A part on a database of its own."""
    name = f"sendpath_{part}_{seed}"
    copy_of_the_empty_one(ground, name)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "drill.held", part, str(seed), str(size)], cwd=ROOT, text=True,
        env=ground.environment | ground.facts | {"PGDATABASE": name}, capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        return Row(part, 0, 0, 0, "", [f"it ended in trouble: {done.stderr[-1500:]}"])
    return Row(**json.loads(done.stdout.splitlines()[-1]))


def copy_of_the_empty_one(ground: Ground, name: str) -> None:
    """The database as it was before anything happened."""
    import psycopg2

    facts = ground.facts
    connection = psycopg2.connect(host=facts["PGHOST"], port=facts["PGPORT"], user=facts["PGUSER"], dbname="postgres")
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE {SPARE}')
