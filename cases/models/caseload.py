"""The lists people work from: one row a team and case, kept by the doorway in the act's own transaction."""

from django.db import models

from door.guarded import Guarded
from door.tenancy import tenant_link


class Caseload(Guarded):
    """A reading of involvement and deadlines, in the order of work. Rebuilt and compared by the patrol."""

    case = tenant_link("cases.Case", related_name="caseload")
    team = tenant_link("accounts.Team")
    next_on = models.DateField(help_text="The day to work to: the earliest open deadline's, or the day of receipt.")
    next_duty = models.CharField(
        max_length=40, blank=True, help_text="The duty whose day that is; empty when nothing is owed."
    )
    received_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "team", "case"], name="on_a_teams_list_once")]
        indexes = [
            models.Index(fields=["team", "next_on", "received_on", "case"], name="a_teams_list_in_order"),
            models.Index(fields=["team", "next_duty", "next_on", "received_on", "case"], name="a_teams_list_by_duty"),
        ]

    class Privacy:
        plain = {"id", "authority", "case", "team", "next_on", "next_duty", "received_on"}
