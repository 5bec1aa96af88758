"""What the Bridge says to a request for help. Each answer is one event, and one row that is never rewritten."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings

from accounts.who import Who
from cases import concerns
from cases.act import Act
from cases.action import action
from cases.links import reply_to
from cases.words import Part, Stage
from core import clock
from core.events import Event
from core.refusals import Refused
from ledger.models import Entry
from referrals import rules
from referrals.actions.settle import names_of_child
from referrals.models import Referral, TriageAnswer
from referrals.words import Said
from statute.explain import why as why_of


@dataclass(frozen=True)
class Answer:
    """What the officer wrote: for the family to read, so it names no child."""

    because: str
    sent_to: str = ""
    """The named service it is passed to, and how it is reached."""
    instead: str = ""
    """What happens instead of what was asked."""
    unagreed: bool = False
    """Accepted though nobody agreed to sharing, because the child may not be safe."""


EVENTS = {
    Said.ACCEPT: Event.REFERRAL_ACCEPTED,
    Said.ASK: Event.REFERRAL_ASKED,
    Said.SEND_ON: Event.REFERRAL_SENT_ON,
    Said.DECLINE: Event.REFERRAL_DECLINED,
}
MOVES: dict[Said, Callable[[Referral], None]] = {
    Said.ACCEPT: Referral.accept,
    Said.ASK: Referral.ask,
    Said.SEND_ON: Referral.send_on,
    Said.DECLINE: Referral.decline,
}
CLOSES = {Said.SEND_ON, Said.DECLINE}


def say(
    referral_key: UUID, said: Said, answer: Answer, *, by: Who, named: UUID | None = None
) -> tuple[Referral, Entry]:
    """Accepts, asks for more, passes on, or declines. What follows from accepting is an act of ``pathway``.

    Raises Refused with reasons, or because somebody else answered a moment ago; NotAllowed.
    """
    with opened(referral_key, EVENTS[said], by=by, named=named) as act:
        names = names_of_child(act.case)
        facts = replace(act.subject.facts, concern=concerns.stands(act.case) is not None)
        why = rules.against_answering(
            facts, said, sent_to=answer.sent_to, instead=answer.instead, unagreed=answer.unagreed
        )
        why += [reason for text in written(answer) for reason in rules.against_reason(text, names)]
        if why:
            raise Refused(*dict.fromkeys(why))
        MOVES[said](act.subject)
        row = keep(act, said, answer, by=by)
        if said in CLOSES:
            act.case.stage = Stage.CLOSED
            act.case.save()
        act.telling = {"reason": row.because, "sent_to": row.sent_to, "instead": row.instead}
        if said == Said.ACCEPT:
            act.facts["agreed"] = "yes" if act.subject.consent else "no"
            act.telling["lead_by"] = why_of("LEAD-LOCAL", clock.today()).strict
        if said == Said.ASK:
            act.telling["reply_url"] = settings.FAMILY_URL + reply_to(row.pk)
    return act.subject, act.entry


def written(answer: Answer) -> list[str]:
    """Everything that goes out to the family: the reason always, the rest where there is any."""
    return [answer.because, *(text for text in (answer.sent_to, answer.instead) if text.strip())]


@contextmanager
def opened(referral_key: UUID, event: Event, *, by: Who, named: UUID | None, part: Part = Part.CORE) -> Iterator[Act]:
    """The doorway for an act on one request."""
    with action(event, by=by, subject=lambda: Referral.objects.get(pk=referral_key), named=named, part=part) as act:
        yield act


def keep(act: Act, said: Said, answer: Answer, *, by: Who) -> TriageAnswer:
    """Writes down what was said."""
    row = TriageAnswer(
        authority_id=act.case.authority_id, case=act.case, referral=act.subject, said=said,
        because=answer.because.strip(), sent_to=answer.sent_to.strip(), instead=answer.instead.strip(),
        said_by=by.ref, said_at=clock.now(),
    )  # fmt: skip
    row.save()
    return row
