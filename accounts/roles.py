"""Roles, each with a plain meaning. What a role may do is written in ``cases.powers``, nowhere else."""

from enum import StrEnum

from core.words import _


class Role(StrEnum):
    """What a person is to an authority. A person may hold several, each from a day to a day."""

    PUBLIC = "public"

    PARENT = "parent"
    CARER = "carer"
    YOUNG_PERSON = "young_person"
    ADVOCATE = "advocate"

    BRIDGE_WORKER = "bridge_worker"
    CAF_WORKER = "caf_worker"
    ENGAGEMENT_LEAD = "engagement_lead"
    SOCIAL_WORKER = "social_worker"
    EHC_COORDINATOR = "ehc_coordinator"
    LOCALITY_MANAGER = "locality_manager"
    OPERATIONAL_MANAGER = "operational_manager"
    SEND_MANAGER = "send_manager"
    HEAD_OF_SERVICE = "head_of_service"

    EDUCATIONAL_PSYCHOLOGIST = "educational_psychologist"
    ADVISER = "adviser"
    HEALTH_ADVISER = "health_adviser"
    CLINICAL_OFFICER = "clinical_officer"
    SOCIAL_CARE_OFFICER = "social_care_officer"
    VIRTUAL_SCHOOL_HEAD = "virtual_school_head"
    SENCO = "senco"
    SENDIASS_ADVISER = "sendiass_adviser"

    PANEL_ADMINISTRATOR = "panel_administrator"
    PANEL_CHAIR = "panel_chair"
    PANEL_MEMBER = "panel_member"

    STATUTORY_LEAD = "statutory_lead"
    COMMISSIONER = "commissioner"
    ANALYST = "analyst"
    QUALITY_OFFICER = "quality_officer"
    LOCAL_OFFER_EDITOR = "local_offer_editor"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    ADMINISTRATOR = "administrator"
    INSTALLATION_ADMINISTRATOR = "installation_administrator"

    MACHINE = "machine"

    @property
    def words(self) -> str:
        """The name of the role as people say it."""
        return NAMES[self]

    @property
    def meaning(self) -> str:
        """One sentence on what the holder does here."""
        return MEANINGS[self]


