"""The register of organisations, which all councils of the installation share: added to, mended; and where each
council writes to one."""

import re
from uuid import UUID

from django.db import IntegrityError

from accounts.models import Agency, AgencyMailbox, Authority
from accounts.rules import against_mailbox
from accounts.selectors import addresses_of_staff
from accounts.who import Who
from cases.actions.staff.council import WrongFields
from cases.office import office_act
from core.events import Event
from core.words import _

NAME_TAKEN = _("There is an organisation of this name on the register already")
CODE_TAKEN = _("Another organisation has this ODS code already")
CODE = _("Enter an ODS code of 3 to 8 letters and digits, like RM3, or leave it empty")
NOT_HEALTH = _("Only a health trust or provider, or an integrated care board, has an ODS code")
HEALTH = frozenset({Agency.Kind.HEALTH, Agency.Kind.BOARD})


def add_agency(name: str, kind: str, ods: str, *, by: Who) -> Agency:
    """An organisation that was not on the register. Raises WrongFields, NotAllowed."""
    with office_act(Event.AGENCY_ADDED, by=by, subject=lambda: Agency()) as act:
        _say(act.subject, name, kind, ods)
        act.facts = {"kind": kind}
    return act.subject


def change_agency(key: UUID, name: str, kind: str, ods: str, *, by: Who) -> Agency:
    """What the register says of one, for every council. Raises WrongFields, NotAllowed, Agency.DoesNotExist."""
    with office_act(
        Event.AGENCY_CHANGED, by=by, subject=lambda: Agency.objects.select_for_update(no_key=True).get(pk=key)
    ) as act:
        _say(act.subject, name, kind, ods)
        act.facts = {"kind": kind}
    return act.subject


def keep_agency_mailbox(agency: UUID, address: str, *, by: Who) -> AgencyMailbox:
    """Where this council writes to an organisation. Raises WrongFields, NotAllowed, Agency.DoesNotExist."""

    def subject() -> AgencyMailbox:
        Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)
        there = AgencyMailbox.objects.filter(authority_id=by.authority_id, agency=agency).first()
        return there or AgencyMailbox(authority_id=by.authority_id, agency=Agency.objects.get(pk=agency))

    with office_act(Event.AGENCY_MAILBOX_KEPT, by=by, subject=subject) as act:
        if own := against_mailbox(address, addresses_of_staff(by)):
            raise WrongFields({"mailbox": own[0]})
        act.subject.mailbox = address
        act.facts = {"agency": str(agency)}
    return act.subject


def _say(agency: Agency, name: str, kind: str, ods: str) -> None:
    ods, name = ods.strip().upper(), " ".join(name.split())
    others, wrong = Agency.objects.exclude(pk=agency.pk), {}
    if others.filter(name__iexact=name).exists():
        wrong["name"] = NAME_TAKEN
    if ods and not re.fullmatch(r"[A-Z0-9]{3,8}", ods):
        wrong["ods"] = CODE
    elif ods and kind not in HEALTH:
        wrong["ods"] = NOT_HEALTH
    elif ods and others.filter(ods=ods).exists():
        wrong["ods"] = CODE_TAKEN
    if wrong:
        raise WrongFields(wrong)
    agency.name, agency.kind, agency.ods = name, kind, ods
    try:
        agency.save()
    except IntegrityError as taken:  # somebody at another council added it in the same moment
        raise WrongFields({"name": NAME_TAKEN}) from taken
