"""The outbox. A letter is a row written in the same transaction as what it tells of."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Now

from door.guarded import OfAnAuthority
from door.tenancy import tenant_link
from notices.words import HELD, Carrier, Channel, Postage, Standing

WELL_FORMED = {
    Channel.EMAIL: r"^[^[:cntrl:]]+@[^[:cntrl:]]+$",
    Channel.TEXT: r"^\+[1-9][0-9]{7,14}$",
    Channel.PRINT: r"^[^\n]+(\n[^\n]+){2,6}$",
}
"""What PostgreSQL asks of an address, for each way a letter travels: the form that ``notices.addresses`` gives it."""
BY_PRINT = Q(channel=Channel.PRINT.value)
POSTMANS = Q(sent_at=None, stopped_at=None) & ~BY_PRINT
"""What the postman has before him. A letter to be printed waits for a person instead."""
TO_PRINT = Q(sent_at=None, stopped_at=None) & BY_PRINT
POSTED = Q(sent_at__isnull=False) & BY_PRINT
TROUBLE = Q(stopped_at__isnull=False) | Q(returned_at__isnull=False)
"""Would not go, or came back."""
CHASED = Q(carrier=Carrier.NOTIFY.value, delivered_at=None, returned_at=None)
"""GOV.UK Notify has it and has not said what became of it."""


def _one_of(kind) -> dict:
    return {"max_length": 6, "choices": [(one.value, one.words) for one in kind]}


class Dispatch(OfAnAuthority):
    """One letter to one address. A trigger keeps its text, its reader and its address as they were written."""

    entry_ref = models.UUIDField(help_text="The ledger entry it tells of.")
    case_ref = models.UUIDField(null=True)
    template = models.CharField(max_length=60)
    to_ref = models.CharField(max_length=60, help_text="Whom: a carer, a person or a team.")
    channel = models.CharField(**_one_of(Channel), default=Channel.EMAIL.value, db_default=Channel.EMAIL.value)
    address = models.CharField(
        max_length=500, help_text="An email address, a mobile number, or name and postal address."
    )
    subject = models.CharField(max_length=200)
    body = models.TextField()
    written_at = models.DateTimeField(db_default=Now())
    next_try_at = models.DateTimeField(db_default=Now())
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)

    # the proof of sending, and what became of it
    sent_at = models.DateTimeField(null=True)
    carrier = models.CharField(**_one_of(Carrier), blank=True, default="", db_default="")
    carrier_ref = models.CharField(
        max_length=320, blank=True, default="", db_default="", help_text="A Message-ID, or GOV.UK Notify’s own key."
    )
    posted_on = models.DateField(null=True)
    posted_class = models.CharField(**_one_of(Postage), blank=True, default="", db_default="")
    posted_by = models.CharField(max_length=60, blank=True, default="", db_default="")
    asked_at = models.DateTimeField(null=True, help_text="When GOV.UK Notify was last asked about it.")
    delivered_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    returned_because = models.CharField(max_length=200, blank=True, default="", db_default="")

    looked_at = models.DateTimeField(null=True, help_text="When a person read one that was held, and let it go.")
    looked_by = models.CharField(max_length=60, blank=True, default="", db_default="")

    # what a person did about one that would not go
    stopped_at = models.DateTimeField(null=True)
    stopped_because = models.CharField(max_length=200, blank=True)
    instead_of = tenant_link("notices.Dispatch", null=True, blank=True, related_name="+", db_index=False)
    dealt_at = models.DateTimeField(null=True)
    dealt_by = models.CharField(max_length=60, blank=True, default="", db_default="")
    dealt_note = models.CharField(max_length=300, blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "entry_ref", "template", "to_ref"],
                condition=Q(instead_of=None),
                name="one_letter_an_event_a_reader",
            ),
            models.UniqueConstraint(fields=["authority", "instead_of"], name="one_letter_instead_of_another"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(stopped_at__isnull=True), name="sent_or_stopped_not_both"
            ),
            models.CheckConstraint(
                condition=Q(delivered_at=None, returned_at=None) | Q(sent_at__isnull=False),
                name="arrives_after_it_left",
            ),
            models.CheckConstraint(
                condition=Q(delivered_at=None) | Q(returned_at=None), name="delivered_or_returned_not_both"
            ),
            models.CheckConstraint(
                condition=Q(posted_on=None, posted_class="", posted_by="")
                | (BY_PRINT & Q(sent_at__isnull=False, posted_on__isnull=False))
                & ~Q(posted_class="")
                & ~Q(posted_by=""),
                name="posted_by_whom_when_and_how",
            ),
            models.CheckConstraint(condition=~BY_PRINT | Q(sent_at=None) | ~Q(posted_by=""), name="print_is_posted"),
            models.CheckConstraint(
                condition=Q(dealt_at=None, dealt_by="") | (Q(dealt_at__isnull=False) & ~Q(dealt_by="")),
                name="dealt_with_by_whom_and_when",
            ),
            *[
                models.CheckConstraint(
                    condition=~Q(channel=channel.value) | Q(address__regex=form), name=f"an_address_for_{channel.value}"
                )
                for channel, form in WELL_FORMED.items()
            ],
            models.CheckConstraint(
                condition=Q(looked_at=None, looked_by="") | (Q(looked_at__isnull=False) & ~Q(looked_by="")),
                name="looked_at_by_whom_and_when",
            ),
            models.CheckConstraint(condition=Q(channel__in=[c.value for c in Channel]), name="a_channel_we_know"),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=POSTMANS, name="letters_waiting"),
            models.Index(fields=["authority", "written_at"], condition=TO_PRINT, name="letters_to_print"),
            models.Index(fields=["authority", "-sent_at"], condition=POSTED, name="letters_posted"),
            models.Index(fields=["asked_at"], condition=CHASED, name="letters_to_ask_after"),
            models.Index(
                "authority", Coalesce("returned_at", "stopped_at").desc(), condition=TROUBLE, name="letters_in_trouble"
            ),
            models.Index(fields=["authority"], condition=TROUBLE & Q(dealt_at=None), name="letters_nobody_dealt_with"),
            models.Index(fields=["case_ref"], name="letters_of_a_case"),
        ]

    class Privacy:
        personal = {"address", "subject", "body", "last_error", "dealt_note"}
        plain = {
            "id", "authority", "entry_ref", "case_ref", "template", "to_ref", "channel", "written_at", "next_try_at",
            "attempts", "sent_at", "carrier", "carrier_ref", "posted_on", "posted_class", "posted_by", "asked_at",
            "delivered_at", "returned_at", "returned_because", "stopped_at", "stopped_because", "instead_of",
            "dealt_at", "dealt_by", "looked_at", "looked_by",
        }  # fmt: skip

    @property
    def held(self) -> bool:
        """It waits for a person to read it."""
        return self.stopped_at is not None and self.stopped_because == HELD

    @property
    def standing(self) -> Standing:
        """What became of it so far."""
        if self.returned_at:
            return Standing.RETURNED
        if self.stopped_at:
            return Standing.STOPPED
        if self.delivered_at:
            return Standing.DELIVERED
        by_print = self.channel == Channel.PRINT
        if self.sent_at:
            return Standing.POSTED if by_print else Standing.SENT
        return Standing.TO_PRINT if by_print else Standing.WAITING
