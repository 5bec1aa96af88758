"""Delivers letters one at a time.

Never zero; twice only when the process dies, or is held up for longer than its lease, between the carrier's
yes and our mark, and then under the same Message-ID.
"""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from notices.carriers import Taken, in_words, will_not_change
from notices.models import POSTMANS, Dispatch

WAITS = tuple(timedelta(minutes=m) for m in (1, 30, 120, 720))
"""How long until the next try after each failure: five tries over 15 hours, then the letter is handed to a person."""
TRIES = len(WAITS) + 1
LEASE = timedelta(seconds=settings.OUTBOX_LEASE)
"""How long one worker keeps a letter to itself: longer than the slowest sending. A dead worker's letter comes back
after it."""


def deliver_next(send: Callable[[Dispatch], Taken | None], still_may_have: Callable[[Dispatch], str | None]) -> bool:
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
        taken = send(letter)
    except Exception as error:  # one bad letter must not hold up the rest
        _note(letter, error)
    else:
        proof = {"carrier": taken.by, "carrier_ref": taken.as_} if taken else {}
        _waiting(letter).update(sent_at=timezone.now(), last_error="", **proof)  # true even of an overtaken worker
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
    final = will_not_change(error) or letter.attempts >= TRIES
    if final:
        _still_ours(letter).update(
            stopped_at=timezone.now(), stopped_because=in_words(letter, error), last_error=reason
        )
    else:
        _still_ours(letter).update(next_try_at=timezone.now() + WAITS[letter.attempts - 1], last_error=reason)


def _stop(letter: Dispatch, why: str) -> None:
    _still_ours(letter).update(stopped_at=timezone.now(), stopped_because=why[:200])
