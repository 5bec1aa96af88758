"""Which ways a letter may travel here."""

from django.conf import settings


def uses_notify() -> bool:
    """Whether anything at all goes through GOV.UK Notify."""
    return bool(settings.NOTIFY_KEY)


def can_text() -> bool:
    """Whether this installation can send text messages. Where it cannot, none is ever queued."""
    return bool(settings.NOTIFY_KEY and settings.NOTIFY_TEXT_TEMPLATE)


def mails_by_notify() -> bool:
    """Whether emails go through GOV.UK Notify instead of the mail server."""
    return bool(settings.NOTIFY_KEY and settings.NOTIFY_EMAIL_TEMPLATE)
