"""The places where children learn, and the term dates of each."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from accounts.setting_words import EIGHT, Grade
from accounts.words import Source
from door.guarded import OfAnAuthority
from door.tenancy import tenant_link
from statute.school_days import Kind, Span, called, sessions


class Setting(OfAnAuthority):
    """A nursery, a school, a college or another place that an authority's children learn at.

    It has a name, what it is, and its national number where it has one. Two places may share a name (a county has
    several St Mary's); no two of an authority share a number. What stands below the number comes from the official
    register (``accounts.gias``); nothing is ever deleted, and who closed stays with its children's history.
    """

    class Kind(models.TextChoices):
        PVI = "pvi", "Private, voluntary or independent nursery (PVI)"
        CENTRE = "centre", "Children’s centre"
        PRIMARY = "primary", "Primary school"
        SECONDARY = "secondary", "High or secondary school"
        SPECIAL = "special", "Special school"
        PRIMARY_PRU = "primary_pru", "Primary pupil referral unit"
        MEDICAL_PRU = "medical_pru", "Medical pupil referral unit"
        SECONDARY_PRU = "secondary_pru", "Secondary pupil referral unit"
        NURSERY = "nursery", "Maintained nursery school"
        ALL_THROUGH = "all_through", "All-through school"
        ALTERNATIVE = "alternative", "Alternative provision"
        HOSPITAL = "hospital", "Hospital school"
        INDEPENDENT = "independent", "Independent school"
        COLLEGE = "college", "College or other post-16 provider"
        OTHER = "other", "Other"

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"
        PROPOSED = "proposed", "Proposed to open"

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    kind_chosen = models.BooleanField(default=False, help_text="Somebody here said what it is: a file leaves it so.")
    urn = models.CharField(max_length=8, blank=True, validators=[RegexValidator(r"^\d{5,8}$")])
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    successor = tenant_link(
        "accounts.Setting", null=True, blank=True, related_name="predecessors",
        help_text="What opened in its place, as a person said.",
    )  # fmt: skip
    la_code = models.CharField(max_length=3, blank=True)
    la_name = models.CharField(max_length=80, blank=True)
    number_at_la = models.CharField(max_length=4, blank=True, help_text="With the LA code: the LAESTAB number.")
    type_name = models.CharField(max_length=100, blank=True)
    phase = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    ward = models.CharField(max_length=100, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    inspected = models.CharField(max_length=60, blank=True, help_text="The grade, in the inspectorate’s words.")
    inspected_on = models.DateField(null=True, blank=True)
    grade = models.CharField(max_length=12, blank=True, choices=[(grade.value, grade.words) for grade in Grade])
    grade_on = models.DateField(null=True, blank=True, help_text="The day of the inspection that the grade is from.")
    grade_chosen = models.BooleanField(default=False, help_text="Somebody said it. A later inspection replaces it.")
    base_capacity = models.PositiveIntegerField(null=True, blank=True, help_text="Places in resourced provision.")
    unit_capacity = models.PositiveIntegerField(null=True, blank=True, help_text="Places in a SEN unit.")
    section_41 = models.BooleanField(default=False, help_text="Approved under section 41, so that a plan may name it.")
    sen_types = models.CharField(max_length=600, blank=True)
    digest = models.CharField(max_length=32, blank=True, help_text="Of its row in the register, to see what changed.")

    class Meta:
        ordering = ("name", "id")
        constraints = [
            models.UniqueConstraint(fields=["authority", "urn"], condition=~Q(urn=""), name="one_setting_a_number")
        ]
        indexes = [
            models.Index(fields=["authority", "name", "id"], name="settings_by_name"),
            models.Index(fields=["authority", "postcode"], name="settings_by_postcode"),
        ]

    class Privacy:
        plain = {
            "id", "authority", "name", "kind", "kind_chosen", "urn", "status", "opened_on", "closed_on", "successor",
            "la_code", "la_name", "number_at_la", "type_name", "phase", "address", "postcode", "ward", "capacity",
            "inspected", "inspected_on", "base_capacity", "unit_capacity", "section_41", "sen_types", "digest",
            "grade", "grade_on", "grade_chosen",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def is_of_the_eight(self) -> bool:
        """Whether it is of one of the eight types that activity is counted by, each apart."""
        return self.kind in EIGHT


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
