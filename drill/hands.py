"""Several hands at once: processes that do the same task at the same moment, as two timekeepers would have them do."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from launch.places import ROOT


class Hands:
    """So many processes on one database."""

    def __init__(self, number: int, environment: Mapping[str, str]) -> None:
        self.each = [
            subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "drill.hand"], cwd=ROOT, env=dict(environment), text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )
            for _ in range(number)
        ]  # fmt: skip

    def together(self, orders: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Gives each hand one order, all at once, and waits for their answers. Raises what went wrong."""
        busy = self.each[: len(orders)]
        for hand, order in zip(busy, orders, strict=True):
            assert hand.stdin  # noqa: S101 - they were opened above
            hand.stdin.write(json.dumps(order) + "\n")
            hand.stdin.flush()
        answers = []
        for hand in busy:
            assert hand.stdout  # noqa: S101
            answers.append(json.loads(hand.stdout.readline()))
        for answer in answers:
            if "trouble" in answer:
                raise RuntimeError(answer["trouble"])
        return answers

    def all(self, task: str, moment: datetime) -> list[Any]:
        """The same task by every hand at once. What came of each."""
        order = {"do": task, "at": moment.isoformat()}
        return [answer["came"] for answer in self.together([order] * len(self.each))]

    def one(self, task: str, moment: datetime | None = None, **how: Any) -> dict[str, Any]:
        """A task by the first hand alone: what came of it, and what was logged."""
        order = {"do": task, **({"at": moment.isoformat()} if moment else {}), **how}
        return self.together([order])[0]

    def close(self) -> None:
        """Nobody speaks any more, and they end."""
        for hand in self.each:
            if hand.stdin:
                hand.stdin.close()
            hand.wait(60)
            if hand.stdout:
                hand.stdout.close()
