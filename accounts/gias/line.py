"""One line of the register, checked and in our own words; or why it cannot be taken."""

import json
import re
from datetime import date
from hashlib import md5

from accounts.gias.grades import grade_of
from accounts.gias.kinds import kind_of

NONE = {"", "not applicable", "not recorded", "none", "null", "n/a", "unknown", "does not apply"}
STATUSES = {
    "open": "open", "open, but proposed to close": "open", "closed": "closed", "proposed to open": "proposed",
}  # fmt: skip
LONGEST = {"name": 160, "type_name": 100, "phase": 40, "ward": 100, "la_name": 80, "inspected": 60}
FORMS = (
    (re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 0?0:00(?::00)?)?"), (3, 2, 1)),
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00:00)?"), (1, 2, 3)),
)


class BadLine(ValueError):
    """Why, in words for whoever must mend the file."""


def values_of(cells: dict[str, str]) -> dict:
    """The values of a setting by the names of its columns here. Raises BadLine."""
    said = {name: "" if cell.casefold() in NONE else cell for name, cell in cells.items()}
    name, status = cells["name"], STATUSES.get(said["status"].casefold())
    if not name:
        raise BadLine("EstablishmentName is empty")
    if status is None:
        raise BadLine(f"EstablishmentStatus “{cells['status'][:40]}” is not a status of the register")
    for ours, longest in LONGEST.items():
        if len(said.get(ours, "")) > longest:
            raise BadLine(f"{ours} is longer than {longest} letters")
    values = {
        "name": name,
        "kind": kind_of(said["type"], said.get("phase", ""), name, _number(said, "high_age")),
        "status": status,
        "opened_on": _day(said, "opened", "OpenDate"),
        "closed_on": _day(said, "closed", "CloseDate"),
        "la_code": said["la_code"].zfill(3)[:3] if said["la_code"] else "",
        "la_name": said.get("la_name", ""),
        "number_at_la": said["number"].zfill(4)[:4] if said.get("number") else "",
        "type_name": said["type"][:100],
        "phase": said.get("phase", ""),
        "address": ", ".join(
            part for part in (said.get(n, "") for n in ("street", "locality", "address3", "town", "county")) if part
        )[:300],
        "postcode": said.get("postcode", "").upper()[:10],
        "ward": said.get("ward", ""),
        "capacity": _number(said, "capacity"),
        "inspected": said.get("inspected", ""),
        "inspected_on": _day(said, "inspected_on", "OfstedLastInsp"),
        "base_capacity": _number(said, "base"),
        "unit_capacity": _number(said, "unit"),
        "section_41": said.get("section_41", "").casefold() in {"approved", "yes", "true"},
        "sen_types": "; ".join(dict.fromkeys(said[f"sen{n}"] for n in range(1, 14) if said.get(f"sen{n}")))[:600],
    }
    on = _day(said, "inspected_on", "OfstedLastInsp")
    grade = grade_of(said.get("inspected", ""), date.fromisoformat(on) if on else None, said["type"])
    values |= {"grade": grade, "grade_on": on if grade else None}
    return values | {"digest": md5(json.dumps(values).encode(), usedforsecurity=False).hexdigest()}


def urn_of(cells: dict[str, str]) -> str:
    """The number. Raises BadLine for what a spreadsheet may have made of it."""
    urn = cells["urn"].removesuffix(".0")
    if not (urn.isascii() and urn.isdigit() and 5 <= len(urn) <= 8):
        raise BadLine(f"URN “{cells['urn'][:20]}” is not a number of 5 to 8 digits")
    return urn


def _number(said: dict[str, str], name: str) -> int | None:
    text = said.get(name, "").removesuffix(".0").replace(",", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 8):
        raise BadLine(f"{name} “{text[:20]}” is not a whole number")
    return int(text)


def _day(said: dict[str, str], name: str, called: str) -> str | None:
    text = said.get(name, "")
    if not text:
        return None
    for form, (year, month, day) in FORMS:
        if match := form.fullmatch(text):
            try:
                return date(int(match[year]), int(match[month]), int(match[day])).isoformat()
            except ValueError:
                break
    raise BadLine(f"{called} “{text[:20]}” is not a date")
