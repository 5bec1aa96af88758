"""The team around the child: who stands how to a case, from when to when."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from cases.words import Capacity
from door.guarded import Guarded
from door.tenancy import tenant_link


class Involvement(Guarded):
    """A team or a person, never both, in one capacity."""

    case = tenant_link("cases.Case", related_name="involvements")
    team = tenant_link("accounts.Team", null=True, blank=True)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    capacity = models.CharField(max_length=20, choices=[(c.value, c.words) for c in Capacity])
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The last day.")
    because = models.TextField(
        blank=True, default="", db_default="", help_text="Why this person, where somebody had to choose."
    )
    in_touch_by = models.DateField(
        null=True, blank=True, help_text="By when the lead means to be in touch with the family next."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(team__isnull=True, person__isnull=False) | Q(team__isnull=False, person__isnull=True),
                name="involves_a_team_or_a_person",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="involvement_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["authority", "case", "team", "person", "capacity"],
                condition=Q(until=None),
                nulls_distinct=False,
                name="involved_once_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["person"], condition=Q(person__isnull=False), name="cases_of_a_person")]

    def end_before(self, today: date) -> None:
        """Yesterday was its last day; what only began today was a mistake of today's, and is as if it had not been."""
        if self.since >= today:
            self.delete()
        else:
            self.until = today - timedelta(days=1)
            self.save()

    class Privacy:
        personal = {"person", "because"}
        plain = {"id", "authority", "case", "team", "capacity", "since", "until", "in_touch_by"}
