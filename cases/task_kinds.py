"""What somebody may be given to do on a case, and which team it falls to."""

from enum import StrEnum

from core.words import _


class TaskKind(StrEnum):
    """Each is one piece of work with one end."""

    CRM_RECORD = "crm_record"
    EMS_RECORD = "ems_record"
    FAMILY_ASSESSMENT = "family_assessment"
    CAFA = "cafa"
    """The child and family assessment that social care makes where a child may not be safe."""
    LOOK_AT_LEAD = "look_at_lead"
    ESCALATION = "escalation"
    """A manager is asked to look at a case that worries somebody, and to answer by a day."""
    ACTION = "action"
    """Anything else that one person agreed to do by a day."""

    @property
    def words(self) -> str:
        return KINDS[self]

    @property
    def hidden(self) -> bool:
        """Whether that it was set at all would tell of a concern for the child's safety."""
        return self in {TaskKind.CAFA, TaskKind.LOOK_AT_LEAD}


KINDS = {
    TaskKind.CRM_RECORD: _("Make the record of involvement in CRM"),
    TaskKind.EMS_RECORD: _("Make the record of involvement in EMS"),
    TaskKind.FAMILY_ASSESSMENT: _("Complete a Family Assessment with the family"),
    TaskKind.CAFA: _("Make the child and family assessment (CAFA)"),
    TaskKind.LOOK_AT_LEAD: _("Look again at who leads, now that there is a safeguarding concern"),
    TaskKind.ESCALATION: _("Look at this case, and answer whoever asks you to"),
    TaskKind.ACTION: _("Something agreed"),
}

WITH_REFERENCE = frozenset({TaskKind.CRM_RECORD, TaskKind.EMS_RECORD})
"""Done elsewhere, under a number of that system."""

ASKED_ON_ACCEPTING = (TaskKind.CRM_RECORD, TaskKind.EMS_RECORD)
"""Every accepted request is written into the systems that others read."""


class Outcome(StrEnum):
    """How social care's assessment ended."""

    CARRIES_ON = "carries_on"
    NOTHING_FURTHER = "nothing_further"

    @property
    def words(self) -> str:
        return OUTCOMES[self]


OUTCOMES = {
    Outcome.CARRIES_ON: _("Social care goes on working with the family"),
    Outcome.NOTHING_FURTHER: _("Nothing further from social care: a Family Assessment is asked for instead"),
}


class TaskState(StrEnum):
    """How far a task has come."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    """What it was for was taken back."""

    @property
    def words(self) -> str:
        return STATES[self]


STATES = {
    TaskState.OPEN: _("To do"),
    TaskState.DONE: _("Done"),
    TaskState.DROPPED: _("No longer needed"),
}


class Why(StrEnum):
    """Why an act on a task or a concern is refused."""

    NO_REFERENCE = _("Enter the reference that the other system gave, so that somebody can find the record again.")
    NO_OUTCOME = _("Say how it ended.")
    IS_WRITTEN_HERE = _(
        "A Family Assessment is being written here. Once it is sent and the CAF team says that it has it, this is done "
        "by itself. If it is not carried on, say so on its own page first."
    )
    WHERE_IT_IS = _(
        "No Family Assessment is on record here. If it was made elsewhere or on paper, say in the note where it is "
        "kept."
    )
    OVER = _("This is not to be done any more: nobody needs reminding.")
    REMINDED = _("They were reminded of it today already. Ring them, or try again tomorrow.")
    TAKEN_ON = _("Somebody has taken this on already.")
    NO_TITLE = _("Say what is to be done.")
    NO_DAY = _("Say by which day. It must be today or later.")
    NOT_HERE = _("That person does not work on cases here today. Choose somebody from the list.")
    STILL_ASKED = _("This is being done again already under a newer task.")
    NO_WORDS = _("Write what worries you. Social care reads it.")
    RAISED_ALREADY = _(
        "Somebody has raised a concern about this child already, and social care has it. To add to it, ring them."
    )
    ENDED_ALREADY = _("This concern has been answered already.")
    NO_WORRY = _("Write what worries you, and what was tried.")
    NOT_A_MANAGER = _("That person manages no cases here today. Choose somebody from the list.")
    WORRIED_ALREADY = _("A manager was asked to look at this case already, and has not answered yet.")
    NO_ANSWER = _("Write what you decided, and why: whoever asked reads it.")
    NO_REASON = _("Say why, for those who read this record later.")
