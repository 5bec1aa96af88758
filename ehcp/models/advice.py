"""Advice for an EHC needs assessment: whom it was sought from, and what they said."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from door.guarded import Guarded
from door.tenancy import tenant_link
from door.working_notes import WorkingNote
from ehcp.words import AdviceState, Adviser, Point

OPEN = AdviceState.ASKED


class Advice(Guarded):
    """One piece of advice, under its letter of reg 6(1). What it says stands in its points."""

    case = tenant_link("cases.Case", related_name="advice")
    request = tenant_link("ehcp.AssessmentRequest", related_name="advice")
    adviser = models.CharField(max_length=1, choices=[(a.value, a.words) for a in Adviser])
    state = FSMField(choices=[(s.value, s.words) for s in AdviceState], default=OPEN, protected=True)
    asked = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    carer = tenant_link("people.Carer", null=True, blank=True)
    around = tenant_link("people.Around", null=True, blank=True)
    named = models.CharField(max_length=200, blank=True, help_text="Whom, and how, where they do not sign in here.")
    binds = models.BooleanField(default=False, help_text="A body that must co-operate: the six weeks are law.")
    why = models.TextField(blank=True, help_text="Why they are asked, and about what.")
    asked_by = models.CharField(max_length=60)
    asked_on = models.DateField(help_text="The day on which they received it.")
    task = models.UUIDField(null=True, blank=True, help_text="What they were given to do.")
    given_by = models.CharField(max_length=60, blank=True)
    given_on = models.DateField(null=True, blank=True, help_text="The day on which it came.")
    took_down = models.BooleanField(default=False, help_text="Typed in from paper or from what was said.")
    source = models.CharField(max_length=300, blank=True, help_text="Of earlier advice: whose, and of which day.")
    agreed = models.JSONField(default=dict, blank=True, help_text="Of earlier advice: who agreed that it is enough.")
    ended_because = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the points as they were given.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="given") | Q(given_on__isnull=False), name="advice_given_on_a_day"
            ),
        ]
        indexes = [models.Index(fields=["asked", "state"], name="advice_to_give")]

    class Privacy:
        personal = {"carer", "around", "named", "why", "source", "agreed", "ended_because"}
        plain = {
            "id", "authority", "case", "request", "adviser", "state", "asked", "binds", "asked_by", "asked_on", "task",
            "given_by", "given_on", "took_down", "digest",
        }  # fmt: skip

    @transition(field=state, source=AdviceState.ASKED, target=AdviceState.GIVEN)
    def give(self) -> None:
        """It is here, and nothing in it changes any more."""

    @transition(field=state, source=AdviceState.ASKED, target=AdviceState.DECLINED)
    def decline(self) -> None:
        """The body may not, and says why."""

    @transition(field=state, source=AdviceState.ASKED, target=AdviceState.STOPPED)
    def stop(self) -> None:
        """It is not waited for."""


class AdvicePoint(WorkingNote):
    """One paragraph of a piece of advice. Nothing changes here once the advice is given."""

    advice = tenant_link("ehcp.Advice", related_name="points")
    kind = models.CharField(max_length=10, choices=[(p.value, p.words) for p in Point])
    number = models.PositiveIntegerField(help_text="Its place among those of its kind, so that a plan can cite it.")
    gone = models.BooleanField(default=False, help_text="Taken out again.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "advice", "kind", "number"], name="each_point_once"),
        ]

    class Privacy:
        personal = {"said"}
        plain = {"id", "authority", "advice", "kind", "number", "version", "written_by", "written_at", "gone"}
