"""One line of a postcode directory, or of a list of ward names."""

import re
from collections.abc import Iterable

from accounts.gias.line import BadLine
from accounts.gias.words import What
from accounts.models import BringingIn, Ward, WardPostcode
from accounts.wards.columns import NAMES, POSTCODES, RANKS
from core.postcodes import tidy

WARD = re.compile(r"E05[0-9]{6}")
AREA = re.compile(r"[A-Z][0-9]{8}")
FIFTHS = 5


def fifth_of(rank: int, areas: int) -> int:
    """Which fifth of England's areas one of this rank is in: 1 is the most deprived."""
    return -(-rank * FIFTHS // areas)


class Postcodes:
    """A postcode directory: each postcode of the council's area, its ward, and the fifth of deprivation."""

    columns, numbered = POSTCODES, ""

    def __init__(self, mine: BringingIn) -> None:
        self.mine = mine
        rows = WardPostcode.objects.filter(authority_id=mine.authority_id)
        self.known = {code: rest for code, *rest in rows.values_list("postcode", "ward__code", "area", "fifth")}

    def ours(self, cells: dict[str, str]) -> bool:
        return self.mine.council in (cells["council"], cells.get("county"))

    def key(self, cells: dict[str, str]) -> str:
        postcode = tidy(cells["postcode"])
        if postcode is None:
            raise BadLine(f"“{cells['postcode'][:20]}” is not a postcode")
        return postcode

    def told(self, key: str, cells: dict[str, str]) -> tuple[What | None, str, dict]:
        ward, area, fifth = cells["ward"], cells.get("area", ""), _fifth(cells)
        if not WARD.fullmatch(ward):
            raise BadLine(f"“{ward[:20]}” is not the code of a ward in England")
        if area and not AREA.fullmatch(area):
            raise BadLine(f"“{area[:20]}” is not the code of a small area")
        kept = self.known.get(key)
        if kept == [ward, area, fifth]:
            return None, ward, {}
        return What.CHANGED if kept else What.NEW, ward, {"ward": ward, "area": area, "fifth": fifth}

    def label(self, cells: dict[str, str]) -> tuple[str, str]:
        return cells["postcode"], cells["ward"]

    def missing(self, seen: Iterable[str]) -> int:
        return 0  # a directory comes in pieces, one for each postcode area


def _fifth(cells: dict[str, str]) -> int | None:
    name = next((name for name in RANKS if cells.get(name)), None)
    if name is None:
        return None
    text, most = cells[name].removesuffix(".0"), RANKS[name]
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= most):
        raise BadLine(f"“{text[:20]}” is not a rank of deprivation from 1 to {most}")
    return fifth_of(int(text), most) if int(text) else None


class Names:
    """What wards are called: those of the council's area, and any whose postcodes we have."""

    columns, numbered = NAMES, ""

    def __init__(self, mine: BringingIn) -> None:
        self.mine = mine
        self.known = dict(Ward.objects.filter(authority_id=mine.authority_id).values_list("code", "name"))

    def ours(self, cells: dict[str, str]) -> bool:
        return cells["code"] in self.known or self.mine.council in (cells.get("council"), cells.get("county"))

    def key(self, cells: dict[str, str]) -> str:
        if not WARD.fullmatch(cells["code"]):
            raise BadLine(f"“{cells['code'][:20]}” is not the code of a ward in England")
        return cells["code"]

    def told(self, key: str, cells: dict[str, str]) -> tuple[What | None, str, dict]:
        name = " ".join(cells["name"].split())
        if not 0 < len(name) <= 100:
            raise BadLine("The name of the ward is empty or longer than 100 letters")
        if self.known.get(key) == name:
            return None, name, {}
        return What.CHANGED if key in self.known else What.NEW, name, {"name": name}

    def label(self, cells: dict[str, str]) -> tuple[str, str]:
        return cells["code"], cells["name"]

    def missing(self, seen: Iterable[str]) -> int:
        return len(self.known.keys() - set(seen))
