"""Something is said to the family or by them, or is written down after it was said; and what needs no answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings

from accounts.who import Who
from cases import sight
from cases.act import Act
from cases.action import action
from cases.company import Partner, hides, partner_called, partner_signed_in
from cases.leading import lead_of
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from statute.calendar import add_working_days
from talking import rules
from talking.models import Said, Talk
from talking.rules import Wishes
from talking.words import ANSWER_DAYS, ELSEWHERE, LONGEST_HELP, Way, Why


@dataclass(frozen=True)
class Telling:
    """What a colleague puts into a conversation."""

    words: str
    way: Way = Way.PORTAL
    by_family: bool = False
    said_on: date | None = None
    owed: bool = False
    """They wait for an answer from us."""
    answers: bool = False
    """It answers what they are waiting for."""


def say(case_key: UUID, key: UUID, told: Telling, *, by: Who) -> Said:
    """A message to one person of the family, or a call, letter or meeting written down. Whoever the conversation is
    with reads it. Raises Refused, NotAllowed."""
    with _holding(Event.TALK_SAID, case_key, by) as act:
        partner = partner_called(act.case, key)
        if partner is None:
            raise NotAllowed("nobody of the family to talk with")
        today = clock.today()
        _against(rules.Saying(told.words, told.said_on or today, today, hidden=hides(act.case, partner, told.words)))
        talk = _talk(act.case, partner)
        if told.answers:
            for row in waiting_in(talk):
                row.settled_at, row.settled_by = clock.now(), by.ref
                row.save()
        said = _said(talk, told, by)
        act.about, act.facts = said.pk, {"how": told.way.value, "said": str(said.pk)}
        act.telling = {"said": said, "family_url": f"{settings.FAMILY_URL}/mine/"}
    return said


def hear(case_key: UUID, words: str, *, by: Who) -> Said:
    """Somebody of the family writes to us at their own door: they are answered by a day we name. Raises Refused,
    NotAllowed."""
    with action(Event.TALK_HEARD, by=by, subject=lambda: Case.objects.get(pk=case_key), part=Part.TALK) as act:
        partner = _themselves(act.case, by)
        talk, today = _talk(act.case, partner), clock.today()
        lately = Said.objects.filter(talk=talk, by_family=True, way=Way.PORTAL, kept_by=by.ref)
        lately = lately.filter(kept_at__gt=clock.now() - timedelta(hours=1))
        _against(rules.Saying(words, today, today, lately=lately.count()))
        said = _said(talk, Telling(words, by_family=True, owed=True), by)
        act.about, act.facts = said.pk, {"led": "yes" if lead_of(act.case) else "no", "said": str(said.pk)}
        act.telling = {"said": said}
    return said


def settle(case_key: UUID, key: UUID, because: str, *, by: Who) -> None:
    """What somebody said needs no answer, and why. Raises Refused, NotAllowed."""
    with _holding(Event.TALK_SETTLED, case_key, by) as act:
        talk = talk_with(act.case, key)
        if not because.strip():
            raise Refused(Why.NO_REASON)
        if talk is None or not (rows := list(waiting_in(talk))):
            raise Refused(Why.NOBODY_WAITS)
        for row in rows:
            row.settled_at, row.settled_by, row.no_answer_because = clock.now(), by.ref, because.strip()
            row.save()
        act.about = talk.pk


def prefer(case_key: UUID, key: UUID, wishes: Wishes, *, by: Who) -> None:
    """How somebody of the family prefers to be reached and met, noted for them. Raises Refused, NotAllowed."""
    with _holding(Event.TALK_WAY_CHOSEN, case_key, by) as act:
        partner = partner_called(act.case, key)
        if partner is None:
            raise NotAllowed("nobody of the family to talk with")
        _prefer(act, partner, wishes, "staff")


def prefer_signed_in(case_key: UUID, wishes: Wishes, *, by: Who) -> None:
    """The same, said by themselves at their own door. Raises Refused, NotAllowed."""
    with action(Event.TALK_WAY_CHOSEN, by=by, subject=lambda: Case.objects.get(pk=case_key), part=Part.TALK) as act:
        _prefer(act, _themselves(act.case, by), wishes, "family")


def talk_with(case: Case, key: UUID) -> Talk | None:
    """The conversation with one person, by the key of their row, or None where nothing was said yet."""
    rows = Talk.objects.filter(case=case)
    return rows.filter(carer=key).first() or rows.filter(around=key).first()


def waiting_in(talk: Talk):
    """What waits for an answer in a conversation."""
    return Said.objects.filter(talk=talk, answer_by__isnull=False, settled_at=None).order_by("answer_by", "pk")


@contextmanager
def _holding(event: Event, case_key: UUID, by: Who) -> Iterator[Act]:
    with action(event, by=by, subject=lambda: Case.objects.get(pk=case_key), part=Part.TALK) as act:
        sight.require_part(by, act.case, Part.TALK)
        yield act


def _themselves(case: Case, by: Who) -> Partner:
    partner = partner_signed_in(case, by.person_id)
    if partner is None:
        raise NotAllowed("nobody of the family to talk with")
    return partner


def _talk(case: Case, partner: Partner) -> Talk:
    talk = talk_with(case, partner.key)
    if talk is None:
        talk = Talk(authority_id=case.authority_id, case=case, carer=partner.carer, around=partner.around)
        talk.save()
    return talk


def _said(talk: Talk, told: Telling, by: Who) -> Said:
    on = told.said_on or clock.today()
    owed = told.owed and told.by_family
    said = Said(
        authority_id=talk.authority_id, case=talk.case, talk=talk, by_family=told.by_family, way=told.way,
        words=told.words.strip(), said_on=on, kept_by=by.ref, kept_at=clock.now(),
        answer_by=add_working_days(on, ANSWER_DAYS) if owed else None,
    )  # fmt: skip
    said.save()
    return said


def _prefer(act: Act, partner: Partner, wishes: Wishes, who: str) -> None:
    if len(wishes.helps) > LONGEST_HELP:
        raise Refused(Why.TOO_LONG_HELP)
    if who == "staff" and hides(act.case, partner, wishes.helps):
        raise Refused(Why.HIDDEN)
    talk = _talk(act.case, partner)
    talk.prefers, talk.meets, talk.helps = wishes.way, wishes.meets or "", wishes.helps.strip()
    talk.suits, talk.not_on = [one.value for one in wishes.suits], list(wishes.not_on)
    talk.save()
    act.about, act.facts = talk.pk, {"who": who}


def _against(saying: rules.Saying) -> None:
    if why := rules.against_saying(saying):
        raise Refused(*why)


__all__ = [
    "ELSEWHERE",
    "Telling",
    "Wishes",
    "hear",
    "prefer",
    "prefer_signed_in",
    "say",
    "settle",
    "talk_with",
    "waiting_in",
]
