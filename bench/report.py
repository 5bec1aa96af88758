"""What is claimed of a benchmark's arms, and the plain tables that say whether it holds."""

import statistics
from dataclasses import dataclass

from bench.rounds import Times


@dataclass(frozen=True)
class Claim:
    """Some arms beside others: at most, or at least, so much. Without a target it is only told."""

    words: str
    over: tuple[str, ...]
    under: tuple[str, ...]
    at_most: float | None = None
    at_least: float | None = None

    def holds(self, middle: float) -> bool | None:
        """Whether the middle of the rounds meets the target, or None when there is none."""
        if self.at_most is None and self.at_least is None:
            return None
        return (self.at_most is None or middle <= self.at_most) and (self.at_least is None or middle >= self.at_least)

    @property
    def target(self) -> str:
        """The target, as the table shows it."""
        if self.at_most is not None and self.at_least is not None:
            return f"{self.at_least:g} to {self.at_most:g}"
        if self.at_most is not None:
            return f"at most {self.at_most:g}"
        return f"at least {self.at_least:g}" if self.at_least is not None else "none"


ANSWERS = {True: "met", False: "NOT MET", None: ""}


def show(title: str, claims: list[Claim], times: Times) -> int:
    """Print one benchmark. How many of its targets were not met."""
    print(f"\n{title}")
    print(f"  {'ratio':62}{'middle':>8}{'least':>8}{'most':>8}  {'target':14}")
    missed = 0
    for claim in claims:
        ratios = times.ratios(claim.over, claim.under)
        middle = statistics.median(ratios)
        holds = claim.holds(middle)
        missed += holds is False
        print(f"  {claim.words:62}{middle:8.2f}{min(ratios):8.2f}{max(ratios):8.2f}  {claim.target:14}{ANSWERS[holds]}")
    print("  for information, milliseconds: " + ", ".join(f"{arm} {times.middle(arm):.2f}" for arm in times.rounds))
    return missed
