"""A comment is sorted by its themes; where somebody may be in danger, it is looked up which meeting it is about."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from accounts.who import Who
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Refused
from feedback.models import Answer, Sorting
from feedback.themes import themes_of
from feedback.words import Group, Why, audience_of


def sort_comment(ticket: UUID, codes: Collection[str], *, by: Who, before: datetime | None = None) -> Sorting:
    """Says which themes a comment is about, which may be none; the latest counts. ``before``: when it had been sorted
    as the reader saw it; whoever did not see what another ticked does not undo it. Raises Refused, NotAllowed,
    Answer.DoesNotExist."""
    answer = comment(by, ticket)
    offered = {one.code for one in themes_of(by.authority_id)[audience_of(Group(answer.ask.group))]}
    if set(codes) - offered:
        raise Refused(Why.NOT_A_THEME)
    with office_act(Event.FEEDBACK_SORTED, by=by, subject=lambda: _sorting(answer)) as act:
        if act.subject.sorted_at != before and sorted(codes) != act.subject.codes:
            raise Refused(Why.SORTED_MEANWHILE)
        act.subject.codes = sorted(codes)
        act.subject.sorted_by, act.subject.sorted_at = by.ref, clock.now()
        act.facts = {"themes": " ".join(act.subject.codes)}
    return act.subject


def look_up(ticket: UUID, *, by: Who) -> Sorting:
    """Somebody may be in danger: which meeting it is about is shown with the comment from now on, and who asked.
    Raises NotAllowed, Answer.DoesNotExist."""
    answer = comment(by, ticket)
    with office_act(Event.FEEDBACK_LOOKED_UP, by=by, subject=lambda: _sorting(answer)) as act:
        if act.subject.looked_up_at is None:
            act.subject.looked_up_by, act.subject.looked_up_at = by.ref, clock.now()
        act.facts = {"answer": str(answer.pk)}
    return act.subject


def comment(by: Who, ticket: UUID) -> Answer:
    """An answer in which something is written. Raises Answer.DoesNotExist."""
    rows = Answer.objects.filter(authority_id=by.authority_id).exclude(words="")
    return rows.select_related("ask__meeting", "case").get(ticket=ticket)


def _sorting(answer: Answer) -> Sorting:
    row = Sorting.objects.select_for_update(no_key=True).filter(answer=answer).first()
    return row or Sorting(authority_id=answer.authority_id, answer=answer)
