"""What a person does about post that did not arrive, and about letters that are printed here."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases import secret_letters
from cases.letters import letters_open_to
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _
from notices import doorbell
from notices.addresses import address_for
from notices.channels import can_text
from notices.keys_in_text import without_keys
from notices.models import Dispatch
from notices.words import Carrier, Channel, Postage, Standing

DEALT_WITH = _("Somebody has dealt with this letter already.")
ON_ITS_WAY = _("This letter is on its way, or has arrived.")
NO_TEXTS = _("No text message can be sent from here.")
NOT_PRINTED = _("This letter is not one to print.")
TOO_LATE = _("It was marked as posted on another day. That can no longer be taken back.")
NOT_POSTED = _("This letter is not marked as posted.")
NOT_THAT_DAY = _("The day of posting must be one from the day the letter was written until today.")


def try_again(key: UUID, *, by: Who) -> Dispatch:
    """Sends a letter that would not go, or came back, on its way once more. Raises Refused.

    One that never left goes as itself. One that came back did leave, and stays provable: another goes in its place.
    """
    letter = letters_open_to(by).get(pk=key)
    act = _anew if letter.standing == Standing.RETURNED else _as_itself
    sent = act(key, by)
    doorbell.wake_after_commit()
    return sent


def _as_itself(key: UUID, by: Who) -> Dispatch:
    """One that was held has been read by whoever lets it go."""
    held = letters_open_to(by).get(pk=key).held
    event = Event.LETTER_LOOKED_AT if held else Event.LETTER_TRIED_AGAIN
    with office_act(event, by=by, subject=lambda: _in_trouble(key, by)) as act:
        if held:
            act.subject.looked_at, act.subject.looked_by = clock.now(), by.ref
            if (why := secret_letters.why_not(act.subject)) is not None:
                raise Refused(why)
        act.subject.stopped_at, act.subject.stopped_because, act.subject.attempts = None, "", 0
        act.subject.next_try_at = clock.now()
    return act.subject


def _anew(key: UUID, by: Who) -> Dispatch:
    def copy() -> Dispatch:
        letter = _in_trouble(key, by)
        if letter.channel == Channel.TEXT and not can_text():
            raise Refused(NO_TEXTS)
        return _copy(letter, by, channel=letter.channel, address=letter.address, body=letter.body)

    with office_act(Event.LETTER_TRIED_AGAIN, by=by, subject=copy) as act:
        act.facts = {"instead_of": str(key)}
    return act.subject


def print_instead(key: UUID, address: str, *, by: Who) -> Dispatch:
    """Puts the same text on the list of letters to print, for this postal address. Raises Refused, and ValueError for
    what cannot be an address.

    A link that proves that a mailbox was opened is left out: opened from paper it would prove nothing.
    """
    address = address_for(Channel.PRINT, address)

    def copy() -> Dispatch:
        letter = _in_trouble(key, by)
        allowed = secret_letters.addresses_open_to(letter)
        if allowed is not None and address not in allowed:
            raise Refused(secret_letters.NOT_THEIRS)
        if secret_letters.carries(letter, secret_letters.reader_of(letter)):
            raise Refused(secret_letters.CARRIES)
        printed = _copy(letter, by, channel=Channel.PRINT, address=address, body=without_keys(letter.body))
        printed.looked_at, printed.looked_by = clock.now(), by.ref
        return printed

    with office_act(Event.LETTER_PRINTED_INSTEAD, by=by, subject=copy) as act:
        act.facts = {"instead_of": str(key)}
    return act.subject


def deal_with(key: UUID, note: str, *, by: Who) -> Dispatch:
    """Notes that somebody did something else about it, such as ringing the family. Raises Refused."""
    with office_act(Event.LETTER_DEALT_WITH, by=by, subject=lambda: _in_trouble(key, by)) as act:
        _dealt(act.subject, by)
        act.subject.dealt_note = note
    return act.subject


def mark_posted(keys: Iterable[UUID], postage: Postage, on: date, *, by: Who) -> int:
    """Notes that printed letters were put in the post, all or none. One that is marked already stays as it was.

    Raises Refused, and the letter's DoesNotExist. Says how many were marked.
    """
    with transaction.atomic():
        return sum(_post_one(key, postage, on, by) for key in sorted(set(keys)))


def _post_one(key: UUID, postage: Postage, on: date, by: Who) -> bool:
    letter = _held(key, by)
    if letter.channel != Channel.PRINT:
        raise Refused(NOT_PRINTED)
    if letter.standing != Standing.TO_PRINT:
        return False
    if (why := secret_letters.why_not(letter)) is not None:
        raise Refused(why)
    if not clock.london_day(letter.written_at) <= on <= clock.today():
        raise Refused(NOT_THAT_DAY)
    with office_act(Event.LETTER_POSTED, by=by, subject=lambda: letter) as act:
        letter.sent_at, letter.carrier = clock.now(), Carrier.HAND
        letter.posted_on, letter.posted_class, letter.posted_by = on, postage, by.ref
        act.facts = {"postage": postage, "posted_on": on.isoformat()}
    return True


def undo_posting(key: UUID, *, by: Who) -> Dispatch:
    """Takes back, on the same day, that a letter was posted. Raises Refused."""
    with office_act(Event.LETTER_UNPOSTED, by=by, subject=lambda: _held(key, by)) as act:
        letter = act.subject
        if letter.standing != Standing.POSTED:
            raise Refused(NOT_POSTED)
        if clock.london_day(letter.sent_at) != clock.today():
            raise Refused(TOO_LATE)
        act.facts = {"postage": letter.posted_class, "posted_on": letter.posted_on.isoformat()}
        letter.sent_at = letter.posted_on = None
        letter.carrier = letter.posted_class = letter.posted_by = ""
    return act.subject


def _held(key: UUID, by: Who) -> Dispatch:
    """The letter, if it is theirs to read, locked until the act is done."""
    return letters_open_to(by).select_for_update(no_key=True).get(pk=key)


def _in_trouble(key: UUID, by: Who) -> Dispatch:
    letter = _held(key, by)
    if letter.dealt_at:
        raise Refused(DEALT_WITH)
    if letter.standing not in {Standing.STOPPED, Standing.RETURNED}:
        raise Refused(ON_ITS_WAY)
    return letter


def _copy(letter: Dispatch, by: Who, *, channel: str, address: str, body: str) -> Dispatch:
    """The same words again, in the place of a letter that is dealt with by it."""
    _dealt(letter, by)
    letter.save()
    stamped = {"written_at": clock.now()} if clock.is_held() else {}
    return Dispatch(
        authority_id=letter.authority_id, entry_ref=letter.entry_ref, case_ref=letter.case_ref,
        template=letter.template, to_ref=letter.to_ref, channel=channel, address=address,
        subject=letter.subject, body=body, instead_of=letter, **stamped,
    )  # fmt: skip


def _dealt(letter: Dispatch, by: Who) -> None:
    letter.dealt_at, letter.dealt_by = clock.now(), by.ref
