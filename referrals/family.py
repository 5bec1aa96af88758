"""What families may see and do at the front door. Built up from nothing, as frozen values."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from accounts.photos import photo_of
from accounts.who import Who, visitor
from cases import sight
from cases.family import NextStep, my_cases, next_steps, steps_by_case
from cases.leading import Contact, contact_of
from cases.links import question_of
from cases.models import Case
from cases.secret_letters import holds_hidden, people_who_are, texts_open_to
from cases.words import Part, Stage
from core import clock
from core.events import Event
from core.refusals import NotAllowed
from core.words import _
from documents.models import Document
from ledger.family_words import SAY_TO_FAMILY
from ledger.selectors import Told, history
from people.models import Carer
from people.words import Relationship
from referrals.actions.confirm_sender import confirm_sender
from referrals.actions.receive import Request
from referrals.actions.reply import reply
from referrals.actions.unwant import unwant
from referrals.models import Referral, TriageAnswer
from referrals.rules import against_withdrawing
from referrals.selectors_sent import SentOn, sent_on, steps_for_sender
from referrals.selectors_standing import follows_no_longer, standing
from referrals.sparing import may_answer, may_try_links
from referrals.words import OPEN, AsksFor, Said, SentAs, State, Why

__all__ = [
    "AsksFor", "Request", "RequestListed", "RequestSeenByFamily", "RequestSent", "Why", "answer_by_link",
    "answer_signed_in", "confirm", "may_answer", "may_try_links", "mine", "question_by_link", "request_for",
    "follows_no_longer", "request_sent", "standing", "was_asked",
    "withdraw", "withdrawing",
]  # fmt: skip


@dataclass(frozen=True)
class RequestSent:
    """What the sender is shown the moment after sending."""

    reference: str
    asks_for: AsksFor
    received_at: datetime
    email: str
    called: str
    oneself: bool
    """The young person asked for themselves: say "you"."""
    steps: list[NextStep]
    at_work: bool
    """Somebody who works with the child sent it."""
    after: SentOn
    """What becomes of what they told us beside the request."""


def request_sent(case_key: UUID, authority_id: str) -> RequestSent:
    """The receipt of a request just sent from this browser."""
    referral = Referral.objects.select_related("case__child", "sender").get(case=case_key, authority_id=authority_id)
    oneself = referral.sender.relationship == Relationship.SELF
    at_work = referral.sent_as == SentAs.PROFESSIONAL
    return RequestSent(
        reference=referral.case.reference,
        asks_for=AsksFor(referral.asks_for),
        received_at=referral.received_at,
        email=referral.sender.email,
        called=referral.case.child.called,
        oneself=oneself,
        steps=steps_for_sender(referral.case) if at_work else next_steps(referral.case, oneself=oneself),
        at_work=at_work,
        after=sent_on(referral),
    )


@dataclass(frozen=True)
class RequestListed:
    """A request in the family's list of all they asked."""

    reference: str
    called: str
    oneself: bool
    stands_as: AsksFor
    received_on: date
    steps: list[NextStep]


@dataclass(frozen=True)
class ChildFollowed:
    """A child of whom colleagues opened a record, and for whom nobody has asked."""

    reference: str
    called: str


@dataclass(frozen=True)
class Mine:
    """Everything a signed-in family may follow, newest first."""

    requests: list[RequestListed]
    children: list[ChildFollowed]


def mine(who: Who) -> Mine:
    """What the signed-in family may follow, in as many queries for one as for fifty."""
    cases = my_cases(who)
    found = Referral.objects.filter(case__in=cases).select_related("sender")
    referrals = {referral.case_id: referral for referral in found}
    unasked = [ChildFollowed(case.reference, case.child.called) for case in cases if case.pk not in referrals]
    cases = [case for case in cases if case.pk in referrals]
    own = {key for key, referral in referrals.items() if _for_oneself(who, referral)}
    steps = steps_by_case(cases, own=own)
    return Mine(
        children=unasked,
        requests=[
            RequestListed(
                reference=case.reference,
                called=case.child.called,
                oneself=case.pk in own,
                stands_as=referrals[case.pk].facts.stands_as,
                received_on=referrals[case.pk].received_on,
                steps=steps[case.pk],
            )
            for case in cases
        ],
    )


