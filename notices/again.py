"""A second chance for a letter that was stopped."""

from django.utils import timezone

from notices.models import Dispatch


def try_again(letter_key, authority_id: str) -> bool:
    """Puts a stopped letter back in the queue. False when it is not a stopped letter of this authority."""
    return bool(
        Dispatch.objects.filter(pk=letter_key, authority_id=authority_id, stopped_at__isnull=False).update(
            stopped_at=None, stopped_because="", attempts=0, next_try_at=timezone.now()
        )
    )
