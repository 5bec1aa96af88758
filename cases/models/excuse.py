"""A ground in the regulations, put by one officer and answered by another. It excuses; it never moves a date."""

from django.db import models
from django.db.models import F, Q
from django_fsm import FSMField, transition

from cases.words import ExcuseState
from door.guarded import Guarded
from door.tenancy import tenant_link


class Excuse(Guarded):
    """Who says what happened, from when to when, on what evidence; and what a manager answered."""

    case = tenant_link("cases.Case", related_name="excuses")
    deadline = tenant_link("cases.Deadline", related_name="excuses")
    state = FSMField(choices=[(s.value, s.words) for s in ExcuseState], default=ExcuseState.PROPOSED, protected=True)
    ground = models.CharField(max_length=30)
    from_on = models.DateField(help_text="The first day closed or away, the day it began, the appointment.")
    until_on = models.DateField(null=True, blank=True, help_text="The day it reopened, they came back, it ended.")
    asked_on = models.DateField(null=True, blank=True, help_text="The day the setting was asked for advice.")
    account = models.TextField(help_text="What happened, and why it made keeping the date impractical.")
    evidence = models.TextField(help_text="What was seen, and where it is kept.")
    evidence_file = models.UUIDField(null=True, blank=True, help_text="The document that came with it.")
    recover_by = models.DateField(help_text="Our own day for doing it as soon as practicable.")
    proposed_by = models.CharField(max_length=60)
    proposed_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "deadline"],
                condition=Q(state__in=["proposed", "approved"]),
                name="one_standing_excuse_a_deadline",
            ),
            models.CheckConstraint(
                condition=Q(answered_by="") | ~Q(answered_by=F("proposed_by")) | Q(state="withdrawn"),
                name="author_and_approver_differ",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="excuse_ends_after_it_begins"
            ),
        ]

    class Privacy:
        personal = {"ground", "from_on", "until_on", "asked_on", "account", "evidence", "evidence_file", "answer"}
        plain = {
            "id", "authority", "case", "deadline", "state", "recover_by", "proposed_by", "proposed_at", "answered_by",
            "answered_at",
        }  # fmt: skip

    @transition(field=state, source=ExcuseState.PROPOSED, target=ExcuseState.APPROVED)
    def approve(self, by: str, at, answer: str) -> None:
        """A manager agrees."""
        self.answered_by, self.answered_at, self.answer = by, at, answer

    @transition(field=state, source=ExcuseState.PROPOSED, target=ExcuseState.TURNED_DOWN)
    def turn_down(self, by: str, at, answer: str) -> None:
        """A manager does not agree, and says why."""
        self.answered_by, self.answered_at, self.answer = by, at, answer

    @transition(field=state, source=[ExcuseState.PROPOSED, ExcuseState.APPROVED], target=ExcuseState.WITHDRAWN)
    def withdraw(self, by: str, at, answer: str) -> None:
        """Taken back, with why."""
        self.answered_by, self.answered_at, self.answer = by, at, answer
