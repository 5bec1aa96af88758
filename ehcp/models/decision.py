"""The decision whether to assess: written by one officer, made by another, never rewritten once it is made."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from door.guarded import Guarded
from door.tenancy import tenant_link
from ehcp.words import DecisionState


class AssessmentDecision(Guarded):
    """One to a request. Its author and whoever makes it are two people."""

    case = tenant_link("cases.Case", related_name="assessment_decisions")
    request = tenant_link("ehcp.AssessmentRequest", related_name="decisions")
    state = FSMField(choices=[(s.value, s.words) for s in DecisionState], default=DecisionState.WRITING, protected=True)
    version = models.PositiveIntegerField(default=0, help_text="How often it was written.")
    assess = models.BooleanField(null=True, help_text="What it comes to.")
    may_have_needs = models.BooleanField(null=True, help_text="The first half of the legal test.")
    needs_because = models.TextField(blank=True)
    may_be_necessary = models.BooleanField(null=True, help_text="The second half.")
    necessary_because = models.TextField(blank=True)
    family_view = models.TextField(blank=True, help_text="What the family said, and what it changed or why not.")
    instead = models.TextField(blank=True, help_text="What is done for the child where it is a no.")
    contact = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    meet_by = models.DateField(null=True, blank=True, help_text="By when a way forward is looked for with the family.")
    written_by = models.CharField(max_length=60)
    written_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=60, blank=True)
    proposed_at = models.DateTimeField(null=True, blank=True)
    sent_back_because = models.TextField(blank=True)
    made_by = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    made_on = models.DateField(null=True, blank=True, help_text="The day the family is sent it.")
    notice = models.JSONField(default=dict, blank=True, help_text="The notice word for word as it was sent.")
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the notice.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "request"], name="one_decision_a_request"),
            models.CheckConstraint(
                condition=Q(state="made", made_on__isnull=False, assess__isnull=False)
                | ~Q(state="made") & Q(made_on=None),
                name="made_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="made") | ~Q(made_by=models.F("proposed_by")), name="made_by_another"
            ),
        ]

    class Privacy:
        personal = {
            "needs_because", "necessary_because", "family_view", "instead", "sent_back_because", "notice",
            "may_have_needs", "may_be_necessary",
        }  # fmt: skip
        plain = {
            "id", "authority", "case", "request", "state", "version", "assess", "contact", "meet_by", "written_by",
            "written_at", "proposed_by", "proposed_at", "made_by", "made_at", "made_on", "digest",
        }  # fmt: skip

    @transition(field=state, source=DecisionState.WRITING, target=DecisionState.PROPOSED)
    def propose(self) -> None:
        """It is written, and waits for a second person."""

    @transition(field=state, source=DecisionState.PROPOSED, target=DecisionState.WRITING)
    def send_back(self) -> None:
        """The second person wants it changed, or its author takes it back."""

    @transition(field=state, source=DecisionState.PROPOSED, target=DecisionState.MADE)
    def make(self) -> None:
        """The second person decided so."""
