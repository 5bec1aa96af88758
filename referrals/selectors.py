"""Reading the front door. The first argument is always who asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from accounts.selectors import bridge_of, names_of
from accounts.who import Who
from cases import powers, sight
from cases.marked_first import Waiting, cursor_after, marked_first
from cases.markers_seen import cases_marked, marked
from cases.models import Caseload
from cases.paging import IN_ORDER, how_many
from cases.words import AT_THE_BRIDGE, Part
from core import clock
from core.refusals import NotAllowed
from door.words import distance, urgency
from people.models import Carer, Child
from people.rules import age_on
from people.words import Relationship, Responsible
from referrals.models import Referral, TriageAnswer
from referrals.words import OPEN, UNREAD, AsksFor, Said, SentAs, State
from referrals.worries_first import WORRY, ahead_of_all

FIRST_OWED = {
    AsksFor.HELP: ("TRIAGE-LOCAL", "CHASE-LOCAL"),
    AsksFor.ASSESSMENT: ("EHCNA-DECIDE",),
    AsksFor.UNSURE: ("SETTLE-LOCAL",),
}
"""What the Bridge owes first on a request that stands as this: how the lists tell the routes apart."""

PAGE = 25
COUNTED = 1000
"""Above this many the heading says "more than": nobody needs the exact length of such a queue."""


@dataclass(frozen=True)
class Row:
    """One request in the queue."""

    reference: str
    child: str
    age: int
    asks_for: str
    found: bool
    state: State
    sender: str
    concern: bool
    """Whoever sent it worries that the child is not safe, as far as the reader may know."""
    may_tell_of_harm: bool
    """Words in it can mean that somebody is not safe, as far as the reader may know."""
    they_answered: bool
    """The sender answered what the Bridge asked, and nobody has said anything since."""
    priority: tuple[str, ...]
    """What makes the child one of the most vulnerable, as far as the reader may know."""
    received_on: date
    next_on: date
    last_on: date
    """The last day of the ordinary count: late only after it."""

    @property
    def far(self) -> str:
        """How far off the day to work to is."""
        return distance(self.next_on, clock.today(), self.last_on)

    @property
    def urgency(self) -> str:
        """Its colour, the second signal."""
        return urgency(self.next_on, clock.today(), self.last_on)


@dataclass(frozen=True)
class Queue:
    """A page of what waits, most urgent first, with the way on and the way back."""

    rows: list[Row]
    count: int
    more_than: bool
    due_now: int
    """How many have today, or a day before, as the day to work to."""
    after: str


def queue(who: Who, *, route: str = "", after: str = "") -> Queue:
    """What waits at the Bridge of the asker's authority: first what tells of a worry that nobody has taken to social
    care, then what the sender answered, then the rest, most urgent first; of what is owed on one day, children who have
    priority first, then the oldest.

    ``route`` keeps only help, assessment or unsure; ``after`` is the cursor of the page before.
    """
    team = bridge_of(who.authority_id)
    if not (team.pk in who.teams or who.roles & powers.OVERSEERS):
        raise NotAllowed("not on the Bridge")
    waiting = Caseload.objects.filter(authority_id=who.authority_id, team=team, next_duty__in=AT_THE_BRIDGE)
    if route:
        waiting = waiting.filter(next_duty__in=FIRST_OWED[AsksFor(route)])
    ordered = waiting.order_by(*IN_ORDER)
    count, due_now = how_many(ordered, ordered.filter(next_on__lte=clock.today()), most=COUNTED + 1)
    ahead = ahead_of_all(who)
    page = marked_first(waiting, cases_marked(who), after, PAGE + 1, ahead)
    more, page = len(page) > PAGE, page[:PAGE]
    return Queue(
        rows=_rows(who, page, ahead),
        count=min(count, COUNTED),
        more_than=count > COUNTED,
        due_now=min(due_now, COUNTED),
        after=cursor_after(page[-1]) if more else "",
    )


ON_A_ROW = (
    "case__reference", "asks_for", "settled_as", "state", "sent_as", "concern", "may_tell_of_harm", "they_answered",
    "sender__job", "sender__organisation", "sender__relationship",
)  # fmt: skip
"""What of a request a row shows: twenty-five whole ones would cost more than the rest of the page."""


def _rows(who: Who, page: list[Waiting], ahead: Mapping[UUID, int]) -> list[Row]:
    keys = [row.case for row in page]
    here = {"authority_id": who.authority_id}
    priority = marked(who, [row.case for row in page if not row.plain])
    asked = Referral.objects.filter(**here, case__in=keys).select_related("case", "sender").only(*ON_A_ROW)
    referrals = {r.case_id: r for r in asked}
    named = Child.objects.filter(**here, case_ref__in=keys).only("case_ref", "given_name", "family_name", "born_on")
    children = {c.case_ref: c for c in named}
    rows = []
    for row in page:
        referral, child, worry = referrals[row.case], children[row.case], ahead.get(row.case) == WORRY
        rows.append(
            Row(
                reference=referral.case.reference,
                child=child.full_name,
                age=age_on(child.born_on, clock.today()),
                asks_for=AsksFor(referral.settled_as or referral.asks_for),
                found=bool(referral.settled_as),
                state=State(referral.state),
                sender=sender_of(referral),
                concern=worry and bool(referral.concern),
                may_tell_of_harm=worry and referral.may_tell_of_harm,
                they_answered=referral.they_answered and referral.state in UNREAD,
                priority=priority.get(row.case, ()),
                received_on=row.received_on,
                next_on=row.next_on,
                last_on=row.last_on,
            )
        )
    return rows


def sender_of(referral: Referral) -> str:
    """What the sender is to the child, or their job and where they work."""
    if referral.sent_as == SentAs.PROFESSIONAL:
        return f"{referral.sender.job}, {referral.sender.organisation}"
    return Relationship(referral.sender.relationship).words


@dataclass(frozen=True)
class ReferralSeen:
    """A request as its reader at the desk may see it; without a key, a child nobody has asked for yet."""

    key: UUID | None
    case_key: UUID
    reference: str
    child: Child
    age: int
    asks_for: AsksFor | None
    stands_as: AsksFor | None
    words: str
    wanted: str
    consent: bool
    received_at: datetime | None
    received_on: date
    settled_because: str
    settled_by: str
    settled_at: datetime | None
    sender: Carer | None
    relationship: str
    says_responsible: str
    state: State | None = None
    pass_on_to: str = ""
    may_tell_of_harm: bool = False
    """Words in it can mean that somebody is not safe, as far as the reader may know."""
    opens_together: bool = False
    opens_talk: bool = False
    opens_support: bool = False
    opens_deciding: bool = False
    """Whether its reader may read what was said at meetings about the child, in talks, the plans of support, and the
    decision whether to assess."""

    @property
    def may_be_answered(self) -> bool:
        """A request for help that still waits for what the Bridge says."""
        return self.state in OPEN and self.stands_as == AsksFor.HELP


@dataclass(frozen=True)
class Told:
    """One thing the Bridge said, or had taken back."""

    said: Said
    because: str
    sent_to: str
    instead: str
    by: str
    at: datetime
    reply: str
    replied_at: datetime | None
    key: UUID


def said_to(referral_key: UUID) -> tuple[Told, ...]:
    """What the Bridge has said to a request so far, newest first."""
    rows = list(TriageAnswer.objects.filter(referral=referral_key).order_by("-said_at", "-pk"))
    names = names_of({row.said_by for row in rows}) if rows else {}
    return tuple(
        Told(
            Said(row.said), row.because, row.sent_to, row.instead, names.get(row.said_by, ""), row.said_at, row.reply,
            row.replied_at, row.pk,
        )
        for row in rows
    )  # fmt: skip


def question_of_request(referral_key: UUID | None) -> Told | None:
    """What the sender was asked last, with what they answered; None where nothing was asked."""
    told = said_to(referral_key) if referral_key else ()
    return next((one for one in told if one.said == Said.ASK), None)


def referral_seen(who: Who, case, parts: frozenset[Part] | None = None) -> ReferralSeen:
    """The request that opened a case. The sender's contact only to those who may read that part. ``parts``: those of
    the case that are open to ``who``, where the page knows them already."""
    referral = Referral.objects.select_related("sender").filter(case=case).first()
    open_ = sight.parts_open_to(who, case) if parts is None else parts
    if referral is None:
        return _nobody_asked(case, open_)
    sender = referral.sender if Part.CONTACT in open_ else None
    return ReferralSeen(
        key=referral.pk,
        case_key=case.pk,
        reference=case.reference,
        child=case.child,
        age=age_on(case.child.born_on, clock.today()),
        asks_for=AsksFor(referral.asks_for),
        stands_as=referral.facts.stands_as,
        words=referral.words,
        wanted=referral.wanted,
        consent=referral.consent,
        received_at=referral.received_at,
        received_on=referral.received_on,
        settled_because=referral.settled_because,
        settled_by=referral.settled_by,
        settled_at=referral.settled_at,
        sender=sender,
        relationship=Relationship(referral.sender.relationship).words,
        says_responsible=Responsible(referral.sender.says_responsible).words,
        state=State(referral.state),
        pass_on_to=referral.pass_on_to if sender else "",
        may_tell_of_harm=referral.may_tell_of_harm and Part.SAFEGUARDING in open_,
        opens_together=Part.TOGETHER in open_,
        opens_talk=Part.TALK in open_,
        opens_support=Part.SUPPORT in open_,
        opens_deciding=Part.DECIDING in open_,
    )


def _nobody_asked(case, open_: frozenset[Part]) -> ReferralSeen:
    """The child of a record that a colleague entered: there is no request to see."""
    return ReferralSeen(
        key=None, case_key=case.pk, reference=case.reference, child=case.child,
        age=age_on(case.child.born_on, clock.today()), asks_for=None, stands_as=None, words="", wanted="",
        consent=False, received_at=None, received_on=case.received_on, settled_because="", settled_by="",
        settled_at=None, sender=None, relationship="", says_responsible="", opens_together=Part.TOGETHER in open_,
        opens_talk=Part.TALK in open_, opens_support=Part.SUPPORT in open_,
        opens_deciding=Part.DECIDING in open_,
    )  # fmt: skip


@dataclass(frozen=True)
class Entered:
    """A record that a colleague entered, and that nobody has asked for."""

    reference: str
    child: str
    age: int
    received_on: date


ENTERED_FOR = timedelta(days=30)
"""How long the Bridge’s page shows a record that a colleague entered."""


def entered(who: Who) -> list[Entered]:
    """Records that colleagues entered lately and that are not known to be another’s, newest first."""
    rows = (
        Caseload.objects.filter(
            authority_id=who.authority_id, team__kind="bridge", next_duty="", next_on__gte=clock.today() - ENTERED_FOR,
            case__merged_into=None, case__referrals=None,
        )
        .select_related("case__child")
        .order_by("-next_on", "-case")[:PAGE]
    )  # fmt: skip
    return [
        Entered(
            row.case.reference, row.case.child.full_name, age_on(row.case.child.born_on, clock.today()),
            row.received_on,
        )
        for row in rows
    ]  # fmt: skip
