"""Which version this is: the newest one named in CHANGELOG.md."""

import re
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"
HEADING = re.compile(r"^## \[?(\d+\.\d+\.\d+)\]?", re.MULTILINE)


def newest(changelog: str) -> str:
    """The first version heading of a changelog, or 0.0.0 before there is one."""
    found = HEADING.search(changelog)
    return found.group(1) if found else "0.0.0"


def version() -> str:
    """The version of the files we are running from."""
    return newest(CHANGELOG.read_text(encoding="utf-8")) if CHANGELOG.exists() else "0.0.0"
