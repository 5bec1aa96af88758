"""Every role, what it means, what it may do, and who holds it here."""

from dataclasses import dataclass

from django.shortcuts import render

from accounts.roles import STAFF, Role
from accounts.selectors_setup import holders
from cases.powers import OVERSEERS
from core import clock
from desk.setup.powers import Power, parts, powers
from door.page import page

NAMES_TO = OVERSEERS | {Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER}
"""Who is shown the names of those who hold a role; others see how many there are."""


@dataclass(frozen=True)
class RoleSeen:
    """A role, for the page."""

    power: Power
    held_by: tuple[str, ...]


@page(roles=STAFF)
def every(request):
    """The roles, looked through by a word."""
    q = request.GET.get("q", "").strip()
    held = holders(request.who, clock.today())
    rows = [RoleSeen(power, tuple(held.get(power.role, ()))) for power in powers()]
    found = [row for row in rows if not q or q.casefold() in _words(row, request.who.roles & NAMES_TO)]
    return render(
        request,
        "desk/setup/roles.html",
        {
            "rows": found,
            "all": len(rows),
            "q": q,
            "parts": parts(),
            "names": bool(request.who.roles & NAMES_TO),
            "filters": [{"name": "q", "label": "A word: a role, what it may do, or a name", "value": q}],
        },
    )


def _words(row: RoleSeen, names) -> str:
    power = row.power
    said = [power.role.words, power.role.meaning, power.cases, *power.does, *power.pages]
    return " ".join([*said, *(row.held_by if names else ())]).casefold()
