"""The spine's vocabulary."""

from enum import StrEnum

from core.words import _


class Stage(StrEnum):
    """Where a case stands on its long way."""

    INTAKE = "intake"
    ALLOCATION = "allocation"
    SUPPORT = "support"
    SERVICE = "service"
    CLOSED = "closed"

    @property
    def words(self) -> str:
        return STAGES[self]


STAGES = {
    Stage.INTAKE: _("With the Bridge"),
    Stage.ALLOCATION: _("Waits for an engagement lead"),
    Stage.SUPPORT: _("With an engagement lead"),
    Stage.SERVICE: _("With a named service"),
    Stage.CLOSED: _("Answered, and nothing open"),
}


AT_THE_BRIDGE = ("TRIAGE-LOCAL", "CHASE-LOCAL", "SETTLE-LOCAL", "EHCNA-DECIDE")
"""The duties that keep a request in the Bridge's queue while one of them comes first."""


class Capacity(StrEnum):
    """As what somebody stands to one case."""

    TRIAGE = "triage"
    OWNER = "owner"
    """The one named person who answers for the case's deadlines."""
    LEAD = "lead"
    """The engagement lead: brings the family and services together."""
    FORMER_LEAD = "former_lead"
    """Led before, and may still read the case for a while, so that nothing is lost in handing over."""
    COORDINATOR = "coordinator"
    """Carries the assessment and the plan."""
    ADVISER = "adviser"
    """Asked for advice, or working with the child, for another service."""
    TASKED = "tasked"
    """Was given something to do on the case: the CAF team, a locality team."""
    SOCIAL_CARE = "social_care"
    """Looks into whether the child is safe."""
    SERVICE = "service"
    """The team of a service that was asked to help, while it is asked and while it helps."""
    SETTING = "setting"
    """Where the child learns."""
    OVERSIGHT = "oversight"
    FAMILY = "family"
    NAMED = "named"
    """A person named on this one case by a dated, revocable grant."""

    @property
    def words(self) -> str:
        return CAPACITIES[self]


CAPACITIES = {
    Capacity.TRIAGE: _("Reads the request"),
    Capacity.OWNER: _("Answers for the deadlines"),
    Capacity.LEAD: _("Engagement lead"),
    Capacity.FORMER_LEAD: _("Was the engagement lead"),
    Capacity.COORDINATOR: _("EHC coordinator"),
    Capacity.ADVISER: _("Works with the child"),
    Capacity.TASKED: _("Has something to do for the child"),
    Capacity.SOCIAL_CARE: _("Social care"),
    Capacity.SERVICE: _("A service that was asked to help"),
    Capacity.SETTING: _("Where the child learns"),
    Capacity.OVERSIGHT: _("Oversees the work"),
    Capacity.FAMILY: _("Family"),
    Capacity.NAMED: _("Named on this case"),
}


class Ended(StrEnum):
    """How a deadline stopped being owed."""

    MET = "met"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    """The same duty began anew about the same thing, and that one governs."""

    @property
    def words(self) -> str:
        return ENDINGS[self]


ENDINGS = {
    Ended.MET: _("Met"),
    Ended.WITHDRAWN: _("No longer owed"),
    Ended.SUPERSEDED: _("Replaced by a newer date"),
}


class ExcuseState(StrEnum):
    """How far a recorded ground has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    TURNED_DOWN = "turned_down"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        return EXCUSE_STATES[self]


EXCUSE_STATES = {
    ExcuseState.PROPOSED: _("Waits for a manager"),
    ExcuseState.APPROVED: _("Agreed"),
    ExcuseState.TURNED_DOWN: _("Not agreed"),
    ExcuseState.WITHDRAWN: _("Taken back"),
}


class Part(StrEnum):
    """A part of a case. Every page, field group, document and ledger entry names its own."""

    CORE = "core"
    """Who the child is, what was asked, where it stands."""
    CONTACT = "contact"
    """How to reach the person who asked."""
    FILES = "files"
    """What was sent with the request."""
    PEOPLE = "people"
    """Who stands around the child, and the numbers others gave the child."""
    SECRET = "secret"  # noqa: S105  a part of a case, no password
    """Addresses, schools and people that somebody may not be told of."""
    EXCUSES = "excuses"
    """Why a date could not be kept: often somebody's illness or loss."""
    CIRCUMSTANCES = "circumstances"
    """That the child is or was in care, and how the family lives: what gives a child priority."""
    TOGETHER = "together"
    """What was said and written together: at meetings, by whom, with the family's answers; the Family
    Assessment; and what the family wrote about the child for those who help."""
    SUPPORT = "support"
    """The plans of support without an EHC plan, what they cost and what came of them."""
    DECIDING = "deciding"
    """What speaks for and against an EHC needs assessment, and the decision while it is written."""
    TALK = "talk"
    """What was said between us and each of the family."""
    SAFEGUARDING = "safeguarding"
    """That somebody worries whether the child is safe, and why."""
    OFFICE = "office"
    """The authority's own house-keeping. Part of no case."""

    @classmethod
    def _missing_(cls, value: object) -> "Part | None":
        """What was entered before this part had its present name."""
        return cls.SECRET if value == "kept_apart" else None

    @property
    def words(self) -> str:
        return PARTS[self]


PARTS = {
    Part.CORE: _("Who the child is, what was asked and where it stands"),
    Part.CONTACT: _("How to reach the person who asked"),
    Part.FILES: _("Files that were sent"),
    Part.PEOPLE: _("Who stands around the child, and the numbers others gave the child"),
    Part.SECRET: _("Addresses, schools and people that somebody may not be told of"),
    Part.EXCUSES: _("Why a date could not be kept"),
    Part.SAFEGUARDING: _("Whether somebody worries that the child is not safe, and why"),
    Part.TOGETHER: _(
        "What was said at meetings, who came, the Family Assessment, and what the family wrote about the child"
    ),
    Part.SUPPORT: _("The plans of support, and what came of them"),
    Part.DECIDING: _("What speaks for and against an EHC needs assessment, and the decision while it is written"),
    Part.TALK: _("What was said between us and the family, one conversation a person"),
    Part.CIRCUMSTANCES: _("Whether the child is or was in care, and how the family lives"),
    Part.OFFICE: _("The council’s own house-keeping"),
}
