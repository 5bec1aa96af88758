"""The demonstration's authorities and people. All invented but for the councils' names and codes."""

from dataclasses import dataclass

from accounts.models import Agency
from accounts.roles import Role

DEMO_DOMAIN = ".example"
"""Every address of the demonstration ends so; nobody can own one (RFC 2606)."""


@dataclass(frozen=True)
class Council:
    code: str
    name: str
    slug: str
    letters: str
    colour: str
    phone: str


COUNCILS = (
    Council("355", "Salford City Council", "salford", "SAL", "#134e5e", "0161 496 0142"),
    Council("883", "Thurrock Council", "thurrock", "THU", "#1d3f72", "01632 960 211"),
    Council("393", "South Tyneside Council", "south-tyneside", "STY", "#5b2a6b", "0191 498 0133"),
    Council("856", "Leicester City Council", "leicester", "LEI", "#14532d", "0116 496 0156"),
    Council("855", "Leicestershire County Council", "leicestershire", "LCS", "#7a1f1f", "0116 496 0155"),
    Council("857", "Rutland County Council", "rutland", "RUT", "#4a3b00", "01632 960 857"),
)

AGENCIES = {
    "Salford City Council": Agency.Kind.COUNCIL,
    "Thurrock Council": Agency.Kind.COUNCIL,
    "South Tyneside Council": Agency.Kind.COUNCIL,
    "Leicester City Council": Agency.Kind.COUNCIL,
    "Leicestershire County Council": Agency.Kind.COUNCIL,
    "Rutland County Council": Agency.Kind.COUNCIL,
    "Irwell Valley Community Health": Agency.Kind.HEALTH,
    "Ordsall Learning Partnership": Agency.Kind.EDUCATION,
    "Quays Children’s Social Care": Agency.Kind.CARE,
    "Ordsall Brook Primary School": Agency.Kind.EDUCATION,
    "Weaste Family Support": Agency.Kind.VOLUNTARY,
}
ENDS_SOON = "Weaste Family Support"
"""The organisation whose agreement with Salford is about to end."""


@dataclass(frozen=True)
class Somebody:
    name: str
    role: Role
    codes: tuple[str, ...]
    agency: str = ""

    @property
    def email(self) -> str:
        plain = self.name.lower().replace("’", "").replace("'", "").replace(" ", ".")
        return f"{plain}@people{DEMO_DOMAIN}"


CAST = (
    Somebody("Shauna Kirk", Role.BRIDGE_WORKER, ("355",), "Salford City Council"),
    Somebody("Ruth Ellery", Role.BRIDGE_WORKER, ("355",), "Irwell Valley Community Health"),
    Somebody("Sara Lindqvist", Role.BRIDGE_WORKER, ("355",), "Ordsall Learning Partnership"),
    Somebody("Joseph Amoah", Role.BRIDGE_WORKER, ("355",), "Quays Children’s Social Care"),
    Somebody("Anita Rowe", Role.OPERATIONAL_MANAGER, ("355",), "Salford City Council"),
    Somebody("Yvonne Castell", Role.HEAD_OF_SERVICE, ("355",), "Salford City Council"),
    Somebody("Neil Hargreaves", Role.SEND_MANAGER, ("355",), "Salford City Council"),
    Somebody("Farida Hassan", Role.EHC_COORDINATOR, ("355",), "Salford City Council"),
    Somebody("Dilip Sharma", Role.STATUTORY_LEAD, ("355",), "Salford City Council"),
    Somebody("Greg Talbot", Role.ADMINISTRATOR, ("355",), "Salford City Council"),
    Somebody("Grace Mensah", Role.ENGAGEMENT_LEAD, ("355",), "Irwell Valley Community Health"),
    Somebody("Owen Pritchard", Role.ENGAGEMENT_LEAD, ("355",), "Ordsall Learning Partnership"),
    Somebody("Peter Lomas", Role.ANALYST, ("355",), "Salford City Council"),
    Somebody("Joan Pemberton", Role.SOCIAL_WORKER, ("355",), "Quays Children’s Social Care"),
    Somebody("Miriam Adler", Role.DATA_PROTECTION_OFFICER, ("355",), "Salford City Council"),
    Somebody("Colin Brough", Role.INSTALLATION_ADMINISTRATOR, ("355",), "Salford City Council"),
    Somebody("Rachel Wadsworth", Role.SENCO, ("355",), "Ordsall Brook Primary School"),
    Somebody("Nasreen Chowdhury", Role.PARENT, ("355",)),
    Somebody("Tom Barker", Role.BRIDGE_WORKER, ("883",), "Thurrock Council"),
    Somebody("Irene Osei", Role.OPERATIONAL_MANAGER, ("883",), "Thurrock Council"),
    Somebody("Hannah Okafor", Role.PARENT, ("883",)),
    Somebody("Lesley Robson", Role.BRIDGE_WORKER, ("393",), "South Tyneside Council"),
    Somebody("Paul Hindmarsh", Role.OPERATIONAL_MANAGER, ("393",), "South Tyneside Council"),
    Somebody("Kasia Nowak", Role.PARENT, ("393",)),
    Somebody("Femi Adeyemi", Role.BRIDGE_WORKER, ("856", "855", "857"), "Leicester City Council"),
    Somebody("Jaya Patel", Role.OPERATIONAL_MANAGER, ("856",), "Leicester City Council"),
    Somebody("Marcus Webb", Role.OPERATIONAL_MANAGER, ("855", "857"), "Leicestershire County Council"),
    Somebody("Helen Fairweather", Role.COMMISSIONER, ("856",), "Leicester City Council"),
    Somebody("Rosa Marsh", Role.PARENT, ("857",)),
)
