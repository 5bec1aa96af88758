"""Half-done journeys: kept as typed, found again by their owner alone, emptied when sent."""

import hashlib
import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.db.models import F

from cases.models import Draft
from core import clock

SALT = "sendpath.draft"
KEPT_DAYS = 28
"""A draft nobody comes back to is forgotten after this many days."""
TRIES = 5
"""Wrong answers after which a posted way back is dead."""
TYPED = "typed"
"""Among the answers: what was typed and is no answer yet, question by question."""
PAGE_LIVES = 24 * 3600
"""Seconds for which a page, left open, can still find its draft when the session is lost."""


def start(authority_id: str, journey: str, person_id: UUID | None, answers: dict | None = None) -> Draft:
    """A new draft, empty but for what is known before anything was asked."""
    return Draft.objects.create(
        authority_id=authority_id, journey=journey, person_id=person_id, answers=answers or {}
    )  # fmt: skip


def newest_of(person_id: UUID | None, authority_id: str, journey: str) -> Draft | None:
    """The unsent draft that a signed-in colleague changed last."""
    rows = Draft.objects.filter(person=person_id, authority_id=authority_id, journey=journey, became=None)
    return rows.order_by("-changed_at", "-pk").first()


def find(key: str | None, authority_id: str, journey: str) -> Draft | None:
    """The draft of this key at this authority, or None."""
    try:
        return Draft.objects.filter(pk=UUID(str(key)), authority_id=authority_id, journey=journey).first()
    except ValueError:
        return None


@contextmanager
def held(draft: Draft) -> Iterator[Draft]:
    """The draft as it stands now, and nobody else's to change meanwhile. Raises Draft.DoesNotExist."""
    with transaction.atomic():
        yield Draft.objects.select_for_update().get(pk=draft.pk)


def answer(draft: Draft, question: str, answers: dict, *, then: Collection[str] = ()) -> None:
    """Keeps the answers to one question. Those on other pages stay, but for pages that followed from another answer
    to this one (``then``): they are asked anew. A draft that was sent meanwhile stays empty."""

    def answered(before: dict) -> dict:
        others = {key: typed for key, typed in before.get(TYPED, {}).items() if key != question}
        if before.get(question) != answers:
            before = {key: said for key, said in before.items() if key not in then}
            others = {key: typed for key, typed in others.items() if key not in then}
        return {**before, question: answers, TYPED: others}

    _change(draft, answered)


def keep_typed(draft: Draft, question: str, typed: dict) -> None:
    """Keeps what was typed at a question, right or wrong, to be shown there again. It is no answer yet."""
    _change(draft, lambda before: {**before, TYPED: {**before.get(TYPED, {}), question: typed}})


def _change(draft: Draft, change: Callable[[dict], dict]) -> None:
    with held(draft) as kept:
        if kept.became is None:
            kept.answers = change(kept.answers)
            kept.save(update_fields=["answers", "changed_at"])
    draft.answers, draft.became = kept.answers, kept.became


def mark(draft: Draft) -> str:
    """A token for the page itself, so that a lost session loses nothing typed."""
    return signing.dumps(str(draft.pk), salt=SALT)


def marked(token: str) -> str | None:
    """The key of the draft a page was showing, or None."""
    try:
        return signing.loads(token, salt=SALT, max_age=PAGE_LIVES)
    except signing.BadSignature:
        return None


def open_way_back(draft: Draft) -> str:
    """A fresh secret to post to the owner. Only its hash is kept; an earlier one dies."""
    secret = secrets.token_urlsafe(32)
    draft.way_back, draft.wrong_tries = _hashed(secret), 0
    draft.save(update_fields=["way_back", "wrong_tries", "changed_at"])
    return secret


def by_way_back(secret: str, authority_id: str) -> Draft | None:
    """The draft a posted secret leads to, while it lives."""
    return Draft.objects.filter(
        authority_id=authority_id, way_back=_hashed(secret), wrong_tries__lt=TRIES, became=None
    ).first()


def spend_try(draft: Draft) -> bool:
    """Counts an answer on the way back before it is looked at, so that guesses made at once are counted too.

    False when none is left.
    """
    left = Draft.objects.filter(pk=draft.pk, wrong_tries__lt=TRIES)
    return bool(left.update(wrong_tries=F("wrong_tries") + 1))


def hand_to(draft: Draft, person_id: UUID | None) -> None:
    """Gives the draft to whoever has shown that it is theirs."""
    Draft.objects.filter(pk=draft.pk).update(person_id=person_id)


def forgive_tries(draft: Draft) -> None:
    """The answer was right: begin counting afresh."""
    Draft.objects.filter(pk=draft.pk).update(wrong_tries=0)


def close(draft: Draft, case_key: UUID) -> None:
    """The draft was sent: nothing typed stays in it, and its way back is dead."""
    draft.files.all().delete()
    Draft.objects.filter(pk=draft.pk).update(answers={}, way_back="", became=case_key)


def too_old(batch: int = 500) -> list[Draft]:
    """Drafts that nobody came back to."""
    return list(Draft.objects.filter(changed_at__lt=_oldest()).order_by("changed_at")[:batch])


def forget(draft: Draft) -> list[str]:
    """Forgets a draft for good, unless somebody came back to it meanwhile. Says where its files lie."""
    with held(draft) as kept:
        return [] if kept.changed_at >= _oldest() else _deleted(kept)


def delete(draft: Draft) -> list[str]:
    """Deletes a draft as its owner asks, unless it was sent meanwhile. Says where its files lie."""
    try:
        with held(draft) as kept:
            return [] if kept.became else _deleted(kept)
    except Draft.DoesNotExist:
        return []  # pressed twice


def _deleted(kept: Draft) -> list[str]:
    stored = list(kept.files.values_list("stored_as", flat=True))
    kept.delete()
    return stored


def _oldest() -> datetime:
    return clock.now() - timedelta(days=KEPT_DAYS)


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
