"""What one kind of file says, line by line: which lines are ours, what each would change. The rest of bringing a file
in, from the choice to the taking, is the same for every kind (``reading``, ``taking``)."""

from collections.abc import Iterable
from typing import Protocol

from accounts.gias.columns import NEEDED, OTHERS
from accounts.gias.line import urn_of, values_of
from accounts.gias.table import Columns
from accounts.gias.words import Scope, What
from accounts.models import BringingIn, Setting


class Reader(Protocol):
    """Reads one file of its kind for one authority, knowing what is there already."""

    columns: Columns
    numbered: str
    """What stands before a number where it is named."""

    def ours(self, cells: dict[str, str]) -> bool:
        """Whether a line is of this authority."""
        ...

    def key(self, cells: dict[str, str]) -> str:
        """The number or code that a line is about. Raises BadLine."""
        ...

    def told(self, key: str, cells: dict[str, str]) -> tuple[What | None, str, dict]:
        """What a line would do (None: nothing), its name, and what it says. Raises BadLine."""
        ...

    def label(self, cells: dict[str, str]) -> tuple[str, str]:
        """Number and name of a line that cannot be taken, as they stand there."""
        ...

    def missing(self, seen: Iterable[str]) -> int:
        """How many that we have are not in the file."""
        ...


class Settings:
    """The official register of schools."""

    columns, numbered = Columns(NEEDED, OTHERS, "the register"), "URN "

    def __init__(self, mine: BringingIn) -> None:
        self.mine = mine
        self.known = {
            row.urn: row
            for row in Setting.objects.filter(authority_id=mine.authority_id)
            .exclude(urn="")
            .only("urn", "digest", "status", "name", "postcode", "la_code", "number_at_la", "closed_on")
        }
        self.gone = _Gone(row for row in self.known.values() if row.status == Setting.Status.CLOSED)

    def ours(self, cells: dict[str, str]) -> bool:
        if self.mine.scope != Scope.OURS:
            return True
        return cells["la_code"].zfill(3) == self.mine.authority_id or cells["urn"] in self.known

    def key(self, cells: dict[str, str]) -> str:
        return urn_of(cells)

    def told(self, key: str, cells: dict[str, str]) -> tuple[What | None, str, dict]:
        values = values_of(cells)
        return self._what(self.known.get(key), values), values["name"], values

    def label(self, cells: dict[str, str]) -> tuple[str, str]:
        return cells["urn"], cells["name"]

    def missing(self, seen: Iterable[str]) -> int:
        seen = set(seen)
        return sum(1 for urn, row in self.known.items() if urn not in seen and row.digest)

    def _what(self, kept: Setting | None, values: dict) -> What | None:
        if values["status"] == Setting.Status.CLOSED:
            self.gone.note(values)
        if kept is None:
            if values["status"] != Setting.Status.CLOSED and self.gone.stood_where(values):
                return What.REOPENED
            return What.NEW
        if kept.digest == values["digest"]:
            return None
        return What.CLOSED if values["status"] == "closed" != kept.status else What.CHANGED


class _Gone:
    """Settings that closed, to be found again under another number: by home and by name or place in the LA's list."""

    def __init__(self, rows: Iterable[Setting]) -> None:
        self.kept = {key for row in rows for key in _marks(row.name, row.postcode, row.la_code, row.number_at_la)}

    def note(self, values: dict) -> None:
        self.kept |= set(_marks(values["name"], values["postcode"], values["la_code"], values["number_at_la"]))

    def stood_where(self, values: dict) -> bool:
        marks = _marks(values["name"], values["postcode"], values["la_code"], values["number_at_la"])
        return bool(self.kept & set(marks))


def _marks(name: str, postcode: str, la_code: str, number: str) -> list[tuple[str, str]]:
    marks = [(postcode, name.casefold())]
    if number:
        marks.append((postcode, la_code + number))
    return marks if postcode else []
