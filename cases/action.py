"""The doorway. Every change to a case goes through here, in one transaction:
sight, lock, power, the act itself, save, history, law, lists, post.

    with action(Event.REFERRAL_SETTLED, by=who, subject=lambda: Referral.objects.get(pk=key)) as act:
        if why := rules.against_settling(...):
            raise Refused(*why)
        act.subject.settle()

One event a ``with``. What comes next opens its own afterwards, with ``because=act.entry``.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import transaction
from django_fsm import TransitionNotAllowed

from accounts.who import Who
from cases import audience, caseload, deadlines, powers, sight
from cases.act import Act
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from core.words import _
from door.guarded import Guarded, opened
from ledger import pen
from ledger.models import Entry
from notices import doorbell, post_office

ALREADY_DONE = _("This has already been done, perhaps by somebody else a moment ago.")


@contextmanager
def action(
    event: Event,
    *,
    by: Who,
    subject: Callable[[], Guarded],
    because: Entry | None = None,
    effective_on: date | None = None,
    named: UUID | None = None,
    part: Part = Part.CORE,
) -> Iterator[Act]:
    """Opens the doorway for one event about ``subject``, which names its case itself.

    ``named`` is the case in the address, refused when the subject is another's. ``effective_on`` is the day
    it counts in law (received, not typed). Raises NotAllowed, Refused, or the subject's DoesNotExist.
    """
    with transaction.atomic():
        case, thing = _locked(event, by, subject, because, named)
        powers.require_power(powers.Asked(by, event, case, new=thing is case and case._state.adding))
        act = Act(case, thing, effective_on or clock.today(), about=thing.pk)
        before = getattr(thing, "state", "")
        with opened(case.pk):
            try:
                yield act
            except TransitionNotAllowed as refusal:
                raise Refused(ALREADY_DONE) from refusal
            if act.abandoned:
                return
            act.subject.save()
            moved = (before, getattr(thing, "state", ""))
            act.entry = pen.write(
                event, authority=case.authority_id, case_ref=case.pk, part=part, about=act.about, actor_ref=by.ref,
                effective_on=act.effective_on, facts=act.facts, moved=moved, because=because and because.pk,
            )  # fmt: skip
            deadlines.apply(act.entry, case)
            caseload.keep(case)
            if post_office.post(act.entry, *audience.letters_for(act.entry, case, act.telling)):
                doorbell.wake_after_commit()


def _locked(
    event: Event, by: Who, subject: Callable[[], Guarded], because: Entry | None, named: UUID | None
) -> tuple[Case, Guarded]:
    """The case, locked first of all, and the subject, read again now that nothing can change."""
    thing = subject()
    if named is not None and thing.case_id != named:
        raise NotAllowed("the subject is another case's")
    if isinstance(thing, Case) and thing._state.adding:
        sight.require_sight(powers.Asked(by, event, thing, new=True))
        return thing, thing
    case = Case.objects.get(pk=thing.case_id)
    follows = because is not None and because.case_ref == case.pk and because.actor_ref == by.ref
    sight.require_sight(powers.Asked(by, event, case, new=follows))
    case = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if isinstance(thing, Case):
        return case, case
    return case, thing if thing._state.adding else subject()
