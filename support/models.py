"""One round of support for a child: what is known, the plan and what it costs, what was done, and what came of it."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from door.guarded import Guarded
from door.tenancy import tenant_link
from support.words import WEEKS, Agency, CycleState, Kind, Next


class SupportCycle(Guarded):
    """A round of assess, plan, do, review. Once reviewed nothing in it changes."""

    case = tenant_link("cases.Case", related_name="support_cycles")
    kind = models.CharField(max_length=15, choices=[(k.value, k.words) for k in Kind])
    number = models.PositiveIntegerField(help_text="In the row of the child's rounds on this case.")
    state = FSMField(choices=[(s.value, s.words) for s in CycleState], default=CycleState.WRITING, protected=True)
    version = models.PositiveIntegerField(default=1, help_text="How often what is known, or the plan, was written.")
    weeks = models.PositiveIntegerField(default=WEEKS)
    begun_by = models.CharField(max_length=60)
    begun_at = models.DateTimeField()
    strengths = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    family_view = models.TextField(blank=True)
    no_family_because = models.TextField(blank=True)
    child_view = models.TextField(blank=True)
    no_child_because = models.TextField(blank=True)
    agreed_by = models.CharField(max_length=60, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    family_review = models.TextField(blank=True)
    no_review_because = models.TextField(blank=True, help_text="Why the family's view at the review is missing.")
    next = models.CharField(max_length=12, choices=[(n.value, n.words) for n in Next], blank=True)
    reviewed_by = models.CharField(max_length=60, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the whole round as it was reviewed.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "case", "number"], name="rounds_in_a_row"),
            models.UniqueConstraint(
                fields=["authority", "case"], condition=~Q(state="reviewed"), name="one_round_at_a_time"
            ),
        ]

    class Privacy:
        personal = {
            "strengths", "needs", "family_view", "no_family_because", "child_view", "no_child_because",
            "family_review", "no_review_because",
        }  # fmt: skip
        plain = {
            "id", "authority", "case", "kind", "number", "state", "version", "weeks", "begun_by", "begun_at",
            "agreed_by", "agreed_on", "review_on", "next", "reviewed_by", "reviewed_on", "digest",
        }  # fmt: skip

    @transition(field=state, source=CycleState.WRITING, target=CycleState.DOING)
    def agree(self) -> None:
        """The plan stands, and is done."""

    @transition(field=state, source=CycleState.DOING, target=CycleState.REVIEWED)
    def review(self) -> None:
        """It was looked at together."""


class SupportOutcome(Guarded):
    """What should be different for a need: how it is measured, where it stood, where it should get to, and got to."""

    case = tenant_link("cases.Case")
    cycle = tenant_link("support.SupportCycle", related_name="outcomes")
    need = models.TextField()
    outcome = models.TextField()
    measure = models.CharField(max_length=300)
    baseline = models.CharField(max_length=300)
    target = models.CharField(max_length=300)
    reached = models.CharField(max_length=300, blank=True)
    met = models.BooleanField(null=True, blank=True)
    added_at = models.DateTimeField()

    class Privacy:
        personal = {"need", "outcome", "measure", "baseline", "target", "reached", "met"}
        plain = {"id", "authority", "case", "cycle", "added_at"}


class SupportLine(Guarded):
    """One kind of help that is planned, and what it costs."""

    case = tenant_link("cases.Case")
    cycle = tenant_link("support.SupportCycle", related_name="lines")
    what = models.TextField()
    often = models.CharField(max_length=200)
    minutes = models.PositiveIntegerField(help_text="How long one session lasts.")
    children = models.PositiveIntegerField(default=1, help_text="How many children together.")
    who = models.CharField(max_length=200)
    sessions = models.PositiveIntegerField(help_text="How many are planned in all.")
    hours = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    hourly = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    yearly = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    added_at = models.DateTimeField()

    class Privacy:
        personal = {"what", "often", "who"}
        plain = {
            "id", "authority", "case", "cycle", "minutes", "children", "sessions", "hours", "hourly", "yearly",
            "added_at",
        }  # fmt: skip


class SupportNote(Guarded):
    """What was done of one kind of help on a day, and how it went. Never rewritten."""

    case = tenant_link("cases.Case")
    cycle = tenant_link("support.SupportCycle", related_name="notes")
    line = tenant_link("support.SupportLine", related_name="notes")
    done_on = models.DateField()
    sessions = models.PositiveIntegerField(default=1)
    words = models.TextField(blank=True)
    kept_by = models.CharField(max_length=60)
    kept_at = models.DateTimeField()

    class Privacy:
        personal = {"words"}
        plain = {"id", "authority", "case", "cycle", "line", "done_on", "sessions", "kept_by", "kept_at"}


class SupportContribution(Guarded):
    """What one of four services says for an Early Support Plan."""

    case = tenant_link("cases.Case")
    cycle = tenant_link("support.SupportCycle", related_name="contributions")
    agency = models.CharField(max_length=12, choices=[(a.value, a.words) for a in Agency])
    words = models.TextField()
    version = models.PositiveIntegerField(default=1)
    kept_by = models.CharField(max_length=60)
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "cycle", "agency"], name="each_service_once_a_round"),
        ]

    class Privacy:
        personal = {"words"}
        plain = {"id", "authority", "case", "cycle", "agency", "version", "kept_by", "kept_at"}


class SupportAnswer(Guarded):
    """What somebody of the family says to a round, at their own door. Never rewritten."""

    case = tenant_link("cases.Case")
    cycle = tenant_link("support.SupportCycle", related_name="answers")
    carer = tenant_link("people.Carer", null=True, blank=True)
    around = tenant_link("people.Around", null=True, blank=True)
    words = models.TextField()
    said_at = models.DateTimeField()

    class Privacy:
        personal = {"carer", "around", "words"}
        plain = {"id", "authority", "case", "cycle", "said_at"}
