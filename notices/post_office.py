"""Takes letters in with the act, and delivers them one at a time.

Never zero; twice only when the process dies, or is held up for longer than its lease, between the mail server's
yes and our mark, and then under the same Message-ID.
"""

import smtplib
from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation

from core import clock
from ledger.models import Entry
from notices import doorbell
from notices.addresses import address_for
from notices.channels import can_text
from notices.models import POSTMANS, Dispatch
from notices.readers import Reader
from notices.roster import Letter
from notices.words import Channel

WAITS = tuple(timedelta(minutes=m) for m in (1, 30, 120, 720))
"""How long until the next try after each failure: five tries over 15 hours, then the letter is handed to a person."""
TRIES = len(WAITS) + 1
LEASE = timedelta(seconds=settings.OUTBOX_LEASE)
"""How long one worker keeps a letter to itself: longer than the slowest sending. A dead worker's letter comes back
after it."""


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


def deliver_next(send: Callable[[Dispatch], None], still_may_have: Callable[[Dispatch], str | None]) -> bool:
    """Delivers one waiting letter. False when nothing is waiting.

    ``still_may_have`` is asked at sending, not at queueing, and answers why not, or None.
    """
    letter = _claim()
    if letter is None:
        return False
    if letter.attempts > TRIES:  # every worker that held it died
        _stop(letter, "Sending it ended in the middle, every time.")
        return True
    try:
        if why_not := still_may_have(letter):
            _stop(letter, why_not)
            return True
        send(letter)
    except Exception as error:  # one bad letter must not hold up the rest
        _note(letter, error)
    else:
        _waiting(letter).update(sent_at=timezone.now(), last_error="")  # true even of an overtaken worker
    return True


def _waiting(letter: Dispatch) -> QuerySet[Dispatch]:
    """The letter, while nobody has marked it sent or stopped."""
    return Dispatch.objects.filter(pk=letter.pk, sent_at=None, stopped_at=None)


def _still_ours(letter: Dispatch) -> QuerySet[Dispatch]:
    """The letter, unless another worker has taken it since: what became of it is then theirs to say."""
    return _waiting(letter).filter(attempts=letter.attempts)


def _claim() -> Dispatch | None:
    """The next due letter, leased until its next try, so that a dead worker's letter comes back by itself."""
    with transaction.atomic():
        letter = (
            Dispatch.objects.select_for_update(skip_locked=True)
            .filter(POSTMANS, next_try_at__lte=timezone.now())
            .order_by("next_try_at", "pk")
            .first()
        )
        if letter is None:
            return None
        letter.attempts = F("attempts") + 1
        letter.next_try_at = timezone.now() + LEASE
        letter.save(update_fields=["attempts", "next_try_at"])
        letter.refresh_from_db(fields=["attempts"])
    return letter


def _note(letter: Dispatch, error: Exception) -> None:
    """Sets the next try, or hands the letter to a person after the last one or a refusal that will not change."""
    reason = f"{type(error).__name__}: {error}"[:300]
    final = _will_not_change(error) or letter.attempts >= TRIES
    if final:
        _still_ours(letter).update(
            stopped_at=timezone.now(), stopped_because="The mail server would not take it.", last_error=reason
        )
    else:
        _still_ours(letter).update(next_try_at=timezone.now() + WAITS[letter.attempts - 1], last_error=reason)


def _will_not_change(error: Exception) -> bool:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, smtplib.SMTPResponseException) and error.smtp_code in {550, 551, 552, 553, 554}


def _stop(letter: Dispatch, why: str) -> None:
    _still_ours(letter).update(stopped_at=timezone.now(), stopped_because=why[:200])


def send_by_mail(letter: Dispatch) -> None:
    """Hands a letter to the mail server. The row's key is the Message-ID, so a repeat is recognisable."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">") or "localhost"
    EmailMessage(
        subject=letter.subject,
        body=letter.body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.address],
        headers={"Message-ID": f"<{letter.pk}@{domain}>", "Auto-Submitted": "auto-generated"},
    ).send(fail_silently=False)
