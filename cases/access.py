"""Who may do what, who may see which cases, and which parts of them. The only place that answers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from accounts.models import Absence
from accounts.roles import CASE_HOLDERS, CASE_STAFF, FAMILY, STAFF, Role
from accounts.who import Who
from cases.models import Case, CaseGrant, Involvement
from cases.words import Capacity, Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, OutsideAnAction

BRIDGE = frozenset({Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER})

NAMES_LEADS = frozenset({Role.OPERATIONAL_MANAGER})
"""Only the operational manager confirms an engagement lead; a suggestion is none."""

READS_THE_QUEUE = BRIDGE | {Role.HEAD_OF_SERVICE, Role.SEND_MANAGER}
"""Roles for whom the list of requests is worth opening."""

ASKING = FAMILY | {Role.PUBLIC}
"""Families, signed in or not."""

KEEPS_TIME = BRIDGE | {
    Role.ENGAGEMENT_LEAD, Role.EHC_COORDINATOR, Role.LOCALITY_MANAGER, Role.SEND_MANAGER,
}  # fmt: skip
"""Roles that may put a reason in law for being late, for a manager to answer."""

OVERSEERS = frozenset({Role.OPERATIONAL_MANAGER, Role.SEND_MANAGER, Role.HEAD_OF_SERVICE})
"""Roles that see every case of their authority."""

APPROVERS = OVERSEERS
"""Roles that may agree to what another officer proposed."""

ANSWERS_BARS = APPROVERS | {Role.LOCALITY_MANAGER}
"""Roles that may be the second person when somebody is barred from an address, or no longer."""

CALENDAR_KEEPERS = frozenset({Role.ADMINISTRATOR, Role.OPERATIONAL_MANAGER})
"""Roles that keep the settings and their term dates. No case is touched."""

KEEPS_PEOPLE = frozenset({Role.ADMINISTRATOR, Role.INSTALLATION_ADMINISTRATOR})
"""Roles that invite colleagues and look after their standings and ways in. No case is touched."""

GIVES: dict[Role, frozenset[Role]] = {
    Role.ADMINISTRATOR: STAFF - {Role.INSTALLATION_ADMINISTRATOR},
    Role.INSTALLATION_ADMINISTRATOR: frozenset({Role.ADMINISTRATOR, Role.INSTALLATION_ADMINISTRATOR}),
}
"""Which roles the holder of a role may give to somebody, and end."""

AGREEMENT_KEEPERS = frozenset({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER})
"""Roles that keep the register of data-sharing agreements."""

BREAKS_GLASS = CASE_HOLDERS - OVERSEERS
"""Roles that may let themselves in to a case they are not on, for a reason and for a while, to be reviewed. Whoever
oversees has no need of it; advisers are named by whoever asks them."""

REVIEWERS = frozenset({Role.DATA_PROTECTION_OFFICER, Role.HEAD_OF_SERVICE})
"""Roles that look at everybody who was let in by exception, and say whether it was right."""

COUNTERS = frozenset({Role.COMMISSIONER, Role.ANALYST})
"""Roles that plan from counts of children and open no child's case."""

