"""How history reads: one sentence an event, made at reading time, complete over ``Event``."""

from collections.abc import Mapping
from datetime import date

from core.events import Event
from core.words import _
from statute.timetable import duty

ASKED = {
    "help": _("Help was asked for"),
    "assessment": _("An EHC needs assessment was asked for"),
    "unsure": _("Somebody asked us, and was not sure what to ask for"),
}
SETTLED = {
    "help": _("Read and settled: a request for help"),
    "assessment": _("Read and settled: a request for an EHC needs assessment"),
}
CHECKED = {
    "clean": _("A file was checked and is safe to open"),
    "infected": _("A file was checked, holds a virus and is locked away"),
    "unchecked": _("A file could not be checked: no virus checker is set up"),
}

LED = {
    "no": _("An engagement lead was named"),
    "yes": _("Another engagement lead was named"),
}
REPLIED = {
    "yes": _("The sender answered what we had asked"),
    "no": _("The sender wrote once more; what had been decided stands"),
}
RANG = {
    "yes": _("What we had asked was answered on the phone, and written down"),
    "no": _("More was said on the phone, and written down; what had been decided stands"),
}
OWNED = {
    "yes": _("A named person answers for the deadlines"),
    "no": _("The team answers for the deadlines again"),
}
IN_TOUCH = {
    "yes": _("The engagement lead was in touch with the family, and said when they will be next"),
    "no": _("The engagement lead said when they will be in touch with the family"),
}
SITTING = {
    "planned": _("A sitting was planned"),
    "changed": _("The day or the place of a sitting was changed"),
}
CAME = {
    "here": _("Somebody was noted as there"),
    "apologies": _("Somebody sent apologies"),
    "mistaken": _("That somebody was there was noted by mistake"),
}
TASK_SET = {
    "crm_record": _("To do: the record of involvement in CRM"),
    "ems_record": _("To do: the record of involvement in EMS"),
    "family_assessment": _("The CAF team was asked to complete a Family Assessment"),
    "cafa": _("Social care was asked for its child and family assessment (CAFA)"),
    "look_at_lead": _("The manager was asked to look again at who leads"),
    "action": _("Somebody agreed to do something by a day"),
    "escalation": _("A manager was asked to look at the case, which worries somebody"),
}
TASK_TAKEN_ON = {
    "crm_record": _("Somebody has taken on the record in CRM"),
    "ems_record": _("Somebody has taken on the record in EMS"),
    "family_assessment": _("The CAF team has taken on the Family Assessment"),
    "cafa": _("Social care has taken on its assessment"),
    "look_at_lead": _("The manager is looking at who leads"),
    "action": _("Somebody is doing what they agreed"),
    "escalation": _("A manager is looking at the case"),
}
TASK_DONE = {
    "crm_record": _("The record of involvement in CRM was made"),
    "ems_record": _("The record of involvement in EMS was made"),
    "family_assessment": _("The Family Assessment was completed"),
    "cafa": _("Social care said how its assessment ended"),
    "look_at_lead": _("The manager looked at who leads and left it as it was"),
    "action": _("Something agreed was done"),
    "escalation": _("A manager looked at the case and answered"),
}
TASK_REOPENED = {
    "crm_record": _("The record in CRM was marked as made by mistake, and is to be made"),
    "ems_record": _("The record in EMS was marked as made by mistake, and is to be made"),
    "family_assessment": _("The Family Assessment was marked as completed by mistake, and goes on"),
    "cafa": _("Social care’s assessment was marked as ended by mistake, and goes on"),
    "look_at_lead": _("Who leads is to be looked at again"),
    "action": _("Something agreed was marked as done by mistake, and is to be done"),
    "escalation": _("A manager’s answer was taken back, and the case is to be looked at"),
}
TASK_DROPPED = {
    "crm_record": _("No record in CRM is needed any more"),
    "ems_record": _("No record in EMS is needed any more"),
    "family_assessment": _("The Family Assessment is not asked for any more"),
    "cafa": _("Social care’s assessment is not asked for any more"),
    "look_at_lead": _("Who leads was settled"),
    "action": _("Something agreed is not needed any more"),
    "escalation": _("No manager need look at the case any more"),
}
TASK_CHASED = {
    "crm_record": _("The record in CRM is late, and was asked for again"),
    "ems_record": _("The record in EMS is late, and was asked for again"),
    "family_assessment": _("The Family Assessment is late, and was asked for again"),
    "cafa": _("Social care’s assessment is late, and was asked for again"),
    "look_at_lead": _("Looking at who leads is late, and was asked for again"),
    "action": _("Something agreed is late, and was asked for again"),
    "escalation": _("A manager is late with an answer, and was asked again"),
}
CONCERN_ENDED = {
    "carries_on": _("Social care goes on working with the family after its assessment"),
    "nothing_further": _("Social care does nothing further; a Family Assessment may follow instead"),
}
DETAILS = {
    "names": _("What the child is called was changed"),
    "born": _("The date of birth was changed"),
    "language": _("Language and communication were changed"),
    "place": _("What the request said of home or school was taken off the page"),
    "numbers": _("NHS number, UPN or ULN was changed"),
    "several": _("Several details of the child were changed"),
}
ADDRESS = {
    "added": _("An address was added"),
    "changed": _("An address was changed"),
    "mistaken": _("An address was marked as a mistake"),
}
LEARNING = {
    "added": _("Where the child learns was added"),
    "changed": _("Where the child learns was changed"),
    "mistaken": _("A place of learning was marked as a mistake"),
}
NEEDS = {
    "named": _("What the child needs help with was noted"),
    "over": _("A need that was noted is over"),
    "mistaken": _("A need that was noted was a mistake"),
    "changed": _("What the child needs help with was changed"),
}
MARKER = {
    "noted": _("What gives the child priority was noted"),
    "over": _("Something that gave the child priority is over"),
    "mistaken": _("Something that was noted as giving the child priority was a mistake"),
}
FACTOR = {
    "noted": _("What may harm the child or protects them was written down"),
    "over": _("Something that may harm the child or protects them is over"),
    "mistaken": _("Something written down as harming or protecting the child was a mistake"),
}
NEWS = {
    "yes": _("Somebody of a family wants to hear of new services"),
    "no": _("Somebody of a family wants to hear of new services no longer"),
}
COMMITMENT = {
    "added": _("A commitment of the council was written down"),
    "changed": _("What is said of a commitment was changed"),
    "met": _("A commitment of the council is met"),
}
RESULT = {
    "assessment": _("It was noted that the council agreed to a full EHC needs assessment"),
    "tribunal": _("It was noted that an appeal was registered with the SEND Tribunal"),
    "complaint": _("It was noted that a complaint was made"),
    "mistaken": _("What was noted of an assessment, an appeal or a complaint was a mistake"),
}
BASELINE = {
    "kept": _("A figure of an earlier year was entered"),
    "taken": _("A figure of an earlier year was taken back"),
}
AROUND = {
    "added": _("Somebody around the child was added"),
    "changed": _("What is said of somebody around the child was changed"),
    "mistaken": _("Somebody around the child was marked as a mistake"),
}
BARRED = {
    "yes": _("A second person agreed that somebody may not be told an address"),
    "no": _("A second person did not agree: nobody is barred by it any longer"),
}
LIFTED = {
    "yes": _("A second person lifted the bar: somebody may be told an address again"),
    "no": _("A second person did not lift the bar: it still holds"),
}
SETTING = {
    "added": _("A setting was added"),
    "changed": _("What is said of a setting was changed"),
    "followed": _("A setting was said to have taken the place of one that closed"),
    "unfollowed": _("That a setting took the place of another was taken back"),
    "grade": _("The grade of a setting, or the day of its inspection, was said"),
    "base_added": _("A base or unit of a setting was added"),
    "base_changed": _("What is said of a base or unit was changed"),
    "base_mistaken": _("A base or unit was taken out: it was entered by mistake"),
}
WARDS = {
    "postcodes": _("Postcodes and their wards were brought in from a directory"),
    "wards": _("The names of wards were brought in from a list"),
}
WARD = {
    "yes": _("A ward was said to be of interest"),
    "no": _("A ward was said to be of interest no longer"),
}
POSTED = {
    "first": _("A printed letter was posted first class"),
    "second": _("A printed letter was posted second class"),
}

