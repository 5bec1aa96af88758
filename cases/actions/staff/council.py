"""Opening a council in this installation, and changing how one is reached and what it looks like."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from accounts.admitting import admit
from accounts.models import Agency, Authority, Team
from accounts.opening import Identity, Why, against_colour, against_opening
from accounts.roles import Role
from accounts.rules import Why as MailboxWhy
from accounts.rules import against_mailbox
from accounts.who import Who
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _

NOT_AN_ADDRESS = _("Enter an email address in the correct format, like name@example.com")


class WrongFields(Refused):
    """Refused, and which field is wrong how."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(*fields.values())
        self.fields = fields


@dataclass(frozen=True)
class Wanted:
    """A council to be opened, as it was typed, and its first administrator where one is named."""

    code: str
    name: str
    slug: str
    letters: str
    colour: str
    mailbox: str
    phone: str = ""
    email: str = ""
    administrator: str = ""
    administrator_email: str = ""

    @property
    def identity(self) -> Identity:
        """What tells it from others."""
        return Identity.tidied(self.code, self.name, self.slug, self.letters, self.colour)


def open_council(wanted: Wanted, *, by: Who) -> Authority:
    """The council, its own entry among the organisations, the Bridge with its mailbox, and its first administrator.
    Raises WrongFields, NotAllowed."""
    try:
        return _open(wanted, wanted.identity, by)
    except IntegrityError as taken:  # two people opened the same one in the same moment
        raise WrongFields({"code": Why.CODE_TAKEN}) from taken


def _open(wanted: Wanted, known: Identity, by: Who) -> Authority:
    with transaction.atomic():
        with office_act(Event.AUTHORITY_OPENED, by=by, subject=lambda: Authority(pk=known.code)) as act:
            if why := _against(wanted, known):
                raise WrongFields(why)
            council = act.subject
            council.name, council.slug, council.letters, council.brand_colour = (
                known.name, known.slug, known.letters, known.colour,
            )  # fmt: skip
            council.contact_phone, council.contact_email = wanted.phone.strip(), wanted.email.strip()
            council.save(force_insert=True)
            act.facts = {"code": known.code}
        Team.objects.create(authority=council, kind=Team.Kind.BRIDGE, name="The Bridge", mailbox=wanted.mailbox.strip())
        own = Agency.objects.filter(name=known.name, council=None).first() or Agency(name=known.name)
        own.kind, own.council = Agency.Kind.COUNCIL, council
        own.save()
        if wanted.administrator_email:
            admit(
                council, wanted.administrator_email, wanted.administrator, Role.ADMINISTRATOR, today=clock.today(),
                agency=own,
            )  # fmt: skip
    return council


def change_council(*, phone: str, email: str, colour: str, by: Who) -> Authority:
    """How the council is reached, and its colour. Raises WrongFields, NotAllowed."""
    with office_act(
        Event.AUTHORITY_CHANGED,
        by=by,
        subject=lambda: Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id),
    ) as act:
        colour = colour.strip().lower()
        if why := {**against_colour(colour), **_bad_addresses(email=email)}:
            raise WrongFields(why)
        council = act.subject
        changed = (council.contact_phone, council.contact_email, council.brand_colour) != (phone, email, colour)
        council.contact_phone, council.contact_email, council.brand_colour = phone, email, colour
        act.facts = {"changed": "yes" if changed else "no"}
    return act.subject


def _against(wanted: Wanted, known: Identity) -> dict[str, str]:
    others = [
        Identity(row.code, row.name, row.slug, row.letters, row.brand_colour)
        for row in Authority.objects.select_for_update(no_key=True)
    ]
    addresses = _bad_addresses(
        mailbox=wanted.mailbox, email=wanted.email, administrator_email=wanted.administrator_email
    )
    if against_mailbox(wanted.mailbox.strip(), {wanted.administrator_email.strip()} - {""}):
        addresses.setdefault("mailbox", MailboxWhy.ONES_OWN)
    return {**against_opening(known, others), **addresses}


def _bad_addresses(**typed: str) -> dict[str, str]:
    """Those that are no email addresses. An empty one is left out by whoever asked, but for the mailbox."""
    wrong = {}
    for field, address in typed.items():
        try:
            if address.strip() or field == "mailbox":
                validate_email(address.strip())
        except ValidationError:
            wrong[field] = NOT_AN_ADDRESS
    return wrong
