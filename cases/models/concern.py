"""A worry that a child may not be safe, for social care to look into."""

from django.db import models
from django.db.models import Q

from cases.task_kinds import Outcome
from door.guarded import Guarded
from door.tenancy import tenant_link


class Concern(Guarded):
    """Why is read by few: the Bridge, social care, the engagement lead and those who oversee. One is open at a time."""

    case = tenant_link("cases.Case", related_name="concerns")
    words = models.TextField(help_text="What worries whoever raised it.")
    raised_by = models.CharField(max_length=60)
    raised_at = models.DateTimeField()
    ended_as = models.CharField(max_length=20, blank=True, choices=[(o.value, o.words) for o in Outcome])
    ended_because = models.TextField(blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    other_lead_because = models.TextField(
        blank=True, help_text="Why somebody other than the social worker leads, where that was chosen."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case"], condition=Q(ended_at=None), name="one_open_concern_a_case"
            ),
            models.CheckConstraint(
                condition=Q(ended_as="", ended_by="", ended_at=None)
                | (~Q(ended_as="") & ~Q(ended_by="") & Q(ended_at__isnull=False)),
                name="ended_by_somebody_sometime",
            ),
        ]
        indexes = [models.Index(fields=["case"], name="concerns_of_a_case")]

    class Privacy:
        personal = {"words", "ended_because", "other_lead_because"}
        plain = {"id", "authority", "case", "raised_by", "raised_at", "ended_as", "ended_by", "ended_at"}