MAY: dict[Event, frozenset[Role]] = {
    Event.REFERRAL_RECEIVED: ASKING,
    Event.ASSESSMENT_REQUESTED: ASKING | BRIDGE,
    Event.REFERRAL_SETTLED: BRIDGE,
    Event.REFERRAL_ACCEPTED: BRIDGE,
    Event.REFERRAL_ASKED: BRIDGE,
    Event.REFERRAL_REPLIED: ASKING,
    Event.REFERRAL_SENT_ON: BRIDGE,
    Event.REFERRAL_DECLINED: BRIDGE,
    Event.REFERRAL_REOPENED: BRIDGE,
    Event.REFERRAL_WITHDRAWN: BRIDGE,
    Event.LEAD_SOUGHT: BRIDGE,
    Event.LEAD_NO_LONGER_SOUGHT: BRIDGE,
    Event.LEAD_NAMED: NAMES_LEADS,
    Event.SENDER_CONFIRMED: ASKING,
    Event.DOCUMENT_ADDED: ASKING | BRIDGE,
    Event.DOCUMENT_CHECKED: frozenset({Role.MACHINE}),
    Event.CASE_JOINED: BRIDGE,
    Event.CASE_PARTED: BRIDGE,
    Event.CASE_KEPT_APART: BRIDGE,
    Event.CASE_LIKENED: BRIDGE,
    Event.CASE_OPENED: CASE_STAFF,
    Event.CHILD_CHANGED: CASE_HOLDERS,
    Event.ADDRESS_KEPT: CASE_HOLDERS,
    Event.LEARNING_KEPT: CASE_HOLDERS,
    Event.PERSON_KEPT: CASE_HOLDERS,
    Event.FOLLOWING_LET: CASE_HOLDERS,
    Event.FOLLOWING_ENDED: CASE_HOLDERS,
    Event.BAR_PUT: CASE_HOLDERS,
    Event.BAR_ANSWERED: ANSWERS_BARS,
    Event.BAR_LIFT_ASKED: CASE_HOLDERS,
    Event.BAR_LIFT_ANSWERED: ANSWERS_BARS,
    Event.OWNER_NAMED: BRIDGE | {Role.SEND_MANAGER, Role.LOCALITY_MANAGER},
    Event.DEADLINE_MISSED: frozenset({Role.MACHINE}),
    Event.DEADLINE_TAKEN_UP: CASE_HOLDERS,
    Event.DEADLINES_REBUILT: frozenset({Role.MACHINE}),
    Event.EXCUSE_PROPOSED: KEEPS_TIME,
    Event.EXCUSE_APPROVED: APPROVERS,
    Event.EXCUSE_TURNED_DOWN: APPROVERS,
    Event.EXCUSE_WITHDRAWN: KEEPS_TIME | APPROVERS,
    Event.RULE_SIGNED_OFF: frozenset({Role.STATUTORY_LEAD}),
    Event.RULE_DOUBTED: frozenset({Role.STATUTORY_LEAD}),
    Event.REMINDERS_SET: APPROVERS,
    Event.LETTER_TRIED_AGAIN: APPROVERS,
    Event.LETTER_PRINTED_INSTEAD: APPROVERS,
    Event.LETTER_DEALT_WITH: APPROVERS,
    Event.LETTER_LOOKED_AT: APPROVERS,
    Event.LETTER_POSTED: CASE_HOLDERS,
    Event.LETTER_UNPOSTED: CASE_HOLDERS,
    Event.SETTING_KEPT: CALENDAR_KEEPERS,
    Event.SETTINGS_BROUGHT_IN: CALENDAR_KEEPERS,
    Event.WARDS_BROUGHT_IN: CALENDAR_KEEPERS,
    Event.WARD_MARKED: CALENDAR_KEEPERS,
    Event.CALENDAR_KEPT: CALENDAR_KEEPERS,
    Event.ABSENCE_NOTED: STAFF,
    Event.MAILBOX_CHANGED: frozenset({Role.ADMINISTRATOR}),
    Event.COLLEAGUE_INVITED: KEEPS_PEOPLE,
    Event.INVITATION_WITHDRAWN: KEEPS_PEOPLE,
    Event.INVITATION_ACCEPTED: frozenset({Role.PUBLIC}),
    Event.STANDING_CHANGED: KEEPS_PEOPLE,
    Event.SECOND_STEP_RESET: KEEPS_PEOPLE,
    Event.SIGNED_OUT: KEEPS_PEOPLE,
    Event.COLLEAGUE_LEFT: KEEPS_PEOPLE,
    Event.CASE_HANDED_ON: frozenset({Role.MACHINE}),  # because an administrator closed a leaver
    Event.ACCOUNT_IDLE: frozenset({Role.MACHINE}),
    Event.ACCOUNT_OPENED: KEEPS_PEOPLE,
    Event.CASE_GIVEN: OVERSEERS,
    Event.CASE_LET_IN: BREAKS_GLASS,
    Event.LET_IN_ENDED: BREAKS_GLASS | REVIEWERS,
    Event.LET_IN_REVIEWED: REVIEWERS,
    Event.AUTHORITY_OPENED: frozenset({Role.INSTALLATION_ADMINISTRATOR, Role.MACHINE}),
    Event.AUTHORITY_CHANGED: frozenset({Role.ADMINISTRATOR}),
    Event.LOCALITY_KEPT: frozenset({Role.ADMINISTRATOR}),
    Event.TEAM_KEPT: frozenset({Role.ADMINISTRATOR}),
    Event.AGENCY_ADDED: frozenset({Role.ADMINISTRATOR, Role.INSTALLATION_ADMINISTRATOR}),
    Event.AGENCY_CHANGED: frozenset({Role.INSTALLATION_ADMINISTRATOR}),
    Event.AGENCY_MAILBOX_KEPT: frozenset({Role.ADMINISTRATOR}),
    Event.AGREEMENT_KEPT: AGREEMENT_KEEPERS,
}
"""Which roles may cause an event."""

