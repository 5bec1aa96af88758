"""Who may do what: every event, and the roles that may cause it. The only place that answers. Which cases somebody sees
is answered in ``cases.sight``."""

from dataclasses import dataclass

from django.db.models import Model

from accounts.roles import CASE_HOLDERS, CASE_STAFF, FAMILY, STAFF, Role
from accounts.who import Who
from cases.models import Case
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

KEEPS_SERVICES = CASE_STAFF | {Role.ADMINISTRATOR}
"""Roles that may keep the directory of services: an administrator every one, the others the one they answer for."""

BREAKS_GLASS = CASE_HOLDERS - OVERSEERS
"""Roles that may let themselves in to a case they are not on, for a reason and for a while, to be reviewed. Whoever
oversees has no need of it; advisers are named by whoever asks them."""

REVIEWERS = frozenset({Role.DATA_PROTECTION_OFFICER, Role.HEAD_OF_SERVICE})
"""Roles that look at everybody who was let in by exception, and say whether it was right."""

ANSWERS_CONCERNS = OVERSEERS | {Role.SOCIAL_WORKER, Role.SOCIAL_CARE_OFFICER}
"""Roles that say how social care's assessment ended."""

READS_SITTINGS = BRIDGE | OVERSEERS
"""Roles that read agendas and minutes of the allocation meeting: they may open every case on them."""

WRITES_SUPPORT = frozenset({Role.SENCO, Role.ENGAGEMENT_LEAD, Role.CAF_WORKER, Role.EHC_COORDINATOR})
"""Roles that write the plans of support without an EHC plan, of a case they are on."""

PREPARES_DECISIONS = frozenset({Role.EHC_COORDINATOR, Role.LOCALITY_MANAGER, Role.SEND_MANAGER})
"""Roles that enter evidence and write the decision whether to assess, of a case they carry."""

DECIDES_ASSESSMENTS = frozenset({Role.SEND_MANAGER, Role.HEAD_OF_SERVICE})
"""Roles that make it, where somebody else wrote it."""

COUNTERS = frozenset({Role.COMMISSIONER, Role.ANALYST})
"""Roles that plan from counts of children and open no child's case."""

SEES_ACTIVITY = OVERSEERS | {Role.LOCALITY_MANAGER}
"""Roles that see how many children there were of what kind among the cases they carry, and which they are."""

READS_COMMENTS = frozenset({Role.OPERATIONAL_MANAGER, Role.SEND_MANAGER})
"""Roles that read what people wrote about meetings, without names, and sort it by themes."""

