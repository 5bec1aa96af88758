"""Lines of means over time, from nought to five, as the numbers of an SVG. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from insight.feedback_rules import Figure

WIDE, HIGH = 160, 40


@dataclass(frozen=True)
class Drawn:
    """The runs of a line, which breaks where there is nothing to show, and its points."""

    runs: tuple[str, ...]
    points: tuple[tuple[str, str], ...]


def path_of(figures: Sequence[Figure]) -> Drawn:
    """The line through some figures: the bottom is nought, the top is five."""
    step = WIDE / max(len(figures), 1)
    runs: list[list[tuple[str, str]]] = [[]]
    for place, one in enumerate(figures):
        if one.mean is None:
            runs.append([])
        else:
            across, down = step * (place + 0.5), HIGH - float(one.mean) * HIGH / 5
            runs[-1].append((f"{across:.1f}", f"{down:.1f}"))
    return Drawn(
        runs=tuple(" ".join(f"{x},{y}" for x, y in run) for run in runs if len(run) > 1),
        points=tuple(point for run in runs for point in run),
    )
