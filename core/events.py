"""Everything that can happen to a case, in the order of the journey. Read this file first.

Every table of consequences (who may, what is said, who is told, which clock) is keyed by these names,
and a house test fails when one of them is left unanswered.
"""

from enum import StrEnum


class Event(StrEnum):
    """One thing that can happen, named as ``noun.past_participle``."""

    # The front door
    REFERRAL_RECEIVED = "referral.received"
    """Somebody asked: for help, for an EHC needs assessment, or was not sure. Opens a provisional case."""
    ASSESSMENT_REQUESTED = "assessment.requested"
    """A request under section 36, in terms or as an officer found on reading. Counts from receipt."""
    REFERRAL_SETTLED = "referral.settled"
    """An officer read a request and said what it is: help, or an EHC needs assessment."""
    SENDER_CONFIRMED = "sender.confirmed"
    """The sender opened the link we posted and confirmed the address. No clock waits for it."""

    # The child's continuing record
    CASE_JOINED = "case.joined"
    """A named person said that two records are one child. Nothing moves; readings follow the pointer."""
    CASE_PARTED = "case.parted"
    """The joining was a mistake and is undone."""
    CASE_KEPT_APART = "case.kept_apart"
    """A named person said that two records which look alike are two children. They are not offered again."""
    CASE_LIKENED = "case.likened"
    """That was taken back: the two may be offered as one child again."""
    CASE_OPENED = "case.opened"
    """A colleague entered a child we should know, whom nobody had asked for. Opens a provisional case."""

    # The child and the people around them. History says what kind of thing changed and never what it says
    CHILD_CHANGED = "child.changed"
    """Names, birthday, language or numbers were put right. What stood before is kept."""
    ADDRESS_KEPT = "address.kept"
    """Where the child lives or letters go was entered, changed or found to be a mistake."""
    LEARNING_KEPT = "learning.kept"
    """Where the child learns was entered, changed or found to be a mistake."""
    PERSON_KEPT = "person.kept"
    """Somebody around the child was entered, changed or found to be a mistake."""
    BAR_PUT = "bar.put"
    """Somebody may not be told an address. It holds at once; a second person is to agree."""
    BAR_ANSWERED = "bar.answered"
    """A second person agreed that somebody may not be told, or did not."""
    BAR_LIFT_ASKED = "bar.lift_asked"
    """Somebody says why a bar is no longer needed. It still holds."""
    BAR_LIFT_ANSWERED = "bar.lift_answered"
    """A second person lifted a bar, or kept it."""

    # The clock
    OWNER_NAMED = "owner.named"
    """A named person answers for a case's deadlines, in place of the team or of somebody else."""
    DEADLINE_MISSED = "deadline.missed"
    """The ordinary last day passed and the duty was not done. Noted by the watch, once."""
    DEADLINE_TAKEN_UP = "deadline.taken_up"
    """Somebody said what they are doing about a deadline and by when. The ladder waits until then."""
    EXCUSE_PROPOSED = "excuse.proposed"
    """An officer recorded a ground in the regulations, with its days and its evidence. It excuses nothing yet."""
    EXCUSE_APPROVED = "excuse.approved"
    """A manager who did not propose it agreed. The date stays; why it could not be kept shows beside it."""
    EXCUSE_TURNED_DOWN = "excuse.turned_down"
    """A manager did not agree, and said why."""
    EXCUSE_WITHDRAWN = "excuse.withdrawn"
    """Taken back by whoever proposed it, or ended by a manager after it was approved."""

    DEADLINES_REBUILT = "deadlines.rebuilt"
    """A rule was put right, and the deadlines of a case were worked out again from its history."""

    # The house's own rules
    RULE_SIGNED_OFF = "rule.signed_off"
    """A statutory lead read a rule and answers for it at this authority."""
    RULE_DOUBTED = "rule.doubted"
    """A statutory lead noted a doubt about a rule, and why."""
    REMINDERS_SET = "reminders.set"
    """The authority changed how early its people are reminded, within limits."""
    SETTING_KEPT = "setting.kept"
    """A nursery, school, college or other setting was added, or what is said of it was mended."""
    CALENDAR_KEPT = "calendar.kept"
    """Term dates were kept: a setting's for one school year, or the council's own. Earlier versions stay."""
    ABSENCE_NOTED = "absence.noted"
    """Somebody's leave or illness was entered, changed, ended early or taken out again."""
    MAILBOX_CHANGED = "mailbox.changed"
    """A team's shared mailbox is another one now: what is waiting for the team goes there."""

    # Who works here
    COLLEAGUE_INVITED = "colleague.invited"
    """An administrator asked somebody to join, or sent the letter again: as what, from which day."""
    INVITATION_WITHDRAWN = "invitation.withdrawn"
    """An invitation that nobody had accepted was taken back."""
    INVITATION_ACCEPTED = "invitation.accepted"
    """Somebody showed that the invited mailbox is theirs, and works here now."""
    STANDING_CHANGED = "standing.changed"
    """An administrator gave a colleague one more role, or ended one."""
    SECOND_STEP_RESET = "second_step.reset"
    """An administrator took a colleague's second steps away, so that they set one up anew."""
    SIGNED_OUT = "signed_out.everywhere"
    """An administrator ended every session of a colleague."""
    COLLEAGUE_LEFT = "colleague.left"
    """Somebody left: what they were here ended at once, with every way in that hung on it."""
    CASE_HANDED_ON = "case.handed_on"
    """What a leaver carried on one case passed to a colleague, or to their team."""
    ACCOUNT_IDLE = "account.idle"
    """Nobody had signed in with an account for sixty days, so it was closed."""
    ACCOUNT_OPENED = "account.opened"
    """An administrator opened an account again that had been closed as idle."""

    # Post that needs a person
    LETTER_TRIED_AGAIN = "letter.tried_again"
    """A letter that would not go, or came back, was sent on its way once more."""
    LETTER_PRINTED_INSTEAD = "letter.printed_instead"
    """Its text was put on the list of letters to print, with a postal address."""
    LETTER_DEALT_WITH = "letter.dealt_with"
    """Somebody did something else about a letter that would not go, and said what."""
    LETTER_LOOKED_AT = "letter.looked_at"
    """A person read a letter that was held because an address is secret, and let it go."""
    LETTER_POSTED = "letter.posted"
    """A printed letter was put in the post, by class and day. The proof of posting."""
    LETTER_UNPOSTED = "letter.unposted"
    """The day's mark that a letter was posted was a mistake and was taken back."""

    # Files
    DOCUMENT_ADDED = "document.added"
    """A file was put with a case."""
    DOCUMENT_CHECKED = "document.checked"
    """The virus checker answered about a file."""