LEAVE = {
    "entered": _("Leave was entered"),
    "changed": _("Leave was changed"),
    "ended": _("Somebody came back from leave early"),
    "removed": _("Leave that had not begun was taken out"),
}

INVITED = {
    "sent": _("A colleague was invited"),
    "again": _("An invitation was sent again"),
}

STANDING = {
    "given": _("A role was given"),
    "ended": _("A role was ended"),
    "moved": _("Moved to another team"),
    "teamless": _("Moved out of a team"),
}
HANDED = {
    "person": _("A colleague left: what they carried here passed to another"),
    "team": _("A colleague left: what they carried here passed to their team"),
}
LET_IN = {
    "yes": _("A reviewer said that opening this case by exception was right"),
    "no": _("A reviewer said that opening this case by exception was not right"),
}
LOCALITY = {
    "added": _("A locality was added"),
    "changed": _("A locality, or the days on which it takes requests, was changed"),
}
TEAM = {
    "added": _("A team was added"),
    "changed": _("What is said of a team was changed"),
    "ended": _("A team was given its last day"),
}
AGREEMENT = {
    "added": _("A data-sharing agreement was entered"),
    "changed": _("A data-sharing agreement was changed"),
    "ended": _("A data-sharing agreement was ended early"),
}

ASKED_OF_SERVICE = {
    "no": _("A service was asked to help"),
    "yes": _("What a service had asked for was sent to it"),
}
SERVICE_SAID = {
    "taken": _("A service took the child on"),
    "more": _("A service asked for more before it can say"),
    "not_us": _("A service said that it is not for them, and what can help instead"),
}
SERVICE_ENDED = {
    "done": _("A service’s work with the child ended: what was planned is done"),
    "family": _("A service’s work with the child ended: the family or the young person no longer wants it"),
    "handed_on": _("A service’s work with the child ended: another service goes on with it"),
    "moved": _("A service’s work with the child ended: the family moved away"),
    "no_contact": _("A service’s work with the child ended: the family could not be reached"),
    "age": _("A service’s work with the child ended: it is for children of another age"),
    "other": _("A service’s work with the child ended"),
}
SERVICE = {
    "added": _("A service was put in the directory"),
    "changed": _("What is said of a service was changed"),
    "ended": _("A service is no longer offered"),
}
INVITEE = {
    "asked": _("One more was asked to a meeting"),
    "taken_out": _("Somebody is not asked to a meeting any more"),
    "came": _("Somebody was noted as there at a meeting"),
    "away": _("Somebody was noted as not there at a meeting"),
    "mistaken": _("That somebody was or was not at a meeting was noted by mistake"),
}
CAN_COME = {
    "yes": _("Somebody who was asked to a meeting can come"),
    "no": _("Somebody who was asked to a meeting cannot come"),
}
MEETING = {
    "mam": _("a multi-agency meeting"),
    "mam_review": _("a review of a multi-agency meeting"),
    "taf": _("a meeting of the team around the family"),
    "family_plan": _("a Family Service Plan meeting"),
    "way_forward": _("a way-forward meeting"),
    "cetr": _("a care, education and treatment review (CETR)"),
}
"""Each kind within a sentence."""


