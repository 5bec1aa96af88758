"""A request for an EHC needs assessment: a thing with a life of its own, counted from its receipt."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from door.guarded import Guarded
from door.tenancy import tenant_link
from ehcp.words import Found, RequestState, Source


class AssessmentRequest(Guarded):
    """Under section 36(1) of the Children and Families Act 2014, whether it said so or was found to mean so."""

    case = tenant_link("cases.Case", related_name="assessment_requests")
    asked_by = tenant_link("people.Carer")
    state = FSMField(choices=[(s.value, s.words) for s in RequestState], default=RequestState.RECEIVED, protected=True)
    source = models.CharField(max_length=24, choices=[(s.value, s.value) for s in Source])
    found = models.CharField(max_length=12, choices=[(f.value, f.value) for f in Found])
    received_on = models.DateField()
    withdrawn_because = models.TextField(
        blank=True, db_default="", help_text="Who wants it withdrawn, and how they said so."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case"], condition=Q(state="received"), name="one_open_request_a_case"
            )
        ]

    class Privacy:
        personal = {"withdrawn_because"}
        plain = {"id", "authority", "case", "asked_by", "state", "source", "found", "received_on"}

    @transition(field=state, source=RequestState.RECEIVED, target=RequestState.AGREED)
    def agree(self) -> None:
        """The council assesses."""

    @transition(field=state, source=[RequestState.RECEIVED, RequestState.AGREED], target=RequestState.WITHDRAWN)
    def withdraw(self) -> None:
        """Whoever asked wants it no longer."""

    @transition(field=state, source=RequestState.RECEIVED, target=RequestState.REFUSED)
    def refuse(self) -> None:
        """The council does not assess, and says why."""