MAY: dict[Event, frozenset[Role]] = {
    Event.REFERRAL_RECEIVED: ASKING | CASE_STAFF,
    Event.ASSESSMENT_REQUESTED: ASKING | CASE_STAFF,
    Event.REFERRAL_SETTLED: BRIDGE,
    Event.REFERRAL_ACCEPTED: BRIDGE,
    Event.REFERRAL_ASKED: BRIDGE,
    Event.REFERRAL_REPLIED: ASKING,
    Event.REFERRAL_RANG: BRIDGE,
    Event.REFERRAL_SENT_ON: BRIDGE,
    Event.REFERRAL_DECLINED: BRIDGE,
    Event.REFERRAL_CAME_BACK: CASE_STAFF,  # because a service answered that it is not for them
    Event.REFERRAL_REOPENED: BRIDGE,
    Event.REFERRAL_WITHDRAWN: BRIDGE,
    Event.REFERRAL_UNWANTED: FAMILY,
    Event.FAMILY_TOLD: BRIDGE,
    Event.FAMILY_NOT_TOLD: BRIDGE,
    Event.WORRY_READ: BRIDGE,
    Event.LEAD_SOUGHT: BRIDGE,
    Event.LEAD_NO_LONGER_SOUGHT: BRIDGE,
    Event.LEAD_NAMED: NAMES_LEADS,
    Event.SENDER_CONFIRMED: ASKING,
    Event.DOCUMENT_ADDED: ASKING | CASE_STAFF,
    Event.DOCUMENT_CHECKED: frozenset({Role.MACHINE}),
    Event.CASE_JOINED: BRIDGE,
    Event.CASE_PARTED: BRIDGE,
    Event.CASE_KEPT_APART: BRIDGE,
    Event.CASE_LIKENED: BRIDGE,
    Event.CASE_OPENED: CASE_STAFF,
    Event.CHILD_CHANGED: CASE_HOLDERS,
    Event.ADDRESS_KEPT: CASE_HOLDERS,
    Event.LEARNING_KEPT: CASE_HOLDERS,
    Event.NEEDS_NAMED: CASE_HOLDERS,
    Event.MARKER_KEPT: CASE_HOLDERS,
    Event.FACTOR_KEPT: CASE_HOLDERS,
    Event.RESULT_NOTED: CASE_HOLDERS,
    Event.PERSON_KEPT: CASE_HOLDERS,
    Event.FOLLOWING_LET: CASE_HOLDERS,
    Event.FOLLOWING_ENDED: CASE_HOLDERS,
    Event.BAR_PUT: CASE_HOLDERS,
    Event.BAR_ANSWERED: ANSWERS_BARS,
    Event.BAR_LIFT_ASKED: CASE_HOLDERS,
    Event.BAR_LIFT_ANSWERED: ANSWERS_BARS,
    Event.LEAD_IN_TOUCH: CASE_HOLDERS,
    Event.SITTING_PLANNED: BRIDGE,
    Event.SITTING_CANCELLED: NAMES_LEADS,
    Event.SITTING_OPENED: NAMES_LEADS,
    Event.SITTING_CLOSED: NAMES_LEADS,
    Event.ATTENDANCE_NOTED: BRIDGE,
    Event.ITEM_LISTED: NAMES_LEADS,
    Event.ITEM_DECIDED: NAMES_LEADS,
    Event.ITEM_PUT_OFF: NAMES_LEADS,
    Event.ITEM_NOT_REACHED: NAMES_LEADS,
    Event.MEETING_CALLED: CASE_HOLDERS,
    Event.MEETING_ENTERED: CASE_HOLDERS,
    Event.MEETING_MOVED: CASE_HOLDERS,
    Event.MEETING_CANCELLED: CASE_HOLDERS,
    Event.MEETING_REMINDED: frozenset({Role.MACHINE}),
    Event.INVITEE_KEPT: CASE_HOLDERS,
    Event.INVITATION_ANSWERED: frozenset({Role.PUBLIC}) | CASE_STAFF,  # of a case they see
    Event.MEETING_HELD: CASE_HOLDERS,
    Event.NOTES_ANSWERED: FAMILY | CASE_STAFF,
    Event.FAMILY_ASSESSMENT_BEGUN: CASE_HOLDERS,
    Event.FAMILY_ASSESSMENT_ASKED: CASE_HOLDERS,
    Event.FAMILY_ASSESSMENT_WRITTEN: CASE_STAFF,
    Event.FAMILY_ASSESSMENT_SENT: CASE_HOLDERS,
    Event.FAMILY_ASSESSMENT_TAKEN: CASE_HOLDERS,
    Event.FAMILY_ASSESSMENT_STOPPED: CASE_HOLDERS,
    Event.FAMILY_ASSESSMENT_ANSWERED: FAMILY,
    Event.SUPPORT_BEGUN: WRITES_SUPPORT,
    Event.SUPPORT_WRITTEN: WRITES_SUPPORT,
    Event.SUPPORT_PLANNED: WRITES_SUPPORT,
    Event.SUPPORT_CONTRIBUTED: CASE_STAFF,
    Event.SUPPORT_NOTED: WRITES_SUPPORT,
    Event.SUPPORT_REVIEWED: WRITES_SUPPORT,
    Event.SUPPORT_ANSWERED: FAMILY,
    Event.ASSESSMENT_TOLD: PREPARES_DECISIONS,
    Event.EVIDENCE_KEPT: PREPARES_DECISIONS,
    Event.DECISION_WRITTEN: PREPARES_DECISIONS,
    Event.DECISION_PROPOSED: PREPARES_DECISIONS,
    Event.DECISION_SENT_BACK: PREPARES_DECISIONS | DECIDES_ASSESSMENTS,
    Event.ASSESSMENT_AGREED: DECIDES_ASSESSMENTS,
    Event.ASSESSMENT_REFUSED: DECIDES_ASSESSMENTS,
    Event.ASSESSMENT_WITHDRAWN: PREPARES_DECISIONS,
    Event.ADVICE_ASKED: PREPARES_DECISIONS,
    Event.ADVICE_GIVEN: CASE_STAFF | FAMILY,  # their own; what came on paper, whoever carries the case
    Event.ADVICE_REUSED: PREPARES_DECISIONS,
    Event.ADVICE_ENDED: CASE_STAFF,
    Event.NOTICE_CONTACTS_KEPT: APPROVERS | {Role.ADMINISTRATOR},
    Event.FEEDBACK_ASKED: CASE_HOLDERS,
    Event.FEEDBACK_GIVEN: frozenset({Role.PUBLIC}) | CASE_HOLDERS,  # of a case they see, for somebody else
    Event.FEEDBACK_SORTED: READS_COMMENTS,
    Event.FEEDBACK_LOOKED_UP: READS_COMMENTS,
    Event.THEME_KEPT: READS_COMMENTS,
    Event.TALK_SAID: CASE_HOLDERS,
    Event.TALK_HEARD: FAMILY,
    Event.TALK_SETTLED: CASE_HOLDERS,
    Event.TALK_WAY_CHOSEN: FAMILY | CASE_HOLDERS,
    Event.TALK_CHASED: frozenset({Role.MACHINE}),
    Event.PROFILE_WRITTEN: FAMILY,
    Event.PROFILE_TAKEN_DOWN: CASE_HOLDERS,
    Event.PROFILE_READ: CASE_STAFF,
    Event.PROFILE_LINK_MADE: FAMILY,
    Event.PROFILE_LINK_STOPPED: FAMILY,
    Event.PROFILE_OPENED: frozenset({Role.PUBLIC}),
    Event.TASK_SET: CASE_STAFF,
    Event.TASK_TAKEN_ON: CASE_STAFF,
    Event.TASK_DONE: CASE_STAFF,
    Event.TASK_REOPENED: CASE_STAFF,
    Event.TASK_DROPPED: CASE_STAFF,
    Event.TASK_HANDED_ON: NAMES_LEADS,
    Event.TASK_CHASED: frozenset({Role.MACHINE}),
    Event.TASK_CLIMBED: frozenset({Role.MACHINE}),
    Event.TASK_ASKED_AFTER: CASE_STAFF,
    Event.CONCERN_RAISED: CASE_STAFF,
    Event.CONCERN_ENDED: ANSWERS_CONCERNS,
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
    Event.BASELINE_KEPT: APPROVERS,
    Event.MEETING_CAPACITY_KEPT: APPROVERS,
    Event.COMMITMENT_KEPT: OVERSEERS,
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
    Event.NEWS_WANTED: FAMILY,
    Event.SERVICE_KEPT: KEEPS_SERVICES,
    Event.THRESHOLD_KEPT: KEEPS_SERVICES,
    Event.SERVICE_ASKED: BRIDGE,
    Event.SERVICE_ANSWERED: CASE_STAFF,  # of the service's own team
    Event.SERVICE_NO_LONGER_ASKED: BRIDGE,
    Event.SERVICE_FINISHED: CASE_STAFF,
}
"""Which roles may cause an event."""