def was_asked(reference: str, who: Who) -> bool:
    """Whether there is a request behind a case of the signed-in family: a page to go back to."""
    return Referral.objects.filter(case__reference=reference, authority_id=who.authority_id).exists()


@dataclass(frozen=True)
class Happened:
    on: date
    words: str


@dataclass(frozen=True)
class ToldFamily:
    """One thing we said to the request, in the words the family reads."""

    said: Said
    because: str
    sent_to: str
    instead: str
    on: date
    reply: str


@dataclass(frozen=True)
class Question:
    """Something we asked the sender."""

    words: str
    """Empty where they hold an address the reader may not be told."""
    asked_on: date
    answered_on: date | None
    closed: bool
    """We have said meanwhile what happens with the request."""


@dataclass(frozen=True)
class RequestSeenByFamily:
    """A request as the family follows it."""

    reference: str
    called: str
    oneself: bool
    asks_for: AsksFor
    stands_as: AsksFor
    received_on: date
    settled_because: str
    own_words: str
    wanted: str
    files: list[str]
    """The names of the files the reader sent."""
    steps: list[NextStep]
    happened: list[Happened]
    lead: Contact | None
    """Who brings everybody together and how to reach them; None while nobody has been named."""
    told: list["ToldFamily"]
    """What we said to the request, newest first."""
    question: "Question | None"
    """What we asked and the reader may answer."""
    may_withdraw: bool = False
    """The reader sent it, and it stands: there is a page that ends it, or says why not."""
    closed: bool = False
    """Help was given, and at a meeting nothing more was needed for now."""
    by_others: bool = False
    """Somebody who works with the family sent it."""


def request_for(who: Who, reference: str) -> RequestSeenByFamily:
    """One request of the signed-in family. Raises Case.DoesNotExist for a stranger's, as for none at all.

    The one who sent it is shown what they wrote, the names of their files, and that their address is confirmed.
    """
    case = sight.visible_to(who).select_related("child").get(reference=reference)
    referral = Referral.objects.select_related("sender").get(case=case)
    own, oneself = _is_sender(who, referral), _for_oneself(who, referral)
    parts = sight.parts_open_to(who, case) | (OF_THE_SENDER if own else set())
    told = history([case.pk], parts, table=SAY_TO_FAMILY)
    said = list(referral.said.order_by("-said_at", "-pk"))
    asked = next((row for row in said if row.said == Said.ASK), None)
    written = [referral.settled_because, *(text for row in said for text in (row.because, row.sent_to, row.instead))]
    texts = iter(texts_open_to(who.person_id, case.pk, written))
    settled_because = next(texts)
    sent = [entry.about for entry in told if entry.event == Event.DOCUMENT_ADDED and entry.actor_ref == who.ref]
    return RequestSeenByFamily(
        reference=case.reference,
        called=case.child.called,
        oneself=oneself,
        asks_for=AsksFor(referral.asks_for),
        stands_as=referral.facts.stands_as,
        received_on=referral.received_on,
        settled_because=settled_because,
        own_words=referral.words if own else "",
        wanted=referral.wanted if own else "",
        files=list(Document.objects.filter(pk__in=sent).order_by("pk").values_list("name", flat=True)),
        steps=next_steps(case, oneself=oneself),
        lead=contact_of(case),
        told=[_told(row, texts, own=own, sender=f"person:{referral.sender.person_id}") for row in said],
        question=_question(asked, referral) if own and asked else None,
        may_withdraw=own and referral.state != State.WITHDRAWN,
        closed=referral.state == State.ACCEPTED and case.stage == Stage.CLOSED,
        by_others=referral.sent_as == SentAs.PROFESSIONAL,
        happened=[
            Happened(clock.london_day(entry.recorded_at), _sentence(entry, referral))
            for entry in told
            if entry.event != Event.DOCUMENT_ADDED or entry.about in sent
        ],
    )


def lead_photo_for(who: Who, reference: str) -> bytes | None:
    """The photo of whoever leads on a case of the signed-in family. Raises Case.DoesNotExist for a stranger's."""
    lead = contact_of(sight.visible_to(who).get(reference=reference))
    return photo_of(who.authority_id, lead.key) if lead else None


