"""Turns named circles into people and addresses, and asks again, at sending, whether they may still have it."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from accounts.models import Authority, Person, Preference, Team
from accounts.standing import memberships
from cases import secret_letters
from cases.leading import contact_of
from cases.links import confirmation
from cases.models import Case, Deadline
from cases.readers import family_knows, readers_of, sender_of
from core import clock
from core.events import Event
from ledger.models import Entry
from notices.addresses import address_for
from notices.models import Dispatch
from notices.readers import Reader
from notices.roster import Audience, Letter, letters
from notices.words import Channel
from people.models import Carer
from people.words import Relationship

ADDRESS_CHANGED = "The address has changed since the letter was written."


def letters_for(entry: Entry, case: Case, telling: dict) -> tuple[list[tuple[Letter, Reader]], dict]:
    """The letters an event calls for, each with its reader, and the words they need."""
    called_for = list(letters(Event(entry.event), {**telling, **entry.facts}))
    if not called_for:
        return [], {}
    sender, circles = telling.get("asker") or sender_of(case), {letter.to for letter in called_for}
    readers = {audience: readers_of(audience, entry, case) for audience in circles}
    pairs = [(letter, reader) for letter in called_for for reader in readers[letter.to]]
    return pairs, {
        **telling,
        "authority": Authority.objects.get(pk=case.authority_id),
        "case": case,
        "sender": sender,
        "lead": contact_of(case) if circles & TOLD_WHO_LEADS else None,
        "family_knows": family_knows(case) if circles & TOLD_WHO_LEADS else None,
        "due": {row.duty.replace("-", "_"): row for row in _owed(case, entry)},
        "confirm_url": sender and settings.FAMILY_URL + confirmation(sender.pk),
        "standing_url": sender and sender.asked and _where_it_stands(sender, case),
        "desk_url": _at_the_desk("referrals:queue"),
        "request_url": _at_the_desk("desk:request", case.reference),
        "task_url": _at_the_desk("desk:task", case.reference, entry.about)
        if circles & {Audience.TASKED, Audience.WHO_ASKED}
        else "",
        "assessment_url": _at_the_desk("desk:assessments", case.reference) if "assessment" in entry.facts else "",
        "talking_url": _at_the_desk("desk:talks", case.reference) if circles & TOLD_OF_TALKS else "",
        "case_url": _at_the_desk("desk:case", case.reference),
    }


TOLD_OF_TALKS = {Audience.LEAD, Audience.TRIAGE_TEAM}
TOLD_WHO_LEADS = {Audience.LEAD, Audience.SERVICES}
"""Circles whose letters say who leads; the family's own go with them."""


def _at_the_desk(name: str, *of) -> str:
    return settings.DESK_URL + reverse(name, args=of, urlconf="sendpath.urls_desk")


def _where_it_stands(sender: Carer, case: Case) -> str:
    """Where whoever asked reads how the request stands: signed in, where they asked signed in; else by their link."""
    if sender.person_id is None:
        return settings.FAMILY_URL + confirmation(sender.pk)
    if sender.relationship == Relationship.PROFESSIONAL:
        return _at_the_desk("desk:request_sent", case.reference)
    return settings.FAMILY_URL + reverse("portal:one", args=[case.reference], urlconf="sendpath.urls_family")


def _owed(case: Case, entry: Entry) -> Iterable[Deadline]:
    """The deadlines about what the event is about, the newest of each duty last."""
    return Deadline.objects.filter(case=case, about=entry.about).order_by("counted_from", "pk")


def still_may_have(letter: Dispatch) -> str | None:
    """Why this letter must no longer go, or None. Asked at the moment of sending."""
    if why := import_string(settings.ASKED_STILL)(letter):
        return why
    kind, _, key = letter.to_ref.partition(":")
    here = {"pk": UUID(key), "authority_id": letter.authority_id}
    if kind == "person":
        return _staff_may_have(letter, UUID(key))
    if kind == "carer":
        column = "phone" if letter.channel == Channel.TEXT else "email"
        kept = Carer.objects.filter(**here).values_list(column, flat=True)
        return secret_letters.why_not(letter) if _among(letter, kept) else ADDRESS_CHANGED
    if kind in settings.GUESTS_MAY_HAVE:
        return import_string(settings.GUESTS_MAY_HAVE[kind])(letter, UUID(key))
    kept = Team.objects.filter(**here).values_list("mailbox", flat=True)
    return None if _among(letter, kept) else ADDRESS_CHANGED


def _staff_may_have(letter: Dispatch, person: UUID) -> str | None:
    """A person who works here has a letter as long as they do, at the address they have now."""
    stands = memberships(clock.today()).filter(authority_id=letter.authority_id, person=person, person__is_active=True)
    if not stands.exists():
        return "Its reader no longer works here."
    if letter.channel == Channel.TEXT:
        chosen = Preference.objects.filter(authority_id=letter.authority_id, person=person)
        kept = chosen.values_list("mobile", flat=True)
    else:
        kept = Person.objects.filter(pk=person).values_list("email", flat=True)
    return None if _among(letter, kept) else ADDRESS_CHANGED


def _among(letter: Dispatch, kept: Iterable[str]) -> bool:
    """Whether a letter's address is still one of those kept, however it was typed."""
    for typed in kept:
        with suppress(ValueError):
            if address_for(letter.channel, typed).casefold() == letter.address.casefold():
                return True
    return False