OFFICE_ACTS = frozenset(
    {
        Event.RULE_SIGNED_OFF,
        Event.RULE_DOUBTED,
        Event.REMINDERS_SET,
        Event.LETTER_TRIED_AGAIN,
        Event.LETTER_PRINTED_INSTEAD,
        Event.LETTER_DEALT_WITH,
        Event.LETTER_LOOKED_AT,
        Event.LETTER_POSTED,
        Event.LETTER_UNPOSTED,
        Event.SETTING_KEPT,
        Event.SETTINGS_BROUGHT_IN,
        Event.WARDS_BROUGHT_IN,
        Event.WARD_MARKED,
        Event.CALENDAR_KEPT,
        Event.ABSENCE_NOTED,
        Event.MAILBOX_CHANGED,
        Event.COLLEAGUE_INVITED,
        Event.INVITATION_WITHDRAWN,
        Event.INVITATION_ACCEPTED,
        Event.STANDING_CHANGED,
        Event.SECOND_STEP_RESET,
        Event.SIGNED_OUT,
        Event.COLLEAGUE_LEFT,
        Event.ACCOUNT_IDLE,
        Event.ACCOUNT_OPENED,
        Event.AUTHORITY_OPENED,
        Event.AUTHORITY_CHANGED,
        Event.LOCALITY_KEPT,
        Event.TEAM_KEPT,
        Event.AGENCY_ADDED,
        Event.AGENCY_CHANGED,
        Event.AGENCY_MAILBOX_KEPT,
        Event.AGREEMENT_KEPT,
    }
)
"""Acts about the authority's own house-keeping, which no case holds and which go through ``cases.office`` alone."""

REGISTER_ACTS = frozenset({Event.AUTHORITY_OPENED, Event.AGENCY_ADDED, Event.AGENCY_CHANGED})
"""Acts of the office on the registers that the whole installation shares, where a row is no single authority's."""

SETS_UP = frozenset({Role.ADMINISTRATOR, Role.INSTALLATION_ADMINISTRATOR})
"""Roles for whom the page of setting up is worth opening."""

ENTERS_LEAVE_FOR_OTHERS = OVERSEERS | {Role.ADMINISTRATOR}
"""Roles that may note that a colleague is away: people fall ill. Everybody on the staff enters their own."""

