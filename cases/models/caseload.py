"""The lists people work from: one row a team and case, kept by the doorway in the act's own transaction."""

from django.db import models
from django.db.models import Q

from cases.words import AT_THE_BRIDGE
from door.guarded import Guarded
from door.tenancy import tenant_link


class Caseload(Guarded):
    """A team's list or the owner's own, in the order of work: a reading of involvement and deadlines, rebuilt and
    compared by the patrol."""

    case = tenant_link("cases.Case", related_name="caseload")
    team = tenant_link("accounts.Team", null=True, blank=True)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    next_on = models.DateField(
        help_text="The day to work to: the earliest open deadline's, our own day where it is excused, or receipt."
    )
    last_on = models.DateField(help_text="The last day of that deadline: only after it is anything late.")
    next_duty = models.CharField(
        max_length=40, blank=True, help_text="The duty whose day that is; empty when nothing is owed."
    )
    received_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "team", "person", "case"], nulls_distinct=False, name="on_a_list_once"
            ),
            models.CheckConstraint(
                condition=Q(team__isnull=True, person__isnull=False) | Q(team__isnull=False, person__isnull=True),
                name="a_teams_list_or_a_persons",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "next_on", "received_on", "case"], name="a_teams_list_in_order"),
            models.Index(
                fields=["person", "next_on", "received_on", "case"],
                condition=Q(person__isnull=False),
                name="a_persons_list_in_order",
            ),
            models.Index(
                fields=["team", "next_on", "received_on", "case"],
                condition=Q(next_duty__in=AT_THE_BRIDGE),
                name="what_waits_at_the_bridge",
            ),
            models.Index(fields=["team", "next_duty", "next_on", "received_on", "case"], name="a_teams_list_by_duty"),
        ]

    class Privacy:
        personal = {"person"}
        plain = {"id", "authority", "case", "team", "next_on", "last_on", "next_duty", "received_on"}
