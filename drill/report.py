"""What was seen, as a table, and whether it may stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field

SHOWN = 12
"""Lines of what is wrong, for each kind."""


@dataclass
class Row:
    """One kind of trouble: how often, what came of it, and what is wrong."""

    kind: str
    times: int
    repeats: int
    allowed: int
    told: str = ""
    wrong: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Nothing lost, nothing that cannot be, and no more repeats than the documented window."""
        return not self.wrong and self.repeats <= self.allowed


def show(rows: Iterable[Row]) -> int:
    """Prints the table. Answers 1 when anything was breached."""
    rows = list(rows)
    print(f"\n  {'kind':12}{'times':>7}{'lost':>7}{'repeats':>9}{'allowed':>9}  {'verdict':10}")
    for row in rows:
        verdict = "holds" if row.holds else "BREACHED"
        print(f"  {row.kind:12}{row.times:7}{len(row.wrong):7}{row.repeats:9}{row.allowed:9}  {verdict:10}{row.told}")
    for row in rows:
        for line in row.wrong[:SHOWN]:
            print(f"  {row.kind}: {line}")
        if len(row.wrong) > SHOWN:
            print(f"  {row.kind}: and {len(row.wrong) - SHOWN} more")
    broken = [row.kind for row in rows if not row.holds]
    print(f"\nBreached: {', '.join(broken)}." if broken else "\nNothing was lost, and nothing came twice that may not.")
    return 1 if broken else 0
