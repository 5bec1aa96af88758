"""Requests that a colleague sent: how each stands and what the Bridge said, and nothing else of the case."""

from dataclasses import dataclass, replace
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from accounts.who import Who
from cases.family import NextStep, step_of
from cases.leading import lead_of
from cases.models import Case, Deadline
from cases.secret_letters import texts_open_to
from core import clock
from core.words import _
from people.models import Carer
from referrals.models import Referral, TriageAnswer
from referrals.words import AsksFor, MainReason, Said, SentAs, State

PAGE = 25
TO_SENDER = {
    State.TO_SETTLE: _("Waits to be read"),
    State.WAITING: _("Waits for an answer"),
    State.ASKED: _("We asked you for more"),
    State.ACCEPTED: _("Accepted"),
    State.SENT_ON: _("Passed to a named service"),
    State.DECLINED: _("Not taken on"),
    State.WITHDRAWN: _("Withdrawn"),
}

OWED_TO_SENDER = {
    "TRIAGE-LOCAL": _("We tell you what happens next"),
    "LEAD-LOCAL": _("We name the engagement lead, and tell you who it is"),
    "SETTLE-LOCAL": _("We read what you wrote and tell you what kind of request it is"),
    "EHCNA-DECIDE": _("The council decides whether to assess, and tells the parent or the young person"),
}


@dataclass(frozen=True)
class SentListed:
    """One of them in the list."""

    reference: str
    child: str
    """As the sender wrote the name, whatever it is called since."""
    asks_for: AsksFor
    main_reason: str
    received_on: date
    stands: str


@dataclass(frozen=True)
class SaidToSender:
    """One thing the Bridge said."""

    said: Said
    on: date
    because: str
    """Empty where it holds an address that the sender may not be told."""
    sent_to: str
    instead: str
    reply: str


@dataclass(frozen=True)
class SentOn:
    """What became at once of what somebody who works with the child told us beside the request."""

    concern: bool
    """They wrote of a safeguarding concern."""
    told: str
    """The parent who was written to the same minute; empty where nobody was."""


@dataclass(frozen=True)
class SentSeen:
    """One of them, to its sender."""

    listed: SentListed
    words: str
    wanted: str
    steps: list[NextStep]
    said: list[SaidToSender]
    after: SentOn
    lead: str
    """The engagement lead, as the letter to the sender named them; empty while there is none."""


def sent_by(who: Who, *, number: str = "1") -> Page:
    """A page of what this colleague sent, newest first."""
    page = Paginator(_theirs(who).order_by("-received_at", "-pk"), PAGE).get_page(number)
    page.object_list = [_listed(row) for row in page.object_list]
    return page


def one_sent(who: Who, reference: str) -> SentSeen:
    """One of them. Raises Referral.DoesNotExist for another's, as for none at all."""
    row = _theirs(who).select_related("sender", "case__child").get(case__reference=reference)
    said = list(row.said.order_by("-said_at", "-pk"))
    lead = lead_of(row.case)
    texts = iter(texts_open_to(who.person_id, row.case_id, [text for one in said for text in _texts(one)]))
    return SentSeen(
        listed=_listed(row),
        words=row.words,
        wanted=row.wanted,
        steps=steps_for_sender(row.case),
        said=[
            SaidToSender(
                Said(one.said), clock.london_day(one.said_at), next(texts), next(texts), next(texts), one.reply
            )
            for one in said
        ],
        after=sent_on(row),
        lead=lead.name if lead else "",
    )


def sent_on(row: Referral) -> SentOn:
    """For its sender alone."""
    parent = Carer.objects.filter(case_ref=row.case_id, asked=False, told_from=row.received_at).first()
    return SentOn(concern=bool(row.concern), told=parent.name if parent else "")


def steps_for_sender(case: Case) -> list[NextStep]:
    """What somebody who works with the child is told next: about the request alone."""
    rows = Deadline.objects.filter(case=case, ended_on=None, duty__in=OWED_TO_SENDER).order_by("due_strict")
    return [replace(step_of(row, oneself=False), words=OWED_TO_SENDER[row.duty]) for row in rows]


def _theirs(who: Who) -> QuerySet[Referral]:
    rows = Referral.objects.filter(
        authority_id=who.authority_id, sent_as=SentAs.PROFESSIONAL, sender__person=who.person_id
    )  # fmt: skip
    return rows.select_related("case") if who.person_id else rows.none()


def _texts(one: TriageAnswer) -> tuple[str, str, str]:
    return one.because, one.sent_to, one.instead


def _listed(row: Referral) -> SentListed:
    stands = TO_SENDER[State(row.state)]
    if row.facts.stands_as == AsksFor.ASSESSMENT:
        stands = _("The council decides whether to assess")
    return SentListed(
        reference=row.case.reference,
        child=row.child_as_sent,
        asks_for=row.facts.stands_as,
        main_reason=MainReason(row.main_reason).words if row.main_reason else "",
        received_on=row.received_on,
        stands=stands,
    )
