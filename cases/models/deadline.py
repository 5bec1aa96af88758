"""One duty on one case: a reading of the ledger, kept for fast lists and compared with it every night."""

from django.db import models
from django.db.models import F, Q

from door.guarded import Guarded
from door.tenancy import tenant_link


class Deadline(Guarded):
    """Work is planned on ``plan_for`` and chased on ``due_strict``; only ``due_ordinary`` makes it late."""

    case = tenant_link("cases.Case", related_name="deadlines")
    duty = models.CharField(max_length=40)
    rule_version = models.CharField(max_length=20)
    about = models.UUIDField(help_text="The request or other thing it concerns.")
    entry_ref = models.UUIDField(help_text="The ledger entry that started it.")
    counted_from = models.DateField()
    plan_for = models.DateField()
    due_strict = models.DateField()
    due_ordinary = models.DateField()
    met_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case", "duty", "about"], condition=Q(met_on=None), name="one_open_deadline_a_duty"
            ),
            models.CheckConstraint(
                condition=Q(plan_for__lte=F("due_strict"), due_strict__lte=F("due_ordinary")), name="dates_in_order"
            ),
        ]
        indexes = [
            models.Index(fields=["due_ordinary"], condition=Q(met_on=None), name="deadlines_open"),
        ]

    class Privacy:
        plain = {
            "id", "authority", "case", "duty", "rule_version", "about", "entry_ref", "counted_from", "plan_for",
            "due_strict", "due_ordinary", "met_on",
        }  # fmt: skip
