"""Whom a service is for is written down, or changed. Earlier versions stay, for whatever leaned on them."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Refused
from provision.actions.keep_service import called
from provision.models import Threshold
from provision.rules import Line, as_kept
from provision.words import Why


def keep_threshold(service: UUID, lines: Sequence[Line], note: str, *, by: Who) -> Threshold:
    """A new version of a service's threshold. Raises Refused, NotAllowed, Service.DoesNotExist."""
    if not lines:
        raise Refused(Why.NO_LINES)
    with transaction.atomic():
        with office_act(Event.THRESHOLD_KEPT, by=by, subject=lambda: called(service, by)) as act:
            it, kept = act.subject, as_kept(lines)
            before = Threshold.objects.filter(authority_id=it.authority_id, service=it, version=it.threshold).first()
            if before and before.lines == kept:
                raise Refused(Why.SAME)
            it.threshold += 1
            act.facts = {"version": str(it.threshold), "lines": str(len(kept))}
        return Threshold.objects.create(
            authority_id=it.authority_id, service=it, version=it.threshold, lines=kept, note=note.strip(),
            entered_by=by.ref, entered_at=clock.now(),
        )  # fmt: skip