NAMES = {
    Role.PUBLIC: _("Visitor"),
    Role.PARENT: _("Parent"),
    Role.CARER: _("Carer"),
    Role.YOUNG_PERSON: _("Young person"),
    Role.ADVOCATE: _("Advocate"),
    Role.BRIDGE_WORKER: _("Bridge worker"),
    Role.CAF_WORKER: _("CAF team worker"),
    Role.ENGAGEMENT_LEAD: _("Engagement lead"),
    Role.SOCIAL_WORKER: _("Social worker"),
    Role.EHC_COORDINATOR: _("EHC coordinator"),
    Role.LOCALITY_MANAGER: _("Locality manager"),
    Role.OPERATIONAL_MANAGER: _("Operational manager"),
    Role.SEND_MANAGER: _("SEND manager"),
    Role.HEAD_OF_SERVICE: _("Head of service"),
    Role.EDUCATIONAL_PSYCHOLOGIST: _("Educational psychologist"),
    Role.ADVISER: _("Education adviser"),
    Role.HEALTH_ADVISER: _("Health adviser"),
    Role.CLINICAL_OFFICER: _("Designated clinical officer (DCO)"),
    Role.SOCIAL_CARE_OFFICER: _("Designated social care officer (DSCO)"),
    Role.VIRTUAL_SCHOOL_HEAD: _("Virtual school head"),
    Role.SENCO: _("SENCO of a setting"),
    Role.SENDIASS_ADVISER: _("SENDIASS adviser"),
    Role.PANEL_ADMINISTRATOR: _("Panel administrator"),
    Role.PANEL_CHAIR: _("Panel chair"),
    Role.PANEL_MEMBER: _("Panel member"),
    Role.STATUTORY_LEAD: _("Statutory lead"),
    Role.COMMISSIONER: _("Commissioner"),
    Role.ANALYST: _("Analyst"),
    Role.QUALITY_OFFICER: _("Provider-quality officer"),
    Role.LOCAL_OFFER_EDITOR: _("Local-offer editor"),
    Role.DATA_PROTECTION_OFFICER: _("Data protection officer"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.INSTALLATION_ADMINISTRATOR: _("Installation administrator"),
    Role.MACHINE: _("SENDPath"),
}

MEANINGS = {
    Role.PUBLIC: _("Anyone who opens the family door without signing in."),
    Role.PARENT: _("Asks for help or an assessment, and follows what they asked for."),
    Role.CARER: _(
        "Looks after a child, as a foster carer or a relative: asks for help and follows what they asked for."
    ),
    Role.YOUNG_PERSON: _("Asks for themselves, and follows what they asked for."),
    Role.ADVOCATE: _("Stands beside a family, and follows the one case they are named on."),
    Role.BRIDGE_WORKER: _("Reads every request that comes in and says what happens next."),
    Role.CAF_WORKER: _("Supports families through the Common Assessment Framework, on the cases of their team."),
    Role.ENGAGEMENT_LEAD: _("Brings a family and services together, on the cases they lead."),
    Role.SOCIAL_WORKER: _("Works for social care, on the cases they are part of."),
    Role.EHC_COORDINATOR: _("Carries children through the EHC needs assessment, plan and review."),
    Role.LOCALITY_MANAGER: _("Answers for the work of a locality’s teams, on their cases."),
    Role.OPERATIONAL_MANAGER: _(
        "Oversees the Bridge: sees every case of the authority, and the post that would not go."
    ),
    Role.SEND_MANAGER: _("Oversees assessments, plans and reviews: sees every case of the authority."),
    Role.HEAD_OF_SERVICE: _(
        "Answers for the service: sees every case of the authority, and hears of what is late and nobody has taken up."
    ),
    Role.EDUCATIONAL_PSYCHOLOGIST: _("Gives psychological advice, on the cases they are asked about."),
    Role.ADVISER: _("Gives advice for education, on the cases they are asked about."),
    Role.HEALTH_ADVISER: _("Gives advice for health, on the cases they are asked about."),
    Role.CLINICAL_OFFICER: _("Answers for health’s part, on the cases health is asked about."),
    Role.SOCIAL_CARE_OFFICER: _("Answers for social care’s part, on the cases social care is asked about."),
    Role.VIRTUAL_SCHOOL_HEAD: _("Answers for the learning of children in care, on their cases."),
    Role.SENCO: _("Coordinates special educational needs where a child learns, on that setting’s cases."),
    Role.SENDIASS_ADVISER: _("Gives families impartial advice, on the cases they are named on."),
    Role.PANEL_ADMINISTRATOR: _("Gets panels ready. Sees no child’s case outside a panel."),
    Role.PANEL_CHAIR: _("Runs a panel. Sees no child’s case outside a panel."),
    Role.PANEL_MEMBER: _("Sits on a panel. Sees no child’s case outside a panel."),
    Role.STATUTORY_LEAD: _("Keeps the rule book: signs each rule off, or notes a doubt. Sees no child’s case."),
    Role.COMMISSIONER: _("Plans services from counts of children. Sees no child’s case."),
    Role.ANALYST: _("Reads counts and timeliness. Sees no child’s case."),
    Role.QUALITY_OFFICER: _("Looks at the quality of providers. Sees no child’s case."),
    Role.LOCAL_OFFER_EDITOR: _("Keeps what is offered locally up to date. Sees no child’s case."),
    Role.DATA_PROTECTION_OFFICER: _("Reviews who was let in, why, and on what agreement. Sees no child’s case."),
    Role.ADMINISTRATOR: _("Looks after teams, people and school calendars. Sees no child’s case."),
    Role.INSTALLATION_ADMINISTRATOR: _(
        "Opens a new council in this installation and names its first administrator. Sees no child’s case."
    ),
    Role.MACHINE: _("Work that SENDPath does by itself, such as checking files."),
}

CASE_HOLDERS = frozenset(
    {
        Role.BRIDGE_WORKER, Role.CAF_WORKER, Role.ENGAGEMENT_LEAD, Role.SOCIAL_WORKER, Role.EHC_COORDINATOR,
        Role.LOCALITY_MANAGER, Role.OPERATIONAL_MANAGER, Role.SEND_MANAGER, Role.HEAD_OF_SERVICE,
    }
)  # fmt: skip
"""Roles that may answer for a case's deadlines, and cover for a colleague who does."""

ADVISERS = frozenset(
    {
        Role.EDUCATIONAL_PSYCHOLOGIST, Role.ADVISER, Role.HEALTH_ADVISER, Role.CLINICAL_OFFICER,
        Role.SOCIAL_CARE_OFFICER, Role.VIRTUAL_SCHOOL_HEAD, Role.SENCO, Role.SENDIASS_ADVISER,
    }
)  # fmt: skip
"""Roles asked about a case that others hold."""

CASE_STAFF = CASE_HOLDERS | ADVISERS
"""Roles that may open the pages of cases, each its own: which cases is asked of ``cases.sight``."""

CASELESS = frozenset(
    {
        Role.PANEL_ADMINISTRATOR, Role.PANEL_CHAIR, Role.PANEL_MEMBER, Role.STATUTORY_LEAD, Role.COMMISSIONER,
        Role.ANALYST, Role.QUALITY_OFFICER, Role.LOCAL_OFFER_EDITOR, Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR,
        Role.INSTALLATION_ADMINISTRATOR,
    }
)  # fmt: skip
"""Roles of the staff that open no child's case."""

STAFF = CASE_STAFF | CASELESS
"""Honoured at the desk and nowhere else."""

FAMILY = frozenset({Role.PARENT, Role.CARER, Role.YOUNG_PERSON, Role.ADVOCATE})
"""Honoured at the family's door and nowhere else."""

AT_DOOR = {"desk": STAFF, "family": FAMILY}
