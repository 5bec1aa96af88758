"""One child's continuing record at one authority."""

from django.db import models
from django.db.models import F, Q

from cases.words import Stage
from door.guarded import Guarded
from door.tenancy import tenant_link


class Case(Guarded):
    """A request from outside always opens one of its own; a named person may later say whose it is.

    ``merged_into`` joins two records of one child: nothing is moved, readings follow the pointer.
    """

    guarded_by = "id"

    reference = models.CharField(max_length=20)
    child = tenant_link("people.Child", related_name="cases")
    stage = models.CharField(max_length=20, choices=[(s.value, s.words) for s in Stage], default=Stage.INTAKE)
    received_on = models.DateField(help_text="The London day on which the request that opened it came in.")
    merged_into = tenant_link("cases.Case", null=True, blank=True, related_name="joined")

    class Meta:
        indexes = [
            models.Index(
                fields=["authority", "received_on", "id"], condition=Q(stage="allocation"), name="waits_for_a_lead"
            ),
            models.Index(
                fields=["authority", "received_on", "id"], condition=Q(merged_into=None), name="children_by_receipt"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["authority", "reference"], name="one_case_a_reference"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="not_joined_to_itself"
            ),
        ]

    class Privacy:
        plain = {"id", "authority", "reference", "child", "stage", "received_on", "merged_into"}

    @property
    def case_id(self):
        """A case is its own case: the doorway asks every subject the same question."""
        return self.pk

    def __str__(self) -> str:
        return self.reference
