"""The sender answers what the Bridge asked, by a link, signed in or on the phone. Nothing they say is lost, whatever
became of the request meanwhile."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.who import Who
from cases.act import Act
from cases.action import action
from cases.words import Stage
from core import clock
from core.events import Event
from core.refusals import Invalid, Refused
from core.words import _
from door.words import long_date
from referrals import rules
from referrals.models import Referral, TriageAnswer
from referrals.words import OPEN_TO_REPLIES, AsksFor, Said, Why
from referrals.worries import sounds_like_a_worry


def reply(question_key: UUID, words: str, *, by: Who, named: UUID | None = None) -> Referral:
    """Keeps the answer with its question. A request that waited, or was closed, is read again within our target; one
    that was accepted, withdrawn or found to be for an assessment stays so. A second answer follows the first.
    Raises Refused, NotAllowed."""
    question = TriageAnswer.objects.get(pk=question_key)
    with action(Event.REFERRAL_REPLIED, by=by, subject=lambda: _referral_of(question), named=named) as act:
        asked = _asked(question_key)
        if not words.strip():
            raise Refused(Why.NO_ANSWER)
        _keep(act, asked, words.strip())
    return act.subject


@dataclass(frozen=True)
class Heard:
    """What an officer heard on the phone."""

    words: str
    who_spoke: str
    spoken_on: date
    at: str = ""
    """The time, as the officer writes it."""


def hear(question_key: UUID, heard: Heard, *, by: Who, name: str, named: UUID | None = None) -> Referral:
    """An officer, called ``name``, writes down what was answered on the phone. It stands like any other answer, and
    counts from the day it was said. Raises Invalid, Refused, NotAllowed."""
    question = TriageAnswer.objects.get(pk=question_key, authority_id=by.authority_id)
    with action(
        Event.REFERRAL_RANG, by=by, subject=lambda: _referral_of(question), named=named, effective_on=heard.spoken_on
    ) as act:
        asked = _asked(question_key)
        asked_on = clock.london_day(asked.said_at)
        if wrong := rules.against_hearing(heard.who_spoke, heard.words, heard.spoken_on, asked_on, clock.today()):
            raise Invalid({field: str(why) for field, why in wrong.items()})
        when = f"{long_date(heard.spoken_on)}, {heard.at.strip()}" if heard.at.strip() else long_date(heard.spoken_on)
        head = _("{who} said on the phone on {when}; {name} wrote it down:")
        head = str(head).format(who=heard.who_spoke.strip(), when=when, name=name)
        _keep(act, asked, f"{head}\n{heard.words.strip()}")
    return act.subject


def _referral_of(question: TriageAnswer) -> Referral:
    return Referral.objects.get(pk=question.referral_id)


def _asked(question_key: UUID) -> TriageAnswer:
    asked = TriageAnswer.objects.get(pk=question_key)
    if asked.said != Said.ASK:
        raise Refused(Why.NOT_ASKED)
    return asked


def _keep(act: Act, asked: TriageAnswer, words: str) -> None:
    """The answer with its question, and the request back in the queue where it is open to answers."""
    asked.reply = f"{asked.reply}\n\n{words}".strip()
    asked.replied_at = clock.now()
    asked.save()
    reads = act.subject.state in OPEN_TO_REPLIES and act.subject.facts.stands_as == AsksFor.HELP
    if reads:
        act.subject.reply()
        if not act.subject.concern and sounds_like_a_worry([words]):
            act.subject.may_tell_of_harm = True
        if sounds_like_a_worry([words]):
            act.subject.worry_read, act.subject.worry_read_by, act.subject.worry_read_at = "", "", None
        act.case.stage = Stage.INTAKE
        act.case.save()
    first = reads and rules.read_first(act.subject.facts) and not act.subject.worry_read_at
    act.telling = {"read": "first" if first else "in_order"}
    act.facts = {"reads": "yes" if reads else "no"}
