"""Turns named circles into people and addresses, and asks again, at sending, whether they may still have it."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from accounts.models import Authority, Person, Preference, Team
from accounts.selectors import bridge_of
from accounts.standing import memberships
from cases import secret_letters
from cases.leading import lead_of
from cases.links import confirmation
from cases.models import Case, Deadline, Task
from core import clock
from core.events import Event
from ledger.models import Entry
from notices.addresses import address_for
from notices.models import Dispatch
from notices.readers import Reader
from notices.roster import Audience, Letter, letters
from notices.words import Channel
from people.models import Carer

ADDRESS_CHANGED = "The address has changed since the letter was written."


def letters_for(entry: Entry, case: Case, telling: dict) -> tuple[list[tuple[Letter, Reader]], dict]:
    """The letters an event calls for, each with its reader, and the words they need."""
    called_for = list(letters(Event(entry.event), entry.facts))
    if not called_for:
        return [], {}
    sender = Carer.objects.filter(authority_id=case.authority_id, case_ref=case.pk, asked=True).order_by("pk").first()
    readers = {Audience.SENDER: sender and Reader(f"carer:{sender.pk}", sender.email)}
    if any(letter.to == Audience.TRIAGE_TEAM for letter in called_for):
        team = bridge_of(case.authority_id)
        readers[Audience.TRIAGE_TEAM] = Reader(f"team:{team.pk}", team.mailbox)
    if any(letter.to == Audience.FAMILY for letter in called_for):
        readers[Audience.FAMILY] = _family(case)
    task = None
    if any(letter.to == Audience.TASKED for letter in called_for):
        task = Task.objects.select_related("team", "person").get(pk=entry.about)
        readers[Audience.TASKED] = _whose(task)
    if any(letter.to == Audience.SERVICE for letter in called_for):
        team = Team.objects.get(pk=entry.facts["team"], authority_id=case.authority_id)
        readers[Audience.SERVICE] = Reader(f"team:{team.pk}", team.mailbox)
    lead = None
    if any(letter.to == Audience.LEAD for letter in called_for):
        lead = lead_of(case)
        readers[Audience.LEAD] = lead and Reader(f"person:{lead.pk}", lead.email)
    pairs = [(letter, reader) for letter in called_for if (reader := readers[letter.to])]
    return pairs, {
        **telling,
        "authority": Authority.objects.get(pk=case.authority_id),
        "case": case,
        "sender": sender,
        "lead": lead,
        "due": {row.duty.replace("-", "_"): row for row in _owed(case, entry)},
        "confirm_url": sender and settings.FAMILY_URL + confirmation(sender.pk),
        "desk_url": settings.DESK_URL + reverse("referrals:queue", urlconf="sendpath.urls_desk"),
        "task_url": task
        and settings.DESK_URL + reverse("desk:task", args=[case.reference, task.pk], urlconf="sendpath.urls_desk"),
        "case_url": settings.DESK_URL + reverse("desk:case", args=[case.reference], urlconf="sendpath.urls_desk"),
    }


def _family(case: Case) -> Reader | None:
    """The parent whom somebody else named, at the address given for them: by email, else on paper. Nobody until the
    sender or the Bridge said that they may be told."""
    here = {"authority_id": case.authority_id, "case_ref": case.pk}
    parent = Carer.objects.filter(**here, asked=False, told_from__isnull=False).order_by("pk").first()
    if parent is None or not (parent.email or parent.home):
        return None
    if parent.email:
        return Reader(f"carer:{parent.pk}", parent.email)
    written = address_for(Channel.PRINT, f"{parent.name}\n{parent.home}")
    return Reader(f"carer:{parent.pk}", written, Channel.PRINT)


def _whose(task: Task) -> Reader:
    if task.person_id:
        return Reader(f"person:{task.person_id}", task.person.email)
    return Reader(f"team:{task.team_id}", task.team.mailbox)


def _owed(case: Case, entry: Entry) -> Iterable[Deadline]:
    """The deadlines about what the event is about, the newest of each duty last."""
    return Deadline.objects.filter(case=case, about=entry.about).order_by("counted_from", "pk")


def still_may_have(letter: Dispatch) -> str | None:
    """Why this letter must no longer go, or None. Asked at the moment of sending."""
    kind, _, key = letter.to_ref.partition(":")
    here = {"pk": UUID(key), "authority_id": letter.authority_id}
    if kind == "person":
        return _staff_may_have(letter, UUID(key))
    if kind == "carer":
        column = "phone" if letter.channel == Channel.TEXT else "email"
        kept = Carer.objects.filter(**here).values_list(column, flat=True)
        return secret_letters.why_not(letter) if _among(letter, kept) else ADDRESS_CHANGED
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
