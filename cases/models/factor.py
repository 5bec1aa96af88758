"""What may harm a child or protects one, with its evidence, as somebody wrote it down."""

from django.db import models
from django.db.models import F, Q

from cases.factor_words import Factor, Whence
from door.guarded import Guarded
from door.tenancy import tenant_link


class CaseFactor(Guarded):
    """One piece of evidence. It is never taken away: it is over, or it was a mistake, and why is said. Who may read it
    depends on its kind. Nothing is decided, ordered or counted from it."""

    case = tenant_link("cases.Case", related_name="factors")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.words) for kind in Factor])
    evidence = models.TextField(help_text="What was seen or said.")
    seen_by = models.CharField(max_length=200, help_text="Who saw it or says so.")
    whence = models.CharField(max_length=8, choices=[(one.value, one.words) for one in Whence])
    since = models.DateField()
    noted_by = models.CharField(max_length=60)
    noted_at = models.DateTimeField()
    until = models.DateField(null=True, blank=True, help_text="The last day; empty while it is so.")
    ended_because = models.CharField(max_length=300, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When somebody said it is over, or a mistake.")
    mistaken = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="factor_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, until=None, mistaken=False, ended_by="")
                | Q(ended_at__isnull=False, until=None, mistaken=True) & ~Q(ended_by="")
                | Q(ended_at__isnull=False, until__isnull=False, mistaken=False) & ~Q(ended_by=""),
                name="a_factor_stands_is_over_or_was_a_mistake",
            ),
        ]
        indexes = [models.Index(fields=["case"], name="factors_of_a_case")]

    class Privacy:
        personal = {"kind", "evidence", "seen_by", "whence", "since", "until", "ended_because"}
        plain = {"id", "authority", "case", "noted_by", "noted_at", "ended_by", "ended_at", "mistaken"}
