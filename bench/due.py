"""100,000 lines through ``python -m statute due``, beside the same sum in plain ``datetime``."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from bench.report import Claim
from bench.rounds import Group

LINES = 100_000
PLAIN = """
import json, sys
from datetime import date, timedelta
for line in sys.stdin:
    asked = json.loads(line)
    day = date.fromisoformat(asked["anchors"]["received"])
    strict = plan = day + timedelta(days=139)
    while plan.weekday() > 4:
        plan -= timedelta(days=1)
    print(json.dumps({"rule": asked["rule"], "due_ordinary": (day + timedelta(days=140)).isoformat(),
                      "due_strict": strict.isoformat(), "plan_for": plan.isoformat(), "basis": "", "evidence": "T"}))
"""


def due(_small, _large):
    """Twenty weeks, a hundred thousand times, in a process of its own."""
    folder = Path(tempfile.mkdtemp())
    asked = folder / "cases.jsonl"
    with asked.open("w") as file:
        for number in range(LINES):
            received = date(2020, 1, 1) + timedelta(days=number * 7919 % 2500)
            file.write(json.dumps({"rule": "PLAN-FINAL", "anchors": {"received": received.isoformat()}}) + "\n")

    def through(*command: str) -> Callable[[], object]:
        def do() -> None:
            with asked.open() as lines, (folder / "answers.jsonl").open("w") as answers:
                subprocess.run([sys.executable, *command], stdin=lines, stdout=answers, check=True)

        return do

    arms = {"plain": through("-c", PLAIN), "statute": through("-m", "statute", "due")}
    claims = [Claim(f"time of statute due / plain datetime, {LINES:,} lines", ("statute",), ("plain",))]
    return "The clock as a command", [Group(arms, turns=1, warm=0)], claims
