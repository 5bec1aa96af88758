"""A panel, its sittings, who came, what stood on the agenda, and what was decided."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from door.guarded import Guarded, OfAnAuthority
from door.tenancy import tenant_link
from panels.words import Came, ItemState, PanelKind, SittingState


class Panel(OfAnAuthority):
    """A standing body of an authority. One of each kind."""

    kind = models.CharField(max_length=20, choices=[(k.value, k.words) for k in PanelKind])
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "kind"], name="one_panel_of_a_kind")]

    class Privacy:
        plain = {"id", "authority", "kind", "name"}

    def __str__(self) -> str:
        return self.name


class Sitting(OfAnAuthority):
    """One meeting of a panel."""

    panel = tenant_link("panels.Panel", related_name="sittings")
    held_on = models.DateField()
    begins_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True, help_text="A room, or how to join.")
    state = FSMField(choices=[(s.value, s.words) for s in SittingState], default=SittingState.PLANNED, protected=True)
    opened_by = models.CharField(max_length=60, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    minutes = models.TextField(blank=True, help_text="What was said beside the cases. Names no child.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "panel"], condition=Q(state="open"), name="one_open_sitting_a_panel"
            ),
        ]
        indexes = [models.Index(fields=["panel", "-held_on"], name="sittings_of_a_panel")]

    class Privacy:
        personal = {"minutes"}
        plain = {
            "id", "authority", "panel", "held_on", "begins_at", "place", "state", "opened_by", "opened_at",
            "closed_by", "closed_at",
        }  # fmt: skip

    @transition(field=state, source=SittingState.PLANNED, target=SittingState.OPEN)
    def open(self) -> None:
        """It begins."""

    @transition(field=state, source=SittingState.OPEN, target=SittingState.CLOSED)
    def close(self) -> None:
        """It is over, and what is written stands as its minutes."""

    @transition(field=state, source=SittingState.PLANNED, target=SittingState.CANCELLED)
    def cancel(self) -> None:
        """It is not held."""


class Attendance(OfAnAuthority):
    """One person at a sitting, or their apologies."""

    sitting = tenant_link("panels.Sitting", related_name="attendance")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    came = models.CharField(max_length=12, choices=[(c.value, c.words) for c in Came])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "sitting", "person"], name="once_at_a_sitting")]

    class Privacy:
        personal = {"person"}
        plain = {"id", "authority", "sitting", "came"}


class AgendaItem(Guarded):
    """One case at one sitting."""

    case = tenant_link("cases.Case", related_name="agenda_items")
    sitting = tenant_link("panels.Sitting", related_name="items")
    position = models.PositiveIntegerField(help_text="Its place on the agenda: the longest waiting first.")
    state = FSMField(choices=[(s.value, s.words) for s in ItemState], default=ItemState.WAITING, protected=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "sitting", "case"], name="once_on_an_agenda"),
            models.UniqueConstraint(
                fields=["authority", "case"], condition=Q(state="waiting"), name="on_one_open_agenda"
            ),
        ]

    class Privacy:
        plain = {"id", "authority", "case", "sitting", "position", "state"}

    @transition(field=state, source=ItemState.WAITING, target=ItemState.DECIDED)
    def decide(self) -> None:
        """It was decided."""

    @transition(field=state, source=ItemState.WAITING, target=ItemState.DEFERRED)
    def defer(self) -> None:
        """Not today."""

    @transition(field=state, source=ItemState.WAITING, target=ItemState.NOT_REACHED)
    def leave(self) -> None:
        """The sitting ended before it."""


class Decision(Guarded):
    """What was decided on one item, by whom and why. Never rewritten."""

    case = tenant_link("cases.Case", related_name="decisions")
    item = tenant_link("panels.AgendaItem", related_name="decisions")
    put_off = models.BooleanField(default=False, help_text="Nothing was decided today, for this reason.")
    lead = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    because = models.TextField()
    decided_by = models.CharField(max_length=60)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "item"], name="one_decision_an_item"),
            models.CheckConstraint(
                condition=Q(put_off=True, lead=None) | Q(put_off=False, lead__isnull=False), name="a_lead_or_put_off"
            ),
        ]

    class Privacy:
        personal = {"lead", "because"}
        plain = {"id", "authority", "case", "item", "put_off", "decided_by", "decided_at"}
