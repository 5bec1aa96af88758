"""Who of the family is written to that a message waits, and whether they may still have the letter when it goes."""

from uuid import UUID

from cases.company import Partner, hides, partner_called
from cases.models import Case
from cases.secrecy import is_secret
from ledger.models import Entry
from notices.addresses import address_for
from notices.models import Dispatch
from notices.readers import Reader
from notices.words import HELD, Channel
from talking.models import Said, Talk

NOT_OF_THE_FAMILY = "Its reader does not follow this case any more."
ADDRESS_CHANGED = "The address has changed since the letter was written."


def talked_with(entry: Entry, case: Case) -> list[Reader]:
    """The one person a message is to: by email; on paper, with the message, where they have none. Nobody, where no
    address is known."""
    talk = Said.objects.select_related("talk").get(pk=entry.facts["said"]).talk
    partner = partner_called(case, talk.carer_id or talk.around_id)
    if partner is None:
        return []
    ref = f"carer:{talk.carer_id}" if talk.carer_id else f"talk:{talk.pk}"
    if partner.email:
        return [Reader(ref, partner.email)]
    printed = postal(partner)
    return [Reader(ref, printed, Channel.PRINT)] if printed else []


def postal(partner: Partner) -> str:
    """Where a letter on paper goes; empty where no whole address is known."""
    try:
        return address_for(Channel.PRINT, f"{partner.name}\n{partner.home}") if partner.home else ""
    except ValueError:
        return ""


def still_may_have(letter: Dispatch, key: UUID) -> str | None:
    """Why a letter to somebody around the child must no longer go, or None."""
    talk = Talk.objects.filter(pk=key, authority_id=letter.authority_id).select_related("case").first()
    partner = partner_called(talk.case, talk.around_id) if talk and talk.around_id else None
    if talk is None or partner is None:
        return NOT_OF_THE_FAMILY
    if hides(talk.case, partner, f"{letter.subject}\n{letter.body}"):
        return NOT_OF_THE_FAMILY
    if is_secret(talk.case_id) and not letter.looked_at:
        return HELD
    now = postal(partner) if letter.channel == Channel.PRINT else partner.email
    return None if now.casefold() == letter.address.casefold() else ADDRESS_CHANGED
