"""A Family Assessment of one child: one record that services write into, and who of the family gets it."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from assessments.words import AssessmentState, Chapter
from door.guarded import Guarded
from door.tenancy import tenant_link
from door.working_notes import WorkingNote

ENDED = ["sent", "taken", "stopped"]


class FamilyAssessment(Guarded):
    """The first of a child, or a review of the one before it."""

    case = tenant_link("cases.Case", related_name="family_assessments")
    state = FSMField(
        choices=[(s.value, s.words) for s in AssessmentState], default=AssessmentState.WRITING, protected=True
    )
    review_of = tenant_link("assessments.FamilyAssessment", null=True, blank=True)
    begun_by = models.CharField(max_length=60)
    begun_at = models.DateTimeField()
    no_views_because = models.TextField(blank=True)
    missing_because = models.TextField(blank=True, help_text="Why a part that was asked for is not waited for.")
    no_reader_because = models.TextField(blank=True, help_text="Why nobody of the family gets it.")
    stopped_because = models.TextField(blank=True)
    ended_by = models.CharField(max_length=60, blank=True, help_text="Who sent it, or stopped it.")
    ended_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the parts as they were sent.")
    taken_by = models.CharField(max_length=60, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case"], condition=Q(state="writing"), name="one_assessment_being_written"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED, ended_at__isnull=False) | ~Q(state__in=ENDED) & Q(ended_at=None),
                name="assessment_ended_sometime",
            ),
        ]

    class Privacy:
        personal = {"no_views_because", "missing_because", "no_reader_because", "stopped_because"}
        plain = {
            "id", "authority", "case", "state", "review_of", "begun_by", "begun_at", "ended_by", "ended_at", "digest",
            "taken_by", "taken_at",
        }  # fmt: skip

    @transition(field=state, source=AssessmentState.WRITING, target=AssessmentState.SENT)
    def send(self) -> None:
        """It is whole, and the CAF team gets it."""

    @transition(field=state, source=AssessmentState.SENT, target=AssessmentState.TAKEN)
    def take(self) -> None:
        """The CAF team has it."""

    @transition(field=state, source=AssessmentState.WRITING, target=AssessmentState.STOPPED)
    def stop(self) -> None:
        """It is not carried on."""


class AssessmentPart(WorkingNote):
    """One part of an assessment, and who was asked to write it. Nothing changes here once the assessment is sent."""

    assessment = tenant_link("assessments.FamilyAssessment", related_name="parts")
    chapter = models.CharField(max_length=10, choices=[(c.value, c.words) for c in Chapter])
    comes_from = models.CharField(max_length=200, blank=True, help_text="Where its first words were taken from.")
    asked = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    task = models.UUIDField(null=True, blank=True, help_text="What they were given to do.")
    done_by = models.CharField(max_length=60, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "assessment", "chapter"], name="each_part_once"),
        ]

    class Privacy:
        personal = {"said", "asked"}
        plain = {
            "id", "authority", "assessment", "chapter", "version", "written_by", "written_at", "comes_from", "due_on",
            "task", "done_by", "done_at",
        }  # fmt: skip


class AssessmentReader(Guarded):
    """Somebody of the family who gets an assessment that was sent."""

    case = tenant_link("cases.Case")
    assessment = tenant_link("assessments.FamilyAssessment", related_name="readers")
    carer = tenant_link("people.Carer")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "assessment", "carer"], name="each_reader_once"),
        ]

    class Privacy:
        personal = {"carer"}
        plain = {"id", "authority", "case", "assessment"}


class AssessmentAnswer(Guarded):
    """What somebody of the family says to an assessment that was sent. Never rewritten."""

    case = tenant_link("cases.Case")
    assessment = tenant_link("assessments.FamilyAssessment", related_name="answers")
    carer = tenant_link("people.Carer")
    agrees = models.BooleanField()
    words = models.TextField(blank=True)
    said_at = models.DateTimeField()

    class Privacy:
        personal = {"carer", "agrees", "words"}
        plain = {"id", "authority", "case", "assessment", "said_at"}
