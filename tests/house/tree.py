"""The files of the house, as the tests of its order read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "core", "statute", "door", "accounts", "people", "ledger", "notices", "cases", "documents", "provision",
    "referrals", "panels", "meetings", "assessments", "talking", "profiles", "support", "ehcp", "rulebook", "feedback",
    "pathway", "insight", "desk", "portal", "api", "demo", "sendpath",
)  # fmt: skip


def modules(*rooms: str) -> Iterator[Path]:
    """Every Python file of these rooms (of all, when none is named), without migrations."""
    for room in rooms or ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def dotted(path: Path) -> str:
    """``cases/models/case.py`` as ``cases.models.case``."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def parsed(path: Path) -> ast.Module:
    """The file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> set[str]:
    """Every module, and every name from a module, that a file imports."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def where(path: Path, node: ast.AST) -> str:
    """A line somebody can open."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
