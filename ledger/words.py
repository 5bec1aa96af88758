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
}
TASK_TAKEN_ON = {
    "crm_record": _("Somebody has taken on the record in CRM"),
    "ems_record": _("Somebody has taken on the record in EMS"),
    "family_assessment": _("The CAF team has taken on the Family Assessment"),
    "cafa": _("Social care has taken on its assessment"),
    "look_at_lead": _("The manager is looking at who leads"),
    "action": _("Somebody is doing what they agreed"),
}
TASK_DONE = {
    "crm_record": _("The record of involvement in CRM was made"),
    "ems_record": _("The record of involvement in EMS was made"),
    "family_assessment": _("The Family Assessment was completed"),
    "cafa": _("Social care said how its assessment ended"),
    "look_at_lead": _("The manager looked at who leads and left it as it was"),
    "action": _("Something agreed was done"),
}
TASK_REOPENED = {
    "crm_record": _("The record in CRM was marked as made by mistake, and is to be made"),
    "ems_record": _("The record in EMS was marked as made by mistake, and is to be made"),
    "family_assessment": _("The Family Assessment was marked as completed by mistake, and goes on"),
    "cafa": _("Social care’s assessment was marked as ended by mistake, and goes on"),
    "look_at_lead": _("Who leads is to be looked at again"),
    "action": _("Something agreed was marked as done by mistake, and is to be done"),
}
TASK_DROPPED = {
    "crm_record": _("No record in CRM is needed any more"),
    "ems_record": _("No record in EMS is needed any more"),
    "family_assessment": _("The Family Assessment is not asked for any more"),
    "cafa": _("Social care’s assessment is not asked for any more"),
    "look_at_lead": _("Who leads was settled"),
    "action": _("Something agreed is not needed any more"),
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
SERVICE = {
    "added": _("A service was put in the directory"),
    "changed": _("What is said of a service was changed"),
    "ended": _("A service is no longer offered"),
}

SAY: dict[Event, str | tuple[str, dict[str, str]]] = {
    Event.REFERRAL_RECEIVED: ("asks_for", ASKED),
    Event.ASSESSMENT_REQUESTED: _("A request for an EHC needs assessment counts from {effective_on}"),
    Event.REFERRAL_SETTLED: ("settled_as", SETTLED),
    Event.REFERRAL_ACCEPTED: _("The request for help was accepted"),
    Event.REFERRAL_ASKED: _("The Bridge asked the sender for more"),
    Event.REFERRAL_REPLIED: ("reads", REPLIED),
    Event.REFERRAL_SENT_ON: _("The request for help was passed to a named service"),
    Event.REFERRAL_DECLINED: _("The request for help was declined, with what happens instead"),
    Event.REFERRAL_CAME_BACK: _("The request came back from a service and waits at the Bridge again"),
    Event.REFERRAL_REOPENED: _("What had been said to the request was taken back; it waits again"),
    Event.REFERRAL_WITHDRAWN: _("The request for help was withdrawn"),
    Event.FAMILY_TOLD: _("The Bridge let the parent be told of the request"),
    Event.FAMILY_NOT_TOLD: _("The Bridge decided that the parent is not told"),
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
    Event.TASK_SET: ("kind", TASK_SET),
    Event.TASK_TAKEN_ON: ("kind", TASK_TAKEN_ON),
    Event.TASK_DONE: ("kind", TASK_DONE),
    Event.TASK_REOPENED: ("kind", TASK_REOPENED),
    Event.TASK_DROPPED: ("kind", TASK_DROPPED),
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
    Event.SERVICE_KEPT: ("done", SERVICE),
    Event.THRESHOLD_KEPT: _("Whom a service is for was changed"),
    Event.SERVICE_ASKED: ("again", ASKED_OF_SERVICE),
    Event.SERVICE_ANSWERED: ("answer", SERVICE_SAID),
    Event.SERVICE_NO_LONGER_ASKED: _("A service is asked no longer"),
    Event.SERVICE_FINISHED: _("A service’s work with the child ended"),
}
"""For staff. A pair names the fact that chooses the sentence."""

SAY_TO_FAMILY: dict[Event, str | tuple[str, dict[str, str]] | None] = {
    Event.REFERRAL_RECEIVED: (
        "asks_for",
        {
            "help": _("You asked us for help"),
            "assessment": _("You asked us for an EHC needs assessment"),
            "unsure": _("You asked us, and we will work out with you what to ask for"),
        },
    ),
    Event.ASSESSMENT_REQUESTED: None,
    Event.REFERRAL_SETTLED: (
        "settled_as",
        {
            "help": _("We read your request. It is a request for help"),
            "assessment": _("We read your request. It is a request for an EHC needs assessment"),
        },
    ),
    Event.REFERRAL_ACCEPTED: _("We said yes to your request for help"),
    Event.REFERRAL_ASKED: _("We asked you for more"),
    Event.REFERRAL_REPLIED: (
        "reads",
        {"yes": _("You answered what we had asked"), "no": _("You wrote to us once more")},
    ),
    Event.REFERRAL_SENT_ON: _("We passed your request to a service that can help"),
    Event.REFERRAL_DECLINED: _("We told you why we cannot take your request on, and what happens instead"),
    Event.REFERRAL_CAME_BACK: _("Your request came back to us, and we look for who can help"),
    Event.REFERRAL_REOPENED: _("We took back what we had told you, and are looking at your request again"),
    Event.REFERRAL_WITHDRAWN: _("Your request for help was withdrawn"),
    Event.FAMILY_TOLD: None,
    Event.FAMILY_NOT_TOLD: None,
    Event.LEAD_SOUGHT: None,
    Event.LEAD_NO_LONGER_SOUGHT: None,
    Event.LEAD_NAMED: (
        "again",
        {"no": _("We named your engagement lead"), "yes": _("Your engagement lead changed")},
    ),
    Event.LEAD_IN_TOUCH: (
        "was",
        {
            "yes": _("Your engagement lead was in touch, and said when they will be again"),
            "no": _("Your engagement lead said when they will be in touch"),
        },
    ),
    Event.SITTING_PLANNED: None,
    Event.SITTING_CANCELLED: None,
    Event.SITTING_OPENED: None,
    Event.SITTING_CLOSED: None,
    Event.ATTENDANCE_NOTED: None,
    Event.ITEM_LISTED: None,
    Event.ITEM_DECIDED: None,
    Event.ITEM_PUT_OFF: None,
    Event.ITEM_NOT_REACHED: None,
    Event.TASK_SET: None,
    Event.TASK_TAKEN_ON: None,
    Event.TASK_DONE: None,
    Event.TASK_REOPENED: None,
    Event.TASK_DROPPED: None,
    Event.TASK_HANDED_ON: None,
    Event.CONCERN_RAISED: None,
    Event.CONCERN_ENDED: None,
    Event.SENDER_CONFIRMED: _("You confirmed your email address"),
    Event.DOCUMENT_ADDED: _("You sent us a file"),
    Event.DOCUMENT_CHECKED: None,
    Event.CASE_JOINED: None,
    Event.CASE_PARTED: None,
    Event.CASE_KEPT_APART: None,
    Event.CASE_LIKENED: None,
    Event.CASE_OPENED: None,
    Event.CHILD_CHANGED: None,
    Event.ADDRESS_KEPT: None,
    Event.LEARNING_KEPT: None,
    Event.NEEDS_NAMED: None,
    Event.RESULT_NOTED: None,
    Event.PERSON_KEPT: None,
    Event.FOLLOWING_LET: None,
    Event.FOLLOWING_ENDED: None,
    Event.BAR_PUT: None,
    Event.BAR_ANSWERED: None,
    Event.BAR_LIFT_ASKED: None,
    Event.BAR_LIFT_ANSWERED: None,
    Event.OWNER_NAMED: None,
    Event.DEADLINE_MISSED: _("We did not keep to a date we owed you"),
    Event.DEADLINE_TAKEN_UP: None,
    Event.DEADLINES_REBUILT: None,
    Event.EXCUSE_PROPOSED: None,
    Event.EXCUSE_APPROVED: _("We recorded why we could not keep to a date. The date itself has not moved"),
    Event.EXCUSE_TURNED_DOWN: None,
    Event.EXCUSE_WITHDRAWN: None,
    Event.RULE_SIGNED_OFF: None,
    Event.RULE_DOUBTED: None,
    Event.REMINDERS_SET: None,
    Event.LETTER_TRIED_AGAIN: None,
    Event.LETTER_PRINTED_INSTEAD: None,
    Event.LETTER_DEALT_WITH: None,
    Event.LETTER_LOOKED_AT: None,
    Event.LETTER_POSTED: None,
    Event.LETTER_UNPOSTED: None,
    Event.SETTING_KEPT: None,
    Event.SETTINGS_BROUGHT_IN: None,
    Event.WARDS_BROUGHT_IN: None,
    Event.WARD_MARKED: None,
    Event.BASELINE_KEPT: None,
    Event.CALENDAR_KEPT: None,
    Event.ABSENCE_NOTED: None,
    Event.MAILBOX_CHANGED: None,
    Event.COLLEAGUE_INVITED: None,
    Event.INVITATION_WITHDRAWN: None,
    Event.INVITATION_ACCEPTED: None,
    Event.STANDING_CHANGED: None,
    Event.SECOND_STEP_RESET: None,
    Event.SIGNED_OUT: None,
    Event.COLLEAGUE_LEFT: None,
    Event.CASE_HANDED_ON: None,
    Event.ACCOUNT_IDLE: None,
    Event.ACCOUNT_OPENED: None,
    Event.CASE_LET_IN: None,
    Event.LET_IN_ENDED: None,
    Event.LET_IN_REVIEWED: None,
    Event.CASE_GIVEN: None,
    Event.AUTHORITY_OPENED: None,
    Event.AUTHORITY_CHANGED: None,
    Event.LOCALITY_KEPT: None,
    Event.TEAM_KEPT: None,
    Event.AGENCY_ADDED: None,
    Event.AGENCY_CHANGED: None,
    Event.AGENCY_MAILBOX_KEPT: None,
    Event.AGREEMENT_KEPT: None,
    Event.SERVICE_KEPT: None,
    Event.THRESHOLD_KEPT: None,
    Event.SERVICE_ASKED: (
        "again",
        {"no": _("We asked a service to help"), "yes": _("We sent a service what it had asked for")},
    ),
    Event.SERVICE_ANSWERED: (
        "answer",
        {
            "taken": _("A service said yes"),
            "more": _("A service asked for more before it can say"),
            "not_us": _("A service said that it is not the right one, and what can help instead"),
        },
    ),
    Event.SERVICE_NO_LONGER_ASKED: None,
    Event.SERVICE_FINISHED: _("A service’s work ended"),
}
"""For families: an allow-list, complete over ``Event``. None means deliberately silent."""


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