UNSEEN_ACTS = frozenset(
    {
        Event.SENDER_CONFIRMED,
        Event.REFERRAL_REPLIED,
        Event.DOCUMENT_CHECKED,
        Event.DEADLINE_MISSED,
        Event.DEADLINES_REBUILT,
        Event.CASE_HANDED_ON,
        Event.CASE_LET_IN,
        Event.LET_IN_ENDED,
        Event.LET_IN_REVIEWED,
    }
)
"""Acts whose doer sees nothing of the case: who proves their right by a signed link, a machine, somebody who lets
themselves in by exception, and whoever ends or reviews that."""

HOLDING = frozenset({Capacity.TRIAGE, Capacity.OWNER, Capacity.LEAD, Capacity.COORDINATOR, Capacity.OVERSIGHT})
"""Those who carry a case, or answer for whoever does."""

SEES: dict[Part, frozenset[Capacity]] = {
    Part.CORE: frozenset(Capacity),
    Part.CONTACT: HOLDING,
    Part.FILES: HOLDING,
    Part.PEOPLE: HOLDING | {Capacity.ADVISER},
    Part.SECRET: HOLDING,
    Part.EXCUSES: HOLDING - {Capacity.LEAD},
    Part.OFFICE: frozenset(),
}
"""Which parts of a case are open to whom."""


def visible_to(who: Who, cases: QuerySet[Case] | None = None) -> QuerySet[Case]:
    """The cases ``who`` may open today, at the one authority they act for."""
    cases = (Case.objects.all() if cases is None else cases).filter(authority_id=who.authority_id)
    if who.roles & OVERSEERS:
        return cases
    if who.person_id is None:
        return cases.none()
    today = clock.today()
    involved = Involvement.objects.filter(_current(today), _theirs(who, today))
    granted = _granted(who, today)
    return cases.filter(
        Exists(involved.filter(case=OuterRef("pk"))) | Exists(granted.filter(content_object=OuterRef("pk")))
    )


def all_open_to(who: Who, most: int) -> list[UUID] | None:
    """The keys of the cases ``who`` may open, when they are no more than ``most``; None when there are more.

    Read from the rows that open them and not case by case, so that a search among them takes no longer for what others
    have. A test holds it beside ``visible_to``.
    """
    if who.roles & OVERSEERS:
        return None
    if who.person_id is None:
        return []
    today = clock.today()
    involved = Involvement.objects.filter(_current(today), _theirs(who, today), authority_id=who.authority_id)
    granted = _granted(who, today).filter(content_object__authority=who.authority_id)
    keys = involved.values_list("case_id").union(granted.values_list("content_object_id"))
    found = [key for (key,) in keys[: most + 1]]
    return found if len(found) <= most else None


def may_see(who: Who, case: Case) -> bool:
    """Whether ``who`` may open this case: the same question as the list's."""
    return visible_to(who).filter(pk=case.pk).exists()


def open_in(who: Who, part: Part) -> QuerySet[Case]:
    """The cases whose ``part`` is open to ``who`` today: for lists, what ``parts_open_to`` answers for one case."""
    cases, opens = Case.objects.filter(authority_id=who.authority_id), SEES[part]
    if who.roles & OVERSEERS and Capacity.OVERSIGHT in opens:
        return cases
    if who.person_id is None:
        return cases.none()
    today = clock.today()
    involved = Involvement.objects.filter(_current(today), _theirs(who, today), capacity__in=opens, case=OuterRef("pk"))
    if Capacity.NAMED not in opens:
        return cases.filter(Exists(involved))
    granted = _granted(who, today).filter(content_object=OuterRef("pk"))
    return cases.filter(Exists(involved) | Exists(granted))


def parts_open_to(who: Who, case: Case) -> frozenset[Part]:
    """The parts of a case that ``who`` may read."""
    held = capacities(who, case)
    return frozenset(part for part, capacities_ in SEES.items() if capacities_ & held)


def require_part(who: Who, case: Case, part: Part) -> None:
    """Refuses, as not found, what is done to a part of a case that is not open to its doer."""
    if part not in parts_open_to(who, case):
        raise NotAllowed("a part not open to them")


