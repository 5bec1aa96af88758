"""The outbox. A letter is a row written in the same transaction as what it tells of."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from door.guarded import OfAnAuthority
from notices.words import Channel

WELL_FORMED = {
    Channel.EMAIL: r"^[^[:cntrl:]]+@[^[:cntrl:]]+$",
    Channel.TEXT: r"^\+[1-9][0-9]{7,14}$",
    Channel.PRINT: r"^[^\n]+(\n[^\n]+){2,6}$",
}
"""What PostgreSQL asks of an address, for each way a letter travels: the form that ``notices.addresses`` gives it."""
POSTMANS = Q(sent_at=None, stopped_at=None) & ~Q(channel=Channel.PRINT.value)
"""What the postman has before him. A letter to be printed waits for a person instead."""


class Dispatch(OfAnAuthority):
    """One letter to one address: waiting, sent, stopped or given up. Never edited once written."""

    entry_ref = models.UUIDField(help_text="The ledger entry it tells of.")
    case_ref = models.UUIDField(null=True)
    template = models.CharField(max_length=60)
    to_ref = models.CharField(max_length=60, help_text="Whom: a carer, a person or a team.")
    channel = models.CharField(
        max_length=5,
        choices=[(channel.value, channel.words) for channel in Channel],
        default=Channel.EMAIL.value,
        db_default=Channel.EMAIL.value,
    )
    address = models.CharField(
        max_length=500, help_text="An email address, a mobile number, or name and postal address."
    )
    subject = models.CharField(max_length=200)
    body = models.TextField()
    written_at = models.DateTimeField(db_default=Now())
    next_try_at = models.DateTimeField(db_default=Now())
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    stopped_because = models.CharField(max_length=200, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "entry_ref", "template", "to_ref"], name="one_letter_an_event_a_reader"
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(stopped_at__isnull=True), name="sent_or_stopped_not_both"
            ),
            *[
                models.CheckConstraint(
                    condition=~Q(channel=channel.value) | Q(address__regex=form), name=f"an_address_for_{channel.value}"
                )
                for channel, form in WELL_FORMED.items()
            ],
            models.CheckConstraint(condition=Q(channel__in=[c.value for c in Channel]), name="a_channel_we_know"),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=POSTMANS, name="letters_waiting"),
            models.Index(
                fields=["authority", "-stopped_at"], condition=Q(stopped_at__isnull=False), name="letters_stopped"
            ),
            models.Index(fields=["case_ref"], name="letters_of_a_case"),
        ]

    class Privacy:
        personal = {"address", "subject", "body", "last_error"}
        plain = {
            "id", "authority", "entry_ref", "case_ref", "template", "to_ref", "channel", "written_at",
            "next_try_at", "attempts",
            "sent_at", "stopped_at", "stopped_because",
        }  # fmt: skip