def _of_kinds(sentence: str) -> tuple[str, dict[str, str]]:
    return "kind", {kind: sentence.format(meeting=words) for kind, words in MEETING.items()}


SAY: dict[Event, str | tuple[str, dict[str, str]]] = {
    Event.REFERRAL_RECEIVED: ("asks_for", ASKED),
    Event.ASSESSMENT_REQUESTED: _("A request for an EHC needs assessment counts from {effective_on}"),
    Event.REFERRAL_SETTLED: ("settled_as", SETTLED),
    Event.REFERRAL_ACCEPTED: _("The request for help was accepted"),
    Event.REFERRAL_ASKED: _("The Bridge asked the sender for more"),
    Event.REFERRAL_REPLIED: ("reads", REPLIED),
    Event.REFERRAL_RANG: ("reads", RANG),
    Event.REFERRAL_SENT_ON: _("The request for help was passed to a named service"),
    Event.REFERRAL_DECLINED: _("The request for help was declined, with what happens instead"),
    Event.REFERRAL_CAME_BACK: _("The request came back from a service and waits at the Bridge again"),
    Event.REFERRAL_REOPENED: _("What had been said to the request was taken back; it waits again"),
    Event.REFERRAL_WITHDRAWN: _("The request for help was withdrawn"),
    Event.REFERRAL_UNWANTED: _("The sender withdrew the request for help themselves"),
    Event.FAMILY_TOLD: _("The Bridge let the parent be told of the request"),
    Event.FAMILY_NOT_TOLD: _("The Bridge decided that the parent is not told"),
    Event.WORRY_READ: _("The Bridge read what may tell of harm, and found that it is not for social care"),
    Event.LEAD_SOUGHT: _("The case waits for an engagement lead"),
    Event.LEAD_NO_LONGER_SOUGHT: _("The case does not wait for an engagement lead any longer"),
    Event.LEAD_NAMED: ("again", LED),
    Event.LEAD_IN_TOUCH: ("was", IN_TOUCH),
    Event.SITTING_PLANNED: ("done", SITTING),
    Event.SITTING_CANCELLED: _("A sitting was cancelled"),
    Event.SITTING_OPENED: _("A sitting began"),
    Event.SITTING_CLOSED: _("A sitting was closed; its minutes stand"),
    Event.ATTENDANCE_NOTED: ("came", CAME),
    Event.ITEM_LISTED: _("The case stands on the agenda of an allocation meeting"),
    Event.ITEM_DECIDED: _("The allocation meeting decided who leads"),
    Event.ITEM_PUT_OFF: _("The allocation meeting put the case off to its next sitting"),
    Event.ITEM_NOT_REACHED: _("The allocation meeting did not reach the case; it comes back at the next sitting"),
    Event.MEETING_CALLED: _of_kinds(_("People were asked to {meeting}")),
    Event.MEETING_ENTERED: _of_kinds(_("It was entered that there had been {meeting}")),
    Event.MEETING_MOVED: _of_kinds(_("Another day, time or place was set for {meeting}")),
    Event.MEETING_CANCELLED: _of_kinds(_("Not held after all: {meeting}")),
    Event.MEETING_REMINDED: _of_kinds(_("People were reminded of {meeting}")),
    Event.INVITEE_KEPT: ("done", INVITEE),
    Event.INVITATION_ANSWERED: ("reply", CAN_COME),
    Event.MEETING_HELD: _of_kinds(_("Held, and its notes stand: {meeting}")),
    Event.NOTES_ANSWERED: (
        "agrees",
        {
            "yes": _("Somebody of the family agreed to the notes of a meeting"),
            "no": _("Somebody of the family did not agree to the notes of a meeting, and said why"),
        },
    ),
    Event.FAMILY_ASSESSMENT_BEGUN: (
        "kind",
        {"first": _("A Family Assessment was begun"), "review": _("A review of the Family Assessment was begun")},
    ),
    Event.FAMILY_ASSESSMENT_ASKED: _("Somebody was asked to write a part of the Family Assessment"),
    Event.FAMILY_ASSESSMENT_WRITTEN: (
        "done",
        {
            "yes": _("A part of the Family Assessment was finished"),
            "no": _("A part of the Family Assessment is open again"),
        },
    ),
    Event.FAMILY_ASSESSMENT_SENT: _("The Family Assessment was sent to the CAF team, and stands as it was sent"),
    Event.FAMILY_ASSESSMENT_TAKEN: _("The CAF team said that it has the Family Assessment"),
    Event.FAMILY_ASSESSMENT_STOPPED: _("The Family Assessment is not carried on"),
    Event.FAMILY_ASSESSMENT_ANSWERED: (
        "agrees",
        {
            "yes": _("Somebody of the family agreed to the Family Assessment"),
            "no": _("Somebody of the family did not agree to the Family Assessment, and said why"),
        },
    ),
    Event.ASSESSMENT_TOLD: (
        "whom",
        {
            "family": _("It was noted that the family was consulted about an EHC needs assessment"),
            "health": _("It was noted that the health board was told, or why there is none to tell"),
            "social_care": _("It was noted that social care officers were told, or why there are none to tell"),
            "setting": _("It was noted that the setting was told, or why there is none to tell"),
        },
    ),
    Event.EVIDENCE_KEPT: (
        "done",
        {
            "entered": _("Evidence for the decision whether to assess was entered"),
            "taken_out": _("Evidence for the decision whether to assess was taken out"),
        },
    ),
    Event.DECISION_WRITTEN: _("The decision whether to assess was written or changed"),
    Event.DECISION_PROPOSED: (
        "assess",
        {
            "yes": _("A manager was asked to agree to an EHC needs assessment"),
            "no": _("A manager was asked to refuse an EHC needs assessment"),
        },
    ),
    Event.DECISION_SENT_BACK: (
        "done",
        {
            "sent_back": _("A manager wants the decision whether to assess changed"),
            "taken_back": _("The decision whether to assess was taken back by whoever wrote it"),
        },
    ),
    Event.ASSESSMENT_AGREED: _("The council decided to carry out an EHC needs assessment"),
    Event.ASSESSMENT_REFUSED: _("The council decided not to carry out an EHC needs assessment, and sent the notice"),
    Event.ASSESSMENT_WITHDRAWN: _("The request for an EHC needs assessment was withdrawn by whoever asked"),
    Event.ADVICE_ASKED: (
        "adviser",
        {
            "a": _("The family was asked for its own advice"),
            "b": _("Educational advice was asked for"),
            "c": _("Medical advice was asked for"),
            "d": _("Psychological advice was asked for"),
            "e": _("Social care was asked for advice"),
            "f": _("Somebody else was asked for advice"),
            "g": _("Advice on preparing for adulthood was asked for"),
            "h": _("Somebody whom the family wants was asked for advice"),
        },
    ),
    Event.ADVICE_GIVEN: (
        "adviser",
        {
            "a": _("The family gave its own advice"),
            "b": _("Educational advice came"),
            "c": _("Medical advice came"),
            "d": _("Psychological advice came"),
            "e": _("Social care’s advice came"),
            "f": _("The advice of somebody else came"),
            "g": _("Advice on preparing for adulthood came"),
            "h": _("Advice that the family wanted came"),
        },
    ),
    Event.ADVICE_REUSED: _("Earlier advice serves: the adviser, the council and the family agreed"),
    Event.ADVICE_ENDED: (
        "done",
        {
            "declined": _("A body declined to give advice, and said why"),
            "stopped": _("A piece of advice is not asked for any more"),
        },
    ),
    Event.NOTICE_CONTACTS_KEPT: _("Whom notices name for mediation, disagreement and advice was entered"),
    Event.SUPPORT_BEGUN: (
        "kind",
        {
            "sen_support": _("A round of SEN support was begun"),
            "early_support": _("An Early Support Plan was begun"),
        },
    ),
    Event.SUPPORT_WRITTEN: _("What is known or planned for the support was changed"),
    Event.SUPPORT_PLANNED: _("The support plan was agreed, and its review has a day"),
    Event.SUPPORT_CONTRIBUTED: _("A service said what it knows for the Early Support Plan"),
    Event.SUPPORT_NOTED: _("It was noted what was done of the support plan"),
    Event.SUPPORT_REVIEWED: (
        "next",
        {
            "again": _("The support was reviewed, and goes on with another round"),
            "better": _("The support was reviewed, and is not needed any more"),
            "assessment": _("The support was reviewed: an EHC needs assessment is to be asked for"),
        },
    ),
    Event.SUPPORT_ANSWERED: _("Somebody of the family said what they think of the support"),
    Event.FEEDBACK_ASKED: _of_kinds(_("Those who were there were asked what they made of {meeting}")),
    Event.FEEDBACK_GIVEN: (
        "how",
        {
            "link": _("Somebody said what they made of a meeting"),
            "paper": _("What somebody made of a meeting was typed in from paper"),
            "phone": _("What somebody made of a meeting was taken down for them"),
        },
    ),
    Event.FEEDBACK_SORTED: _("A comment on a meeting was sorted by its themes"),
    Event.FEEDBACK_LOOKED_UP: _("It was looked up which meeting a comment is about, because somebody may be in danger"),
    Event.THEME_KEPT: _("The themes that comments on meetings are sorted by were changed"),
    Event.TALK_SAID: (
        "how",
        {
            "portal": _("We wrote a message to somebody of the family"),
            "email": _("An email with somebody of the family was written down"),
            "text": _("A text message with somebody of the family was written down"),
            "letter": _("A letter with somebody of the family was written down"),
            "phone": _("A phone call with somebody of the family was written down"),
            "meeting": _("A talk with somebody of the family, face to face, was written down"),
        },
    ),
    Event.TALK_HEARD: _("Somebody of the family wrote us a message"),
    Event.TALK_SETTLED: _("What somebody of the family wrote needs no answer, and why was said"),
    Event.TALK_WAY_CHOSEN: (
        "who",
        {
            "family": _("Somebody of the family said how they prefer to be reached"),
            "staff": _("It was noted how somebody of the family prefers to be reached"),
        },
    ),
    Event.TALK_CHASED: _("The family waits past the day we promised an answer: whoever leads was reminded"),
    Event.PROFILE_WRITTEN: _("Somebody of the family wrote what they want known about the child"),
    Event.PROFILE_TAKEN_DOWN: _("What somebody of the family wants known about the child was written down for them"),
    Event.PROFILE_READ: _("A colleague read what somebody of the family wrote about the child"),
    Event.PROFILE_LINK_MADE: _("Somebody of the family made a link to what they wrote about the child"),
    Event.PROFILE_LINK_STOPPED: _("Somebody of the family stopped a link to what they wrote about the child"),
    Event.PROFILE_OPENED: _("Somebody opened a link to what the family wrote about the child"),
    Event.TASK_SET: ("kind", TASK_SET),
    Event.TASK_TAKEN_ON: ("kind", TASK_TAKEN_ON),
    Event.TASK_DONE: ("kind", TASK_DONE),
    Event.TASK_REOPENED: ("kind", TASK_REOPENED),
    Event.TASK_DROPPED: ("kind", TASK_DROPPED),
    Event.TASK_CHASED: ("kind", TASK_CHASED),
    Event.TASK_CLIMBED: _("Nobody answered in time what worries somebody: the head of service was asked to look"),
    Event.TASK_ASKED_AFTER: _("Somebody was reminded of what they have to do"),
    Event.TASK_HANDED_ON: _("What one colleague had still to do passed to another"),
    Event.CONCERN_RAISED: _("A safeguarding concern was raised"),
    Event.CONCERN_ENDED: ("outcome", CONCERN_ENDED),
    Event.SENDER_CONFIRMED: _("The sender confirmed their email address"),
    Event.DOCUMENT_ADDED: _("A file was put with the case"),
    Event.DOCUMENT_CHECKED: ("result", CHECKED),
    Event.CASE_JOINED: _("Two records were joined: they are one child"),
    Event.CASE_PARTED: _("Two joined records were taken apart again"),
    Event.CASE_KEPT_APART: _("Another record looked like this one: they are two children"),
    Event.CASE_LIKENED: _("That another record is a different child was taken back"),
    Event.CASE_OPENED: _("A colleague entered this child’s record; nobody had asked yet"),
    Event.CHILD_CHANGED: ("what", DETAILS),
    Event.ADDRESS_KEPT: ("done", ADDRESS),
    Event.LEARNING_KEPT: ("done", LEARNING),
    Event.NEEDS_NAMED: ("done", NEEDS),
    Event.MARKER_KEPT: ("done", MARKER),
    Event.FACTOR_KEPT: ("done", FACTOR),
    Event.RESULT_NOTED: ("done", RESULT),
    Event.PERSON_KEPT: ("done", AROUND),
    Event.FOLLOWING_LET: _(
        "It was checked who somebody around the child is, and they follow the case by their account"
    ),
    Event.FOLLOWING_ENDED: _("Somebody around the child no longer follows the case"),
    Event.BAR_PUT: _("Somebody may not be told an address. It holds, and waits for a second person to agree"),
    Event.BAR_ANSWERED: ("agreed", BARRED),
    Event.BAR_LIFT_ASKED: _("Somebody asked to lift a bar. It still holds"),
    Event.BAR_LIFT_ANSWERED: ("agreed", LIFTED),
    Event.OWNER_NAMED: ("taken", OWNED),
    Event.DEADLINE_MISSED: _("A deadline passed: {duty}"),
    Event.DEADLINE_TAKEN_UP: _("Somebody has taken this up: {duty}"),
    Event.DEADLINES_REBUILT: _("The deadlines were worked out again from history, after a rule was put right"),
    Event.EXCUSE_PROPOSED: _("A reason in law for being late was put to a manager: {duty}"),
    Event.EXCUSE_APPROVED: _("A manager agreed the reason in law for being late; the date stays: {duty}"),
    Event.EXCUSE_TURNED_DOWN: _("A manager did not agree the reason for being late: {duty}"),
    Event.EXCUSE_WITHDRAWN: _("The reason for being late was taken back: {duty}"),
    Event.RULE_SIGNED_OFF: _("Rule signed off: {rule}"),
    Event.RULE_DOUBTED: _("Doubt noted about a rule: {rule}"),
    Event.REMINDERS_SET: _("Reminders were changed"),
    Event.LETTER_TRIED_AGAIN: _("A letter that had not arrived was sent again"),
    Event.LETTER_PRINTED_INSTEAD: _("A letter that had not arrived is printed instead"),
    Event.LETTER_DEALT_WITH: _("Somebody dealt with a letter that had not arrived"),
    Event.LETTER_LOOKED_AT: _("A letter was held because an address is secret; somebody read it and let it go"),
    Event.LETTER_POSTED: ("postage", POSTED),
    Event.LETTER_UNPOSTED: _("The mark that a letter was posted was taken back"),
    Event.SETTING_KEPT: ("done", SETTING),
    Event.SETTINGS_BROUGHT_IN: _("Settings were brought in from the official register"),
    Event.WARDS_BROUGHT_IN: ("of", WARDS),
    Event.WARD_MARKED: ("of_interest", WARD),
    Event.BASELINE_KEPT: ("done", BASELINE),
    Event.MEETING_CAPACITY_KEPT: _("How many hours of meetings can be held in a month was entered"),
    Event.COMMITMENT_KEPT: ("done", COMMITMENT),
    Event.CALENDAR_KEPT: _("School dates were saved"),
    Event.ABSENCE_NOTED: ("how", LEAVE),
    Event.MAILBOX_CHANGED: _("A team’s shared mailbox was changed"),
    Event.COLLEAGUE_INVITED: ("how", INVITED),
    Event.INVITATION_WITHDRAWN: _("An invitation was withdrawn"),
    Event.INVITATION_ACCEPTED: _("An invitation was accepted"),
    Event.STANDING_CHANGED: ("how", STANDING),
    Event.SECOND_STEP_RESET: _("The second step was reset"),
    Event.SIGNED_OUT: _("Signed out everywhere by an administrator"),
    Event.COLLEAGUE_LEFT: _("Left: everything here ended"),
    Event.CASE_HANDED_ON: ("to", HANDED),
    Event.ACCOUNT_IDLE: _("The account was closed: nobody had signed in for 60 days"),
    Event.ACCOUNT_OPENED: _("The account was opened again"),
    Event.CASE_LET_IN: _("Somebody who was not on this case let themselves in by exception"),
    Event.LET_IN_ENDED: _("What was opened by exception was shut again"),
    Event.LET_IN_REVIEWED: ("right", LET_IN),
    Event.CASE_GIVEN: _("Another team has this case from today"),
    Event.AUTHORITY_OPENED: _("A council was opened"),
    Event.AUTHORITY_CHANGED: _("How the council is reached, or its colour, was changed"),
    Event.LOCALITY_KEPT: ("done", LOCALITY),
    Event.TEAM_KEPT: ("done", TEAM),
    Event.AGENCY_ADDED: _("An organisation was put on the register"),
    Event.AGENCY_CHANGED: _("What the register says of an organisation was changed"),
    Event.AGENCY_MAILBOX_KEPT: _("Where we write to an organisation was changed"),
    Event.AGREEMENT_KEPT: ("done", AGREEMENT),
    Event.NEWS_WANTED: ("wanted", NEWS),
    Event.SERVICE_KEPT: ("done", SERVICE),
    Event.THRESHOLD_KEPT: _("Whom a service is for was changed"),
    Event.SERVICE_ASKED: ("again", ASKED_OF_SERVICE),
    Event.SERVICE_ANSWERED: ("answer", SERVICE_SAID),
    Event.SERVICE_NO_LONGER_ASKED: _("A service is asked no longer"),
    Event.SERVICE_FINISHED: ("why", SERVICE_ENDED),
}
"""For staff. A pair names the fact that chooses the sentence."""


def say(event: Event, facts: Mapping[str, str], effective_on: date, table=SAY) -> str | None:
    """The sentence for an event, untranslated, or None where families are told nothing."""
    entry = table[event]
    if isinstance(entry, tuple):
        fact, sentences = entry
        return sentences[facts[fact]]
    if entry is None:
        return None
    sentence = entry.replace("{effective_on}", f"{effective_on.day} {effective_on:%B %Y}")
    if "{duty}" in sentence:
        sentence = sentence.replace("{duty}", _small(duty(facts["duty"]).what))
    return sentence.replace("{rule}", facts.get("rule", ""))


def _small(words: str) -> str:
    """A duty as it stands inside a sentence."""
    return words if words[1:2].isupper() else words[0].lower() + words[1:]
