"""The rows of an official file, however it was saved: as downloaded, or again by a spreadsheet."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SNIFFED = 1 << 20


class CannotRead(ValueError):
    """Why nothing of this file can be taken, in words."""


@dataclass(frozen=True)
class Columns:
    """What we read of a kind of file: by our own name for each column, every name a release has given it."""

    needed: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]]
    called: str
    """What the file is, in words."""


class Table:
    """An open file: its rows by our own names for the columns, and how far it has been read."""

    def __init__(self, path: Path, columns: Columns) -> None:
        self._columns = columns
        self._raw = path.open("rb")
        self._text = io.TextIOWrapper(self._raw, encoding=_encoding(self._raw), errors="replace", newline="")
        try:
            self._begin()
        except BaseException:
            self.close()
            raise

    def _begin(self) -> None:
        first = self._text.readline()
        if not first.strip():
            raise CannotRead("The file is empty.")
        self._text.seek(0)
        self._rows = csv.reader(self._text, delimiter=max(",;\t", key=first.count))
        self._places = _places(next(self._rows, []), self._columns)

    @property
    def done(self) -> int:
        """Bytes read."""
        return self._raw.tell()

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        try:
            for cells in self._rows:
                if any(cells):
                    line = {
                        name: cells[place].strip() if place < len(cells) else "" for name, place in self._places.items()
                    }
                    yield self._rows.line_num, line
        except csv.Error as broken:
            raise CannotRead(f"The file breaks off in line {self._rows.line_num}. Download it again.") from broken

    def close(self) -> None:
        self._text.close()


def _encoding(raw) -> str:
    """UTF-8 where all of it is; otherwise Windows-1252, as the register is downloaded."""
    start = raw.read(4)
    raw.seek(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := raw.read(SNIFFED):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        raw.seek(0)
    return "utf-8-sig"


def _places(header: list[str], columns: Columns) -> dict[str, int]:
    found = {_plain(name): place for place, name in reversed(list(enumerate(header))) if name.strip()}
    places, missing = {}, []
    for ours, names in {**columns.needed, **columns.others}.items():
        place = next((found[_plain(name)] for name in names if _plain(name) in found), None)
        if place is not None:
            places[ours] = place
        elif ours in columns.needed:
            missing.append(names[0])
    if len(missing) == len(columns.needed):
        raise CannotRead(
            f"The first line does not name the columns of {columns.called}. Choose the file as downloaded."
        )
    if missing:
        word = "columns" if len(missing) > 1 else "column"
        raise CannotRead(f"The file does not have the {word} {', '.join(missing)}. Nothing of it was taken.")
    return places


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
