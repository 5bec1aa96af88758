"""A meeting about one child, who was asked to it, what was written at it, and what the family says to the notes."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from door.guarded import Guarded, OfAnAuthority
from door.tenancy import tenant_link
from door.working_notes import WorkingNote
from meetings.words import Came, Gathered, MeetingKind, MeetingState, Reply, Section
from people.words import Mode


class Meeting(Guarded):
    """One meeting, planned or held. A second one beside it is for somebody who must not meet the others."""

    case = tenant_link("cases.Case", related_name="meetings")
    kind = models.CharField(max_length=20, choices=[(k.value, k.words) for k in MeetingKind])
    state = FSMField(choices=[(s.value, s.words) for s in MeetingState], default=MeetingState.PLANNED, protected=True)
    held_on = models.DateField()
    begins_at = models.TimeField(null=True, blank=True)
    lasts = models.PositiveSmallIntegerField(default=60, help_text="Minutes.")
    mode = models.CharField(max_length=12, choices=[(m.value, m.words) for m in Mode], default=Mode.IN_PERSON)
    place = models.CharField(max_length=300, blank=True, help_text="A room, a link or a number. Never the home.")
    about = models.TextField(blank=True, help_text="What it is for, in words the family reads.")
    called_by = models.CharField(max_length=60)
    called_at = models.DateTimeField()
    late_because = models.TextField(blank=True, help_text="Why one held before is entered only now.")
    gathered = models.CharField(max_length=12, blank=True, choices=[(g.value, g.words) for g in Gathered])
    no_views_because = models.TextField(blank=True)
    outcomes = models.JSONField(default=list)
    because = models.TextField(blank=True, help_text="Why these outcomes.")
    review_on = models.DateField(null=True, blank=True)
    no_review_because = models.TextField(blank=True)
    closed_by = models.CharField(max_length=60, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(
        null=True, blank=True, help_text="When everybody was told once more; or, so close to it, when they were asked."
    )
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the notes as they were closed.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="held", closed_at__isnull=False) | ~Q(state="held") & Q(closed_at=None),
                name="held_by_somebody_sometime",
            ),
        ]
        indexes = [
            models.Index(fields=["authority", "held_on"], name="meetings_by_day"),
            models.Index(
                fields=["held_on"], condition=Q(state="planned", reminded_on=None), name="meetings_to_remind_of"
            ),
        ]

    class Privacy:
        personal = {"place", "about", "late_because", "no_views_because", "because", "no_review_because"}
        plain = {
            "id", "authority", "case", "kind", "state", "held_on", "begins_at", "lasts", "mode", "called_by",
            "called_at", "gathered", "outcomes", "review_on", "closed_by", "closed_at", "reminded_on", "digest",
        }  # fmt: skip

    @transition(field=state, source=MeetingState.PLANNED, target=MeetingState.HELD)
    def close(self) -> None:
        """It is over, and what is written stands."""

    @transition(field=state, source=MeetingState.PLANNED, target=MeetingState.CANCELLED)
    def cancel(self) -> None:
        """It is not held."""


class Invitee(Guarded):
    """Somebody asked to a meeting, or noted as there: a colleague, somebody of the family, or somebody from outside."""

    case = tenant_link("cases.Case")
    meeting = tenant_link("meetings.Meeting", related_name="invitees")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    carer = tenant_link("people.Carer", null=True, blank=True)
    around = tenant_link("people.Around", null=True, blank=True)
    is_child = models.BooleanField(default=False, help_text="The child or young person.")
    name = models.CharField(max_length=120)
    standing = models.CharField(max_length=120, blank=True, help_text="As what they come: health visitor, mother.")
    email = models.EmailField(blank=True, help_text="Only of somebody from outside; the others' is looked up.")
    told_otherwise = models.BooleanField(default=False, help_text="Whoever called it tells them, and no letter goes.")
    reply = models.CharField(max_length=8, choices=[(r.value, r.words) for r in Reply], default=Reply.WAITING)
    reply_words = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    came = models.CharField(max_length=12, blank=True, choices=[(c.value, c.words) for c in Came])
    came_because = models.CharField(max_length=300, blank=True)
    gave_sight = models.BooleanField(
        default=False, db_default=False, help_text="They see the case because they were asked, and for nothing else."
    )
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "meeting", "person"],
                condition=Q(person__isnull=False, taken_out_at=None),
                name="a_colleague_once_at_a_meeting",
            ),
        ]
        indexes = [
            models.Index(fields=["person"], condition=Q(person__isnull=False), name="meetings_of_a_person"),
        ]

    class Privacy:
        personal = {
            "person", "carer", "around", "is_child", "name", "standing", "email", "reply_words", "came_because",
        }  # fmt: skip
        plain = {
            "id", "authority", "case", "meeting", "told_otherwise", "reply", "replied_at", "came", "gave_sight",
            "taken_out_at",
        }  # fmt: skip


class Jotting(WorkingNote):
    """One place in the notes while they are being written. Nothing changes here once the meeting is over: its digest
    says what stood then."""

    meeting = tenant_link("meetings.Meeting", related_name="jottings")
    section = models.CharField(max_length=12, choices=[(s.value, s.words) for s in Section])
    place = models.PositiveSmallIntegerField(default=0)
    gone = models.BooleanField(default=False, help_text="Taken out again.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "meeting", "section"],
                condition=Q(section__in=["views", "working", "worries"]),
                name="one_text_a_section",
            ),
        ]
        indexes = [models.Index(fields=["meeting", "written_at"], name="notes_as_they_grow")]

    class Privacy:
        personal = {"said"}
        plain = {"id", "authority", "meeting", "section", "version", "place", "written_by", "written_at", "gone"}


class Aim(Guarded):
    """What should be different for the child, from the notes of a meeting: how it is known, from where to where."""

    case = tenant_link("cases.Case", related_name="aims")
    meeting = tenant_link("meetings.Meeting", related_name="aims")
    need = models.TextField()
    outcome = models.TextField()
    measure = models.TextField()
    baseline = models.TextField()
    target = models.TextField()

    class Privacy:
        personal = {"need", "outcome", "measure", "baseline", "target"}
        plain = {"id", "authority", "case", "meeting"}


class FamilyAnswer(Guarded):
    """What somebody of the family says to the notes: whether they agree, and their own view. Never rewritten."""

    case = tenant_link("cases.Case")
    meeting = tenant_link("meetings.Meeting", related_name="answers")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    agrees = models.BooleanField()
    words = models.TextField(blank=True)
    said_at = models.DateTimeField()
    taken_down_by = models.CharField(max_length=60, blank=True, help_text="The colleague who wrote it down for them.")

    class Privacy:
        personal = {"person", "name", "agrees", "words"}
        plain = {"id", "authority", "case", "meeting", "said_at", "taken_down_by"}


class MeetingCapacity(OfAnAuthority):
    """How many hours of multi-agency meetings a council can hold in a month, as a manager said. Each change is another
    version; the newest counts."""

    version = models.PositiveIntegerField()
    hours = models.PositiveSmallIntegerField(help_text="In a month.")
    because = models.CharField(max_length=300, help_text="What the figure rests on.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "version"], name="one_capacity_a_version")]

    class Privacy:
        plain = {"id", "authority", "version", "hours", "because", "entered_by", "entered_at"}
