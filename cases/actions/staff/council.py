"""Opening a council in this installation, and changing how one is reached and what it looks like."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from accounts.invitations import open_invitations
from accounts.models import Agency, Authority, Invitation, Team
from accounts.opening import Identity, Why, against_colour, against_opening
from accounts.roles import Role
from accounts.rules import Why as MailboxWhy
from accounts.rules import against_mailbox
from accounts.who import Who
from cases.actions.staff.invite import Wanted as Colleague
from cases.actions.staff.invite import invite, send_again
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
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
    """The council, its own entry among the organisations, and the Bridge with its mailbox. Raises WrongFields,
    NotAllowed."""
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
    return council


def open_with_administrator(wanted: Wanted, *, by: Who) -> tuple[Authority, Invitation, str]:
    """The council, and the invitation of its first administrator with the secret for its letter, both or neither.
    Raises WrongFields, Refused, NotAllowed."""
    with transaction.atomic():
        council = open_council(wanted, by=by)
        return council, *invite_administrator(council.pk, wanted.administrator, wanted.administrator_email, by=by)


def invite_administrator(code: str, name: str, email: str, *, by: Who) -> tuple[Invitation, str]:
    """Invites an administrator of any council of the installation, as every colleague is invited; whoever waits already
    is sent another link. Raises WrongFields, Refused, NotAllowed, Authority.DoesNotExist."""
    council = Authority.objects.get(pk=code)
    require_reach_of(by, council)
    there, address = Who(by.ref, council.pk, by.roles, by.name, by.person_id), email.strip()
    if why := _bad_addresses(administrator_email=address) if address else {"administrator_email": NOT_AN_ADDRESS}:
        raise WrongFields(why)
    waiting = open_invitations(there).filter(email__iexact=address, roles=[Role.ADMINISTRATOR]).first()
    if waiting:
        return send_again(waiting.pk, by=there)
    own = Agency.objects.filter(council=council).values_list("pk", flat=True).first()
    return invite(Colleague(address, name.strip(), (Role.ADMINISTRATOR,), clock.today(), agency=own), by=there)


def require_reach_of(by: Who, council: Authority) -> None:
    """Refuses, as not found, another council to whoever does not open councils."""
    if Role.INSTALLATION_ADMINISTRATOR not in by.roles and council.pk != by.authority_id:
        raise NotAllowed("another council")


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
