"""Who helps a child besides whoever leads, as the family knows them: services that took the child on, and those whom
the family meets. Nobody whom a family was not told of is named here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from meetings.family import MeetingForFamily


@dataclass(frozen=True)
class Helps:
    """A service or a person."""

    name: str
    since: date | None = None


def who_helps(
    services: Iterable[tuple[str, date | None]], meetings: Iterable[MeetingForFamily], lead: str
) -> list[Helps]:
    """Services first, with the day they began, then people by name, each once; not the lead, who stands apart.
    ``services`` and ``meetings`` are those that the reader was told of."""
    met = {name for one in meetings for name in one.with_whom}
    people = sorted(name for name in met if name.split(",")[0] != lead)
    return [*(Helps(name, since) for name, since in services), *(Helps(name) for name in people)]
