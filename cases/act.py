"""What the author of an act works with while the doorway is open."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from cases.models import Case


@dataclass
class Act:
    """What the author of an act works with: the locked case, its subject, and what history should say."""

    case: Case
    subject: Any
    """The row the act is about, locked with its case."""
    effective_on: date
    about: UUID
    facts: dict[str, str] = field(default_factory=dict)
    telling: dict[str, object] = field(default_factory=dict)
    """Words for this event's letters alone. Never kept in the ledger."""
    entry: Any = None
    """The ledger entry, once the doorway has closed; None before, and when the act was abandoned."""
    abandoned: bool = False

    def abandon(self) -> None:
        """Nothing needed doing: leave no trace."""
        self.abandoned = True
