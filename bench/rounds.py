"""Taking turns: every arm of a benchmark runs in every round, one after the other, so that noise falls on all alike."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Do = Callable[[], object]


@dataclass(frozen=True)
class Group:
    """Arms that take turns, and what must be done, with no clock running, before their turns of a round begin."""

    arms: dict[str, Do]
    turns: int
    before: Do = lambda: None
    warm: int = 3


@dataclass
class Times:
    """The middle time of each arm in each round, in milliseconds."""

    rounds: dict[str, list[float]] = field(default_factory=dict)

    def middle(self, arm: str) -> float:
        """The middle of an arm's rounds."""
        return statistics.median(self.rounds[arm])

    def ratios(self, over: Sequence[str], under: Sequence[str]) -> list[float]:
        """The sum of some arms beside the sum of others, round by round."""
        sums = [[sum(each) for each in zip(*(self.rounds[arm] for arm in arms), strict=True)] for arms in (over, under)]
        return [top / bottom for top, bottom in zip(*sums, strict=True)]


def take(groups: Sequence[Group], rounds: int) -> Times:
    """Every group's arms, turn about, for so many rounds."""
    times = Times({arm: [] for group in groups for arm in group.arms})
    for _ in range(rounds):
        for group in groups:
            group.before()
            took: dict[str, list[float]] = {arm: [] for arm in group.arms}
            for turn in range(-group.warm, group.turns):
                for arm, do in group.arms.items():
                    began = time.perf_counter()
                    do()
                    if turn >= 0:
                        took[arm].append((time.perf_counter() - began) * 1000)
            for arm, each in took.items():
                times.rounds[arm].append(statistics.median(each))
    return times
