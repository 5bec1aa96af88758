"""The commitments of a council, for those who oversee its work. The first argument is always who asks."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.away import staff
from accounts.models import Person
from accounts.selectors import names_of
from accounts.who import Who
from cases.actions.commitments import Promise, as_promised
from cases.commitment_words import Stands
from cases.models import Commitment, CommitmentVersion
from core import clock
from door.words import distance


@dataclass(frozen=True)
class CommitmentSeen:
    """One commitment for a page."""

    key: UUID
    what: str
    source: str
    due_on: date
    owner: str
    owner_left: bool
    """Whoever is named works here no longer, and it is still to be met."""
    stands: Stands
    evidence: str
    met_on: date | None
    version: int

    @property
    def is_met(self) -> bool:
        return self.stands == Stands.MET

    @property
    def far(self) -> str:
        """How far off its day is, or how late it is."""
        return distance(self.due_on, clock.today())

    @property
    def is_late(self) -> bool:
        """Its day has passed and it is not met, or it was met after its day."""
        return (self.met_on or clock.today()) > self.due_on


@dataclass(frozen=True)
class VersionSeen:
    """What was said of one, by whom and when."""

    version: int
    lines: list[tuple[str, str]]
    by: str
    at: datetime


def commitments(who: Who) -> list[CommitmentSeen]:
    """All of them: those still to be met first, the soonest first."""
    rows = Commitment.objects.filter(authority_id=who.authority_id).select_related("owner").order_by("due_on", "what")
    here = set(staff(who.authority_id, clock.today()).values_list("pk", flat=True))
    return sorted((_seen(row, here) for row in rows), key=lambda row: row.is_met)


def commitment_called(who: Who, key: UUID) -> CommitmentSeen:
    """One of the asker's council. Raises ``Commitment.DoesNotExist``."""
    row = Commitment.objects.select_related("owner").get(pk=key, authority_id=who.authority_id)
    here = set(staff(who.authority_id, clock.today()).filter(pk=row.owner_id).values_list("pk", flat=True))
    return _seen(row, here)


def promised_now(who: Who, key: UUID) -> Promise:
    """What is said of it, for the form that changes it. Raises ``Commitment.DoesNotExist``."""
    return as_promised(Commitment.objects.get(pk=key, authority_id=who.authority_id))


def versions_of(who: Who, key: UUID) -> list[VersionSeen]:
    """Everything that was said of one, the newest first."""
    rows = list(CommitmentVersion.objects.filter(authority_id=who.authority_id, commitment=key).order_by("-version"))
    names = names_of({row.entered_by for row in rows})
    owners = dict(Person.objects.filter(pk__in={row.said["owner"] for row in rows}).values_list("pk", "name"))
    return [
        VersionSeen(row.version, _lines(row.said, owners), names.get(row.entered_by, ""), row.entered_at)
        for row in rows
    ]


def _seen(row: Commitment, here: set[UUID]) -> CommitmentSeen:
    return CommitmentSeen(
        key=row.pk, what=row.what, source=row.source, due_on=row.due_on, owner=row.owner.name,
        owner_left=row.owner_id not in here and row.stands != Stands.MET, stands=Stands(row.stands),
        evidence=row.evidence, met_on=row.met_on, version=row.version,
    )  # fmt: skip


def _lines(said: dict, owners: dict[UUID, str]) -> list[tuple[str, str]]:
    def day(name: str) -> str:
        told = date.fromisoformat(said[name]) if said.get(name) else None
        return f"{told.day} {told:%B %Y}" if told else ""

    told = [
        ("What was promised", said["what"]), ("Where", said["source"]), ("Due", day("due_on")),
        ("Who answers for it", owners.get(UUID(said["owner"]), "")),
        ("How it stands", str(Stands(said["stands"]).words)), ("What shows it", said["evidence"]),
        ("Met on", day("met_on")),
    ]  # fmt: skip
    return [(label, words) for label, words in told if words]
