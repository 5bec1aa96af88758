"""What came of a case, and what a council said of the years before it was counted here."""

from django.db import models
from django.db.models import Q

from cases.result_words import Result
from door.guarded import Guarded, OfAnAuthority
from door.tenancy import tenant_link

KINDS = [(kind.value, kind.words) for kind in Result]


class CaseResult(Guarded):
    """A full assessment, an appeal or a complaint, noted by an officer. Never taken away: it may be a mistake."""

    case = tenant_link("cases.Case", related_name="results")
    kind = models.CharField(max_length=12, choices=KINDS)
    came_on = models.DateField()
    note = models.TextField(blank=True)
    noted_by = models.CharField(max_length=60)
    noted_at = models.DateTimeField()
    mistaken_by = models.CharField(max_length=60, blank=True)
    mistaken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mistaken_at=None, mistaken_by="") | Q(mistaken_at__isnull=False) & ~Q(mistaken_by=""),
                name="a_mistake_has_its_finder",
            ),
            models.UniqueConstraint(
                fields=["authority", "case", "kind", "came_on"], condition=Q(mistaken_at=None), name="a_result_a_day"
            ),
        ]

    class Privacy:
        personal = {"note", "came_on"}
        plain = {"id", "authority", "case", "kind", "noted_by", "noted_at", "mistaken_by", "mistaken_at"}


class Baseline(OfAnAuthority):
    """A figure of an earlier school year, from a source of its own. Each change is another version; the newest counts,
    and one without a figure takes it back."""

    measure = models.CharField(max_length=12, choices=KINDS)
    year = models.PositiveSmallIntegerField(help_text="The school year it is of, by the year it begins in.")
    version = models.PositiveSmallIntegerField()
    figure = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300)
    dated_on = models.DateField(help_text="The day of the source.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "measure", "year", "version"], name="one_baseline_a_version")
        ]

    class Privacy:
        plain = {
            "id", "authority", "measure", "year", "version", "figure", "source", "dated_on", "entered_by", "entered_at",
        }  # fmt: skip
