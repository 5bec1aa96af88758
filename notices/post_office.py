"""Takes letters in: with the act they tell of, or by themselves. ``notices.postman`` takes them out."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core import clock
from ledger.models import Entry
from notices import doorbell
from notices.addresses import address_for
from notices.channels import can_text
from notices.models import Dispatch
from notices.readers import Reader
from notices.roster import Letter
from notices.words import Channel


def post(entry: Entry, letters: Iterable[tuple[Letter, Reader]], context: dict) -> list[Dispatch]:
    """Writes the letters of an event into the outbox, worded now: what was sent must be provable."""
    rows = []
    stamped = {"written_at": clock.now()} if clock.is_held() else {}
    with translation.override(settings.LANGUAGE_CODE):
        for letter, reader in letters:
            text = render_to_string(f"letters/{letter.template}.txt", {**context, "entry": entry, "reader": reader})
            subject, _, body = text.partition("\n")
            rows.append(
                Dispatch(
                    authority_id=entry.authority,
                    entry_ref=entry.pk,
                    case_ref=entry.case_ref,
                    template=letter.template,
                    to_ref=reader.ref,
                    channel=reader.channel,
                    address=reader.address,
                    subject=subject.removeprefix("Subject: ").strip(),
                    body=body.strip() + "\n",
                    **stamped,
                )
            )
    return Dispatch.objects.bulk_create(rows) if rows else []


def write(
    *, authority_id: str, key: UUID, template: str, reader_ref: str, address: str, subject: str, body: str,
    channel: Channel, case_ref: UUID | None = None,
) -> bool:  # fmt: skip
    """Writes one letter that no single event tells of, such as the morning's, once for ever: says whether it is new.

    ``key`` names what it tells of; with template and reader it makes the letter one of its kind. The postman is rung
    for after the commit. Raises ValueError for an address nothing sent this way could reach, and for a text where
    none can be sent (ask ``notices.channels.can_text`` first).
    """
    if channel == Channel.TEXT and not can_text():
        raise ValueError("no text can be sent from here")
    stamped = {"written_at": clock.now()} if clock.is_held() else {}
    letter = Dispatch(
        authority_id=authority_id, entry_ref=key, case_ref=case_ref, template=template, to_ref=reader_ref,
        channel=channel, address=address_for(channel, address), subject=subject, body=body, **stamped,
    )  # fmt: skip
    Dispatch.objects.bulk_create([letter], ignore_conflicts=True)
    new = Dispatch.objects.filter(pk=letter.pk).exists()
    if new and channel != Channel.PRINT:
        doorbell.wake_after_commit()
    return new
