"""What somebody of the family reads and writes in their own conversation with us. Nobody else's is ever in reach."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.who import Who
from accounts.working_hours import WORKDAYS, weekday
from cases import sight
from cases.company import partner_signed_in
from cases.models import Case
from cases.secret_letters import texts_open_to
from core import clock
from core.refusals import NotAllowed
from people.words import Mode
from talking.actions.say import Wishes, hear, prefer_signed_in, talk_with
from talking.selectors import said_in, wishes_in
from talking.words import LONGEST_HELP, SUITS, Suits, Way

__all__ = [
    "LONGEST_HELP", "SUITS", "WORKDAYS", "Mode", "SaidToFamily", "Suits", "TalkForFamily", "Way", "Wishes",
    "choose_way", "may_talk", "talk_for", "weekday", "write",
]  # fmt: skip


@dataclass(frozen=True)
class SaidToFamily:
    """One thing that was said, for whoever it was said with."""

    by_family: bool
    way: Way
    words: str
    said_on: date
    kept_at: datetime
    name: str
    """The colleague who wrote it, or wrote it down; empty where the reader wrote it."""
    answer_by: date | None
    """The day by which we said we answer, while we have not."""
    read_at: datetime | None
    """When somebody read what the reader wrote and found that it needs no answer. Why is not said to them."""


@dataclass(frozen=True)
class TalkForFamily:
    """The reader's own conversation with us."""

    reference: str
    called: str
    prefers: Way | None
    meets: Mode | None
    suits: tuple[Suits, ...]
    not_on: tuple[int, ...]
    helps: str
    said: list[SaidToFamily]

    @property
    def answer_by(self) -> date | None:
        """The earliest day by which we said we answer, while one is owed."""
        days = [one.answer_by for one in self.said if one.answer_by]
        return min(days) if days else None

    @property
    def late(self) -> bool:
        """Whether that day has passed."""
        return self.answer_by is not None and self.answer_by < clock.today()


def may_talk(who: Who, reference: str) -> bool:
    """Whether the reader has a conversation with us on this case."""
    case = sight.visible_to(who).get(reference=reference)
    return partner_signed_in(case, who.person_id) is not None


def talk_for(who: Who, reference: str) -> TalkForFamily:
    """The reader's own conversation. Raises NotAllowed for whoever has none, as for a case that is not there."""
    case = sight.visible_to(who).select_related("child").get(reference=reference)
    partner = partner_signed_in(case, who.person_id)
    if partner is None:
        raise NotAllowed("no conversation of theirs")
    talk = talk_with(case, partner.key)
    said = said_in([talk]).get(talk.pk, []) if talk else []
    texts = texts_open_to(who.person_id, case.pk, [one.words for one in said])
    return TalkForFamily(
        reference=case.reference,
        called=case.child.called,
        **wishes_in(talk),
        said=[
            SaidToFamily(
                one.by_family, one.way, words, one.said_on, one.kept_at, one.kept_by,
                one.answer_by if one.waits else None, one.settled_at if one.no_answer_because else None,
            )
            for one, words in zip(said, texts, strict=True)
        ],
    )  # fmt: skip


def write(who: Who, reference: str, words: str) -> None:
    """The reader writes to us, and is answered by a day their page names. Raises Refused, NotAllowed."""
    hear(_case(who, reference).pk, words, by=who)


def choose_way(who: Who, reference: str, wishes: Wishes) -> None:
    """The reader says how they prefer to be reached and met. Raises Refused, NotAllowed."""
    prefer_signed_in(_case(who, reference).pk, wishes, by=who)


def _case(who: Who, reference: str) -> Case:
    return sight.visible_to(who).get(reference=reference)