OFFICE_ACTS = frozenset(
    {
        Event.SITTING_PLANNED,
        Event.SITTING_CANCELLED,
        Event.SITTING_OPENED,
        Event.SITTING_CLOSED,
        Event.ATTENDANCE_NOTED,
        Event.FEEDBACK_SORTED,
        Event.FEEDBACK_LOOKED_UP,
        Event.THEME_KEPT,
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
        Event.BASELINE_KEPT,
        Event.NOTICE_CONTACTS_KEPT,
        Event.MEETING_CAPACITY_KEPT,
        Event.COMMITMENT_KEPT,
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
        Event.NEWS_WANTED,
        Event.SERVICE_KEPT,
        Event.THRESHOLD_KEPT,
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
        Event.INVITATION_ANSWERED,
        Event.FEEDBACK_GIVEN,
        Event.PROFILE_OPENED,
        Event.DOCUMENT_CHECKED,
        Event.DEADLINE_MISSED,
        Event.TASK_CHASED,
        Event.TASK_CLIMBED,
        Event.TALK_CHASED,
        Event.MEETING_REMINDED,
        Event.DEADLINES_REBUILT,
        Event.CASE_HANDED_ON,
        Event.CASE_LET_IN,
        Event.LET_IN_ENDED,
        Event.LET_IN_REVIEWED,
    }
)
"""Acts whose doer sees nothing of the case: who proves their right by a signed link, a machine, somebody who lets
themselves in by exception, and whoever ends or reviews that."""


@dataclass(frozen=True)
class Asked:
    """What the doorway asks on behalf of an act."""

    who: Who
    event: Event
    case: Case
    new: bool


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
