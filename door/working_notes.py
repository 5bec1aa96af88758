"""Words still being written by several people at once. Each place counts its versions, so that nobody writes over what
they have not read. See decision 29."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import models

from core import clock
from door.guarded import OfAnAuthority

LONGEST = 4000
"""Characters in one field of one place."""


class WorkingNote(OfAnAuthority):
    """One place, with what stands in it now, who wrote it last, and how often it was written."""

    said = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    written_by = models.CharField(max_length=60)
    written_at = models.DateTimeField()

    class Meta:
        abstract = True

    def put(self, words: Mapping[str, str], version: int, by: str) -> bool:
        """Writes here where it stands as its writer last read it; the same words again change nothing. False where
        somebody else had written since: nothing is written over."""
        if self.said == words and not getattr(self, "gone", False):
            return True
        if self.version != version:
            return False
        self.said, self.version = dict(words), self.version + 1
        self.written_by, self.written_at = by, clock.now()
        return True


Place = TypeVar("Place", bound=WorkingNote)


@dataclass(frozen=True)
class Written(Generic[Place]):
    """What stands in one place after somebody wrote there."""

    row: Place
    clash: bool = False
    """Somebody else had written there since: ``row`` is theirs, and nothing was written over."""


def cleaned(said: Mapping[str, str], fields: tuple[str, ...]) -> dict[str, str]:
    """The words of a place, as they are kept."""
    return {name: said.get(name, "").replace("\r\n", "\n").strip() for name in fields}