def _sentence(entry: Told, referral: Referral) -> str:
    """What happened, to the family: who asked is said as it was."""
    if entry.event == Event.REFERRAL_RECEIVED and referral.sent_as == SentAs.PROFESSIONAL:
        return _("Somebody who works with your family asked us")
    return entry.sentence


def _told(row: TriageAnswer, texts: Iterator[str], *, own: bool, sender: str) -> ToldFamily:
    """``texts``: the row's three, as far as the reader may read them. What the sender wrote is for the sender."""
    because, sent_to, instead = next(texts), next(texts), next(texts)
    if row.said_by == sender and not own:
        because = ""
    return ToldFamily(
        Said(row.said), because, sent_to, instead, clock.london_day(row.said_at), row.reply if own else ""
    )


def _question(row: TriageAnswer, referral: Referral) -> Question:
    return Question(
        words=row.because,
        asked_on=clock.london_day(row.said_at),
        answered_on=clock.london_day(row.replied_at) if row.replied_at else None,
        closed=State(referral.state) not in OPEN,
    )


def question_by_link(token: str) -> Question | None:
    """What we asked with this link, or None when it is not ours, too old, or not there any more."""
    key = question_of(token)
    row = key and TriageAnswer.objects.select_related("referral__sender").filter(pk=key).first()
    if not row:
        return None
    question = _question(row, row.referral)
    reader = people_who_are(row.referral.sender, row.case_id)
    return replace(question, words="") if holds_hidden(row.case_id, question.words, reader) else question


def answer_by_link(token: str, words: str) -> None:
    """Takes an answer from whoever holds the link we posted. Raises Refused."""
    key = question_of(token)
    row = TriageAnswer.objects.get(pk=key)
    reply(row.pk, words, by=visitor(row.authority_id))


def answer_signed_in(who: Who, reference: str, words: str) -> None:
    """Takes an answer from the signed-in sender. Raises Case.DoesNotExist for a stranger's, Refused."""
    case = sight.visible_to(who).get(reference=reference)
    referral = Referral.objects.select_related("sender").get(case=case)
    row = referral.said.filter(said=Said.ASK).order_by("-said_at", "-pk").first()
    if row is None or not _is_sender(who, referral):
        raise NotAllowed("nothing was asked of them")
    reply(row.pk, words, by=who, named=case.pk)


@dataclass(frozen=True)
class Withdrawing:
    """A request that its sender thinks of withdrawing."""

    reference: str
    called: str
    oneself: bool
    why_not: str
    """Why it is not done on a page; empty where it is."""


def withdrawing(who: Who, reference: str) -> Withdrawing:
    """For the signed-in sender alone. Raises Case.DoesNotExist for a stranger's, NotAllowed."""
    case = sight.visible_to(who).select_related("child").get(reference=reference)
    referral = Referral.objects.select_related("sender").get(case=case)
    if not _is_sender(who, referral):
        raise NotAllowed("not the sender")
    why = against_withdrawing(referral.facts.stands_as, State(referral.state))
    return Withdrawing(reference, case.child.called, _for_oneself(who, referral), str(why or ""))


def withdraw(who: Who, reference: str, because: str) -> None:
    """The signed-in sender no longer wants it. Raises Case.DoesNotExist, NotAllowed, Refused."""
    case = sight.visible_to(who).get(reference=reference)
    unwant(Referral.objects.get(case=case).pk, because, by=who, named=case.pk)


OF_THE_SENDER = frozenset({Part.FILES, Part.CONTACT})
"""Parts of whose history the sender is told what they did themselves."""


def _is_sender(who: Who, referral: Referral) -> bool:
    return who.person_id is not None and referral.sender.person_id == who.person_id


def _for_oneself(who: Who, referral: Referral) -> bool:
    return _is_sender(who, referral) and referral.sender.relationship == Relationship.SELF


def confirm(carer_key: UUID) -> bool:
    """Confirms a sender's address. False when the request is not there any more."""
    try:
        confirm_sender(carer_key)
    except (Carer.DoesNotExist, Case.DoesNotExist):
        return False
    return True
