"""What makes a child one of the most vulnerable, as somebody marked it."""

from django.db import models
from django.db.models import F, Q

from cases.marker_words import Marker
from door.guarded import Guarded
from door.tenancy import tenant_link


class CaseMarker(Guarded):
    """A marker on a child's record, from a day on. It is never taken away: it is over, or it was a mistake. Who may
    read it depends on its kind."""

    case = tenant_link("cases.Case", related_name="markers")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.words) for kind in Marker])
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The last day; empty while it is so.")
    source = models.CharField(max_length=200, help_text="Who says so, or which record.")
    noted_by = models.CharField(max_length=60)
    noted_at = models.DateTimeField()
    ended_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When somebody said it is over, or a mistake.")
    mistaken = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case", "kind"], condition=Q(ended_at=None), name="a_marker_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="marker_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, until=None, mistaken=False, ended_by="")
                | Q(ended_at__isnull=False, until=None, mistaken=True) & ~Q(ended_by="")
                | Q(ended_at__isnull=False, until__isnull=False, mistaken=False) & ~Q(ended_by=""),
                name="a_marker_stands_is_over_or_was_a_mistake",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "kind"], condition=Q(ended_at=None), name="markers_that_stand"),
            models.Index(fields=["case"], condition=Q(mistaken=False), name="markers_of_a_case"),
        ]

    class Privacy:
        personal = {"kind", "since", "until", "source"}
        plain = {"id", "authority", "case", "noted_by", "noted_at", "ended_by", "ended_at", "mistaken"}
