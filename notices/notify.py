"""GOV.UK Notify, through its own client: sending, and asking what became of what was sent.

One template each for emails and texts, with ((subject)) and ((body)). Our reference there is the letter's key.
"""

from django.conf import settings
from notifications_python_client.errors import InvalidResponse
from notifications_python_client.notifications import NotificationsAPIClient

from notices.models import Dispatch

PATIENCE = 20
"""Seconds for an answer."""
LOST = {"permanent-failure", "temporary-failure", "technical-failure"}


def send_email(letter: Dispatch) -> str:
    """Sends an email, or finds that an earlier try did. Returns Notify's key for it."""
    return _already(letter) or _key(
        _client().send_email_notification(
            letter.address, settings.NOTIFY_EMAIL_TEMPLATE, personalisation=_words(letter), reference=str(letter.pk)
        )
    )


def send_text(letter: Dispatch) -> str:
    """Sends a text, or finds that an earlier try did. Returns Notify's key for it."""
    return _already(letter) or _key(
        _client().send_sms_notification(
            letter.address, settings.NOTIFY_TEXT_TEMPLATE, personalisation=_words(letter), reference=str(letter.pk)
        )
    )


def status_of(key: str) -> str:
    """What Notify says of one that it took, in its own word: ``delivered``, ``permanent-failure`` and others."""
    answer = _client().get_notification_by_id(key)
    return str(answer["status"]) if isinstance(answer, dict) and "status" in answer else ""


def _already(letter: Dispatch) -> str:
    """Notify's key for an earlier try whose answer never reached us. Only asked when there was one."""
    if letter.attempts <= 1 and not letter.last_error:
        return ""
    answer = _client().get_all_notifications(reference=str(letter.pk))
    taken = [row for row in answer["notifications"] if row["status"] not in LOST]
    return str(taken[0]["id"]) if taken else ""


def _words(letter: Dispatch) -> dict[str, str]:
    return {"subject": letter.subject, "body": letter.body}


def _key(answer) -> str:
    if not isinstance(answer, dict) or not answer.get("id"):
        raise InvalidResponse(message="the answer names no notification")
    return str(answer["id"])


def _client() -> NotificationsAPIClient:
    """A client of its own for every question: it is not made to be shared between threads."""
    elsewhere = {"base_url": settings.NOTIFY_URL} if settings.NOTIFY_URL else {}
    return NotificationsAPIClient(settings.NOTIFY_KEY, timeout=PATIENCE, **elsewhere)
