"""Hands a letter to who carries it: the mail server or GOV.UK Notify. The network is touched here and nowhere else."""

import smtplib
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from notifications_python_client.errors import HTTPError

from notices import channels, notify
from notices.models import Dispatch
from notices.words import Carrier, Channel


@dataclass(frozen=True)
class Taken:
    """Who took a letter, and the name it has there: the proof of sending."""

    by: Carrier
    as_: str


def send(letter: Dispatch) -> Taken:
    """Hands one letter over, by the way it travels. Raises whatever stood in the way."""
    if letter.channel == Channel.TEXT:
        return Taken(Carrier.NOTIFY, notify.send_text(letter))
    if letter.channel == Channel.EMAIL:
        return Taken(Carrier.NOTIFY, notify.send_email(letter)) if channels.mails_by_notify() else send_by_mail(letter)
    raise ValueError("a printed letter waits for a person")


def send_by_mail(letter: Dispatch) -> Taken:
    """Hands a letter to the mail server. The row's key is the Message-ID, so a repeat is recognisable."""
    message_id = f"<{letter.pk}@{domain()}>"
    EmailMessage(
        subject=letter.subject,
        body=letter.body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.address],
        headers={"Message-ID": message_id, "Auto-Submitted": "auto-generated"},
    ).send(fail_silently=False)
    return Taken(Carrier.MAIL, message_id)


def domain() -> str:
    """What stands behind the @ of every Message-ID of ours."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">") or "localhost"


def will_not_change(error: Exception) -> bool:
    """Whether trying again would meet the same answer."""
    if isinstance(error, HTTPError):
        return error.status_code == 400  # 403 is a key that was changed: all the post waits for it to be put right
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, smtplib.SMTPResponseException) and error.smtp_code in {550, 551, 552, 553, 554}


def in_words(letter: Dispatch, error: Exception) -> str:
    """Why a letter was given up, for the person who must do something about it."""
    if isinstance(error, HTTPError) and error.status_code == 403:
        return "GOV.UK Notify did not let us in. Tell whoever looks after SENDPath."
    if letter.channel == Channel.TEXT or channels.mails_by_notify():
        return "GOV.UK Notify would not take it."
    return "The mail server would not take it."
