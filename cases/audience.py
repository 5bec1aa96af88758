"""Turns named circles into people and addresses, and asks again, at sending, whether they may still have it."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse

from accounts.models import Authority, Team
from accounts.selectors import bridge_of
from cases.links import confirmation
from cases.models import Case, Deadline
from core.events import Event
from ledger.models import Entry
from notices.models import Dispatch
from notices.readers import Reader
from notices.roster import Audience, Letter, letters
from people.models import Carer


def letters_for(entry: Entry, case: Case, telling: dict) -> tuple[list[tuple[Letter, Reader]], dict]:
    """The letters an event calls for, each with its reader, and the words they need."""
    called_for = list(letters(Event(entry.event), entry.facts))
    if not called_for:
        return [], {}
    sender = Carer.objects.filter(authority_id=case.authority_id, case_ref=case.pk).order_by("pk").first()
    readers = {Audience.SENDER: sender and Reader(f"carer:{sender.pk}", sender.email)}
    if any(letter.to == Audience.TRIAGE_TEAM for letter in called_for):
        team = bridge_of(case.authority_id)
        readers[Audience.TRIAGE_TEAM] = Reader(f"team:{team.pk}", team.mailbox)
    pairs = [(letter, reader) for letter in called_for if (reader := readers[letter.to])]
    return pairs, {
        **telling,
        "authority": Authority.objects.get(pk=case.authority_id),
        "case": case,
        "sender": sender,
        "due": {row.duty.replace("-", "_"): row for row in Deadline.objects.filter(case=case, about=entry.about)},
        "confirm_url": sender and settings.FAMILY_URL + confirmation(sender.pk),
        "desk_url": settings.DESK_URL + reverse("referrals:queue", urlconf="sendpath.urls_desk"),
    }


def still_may_have(letter: Dispatch) -> str | None:
    """Why this letter must no longer go, or None. Asked at the moment of sending."""
    kind, _, key = letter.to_ref.partition(":")
    if kind == "carer":
        kept = Carer.objects.filter(pk=UUID(key), authority_id=letter.authority_id).values_list("email", flat=True)
    else:
        kept = Team.objects.filter(pk=UUID(key), authority_id=letter.authority_id).values_list("mailbox", flat=True)
    if letter.address not in kept:
        return "The address has changed since the letter was written."
    return None