def capacities(who: Who, case: Case) -> frozenset[Capacity]:
    """As what ``who`` stands to a case today."""
    if who.authority_id != case.authority_id:
        return frozenset()
    held: set[Capacity] = {Capacity.OVERSIGHT} if who.roles & OVERSEERS else set()
    if who.person_id is None:
        return frozenset(held)
    today = clock.today()
    involved = Involvement.objects.filter(_current(today), _theirs(who, today), case_id=case.pk)
    held.update(Capacity(row.capacity) for row in involved)
    if _granted(who, today).filter(content_object_id=case.pk).exists():
        held.add(Capacity.NAMED)
    return frozenset(held)


def _granted(who: Who, today: date) -> QuerySet[CaseGrant]:
    """What was granted to this person by name and stands at this moment: begun, not over, not revoked."""
    return CaseGrant.objects.filter(
        Q(revoked_on=None) | Q(revoked_on__gt=today),
        Q(ends_at=None) | Q(ends_at__gt=clock.now()),
        user=who.person_id, since__lte=today, until__gte=today,
    )  # fmt: skip


def _theirs(who: Who, today: date) -> Q:
    """Rows of the person, of their teams, and of owners who are away and for whom they answer."""
    theirs = Q(person=who.person_id) | Q(team__in=who.teams)
    if not who.roles & CASE_HOLDERS:
        return theirs
    away = Absence.objects.filter(_current(today), authority_id=who.authority_id)
    for_them = away.filter(cover=who.person_id).values("person")
    further = away.filter(cover__in=for_them).values("person")
    furthest = away.filter(cover__in=further).values("person")
    owned = Q(person__in=for_them) | Q(person__in=further) | Q(person__in=furthest)
    return theirs | Q(capacity=Capacity.OWNER) & owned


def _current(today: date) -> Q:
    return Q(since__lte=today) & (Q(until=None) | Q(until__gte=today))


@dataclass(frozen=True)
class Asked:
    """What the doorway asks on behalf of an act."""

    who: Who
    event: Event
    case: Case
    new: bool


def require_sight(asked: Asked) -> None:
    """Refuses, as not found, an act on a case its doer may not see."""
    if asked.who.authority_id != asked.case.authority_id:
        raise NotAllowed("another authority's case")
    if not asked.new and asked.event not in UNSEEN_ACTS and not may_see(asked.who, asked.case):
        raise NotAllowed("not on this case")


def may_do(who: Who, event: Event) -> bool:
    """Whether this person's roles give them this act at all: for showing or leaving out its form."""
    return bool(who.roles & MAY[event])


def may_give(who: Who) -> frozenset[Role]:
    """The roles this person may give to somebody, and end."""
    return frozenset().union(*(GIVES.get(role, frozenset()) for role in who.roles))


def require_role(who: Who, event: Event) -> None:
    """Refuses an act about the authority's own house-keeping that this person's roles do not give them."""
    if event not in OFFICE_ACTS:
        raise OutsideAnAction(f"{event} is an act on a case")
    if not may_do(who, event):
        raise NotAllowed("Your role does not allow this.", seen=True)


def require_reach(who: Who, event: Event, thing: Model) -> str:
    """In whose history an act of the office is kept. Refuses what is another authority's, as if it were not there."""
    whose = getattr(thing, "authority_id", who.authority_id)
    if event not in REGISTER_ACTS and whose != who.authority_id:
        raise NotAllowed("another authority's")
    return whose


def require_power(asked: Asked) -> None:
    """Refuses an act that this person's roles do not give them. Who was shown to see the case is told why."""
    if asked.event in OFFICE_ACTS:
        raise OutsideAnAction(f"{asked.event} is an act of the office")
    if not (asked.who.roles & MAY[asked.event]):
        raise NotAllowed("Your role does not allow this.", seen=not asked.new and asked.event not in UNSEEN_ACTS)
