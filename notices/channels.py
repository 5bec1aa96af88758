"""Which ways a letter may travel here."""

from django.conf import settings


def can_text() -> bool:
    """Whether this installation can send text messages. Where it cannot, none is ever queued."""
    return bool(settings.NOTIFY_KEY and settings.NOTIFY_TEXT_TEMPLATE)
