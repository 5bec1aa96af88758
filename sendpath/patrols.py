"""Every room's patrol, in one list. ``cases.tasks.patrol`` walks it each night."""

from collections.abc import Iterator

from cases import patrol as cases_patrol
from cases.findings import Finding
from documents import patrol as documents_patrol
from ehcp import patrol as ehcp_patrol
from referrals import patrol as referrals_patrol
from rulebook import patrol as rulebook_patrol

PATROLS = (cases_patrol, referrals_patrol, ehcp_patrol, documents_patrol, rulebook_patrol)


def findings() -> Iterator[Finding]:
    """Everything that cannot be, and is."""
    for room in PATROLS:
        yield from room.findings()
