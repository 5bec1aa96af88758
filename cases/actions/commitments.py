"""A commitment of the council is written down, or what is said of it is changed. Every change is a version."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from accounts.away import staff
from accounts.who import Who
from cases.commitment_words import Stands
from cases.models import Commitment, CommitmentVersion
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Invalid, Refused

NO_OWNER = "Choose somebody who works here today"
NO_EVIDENCE = "Say what shows that it is met"
AHEAD = "The day it was met must be today or in the past"
NO_DAY = "Enter the day it was met"
SAME = "Nothing is different from what stands."
MEANWHILE = "Somebody changed it while you wrote. Open it again, look at what they said, and then change it."


@dataclass(frozen=True)
class Promise:
    """Everything that is said of a commitment."""

    what: str
    source: str
    due_on: date
    owner: UUID
    stands: str
    evidence: str
    met_on: date | None = None


def keep_commitment(key: UUID | None, said: Promise, *, by: Who, seen: int = 0) -> Commitment:
    """Writes one down, or keeps a new version of the one with this key. ``seen``: the version that was changed.

    Raises Invalid, Refused where nothing is different or somebody changed it meanwhile, NotAllowed,
    Commitment.DoesNotExist.
    """
    with transaction.atomic():
        with office_act(Event.COMMITMENT_KEPT, by=by, subject=lambda: _called(key, by)) as act:
            row = act.subject
            if key and row.version != seen:
                raise Refused(MEANWHILE)
            if wrong := _against(said, row, by):
                raise Invalid(wrong)
            if key and as_promised(row) == said:
                raise Refused(SAME)
            for name, value in asdict(said).items():
                setattr(row, "owner_id" if name == "owner" else name, value)
            row.version += 1
            act.facts = {
                "done": "met" if said.stands == Stands.MET else "changed" if key else "added",
                "stands": said.stands, "due": said.due_on.isoformat(), "version": str(row.version),
            }  # fmt: skip
        CommitmentVersion.objects.create(
            authority_id=row.authority_id, commitment=row, version=row.version, said=_as_said(said),
            entered_by=by.ref, entered_at=clock.now(),
        )  # fmt: skip
    return row


def as_promised(row: Commitment) -> Promise:
    """What is said of it now."""
    return Promise(row.what, row.source, row.due_on, row.owner_id, row.stands, row.evidence, row.met_on)


def _called(key: UUID | None, by: Who) -> Commitment:
    if key is None:
        return Commitment(authority_id=by.authority_id)
    return Commitment.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)


def _against(said: Promise, row: Commitment, by: Who) -> dict[str, str]:
    wrong = {}
    same_owner = bool(row.version) and row.owner_id == said.owner  # somebody who left may stay named on what was met
    if not same_owner and not staff(by.authority_id, clock.today()).filter(pk=said.owner).exists():
        wrong["owner"] = NO_OWNER
    if said.stands == Stands.MET:
        if not said.met_on:
            wrong["met_on"] = NO_DAY
        elif said.met_on > clock.today():
            wrong["met_on"] = AHEAD
        if not said.evidence.strip():
            wrong["evidence"] = NO_EVIDENCE
    return wrong


def _as_said(said: Promise) -> dict:
    return {name: value if isinstance(value, str | None) else str(value) for name, value in asdict(said).items()}
