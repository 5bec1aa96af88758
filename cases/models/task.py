"""One thing that somebody is to do on a case."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from cases.task_kinds import Outcome, TaskKind, TaskState
from door.guarded import Guarded
from door.tenancy import tenant_link


class Task(Guarded):
    """Falls to a team or to a person, never both. Done once; opened again where it was ticked off by mistake."""

    case = tenant_link("cases.Case", related_name="tasks")
    kind = models.CharField(max_length=20, choices=[(k.value, k.words) for k in TaskKind])
    title = models.TextField(blank=True, help_text="What is to be done, where the kind does not say.")
    team = tenant_link("accounts.Team", null=True, blank=True)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = FSMField(choices=[(s.value, s.words) for s in TaskState], default=TaskState.OPEN, protected=True)
    because = models.TextField(blank=True, default="", help_text="What worries whoever asks a manager to look.")
    due_on = models.DateField(
        null=True, blank=True, help_text="Its own last day, where no rule of the clock gives one."
    )
    chased_on = models.DateField(null=True, blank=True, help_text="When somebody was last reminded of it.")
    meeting_ref = models.UUIDField(null=True, blank=True, help_text="At which meeting it was agreed.")
    set_by = models.CharField(max_length=60)
    set_at = models.DateTimeField()
    taken_by = models.CharField(max_length=60, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    reference = models.CharField(max_length=60, blank=True, help_text="What the other system calls the record.")
    outcome = models.CharField(max_length=20, blank=True, choices=[(o.value, o.words) for o in Outcome])
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(team__isnull=True, person__isnull=False) | Q(team__isnull=False, person__isnull=True),
                name="falls_to_a_team_or_a_person",
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_at__isnull=False) | ~Q(state="done") & Q(done_at=None, done_by=""),
                name="done_by_somebody_sometime",
            ),
            models.UniqueConstraint(
                fields=["authority", "case", "kind"], condition=Q(state="open") & ~Q(kind="action"),
                name="one_open_task_of_a_kind",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["team", "case"], condition=Q(state="open"), name="open_tasks_of_a_team"),
            models.Index(
                fields=["person", "case"],
                condition=Q(state="open", person__isnull=False),
                name="open_tasks_of_a_person",
            ),
            models.Index(
                fields=["due_on"], condition=Q(state="open", due_on__isnull=False), name="open_tasks_by_their_day"
            ),
        ]

    class Privacy:
        personal = {"person", "title", "because", "note", "reference"}
        plain = {
            "id", "authority", "case", "kind", "team", "state", "due_on", "chased_on", "meeting_ref", "set_by",
            "set_at", "taken_by", "taken_at", "done_by", "done_at", "outcome",
        }  # fmt: skip

    @transition(field=state, source=TaskState.OPEN, target=TaskState.DONE)
    def finish(self) -> None:
        """It is done."""

    @transition(field=state, source=TaskState.OPEN, target=TaskState.DROPPED)
    def drop(self) -> None:
        """What it was for was taken back."""

    @transition(field=state, source=TaskState.DONE, target=TaskState.OPEN)
    def reopen(self) -> None:
        """It was ticked off by mistake."""
