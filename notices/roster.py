"""Who is told of what. Complete over ``Event``: an empty answer is a decision, not an oversight."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.events import Event


class Audience(StrEnum):
    """Named circles; ``cases.audience`` turns each into people and addresses."""

    SENDER = "sender"
    ASKER = "asker"
    """Whoever asked for the assessment that an event begins: the sender, or somebody who asked at a meeting."""
    FAMILY = "family"
    """The parent whom somebody who works with the child named, once they are told of the request."""
    TASKED = "tasked"
    """The team or the person that has it to do."""
    WHO_ASKED = "who_asked"
    """The colleague who gave it to be done."""
    SERVICES = "services"
    """Every service that stands to the case: its teams and people, and who led before."""
    LEAD = "lead"
    """The engagement lead of the case, as they stand after the event."""
    TRIAGE_TEAM = "triage_team"
    SERVICE = "service"
    """The team that answers for the service an event names."""
    INVITED = "invited"
    """Those whom an event about a meeting names, whoever they are."""
    FAMILY_THERE = "family_there"
    """Everybody of the family who was asked to a meeting and signs in at their door."""
    THERE_WITHOUT_ACCOUNT = "there_without_account"
    """The others who were asked to a meeting: of the family, or whoever sent the request from outside."""
    CAF_TEAM = "caf_team"
    """The team that supports families where the child lives."""
    SHARED_WITH = "shared_with"
    """Those of the family whom a Family Assessment names as its readers."""
    ASKED_FOR_FEEDBACK = "asked_for_feedback"
    """Those who were at a meeting and are asked by letter what they made of it."""
    TOLD_OF_DECISION = "told_of_decision"
    """Those of the family who are told whether the council assesses."""
    TALKED_WITH = "talked_with"
    """The one person of the family a message is to."""


@dataclass(frozen=True)
class Letter:
    """One letter to one audience. ``where`` limits it to events with these facts, or with these words for their letters
    alone: what must not stand in history may still choose a letter."""

    template: str
    to: Audience
    where: tuple[tuple[str, str], ...] = ()

    def fits(self, facts: Mapping[str, str]) -> bool:
        """Whether an event with these facts calls for this letter."""
        return all(facts.get(key) == value for key, value in self.where)


ROSTER: dict[Event, tuple[Letter, ...]] = {
    Event.REFERRAL_RECEIVED: (
        Letter("help_received", Audience.SENDER, where=(("asks_for", "help"),)),
        Letter("unsure_received", Audience.SENDER, where=(("asks_for", "unsure"),)),
        Letter("family_told", Audience.FAMILY, where=(("family", "told"),)),
        Letter("new_request", Audience.TRIAGE_TEAM, where=(("read", "in_order"),)),
        Letter("read_first", Audience.TRIAGE_TEAM, where=(("read", "first"),)),
    ),
    Event.ASSESSMENT_REQUESTED: (
        Letter("assessment_received", Audience.ASKER, where=(("found", "in_terms"),)),
        Letter("settled_assessment", Audience.ASKER, where=(("found", "on_reading"),)),
    ),
    Event.REFERRAL_SETTLED: (Letter("settled_help", Audience.SENDER, where=(("settled_as", "help"),)),),
    Event.REFERRAL_ACCEPTED: (Letter("help_accepted", Audience.SENDER), Letter("family_news", Audience.FAMILY)),
    Event.REFERRAL_ASKED: (Letter("asked_for_more", Audience.SENDER),),
    Event.REFERRAL_REPLIED: (
        Letter("reply_received", Audience.SENDER),
        Letter("new_reply", Audience.TRIAGE_TEAM, where=(("read", "in_order"),)),
        Letter("read_first", Audience.TRIAGE_TEAM, where=(("read", "first"),)),
        Letter("late_reply", Audience.LEAD, where=(("reads", "no"),)),
    ),
    Event.REFERRAL_RANG: (
        Letter("reply_by_phone", Audience.SENDER),
        Letter("new_reply", Audience.TRIAGE_TEAM, where=(("read", "in_order"),)),
        Letter("late_reply", Audience.LEAD, where=(("reads", "no"),)),
        Letter("read_first", Audience.TRIAGE_TEAM, where=(("read", "first"),)),
    ),
    Event.REFERRAL_SENT_ON: (Letter("help_sent_on", Audience.SENDER), Letter("family_news", Audience.FAMILY)),
    Event.REFERRAL_DECLINED: (Letter("help_declined", Audience.SENDER), Letter("family_news", Audience.FAMILY)),
    Event.REFERRAL_REOPENED: (Letter("help_reopened", Audience.SENDER), Letter("family_news", Audience.FAMILY)),
    Event.REFERRAL_WITHDRAWN: (Letter("help_withdrawn", Audience.SENDER), Letter("family_news", Audience.FAMILY)),
    Event.REFERRAL_UNWANTED: (
        Letter("help_withdrawn", Audience.SENDER),
        Letter("family_news", Audience.FAMILY),
        Letter("no_longer_wanted", Audience.TRIAGE_TEAM),
    ),
    Event.FAMILY_TOLD: (Letter("family_told", Audience.FAMILY),),
    Event.FAMILY_NOT_TOLD: (),
    Event.WORRY_READ: (),
    Event.REFERRAL_CAME_BACK: (Letter("came_back", Audience.TRIAGE_TEAM),),
    Event.LEAD_SOUGHT: (),
    Event.LEAD_NO_LONGER_SOUGHT: (),
    Event.LEAD_NAMED: (
        Letter("lead_named", Audience.SENDER),
        Letter("family_news", Audience.FAMILY),
        Letter("you_lead", Audience.LEAD),
        Letter("lead_named_services", Audience.SERVICES),
    ),
    # the lead, the family and the services are told by the naming itself
    Event.SITTING_PLANNED: (),
    Event.SITTING_CANCELLED: (),
    Event.SITTING_OPENED: (),
    Event.SITTING_CLOSED: (),
    Event.ATTENDANCE_NOTED: (),
    Event.ITEM_LISTED: (),
    Event.ITEM_DECIDED: (),
    Event.ITEM_PUT_OFF: (),
    Event.ITEM_NOT_REACHED: (),
    Event.LEAD_IN_TOUCH: (),
    Event.MEETING_CALLED: (Letter("meeting_invited", Audience.INVITED),),
    Event.MEETING_ENTERED: (),
    Event.MEETING_MOVED: (Letter("meeting_moved", Audience.INVITED),),
    Event.MEETING_CANCELLED: (Letter("meeting_cancelled", Audience.INVITED),),
    Event.MEETING_REMINDED: (Letter("meeting_soon", Audience.INVITED),),
    Event.INVITEE_KEPT: (Letter("meeting_invited", Audience.INVITED, where=(("done", "asked"),)),),
    Event.INVITATION_ANSWERED: (),  # whoever called it sees the answers on the meeting's page
    Event.MEETING_HELD: (
        Letter("meeting_notes", Audience.FAMILY_THERE, where=(("earlier", "no"),)),
        Letter("meeting_notes_ask", Audience.THERE_WITHOUT_ACCOUNT, where=(("earlier", "no"),)),
    ),
    Event.FAMILY_ASSESSMENT_BEGUN: (),
    Event.FAMILY_ASSESSMENT_ASKED: (),
    Event.FAMILY_ASSESSMENT_WRITTEN: (),
    Event.FAMILY_ASSESSMENT_SENT: (
        Letter("assessment_for_caf", Audience.CAF_TEAM),
        Letter("assessment_shared", Audience.SHARED_WITH),
    ),
    Event.FAMILY_ASSESSMENT_TAKEN: (Letter("assessment_taken", Audience.LEAD),),
    Event.FAMILY_ASSESSMENT_STOPPED: (),
    Event.FAMILY_ASSESSMENT_ANSWERED: (
        Letter("assessment_answered", Audience.CAF_TEAM, where=(("led", "no"),)),
        Letter("assessment_answered", Audience.LEAD),
    ),
    Event.NOTES_ANSWERED: (),
    Event.FEEDBACK_ASKED: (Letter("feedback_asked", Audience.ASKED_FOR_FEEDBACK),),
    Event.FEEDBACK_GIVEN: (),
    Event.FEEDBACK_SORTED: (),
    Event.FEEDBACK_LOOKED_UP: (),
    Event.THEME_KEPT: (),
    Event.TALK_SAID: (Letter("message_waiting", Audience.TALKED_WITH, where=(("how", "portal"),)),),
    Event.TALK_HEARD: (
        Letter("family_wrote", Audience.LEAD, where=(("led", "yes"),)),
        Letter("family_wrote", Audience.TRIAGE_TEAM, where=(("led", "no"),)),
    ),
    # the family finds it on its own page, and whoever writes the plans has the review among their dates
    Event.ASSESSMENT_TOLD: (),
    Event.EVIDENCE_KEPT: (),
    Event.DECISION_WRITTEN: (),
    Event.DECISION_PROPOSED: (),  # managers find it in their list, the soonest due first
    Event.DECISION_SENT_BACK: (),  # and its author in theirs
    Event.ASSESSMENT_AGREED: (
        Letter("assessment_agreed", Audience.TOLD_OF_DECISION),
        Letter("assessment_decided_work", Audience.ASKER, where=(("asked_at", "work"),)),
        Letter("assessment_decided_lead", Audience.LEAD),
    ),
    Event.ASSESSMENT_REFUSED: (
        Letter("assessment_refused", Audience.TOLD_OF_DECISION),
        Letter("assessment_decided_work", Audience.ASKER, where=(("asked_at", "work"),)),
        Letter("assessment_decided_lead", Audience.LEAD),
    ),
    Event.ASSESSMENT_WITHDRAWN: (Letter("assessment_withdrawn", Audience.TOLD_OF_DECISION),),
    Event.ADVICE_ASKED: (),  # whoever is asked has it to do, and a letter that says so
    Event.ADVICE_GIVEN: (),
    Event.ADVICE_REUSED: (),
    Event.ADVICE_ENDED: (),
    Event.NOTICE_CONTACTS_KEPT: (),
    Event.SUPPORT_BEGUN: (),
    Event.SUPPORT_WRITTEN: (),
    Event.SUPPORT_PLANNED: (),
    Event.SUPPORT_CONTRIBUTED: (),
    Event.SUPPORT_NOTED: (),
    Event.SUPPORT_REVIEWED: (),
    Event.SUPPORT_ANSWERED: (),
    Event.PROFILE_WRITTEN: (),  # whoever works with the child finds it on their own first page
    Event.PROFILE_TAKEN_DOWN: (),
    Event.PROFILE_READ: (),
    Event.PROFILE_LINK_MADE: (),
    Event.PROFILE_LINK_STOPPED: (),
    Event.PROFILE_OPENED: (),
    Event.TALK_SETTLED: (),
    Event.TALK_WAY_CHOSEN: (),
    Event.TALK_CHASED: (
        Letter("answer_late", Audience.LEAD, where=(("led", "yes"),)),
        Letter("answer_late", Audience.TRIAGE_TEAM, where=(("led", "no"),)),
    ),
    Event.TASK_SET: (Letter("task_set", Audience.TASKED),),
    Event.TASK_TAKEN_ON: (),
    Event.TASK_DONE: (Letter("escalation_answered", Audience.WHO_ASKED, where=(("kind", "escalation"),)),),
    Event.TASK_REOPENED: (),
    Event.TASK_DROPPED: (
        Letter("task_dropped", Audience.TASKED, where=(("kind", "family_assessment"),)),
        Letter("task_dropped", Audience.TASKED, where=(("kind", "action"),)),
    ),
    Event.TASK_HANDED_ON: (Letter("task_set", Audience.TASKED),),
    Event.TASK_ASKED_AFTER: (Letter("task_asked_after", Audience.TASKED),),
    Event.TASK_CLIMBED: (
        Letter("task_set", Audience.TASKED),
        Letter("escalation_climbed", Audience.WHO_ASKED),
    ),
    Event.TASK_CHASED: (
        Letter("task_late", Audience.TASKED),
        Letter("task_late_lead", Audience.LEAD, where=(("lead", "told"),)),
    ),
    Event.CONCERN_RAISED: (),  # what social care is given to do tells it, and says no more than that
    Event.CONCERN_ENDED: (),
    Event.SENDER_CONFIRMED: (
        Letter("help_sent_on", Audience.SENDER, where=(("owed", "send_on"),)),
        Letter("help_declined", Audience.SENDER, where=(("owed", "decline"),)),
    ),
    Event.DOCUMENT_ADDED: (),
    Event.DOCUMENT_CHECKED: (),
    Event.CASE_JOINED: (),
    Event.CASE_PARTED: (),
    Event.CASE_KEPT_APART: (),
    Event.CASE_LIKENED: (),
    Event.CASE_OPENED: (Letter("new_record", Audience.TRIAGE_TEAM),),
    # who a child is and who stands around them goes into no letter
    Event.CHILD_CHANGED: (),
    Event.ADDRESS_KEPT: (),
    Event.LEARNING_KEPT: (),
    Event.NEEDS_NAMED: (),
    Event.FACTOR_KEPT: (),
    Event.MARKER_KEPT: (),
    Event.RESULT_NOTED: (),
    Event.PERSON_KEPT: (),
    Event.FOLLOWING_LET: (),
    Event.FOLLOWING_ENDED: (),
    Event.BAR_PUT: (),
    Event.BAR_ANSWERED: (),
    Event.BAR_LIFT_ASKED: (),
    Event.BAR_LIFT_ANSWERED: (),
    Event.OWNER_NAMED: (),
    # deadlines are told by the ladder: once a morning, the urgent ones apart
    Event.DEADLINE_MISSED: (),
    Event.DEADLINE_TAKEN_UP: (),
    Event.DEADLINES_REBUILT: (),
    Event.EXCUSE_PROPOSED: (),
    Event.EXCUSE_APPROVED: (),
    Event.EXCUSE_TURNED_DOWN: (),
    Event.EXCUSE_WITHDRAWN: (),
    Event.RULE_SIGNED_OFF: (),
    Event.RULE_DOUBTED: (),
    Event.REMINDERS_SET: (),
    Event.LETTER_TRIED_AGAIN: (),
    Event.LETTER_PRINTED_INSTEAD: (),
    Event.LETTER_DEALT_WITH: (),
    Event.LETTER_LOOKED_AT: (),
    Event.LETTER_POSTED: (),
    Event.LETTER_UNPOSTED: (),
    Event.SETTING_KEPT: (),
    Event.SETTINGS_BROUGHT_IN: (),
    Event.WARDS_BROUGHT_IN: (),
    Event.WARD_MARKED: (),
    Event.BASELINE_KEPT: (),
    Event.MEETING_CAPACITY_KEPT: (),
    Event.COMMITMENT_KEPT: (),
    Event.CALENDAR_KEPT: (),
    Event.ABSENCE_NOTED: (),
    Event.MAILBOX_CHANGED: (),
    # letters about signing in hold secrets, which the outbox never keeps
    Event.COLLEAGUE_INVITED: (),
    Event.INVITATION_WITHDRAWN: (),
    Event.INVITATION_ACCEPTED: (),
    Event.STANDING_CHANGED: (),
    Event.SECOND_STEP_RESET: (),
    Event.SIGNED_OUT: (),
    Event.COLLEAGUE_LEFT: (),
    Event.CASE_HANDED_ON: (),
    Event.ACCOUNT_IDLE: (),  # one letter a night to each administrator, not one an account
    Event.ACCOUNT_OPENED: (),
    # reviewers are reminded on every page of theirs until they have looked
    Event.CASE_LET_IN: (),
    Event.LET_IN_ENDED: (),
    Event.LET_IN_REVIEWED: (),
    Event.CASE_GIVEN: (),
    Event.AUTHORITY_OPENED: (),
    Event.AUTHORITY_CHANGED: (),
    Event.LOCALITY_KEPT: (),
    Event.TEAM_KEPT: (),
    Event.AGENCY_ADDED: (),
    Event.AGENCY_CHANGED: (),
    Event.AGENCY_MAILBOX_KEPT: (),
    Event.AGREEMENT_KEPT: (),
    Event.NEWS_WANTED: (),  # they see it on their page; the letters come by themselves
    Event.SERVICE_KEPT: (),
    Event.THRESHOLD_KEPT: (),
    Event.SERVICE_ASKED: (Letter("service_asked", Audience.SERVICE),),  # the sender is told that it is passed on
    Event.SERVICE_ANSWERED: (
        Letter("service_takes", Audience.SENDER, where=(("answer", "taken"),)),
        Letter("service_wants_more", Audience.SENDER, where=(("answer", "more"),)),
        Letter("service_does_not", Audience.SENDER, where=(("answer", "not_us"),)),
        Letter("family_news", Audience.FAMILY),
    ),
    Event.SERVICE_NO_LONGER_ASKED: (),
    Event.SERVICE_FINISHED: (
        Letter("service_finished", Audience.SENDER),
        Letter("family_news", Audience.FAMILY),
        Letter("work_ended", Audience.LEAD, where=(("lead", "yes"),)),
        Letter("work_ended", Audience.TRIAGE_TEAM, where=(("lead", "no"),)),  # who else is there to look again
    ),
}


READ_FIRST = "read_first"
"""The letter whose coming says that somebody may not be safe: shown to those alone who may know of it."""


def letters(event: Event, facts: Mapping[str, str]) -> Iterator[Letter]:
    """The letters an event calls for."""
    return (letter for letter in ROSTER[event] if letter.fits(facts))
