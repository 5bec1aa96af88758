"""The vocabulary of meetings."""

from enum import StrEnum

from core.words import _


class MeetingKind(StrEnum):
    """What a meeting about one child is."""

    MAM = "mam"
    """The first multi-agency meeting, which the engagement lead brings together."""
    MAM_REVIEW = "mam_review"
    TAF = "taf"
    FAMILY_PLAN = "family_plan"
    WAY_FORWARD = "way_forward"
    CETR = "cetr"

    @property
    def words(self) -> str:
        return KINDS[self]


KINDS = {
    MeetingKind.MAM: _("Multi-agency meeting"),
    MeetingKind.MAM_REVIEW: _("Review of a multi-agency meeting"),
    MeetingKind.TAF: _("Team around the family"),
    MeetingKind.FAMILY_PLAN: _("Family Service Plan meeting"),
    MeetingKind.WAY_FORWARD: _("Way-forward meeting"),
    MeetingKind.CETR: _("Care, education and treatment review (CETR)"),
}


MULTI_AGENCY = (MeetingKind.MAM, MeetingKind.MAM_REVIEW)
"""The meetings an engagement lead brings together, and their reviews."""


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    HELD = "held"
    """Over: what is written stands as its notes."""
    CANCELLED = "cancelled"

    @property
    def words(self) -> str:
        return STATES[self]


STATES = {
    MeetingState.PLANNED: _("Planned"),
    MeetingState.HELD: _("Held"),
    MeetingState.CANCELLED: _("Cancelled"),
}


class Reply(StrEnum):
    """Whether somebody says that they can come."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"

    @property
    def words(self) -> str:
        return REPLIES[self]


REPLIES = {
    Reply.WAITING: _("Has not answered yet"),
    Reply.YES: _("Can come"),
    Reply.NO: _("Cannot come"),
}


class Came(StrEnum):
    """Whether somebody was there."""

    HERE = "here"
    APOLOGIES = "apologies"
    ABSENT = "absent"

    @property
    def words(self) -> str:
        return CAME[self]


CAME = {
    Came.HERE: _("Was there"),
    Came.APOLOGIES: _("Sent apologies"),
    Came.ABSENT: _("Did not come"),
}


class Gathered(StrEnum):
    """How the child's own views came to the meeting."""

    THERE = "there"
    BEFORE = "before"
    DRAWN = "drawn"
    SHOWN = "shown"

    @property
    def words(self) -> str:
        return GATHERED[self]


GATHERED = {
    Gathered.THERE: _("Said it at the meeting"),
    Gathered.BEFORE: _("Told somebody beforehand"),
    Gathered.DRAWN: _("In drawings, pictures or symbols"),
    Gathered.SHOWN: _("Cannot say it; those who know the child best say how it shows"),
}


class Outcome(StrEnum):
    """What a meeting leads to. Several may be true at once."""

    ACTIONS = "actions"
    MEET_AGAIN = "meet_again"
    FAMILY_ASSESSMENT = "family_assessment"
    ASSESSMENT = "assessment"
    SUPPORT = "support"
    CLOSE = "close"

    @property
    def words(self) -> str:
        return OUTCOMES[self]


OUTCOMES = {
    Outcome.ACTIONS: _("The people here do what they agreed"),
    Outcome.MEET_AGAIN: _("Everybody meets again"),
    Outcome.FAMILY_ASSESSMENT: _("A Family Assessment is made with the family"),
    Outcome.ASSESSMENT: _("An EHC needs assessment is asked for"),
    Outcome.SUPPORT: _("Support goes on without an EHC plan"),
    Outcome.CLOSE: _("Nothing more is needed, and the case closes"),
}


class Section(StrEnum):
    """A part of the notes: some are one text, the others a list."""

    VIEWS = "views"
    WORKING = "working"
    WORRIES = "worries"
    NEED = "need"
    OPTION = "option"
    ACTION = "action"

    @property
    def words(self) -> str:
        return SECTIONS[self]


SECTIONS = {
    Section.VIEWS: _("What the child says"),
    Section.WORKING: _("What is working well"),
    Section.WORRIES: _("What the family and others worry about"),
    Section.NEED: _("Needs, and what should be different"),
    Section.OPTION: _("What could help: everything that was looked at"),
    Section.ACTION: _("Who does what by when"),
}
TEXTS = (Section.VIEWS, Section.WORKING, Section.WORRIES)
FIELDS: dict[Section, tuple[str, ...]] = {
    **dict.fromkeys(TEXTS, ("words",)),
    Section.NEED: ("need", "outcome", "measure", "baseline", "target"),
    Section.OPTION: ("option", "proposed_by", "family_view", "result"),
    Section.ACTION: ("what", "who", "by_day"),
}
"""What is written in each row of a section."""


class Why(StrEnum):
    """Why an act on a meeting is refused."""

    PAST = _("That day has passed. Choose a day that is today or later, or enter a meeting that was already held.")
    NOT_PAST = _("Enter the day on which it was held. It must be today or earlier.")
    NO_LATE_REASON = _("Say why it is entered only now.")
    NOT_PLANNED = _("This meeting is over or cancelled, so it cannot be changed any more.")
    NO_ADDRESS = _("There is no email address for this person. Enter one, or tick that you tell them yourself.")
    NO_NAME = _("Enter their name.")
    TWICE = _("This person is invited already.")
    NOT_HERE = _("That person does not work here today. Choose somebody from the list.")
    BUSY = _("Already at another meeting then: {name}. Choose another time, or tick that this is all right.")
    APART = _(
        "Somebody invited may not be told where the child lives, and somebody else who is invited cares for the "
        "child. Hold two meetings, one for each, so that they neither meet nor read each other’s words."
    )
    NOT_YET = _(
        "The meeting has not begun yet. If it was held earlier, change its day or its time, and then close the notes."
    )
    NOT_CLOSED = _("The notes are not closed yet. Say what you make of them once they are.")
    NOT_THERE_YET = _("Say on the day of the meeting who is there. That somebody cannot come can be said now.")
    NOBODY_HERE = _("Say who was there.")
    NO_VIEWS = _("Write what {child} says, or say why it could not be found out.")
    NO_OUTCOME_FOR_NEED = _("Say for each need what should be different, how you will know, and from where to where.")
    NO_RESULT = _("Choose what the meeting leads to.")
    NO_ACTION = _("Write who does what by when, or choose something else that the meeting leads to.")
    UNFINISHED_ACTION = _("Say for each action what is done, who does it, and by when (today or later).")
    NO_REVIEW = _("Enter the day on which you look at it again, or say why no such day is needed.")
    REVIEW_PAST = _("The day on which you look at it again must be later than today.")
    REVIEW_NO_WORKING_DAY = _("You look at it again on a day that is no working day. Choose one on which people work.")
    CLOSE_ALONE = _("A case that closes cannot go on at the same time. Choose one.")
    NO_REASON = _("Say why.")
    MOVED_ON = _("Somebody else has written here meanwhile. Nothing is lost: read theirs, and keep both or one.")
    TOO_MANY = _("There is room for 40 of these in one set of notes. Put what is left into one of them.")
    TOO_LONG = _("That is too long for the notes. Use no more than 4,000 characters in one place.")
    NO_SENDER = _("Choose who asks for the EHC needs assessment.")
    UNDER_ASSESSMENT = _(
        "An EHC needs assessment is asked for, or under way. The case stays open until it is over: choose that "
        "support goes on."
    )
    STILL_TO_DO = _("Somebody has still something to do on this case. Finish it first, or choose that support goes on.")
