"""The places where children learn, and the term dates of each."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from accounts.words import Source
from door.guarded import OfAnAuthority
from door.tenancy import tenant_link
from statute.school_days import Kind, Span, called, sessions


class Setting(OfAnAuthority):
    """A nursery, a school, a college or another place that an authority's children learn at.

    It has a name, what it is, and its national number where it has one. Two places may share a name (a county has
    several St Mary's); no two of an authority share a number.
    """

    class Kind(models.TextChoices):
        NURSERY = "nursery", "Nursery or early years provider"
        PRIMARY = "primary", "Primary school"
        SECONDARY = "secondary", "Secondary school"
        ALL_THROUGH = "all_through", "All-through school"
        SPECIAL = "special", "Special school"
        ALTERNATIVE = "alternative", "Alternative provision"
        COLLEGE = "college", "College or other post-16 provider"
        OTHER = "other", "Other"

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    urn = models.CharField(max_length=8, blank=True, validators=[RegexValidator(r"^\d{5,8}$")])

    class Meta:
        ordering = ("name", "id")
        constraints = [
            models.UniqueConstraint(fields=["authority", "urn"], condition=~Q(urn=""), name="one_setting_a_number")
        ]
        indexes = [models.Index(fields=["authority", "name", "id"], name="settings_by_name")]

    class Privacy:
        plain = {"id", "authority", "name", "kind", "urn"}

    def __str__(self) -> str:
        return self.name


class SchoolCalendar(OfAnAuthority):
    """One saved version of a setting's school year. The newest version of a year is in force; none is ever changed.

    Without a setting it is the authority's own: the council's term dates, used where a setting has none. A version
    without spans says that from then on the setting follows the council's dates.

    The spans are one JSON list rather than rows of their own: a version is written once, read whole and never looked
    through by the database, and ``statute.school_days`` has checked it before it is kept.
    """

    setting = tenant_link("accounts.Setting", null=True, blank=True, related_name="calendars")
    year = models.PositiveSmallIntegerField(help_text="The year it begins in: 2026 for 2026/27.")
    version = models.PositiveSmallIntegerField()
    spans = models.JSONField(default=list, help_text="[kind, first day, last day, note], in order.")
    days = models.PositiveSmallIntegerField(default=0, help_text="How many school days the spans leave.")
    until = models.DateField(null=True, blank=True, help_text="The last school day.")
    source = models.CharField(max_length=12, choices=[(source.value, source.words) for source in Source])
    note = models.CharField(max_length=200, blank=True)
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "setting", "year", "version"], name="one_calendar_a_version"),
            models.UniqueConstraint(
                fields=["authority", "year", "version"], condition=Q(setting=None), name="one_own_calendar_a_version"
            ),
        ]

    class Privacy:
        plain = {"id", "authority", "setting", "year", "version", "spans", "days", "until", "source", "note",
                 "entered_by", "entered_at"}  # fmt: skip

    @property
    def called(self) -> str:
        """2026/27."""
        return called(self.year)

    @property
    def stretches(self) -> list[Span]:
        """The spans as the law reads them."""
        return [
            Span(Kind(kind), date.fromisoformat(first), date.fromisoformat(last), note)
            for kind, first, last, note in self.spans
        ]

    def take(self, spans: list[Span]) -> None:
        """Keeps these spans, in order, with what the lists show of them. They have been checked."""
        ordered = sorted(spans, key=lambda span: (span.first, span.last, span.kind))
        self.spans = [[str(s.kind), s.first.isoformat(), s.last.isoformat(), s.note] for s in ordered]
        days = sessions(ordered)
        self.days, self.until = len(days), days[-1] if days else None
