"""One duty on one case: a reading of the ledger, kept for fast lists and compared with it every night."""

from django.db import models
from django.db.models import F, Q

from cases.words import Ended
from door.guarded import Guarded, OfAnAuthority
from door.tenancy import tenant_link


class Deadline(Guarded):
    """Work is planned on ``plan_for`` and chased on ``due_strict``; only ``due_ordinary`` makes it late.

    Whatever became of it names the day and the ledger entry that says so. An excuse never moves a date.
    ``rung`` and ``chase_on`` are the watch's own place on the ladder (``cases.ladder``), and no reading of anything.
    """

    case = tenant_link("cases.Case", related_name="deadlines")
    duty = models.CharField(max_length=40)
    rule_version = models.CharField(max_length=20)
    about = models.UUIDField(help_text="The request or other thing it concerns.")
    entry_ref = models.UUIDField(help_text="The ledger entry that started it.")
    counted_from = models.DateField()
    plan_for = models.DateField()
    due_strict = models.DateField()
    due_ordinary = models.DateField()

    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(max_length=10, blank=True, choices=[(e.value, e.words) for e in Ended])
    ended_by = models.UUIDField(null=True, blank=True)
    missed_on = models.DateField(null=True, blank=True, help_text="The day the watch noted that the last day passed.")
    missed_by = models.UUIDField(null=True, blank=True)
    excused_on = models.DateField(null=True, blank=True)
    excused_by = models.UUIDField(null=True, blank=True)
    recover_by = models.DateField(null=True, blank=True, help_text="Our own day for doing it as soon as practicable.")
    taken_up_until = models.DateField(null=True, blank=True)
    taken_up_by = models.UUIDField(null=True, blank=True)

    rung = models.PositiveSmallIntegerField(default=0)
    chase_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case", "duty", "about"],
                condition=Q(ended_on=None),
                name="one_open_deadline_a_duty",
            ),
            models.CheckConstraint(
                condition=Q(plan_for__lte=F("due_strict"), due_strict__lte=F("due_ordinary")), name="dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_as="", ended_by=None)
                | Q(ended_on__isnull=False, ended_by__isnull=False) & ~Q(ended_as=""),
                name="ended_says_how",
            ),
            models.CheckConstraint(
                condition=Q(excused_by=None, excused_on=None, recover_by=None)
                | Q(excused_by__isnull=False, excused_on__isnull=False, recover_by__isnull=False),
                name="excused_says_why",
            ),
            models.CheckConstraint(
                condition=Q(missed_on=None, missed_by=None) | Q(missed_on__isnull=False, missed_by__isnull=False),
                name="missed_says_when",
            ),
            models.CheckConstraint(
                condition=Q(taken_up_until=None, taken_up_by=None)
                | Q(taken_up_until__isnull=False, taken_up_by__isnull=False),
                name="taken_up_says_until",
            ),
        ]
        indexes = [
            models.Index(fields=["chase_on", "id"], condition=Q(ended_on=None), name="deadlines_to_chase"),
            models.Index(
                fields=["due_ordinary"], condition=Q(ended_on=None, missed_by=None), name="deadlines_not_missed"
            ),
        ]

    class Privacy:
        plain = {
            "id", "authority", "case", "duty", "rule_version", "about", "entry_ref", "counted_from", "plan_for",
            "due_strict", "due_ordinary", "ended_on", "ended_as", "ended_by", "missed_on", "missed_by", "excused_on",
            "excused_by", "recover_by", "taken_up_until", "taken_up_by", "rung", "chase_on",
        }  # fmt: skip


class Reminder(OfAnAuthority):
    """One rung reached by one deadline, for whoever stands on it when it is told. Written by the watch, once."""

    deadline = tenant_link("cases.Deadline", related_name="reminders", on_delete=models.CASCADE)
    rung = models.PositiveSmallIntegerField()
    fell_on = models.DateField(help_text="The day of that step, with which it happens once.")
    raised_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    told = models.BooleanField(default=False, help_text="Settled by telling somebody; otherwise it had become moot.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "deadline", "rung", "fell_on"], name="reminded_once_a_step")
        ]
        indexes = [
            models.Index(fields=["authority", "raised_at"], condition=Q(settled_at=None), name="reminders_to_tell"),
            models.Index(fields=["deadline", "-raised_at"], name="reminders_of_a_deadline"),
        ]

    class Privacy:
        plain = {"id", "authority", "deadline", "rung", "fell_on", "raised_at", "settled_at", "told"}


class ReminderPlan(OfAnAuthority):
    """How early an authority wants to be reminded of one duty, in working days, within ``cases.ladder.LIMITS``."""

    duty = models.CharField(max_length=40)
    first = models.PositiveSmallIntegerField()
    nearing = models.PositiveSmallIntegerField()
    manager = models.PositiveSmallIntegerField()
    head = models.PositiveSmallIntegerField()
    again = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "duty"], name="one_plan_a_duty")]

    class Privacy:
        plain = {"id", "authority", "duty", "first", "nearing", "manager", "head", "again"}
