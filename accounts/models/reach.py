"""How a person wants to hear from SENDPath, and the private address of their calendar."""

from django.db import models
from django.db.models import Q

from door.guarded import OfAnAuthority


class Preference(OfAnAuthority):
    """What a person chose, at one authority. Without a row: the morning letter and the urgent ones by email."""

    class Morning(models.TextChoices):
        EMAIL = "email", "By email"
        SCREEN = "screen", "On the page only"

    class Urgent(models.TextChoices):
        EMAIL = "email", "By email"
        TEXT = "text", "By text message"

    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="preferences")
    morning = models.CharField(max_length=8, choices=Morning.choices, default=Morning.EMAIL)
    urgent = models.CharField(max_length=8, choices=Urgent.choices, default=Urgent.EMAIL)
    mobile = models.CharField(max_length=20, blank=True)
    work_phone = models.CharField(max_length=30, blank=True, db_default="", default="", help_text="Families may ring.")
    hours = models.JSONField(
        default=dict, db_default=models.Value({}, output_field=models.JSONField()),
        help_text="When they work: for each weekday, Monday 0, from when to when. Empty where they have not said.",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "person"], name="one_choice_a_person"),
            models.CheckConstraint(condition=~Q(urgent="text") | ~Q(mobile=""), name="texts_need_a_number"),
        ]

    class Privacy:
        personal = {"person", "mobile", "work_phone", "hours"}
        plain = {"id", "authority", "morning", "urgent"}


class CalendarFeed(OfAnAuthority):
    """A private address that a calendar program may read. Only its digest is kept; revoked, it answers nobody."""

    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="calendar_feeds")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the secret in the address.")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True, help_text="When a calendar last read it, to the hour.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "digest"], name="one_feed_an_address"),
            models.UniqueConstraint(
                fields=["authority", "person"], condition=Q(revoked_at=None), name="one_open_feed_a_person"
            ),
        ]
        indexes = [models.Index(fields=["digest"], name="feeds_by_digest")]

    class Privacy:
        personal = {"person", "digest"}
        plain = {"id", "authority", "made_at", "revoked_at", "read_at"}
