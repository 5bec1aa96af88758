"""Somebody says what they made of a meeting: by the link, or to a colleague who types it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from feedback import rules
from feedback.groups import is_from_outside
from feedback.models import Answer, Ask
from feedback.words import Group, How, Why


@dataclass(frozen=True)
class Given:
    """What somebody answered. ``at_a_setting``: what somebody from outside says of where they work, if they do."""

    scores: Mapping[str, float] = field(default_factory=dict)
    words: str = ""
    how: How = How.LINK
    given_on: date | None = None
    at_a_setting: bool | None = None


def give(ask_key: UUID, given: Given, *, by: Who, named: UUID | None = None) -> Answer:
    """Keeps an answer, once. ``by`` is a visitor who holds the link we posted, or a colleague on the case who took it
    down from paper or from what they were told. Raises Refused, NotAllowed, Ask.DoesNotExist."""

    def the_ask() -> Ask:
        return Ask.objects.select_for_update(no_key=True).get(pk=ask_key)

    if (by.person_id is None) != (given.how == How.LINK):
        raise NotAllowed("the link is for those who hold it")
    if by.person_id is not None:
        case = Ask.objects.select_related("case").get(pk=ask_key).case
        sight.require_part(by, case, Part.TOGETHER)
        if not sight.may_act(by, case):
            raise NotAllowed(sight.READS_ONLY, seen=True)
    with action(Event.FEEDBACK_GIVEN, by=by, subject=the_ask, named=named, part=Part.TOGETHER) as act:
        ask, today = act.subject, clock.today()
        on = given.given_on or today
        if ask.answered_at:
            raise Refused(Why.ANSWERED)
        if given.how == How.LINK and today > ask.until:
            raise NotAllowed("the link is over")
        if given.at_a_setting is not None and is_from_outside(ask.invitee):
            ask.group = Group.SETTING if given.at_a_setting else Group.PROFESSIONAL
        why = rules.against_giving(Group(ask.group), given.scores, given.words)
        if why := why + rules.against_day(on, ask.meeting.held_on, today):
            raise Refused(*why)
        row = Answer(
            authority_id=ask.authority_id, case=act.case, ask=ask, scores=dict(given.scores), given_on=on,
            words=given.words.strip(), how=given.how, taken_down_at=clock.now(),
            taken_down_by="" if given.how == How.LINK else by.ref,
        )  # fmt: skip
        row.save()
        ask.answered_at = row.taken_down_at
        act.about = act.case.pk
        act.facts = {"meeting": str(ask.meeting_id), "how": given.how.value}
    return row
