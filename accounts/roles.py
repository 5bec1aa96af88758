"""Roles, each with a plain meaning. What a role may do is written in ``cases.access``, nowhere else."""

from enum import StrEnum

from core.words import _


class Role(StrEnum):
    """What a person is to an authority. A person may hold several."""

    PUBLIC = "public"
    PARENT = "parent"
    BRIDGE_WORKER = "bridge_worker"
    OPERATIONAL_MANAGER = "operational_manager"
    HEAD_OF_SERVICE = "head_of_service"
    STATUTORY_LEAD = "statutory_lead"
    ADMINISTRATOR = "administrator"
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
    Role.PARENT: _("Parent or carer"),
    Role.BRIDGE_WORKER: _("Bridge worker"),
    Role.OPERATIONAL_MANAGER: _("Operational manager"),
    Role.HEAD_OF_SERVICE: _("Head of service"),
    Role.STATUTORY_LEAD: _("Statutory lead"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.MACHINE: _("SENDPath"),
}

MEANINGS = {
    Role.PUBLIC: _("Anyone who opens the family door without signing in."),
    Role.PARENT: _("Asks for help or an assessment, and follows what they asked for."),
    Role.BRIDGE_WORKER: _("Reads every request that comes in and says what happens next."),
    Role.OPERATIONAL_MANAGER: _(
        "Oversees the Bridge: sees every case of the authority, and the post that would not go."
    ),
    Role.HEAD_OF_SERVICE: _(
        "Answers for the service: sees every case of the authority, and hears of what is late and nobody has taken up."
    ),
    Role.STATUTORY_LEAD: _("Keeps the rule book: signs each rule off, or notes a doubt. Sees no child's case."),
    Role.ADMINISTRATOR: _("Looks after teams, people and school calendars. Sees no child's case."),
    Role.MACHINE: _("Work that SENDPath does by itself, such as checking files."),
}

CASE_STAFF = frozenset({Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER, Role.HEAD_OF_SERVICE})
"""Roles that may open the pages of cases, each its own: which cases is asked of ``cases.access``."""

STAFF = CASE_STAFF | {Role.STATUTORY_LEAD, Role.ADMINISTRATOR}
"""Honoured at the desk and nowhere else."""

FAMILY = frozenset({Role.PARENT})
"""Honoured at the family's door and nowhere else."""

AT_DOOR = {"desk": STAFF, "family": FAMILY}
