"""An official file, of schools or of postcodes and wards, is brought in: begun, agreed to, or dropped. The worker reads
and takes it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts.gias.words import Of, Scope, Stage, What
from accounts.models import BringingIn, Setting
from accounts.who import Who
from cases.office import OfficeAct, office_act
from cases.powers import require_role
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _
from notices import doorbell

BUSY = _("Another file is under way. Finish it or drop it first.")
NOT_READ = _("This file is not waiting for an answer any more.")
HAS_BAD = _("Some lines could not be taken. Mend the file and choose it again, or take the good lines alone.")
NOT_CLOSED = _("Only a setting that closed has one in its place, and it cannot be itself.")


EVENTS = {
    Of.SETTINGS: Event.SETTINGS_BROUGHT_IN, Of.POSTCODES: Event.WARDS_BROUGHT_IN, Of.WARDS: Event.WARDS_BROUGHT_IN,
}  # fmt: skip


def begin(
    *, file_name: str, stored_as: str, size: int, by: Who, scope: str = Scope.OURS, of: Of = Of.SETTINGS,
    council: str = "",
) -> BringingIn:  # fmt: skip
    """Puts a stored file before the worker. Raises Refused while another is under way."""
    require_role(by, EVENTS[of])
    try:
        with transaction.atomic():
            begun = BringingIn.objects.create(
                authority_id=by.authority_id, file_name=file_name[:200], stored_as=stored_as, size=size, scope=scope,
                of=of, council=council, brought_by=by.ref, brought_at=clock.now(),
            )  # fmt: skip
            transaction.on_commit(doorbell.read_the_register)
    except IntegrityError as busy:
        if "one_register_brought_in_at_a_time" not in str(busy):
            raise
        raise Refused(BUSY) from busy
    return begun


def agree(key: UUID, *, good_alone: bool, by: Who) -> None:
    """Somebody has seen what changes and says yes. Without ``good_alone`` a single bad line refuses the whole."""

    def subject() -> BringingIn:
        return BringingIn.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)

    with _doorway(_event(key, by), by, subject) as act:
        if act.subject.stage != Stage.READ:
            raise Refused(NOT_READ)
        if act.subject.counts.get(What.BAD) and not good_alone:
            raise Refused(HAS_BAD)
        act.subject.stage = Stage.AGREED
        act.facts = {"of": act.subject.of, **{what.value: str(act.subject.counts.get(what, 0)) for what in What}}
        transaction.on_commit(doorbell.read_the_register)


def drop(key: UUID, *, by: Who) -> None:
    """Nothing of this file is wanted. What was agreed to cannot be dropped any more."""
    require_role(by, _event(key, by))
    open_ones = BringingIn.objects.filter(
        pk=key, authority_id=by.authority_id, stage__in=[Stage.WAITING, Stage.READING, Stage.READ]
    )
    if not open_ones.update(stage=Stage.DROPPED):
        raise Refused(NOT_READ)


def _doorway(event: Event, by: Who, subject: Callable[[], BringingIn]) -> AbstractContextManager[OfficeAct]:
    if event == Event.SETTINGS_BROUGHT_IN:
        return office_act(Event.SETTINGS_BROUGHT_IN, by=by, subject=subject)
    return office_act(Event.WARDS_BROUGHT_IN, by=by, subject=subject)


def _event(key: UUID, by: Who) -> Event:
    return EVENTS[BringingIn.objects.only("of").get(pk=key, authority_id=by.authority_id).what]


def follow(key: UUID, successor: UUID | None, *, by: Who) -> Setting:
    """Says which setting opened in place of one that closed, or takes it back. Children's history stays there."""

    def subject() -> Setting:
        return Setting.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)

    with office_act(Event.SETTING_KEPT, by=by, subject=subject) as act:
        if successor is None:
            act.subject.successor = None
        else:
            if act.subject.status != Setting.Status.CLOSED or successor == key:
                raise Refused(NOT_CLOSED)
            act.subject.successor = Setting.objects.get(pk=successor, authority_id=by.authority_id)
        act.facts = {"done": "followed" if successor else "unfollowed"}
    return act.subject
