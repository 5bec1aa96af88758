"""Who a child is, as somebody entered it, and what is wrong with it. Pure."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from core.words import _
from people.numbers import CHECKS, bare
from people.rules import against_born_on
from people.words import Known


@dataclass(frozen=True)
class Details:
    """Who a child is. Only the names and the birthday must be known."""

    given_name: str
    family_name: str
    born_on: date
    preferred_name: str = ""
    pronouns: str = ""
    languages: str = ""
    interpreter: str = Known.NOT_KNOWN.value
    communication: str = ""
    nhs_number: str = ""
    upn: str = ""
    uln: str = ""

    def tidied(self) -> "Details":
        """Without blanks around anything, and the numbers as they are kept."""
        said: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        said |= {name: value.strip() for name, value in said.items() if isinstance(value, str)}
        return Details(**(said | {name: bare(said[name]) for name in CHECKS}))


KINDS = {
    "names": {"given_name", "family_name", "preferred_name", "pronouns"},
    "born": {"born_on"},
    "language": {"languages", "interpreter", "communication"},
    "numbers": set(CHECKS),
}
"""What history calls each detail."""


def kind_of(changed: set[str]) -> str:
    """What kind of thing changed, in one word for history."""
    kinds = [kind for kind, names in KINDS.items() if names & changed]
    return kinds[0] if len(kinds) == 1 else "several"


def against(details: Details, today: date, oldest: int) -> dict[str, str]:
    """What is wrong, by field: of the names, the birthday and the numbers."""
    wrong = {
        name: words
        for name, words in (
            ("given_name", _("Enter the first name")),
            ("family_name", _("Enter the last name")),
        )
        if not getattr(details, name).strip()
    }
    if not_born := against_born_on(details.born_on, today, oldest):
        wrong["born_on"] = not_born
    for name, check in CHECKS.items():
        number = getattr(details, name)
        if number and (against_it := check(number)):
            wrong[name] = against_it
    return wrong
