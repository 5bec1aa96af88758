"""Small numbers are hidden, and others beside them, until nothing that is shown gives a hidden one away. Pure.

A table and its totals are read as water in pipes: every row and every column must balance. How far a hidden number
could be off its true value, with everything shown left as it is, is then the flow that can be sent round through the
hidden ones alone. Where that is less than ``SMALL`` for any hidden number, one more is hidden.

A reader is taken to know all that is shown, that nothing is below nought, and nothing else. Nought itself is shown.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

SMALL = 5
"""Counts of children from 1 to one less than this are not shown; a hidden one could be any of more than so many."""

Place = tuple[int, int]
"""Row and column of a number. The row after the last holds the columns' totals, the column after the last the rows'."""


@dataclass(frozen=True)
class Protected:
    """A table as it may be shown. None is hidden."""

    cells: tuple[tuple[int | None, ...], ...]
    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]
    total: int | None


def protect(table: Sequence[Sequence[int]], small: int = SMALL) -> Protected:
    """A table of counts of one kind of thing, each counted in one row and one column, with its totals."""
    pipes = _Pipes(table)
    shown = _hide(pipes, set(pipes.value), small)
    row_count, column_count = pipes.height, pipes.width

    def cell(row: int, column: int) -> int | None:
        return pipes.value[row, column] if (row, column) in shown else None

    return Protected(
        cells=tuple(tuple(cell(row, column) for column in range(column_count)) for row in range(row_count)),
        rows=tuple(cell(row, column_count) for row in range(row_count)),
        columns=tuple(cell(row_count, column) for column in range(column_count)),
        total=cell(row_count, column_count),
    )


def protect_row(counts: Sequence[int], small: int = SMALL) -> tuple[tuple[int | None, ...], int | None]:
    """Counts of one list and their total. The total is hidden only where it is small itself: so the same list may be
    counted by several things, one table each, and its total is shown or hidden in all of them alike."""
    pipes = _Pipes([counts])
    shown = _hide(pipes, {place for place in pipes.value if place[0] == 0}, small)
    cells = tuple(count if (0, column) in shown else None for column, count in enumerate(counts))
    return cells, sum(counts) if (0, len(counts)) in shown else None


def _hide(pipes: "_Pipes", offered: set[Place], small: int) -> set[Place]:
    """Those of what is offered that may be shown."""
    shown = {place for place in offered if not 0 < pipes.value[place] < small}
    while unsafe := next((one for one in sorted(offered - shown) if pipes.spread(one, shown, small) < small), None):
        shown.remove(_beside(unsafe, shown, pipes, small))
    return shown


def _beside(unsafe: Place, shown: set[Place], pipes: "_Pipes", small: int) -> Place:
    """What to hide next: no total and no nought if it can be helped, the smallest first. A hidden number needs company
    in its row and in its column; then whatever closes a ring of hidden ones."""

    def cost(place: Place) -> tuple:
        total = (place[0] == pipes.height) + (place[1] == pipes.width)
        return (total, pipes.value[place] == 0, pipes.value[place], place)

    for way in (0, 1):
        line = [place for place in pipes.value if place[way] == unsafe[way] and place != unsafe]
        if line and all(place in shown for place in line):
            return min(line, key=cost)
    dear = sorted(shown, key=cost)
    spread = pipes.spread(unsafe, shown, small)
    helps = ((place, pipes.spread(unsafe, shown - {place}, small)) for place in dear)
    return next((place for place, then in helps if then > spread), dear[0])


class _Pipes:
    """A table with its totals, as pipes that balance: from each row to each column, back through the totals."""

    def __init__(self, table: Sequence[Sequence[int]]) -> None:
        self.height, self.width = len(table), len(table[0]) if table else 0
        self.value: dict[Place, int] = {
            (row, column): count for row, counts in enumerate(table) for column, count in enumerate(counts)
        }
        for row, counts in enumerate(table):
            self.value[row, self.width] = sum(counts)
        for column in range(self.width):
            self.value[self.height, column] = sum(counts[column] for counts in table)
        self.value[self.height, self.width] = sum(map(sum, table))

    def ends(self, place: Place) -> tuple[str, str]:
        """Where a number's pipe comes from, and where it goes: totals flow the other way."""
        row, column = place
        row_end = "columns" if row == self.height else f"row {row}"
        column_end = "rows" if column == self.width else f"column {column}"
        inward = (row == self.height) == (column == self.width)
        return (row_end, column_end) if inward else (column_end, row_end)

    def spread(self, place: Place, shown: set[Place], enough: int) -> int:
        """Over how many numbers a hidden one could range, beside itself; no further than ``enough`` each way."""
        start, end = self.ends(place)
        others = [other for other in self.value if other not in shown and other != place]
        up = self._flow(end, start, others, enough)
        down = min(self.value[place], self._flow(start, end, others, enough))
        return up + down

    def _flow(self, start: str, end: str, hidden: list[Place], enough: int) -> int:
        """What can be sent from one end to another: forwards any amount, backwards as much as a pipe holds."""
        left: dict[str, dict[str, int]] = {}
        for place in hidden:
            come, go = self.ends(place)
            left.setdefault(come, {})[go] = left.get(come, {}).get(go, 0) + enough
            left.setdefault(go, {})[come] = left.get(go, {}).get(come, 0) + min(self.value[place], enough)
        sent = 0
        while sent < enough and (path := _path(left, start, end)):
            amount = min(enough - sent, *(left[come][go] for come, go in path))
            for come, go in path:
                left[come][go] -= amount
                left[go][come] += amount
            sent += amount
        return sent


def _path(left: dict[str, dict[str, int]], start: str, end: str) -> list[tuple[str, str]]:
    """The shortest way along which something is left to send; empty where there is none."""
    came: dict[str, str] = {start: ""}
    queue = deque([start])
    while queue and end not in came:
        here = queue.popleft()
        for there, amount in left.get(here, {}).items():
            if amount and there not in came:
                came[there] = here
                queue.append(there)
    path, here = [], end
    while came.get(here):
        path.append((came[here], here))
        here = came[here]
    return path
