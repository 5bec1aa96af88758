"""Who stands around a child, beside the one who asked; and who may not be told where the child is."""

from django.db import models
from django.db.models import F, Q
from django_fsm import FSMField, transition

from door.guarded import Guarded
from door.tenancy import tenant_link
from people.words import BarState, Checked, Identity, Known, Tie


class Around(Guarded):
    """A parent, a carer, a brother or sister, or the council that looks after the child. As what somebody stands,
    whether they have parental responsibility, and whom they act for are three questions."""

    guarded_by = "case_ref"

    case_ref = models.UUIDField(db_index=True)
    child = tenant_link("people.Child", related_name="around")
    carer = tenant_link("people.Carer", null=True, blank=True)
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False,
        help_text="Who they follow the case as, at the family's door.",
    )  # fmt: skip
    identity_how = models.CharField(max_length=12, blank=True, choices=[(how.value, how.words) for how in Identity])
    identity_by = models.CharField(max_length=60, blank=True)
    identity_on = models.DateField(null=True, blank=True)
    tie = models.CharField(max_length=20, choices=[(tie.value, tie.words) for tie in Tie])
    name = models.CharField(max_length=120)
    acts_for = models.CharField(max_length=160, blank=True, help_text="The council or agency they act for.")
    responsible = models.CharField(max_length=12, choices=[(k.value, k.words) for k in Known], default=Known.NOT_KNOWN)
    checked_how = models.CharField(max_length=20, blank=True, choices=[(c.value, c.words) for c in Checked])
    checked_by = models.CharField(max_length=60, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    consents = models.BooleanField(default=False, help_text="Must be asked for consent.")
    lives_with = models.BooleanField(null=True, help_text="The child lives with them.")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    home = models.TextField(blank=True, help_text="Their own address, a line each: theirs alone.")
    sibling_ref = models.UUIDField(null=True, blank=True, help_text="The case of a brother or sister.")
    secret = models.BooleanField(default=False)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True, help_text="The last day.")
    entered_by = models.CharField(max_length=60)
    entered_at = models.DateTimeField()
    mistaken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "carer"], name="one_record_a_sender"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="around_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(checked_how="", checked_by="", checked_on=None)
                | (~Q(checked_how="") & ~Q(checked_by="") & Q(checked_on__isnull=False)),
                name="checked_how_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(person=None, identity_how="", identity_by="", identity_on=None)
                | (Q(person__isnull=False, identity_on__isnull=False) & ~Q(identity_how="") & ~Q(identity_by="")),
                name="who_follows_was_checked",
            ),
        ]

    class Privacy:
        personal = {
            "person", "tie", "name", "acts_for", "responsible", "checked_how", "checked_on", "consents", "lives_with",
            "email", "phone", "home", "sibling_ref", "since", "until", "identity_how", "identity_on",
        }  # fmt: skip
        plain = {
            "id", "authority", "case_ref", "child", "carer", "checked_by", "identity_by", "secret", "entered_by",
            "entered_at", "mistaken_at",
        }  # fmt: skip


class Bar(Guarded):
    """Somebody may not be told some or any of the addresses. It holds from the moment it is put, and a second person
    agrees. To lift it takes two people too, and until the second has said yes it still holds."""

    guarded_by = "case_ref"

    case_ref = models.UUIDField(db_index=True)
    child = tenant_link("people.Child")
    who = tenant_link("people.Around", related_name="bars")
    addresses = models.JSONField(default=list, help_text="Keys of addresses. Empty: every one, now and later.")
    state = FSMField(choices=[(s.value, s.words) for s in BarState], default=BarState.PUT, protected=True)
    reason = models.TextField()
    put_by = models.CharField(max_length=60)
    put_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    lift_reason = models.TextField(blank=True)
    lift_asked_by = models.CharField(max_length=60, blank=True)
    lift_asked_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.CharField(max_length=60, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by="") | ~Q(answered_by=F("put_by")), name="two_people_put_a_bar"
            ),
            models.CheckConstraint(
                condition=Q(lifted_by="") | ~Q(lifted_by=F("lift_asked_by")), name="two_people_lift_a_bar"
            ),
        ]

    class Privacy:
        personal = {"who", "addresses", "reason", "lift_reason"}
        plain = {
            "id", "authority", "case_ref", "child", "state", "put_by", "put_at", "answered_by", "answered_at",
            "lift_asked_by", "lift_asked_at", "lifted_by", "lifted_at",
        }  # fmt: skip

    @transition(field=state, source=BarState.PUT, target=BarState.AGREED)
    def agree(self, by: str, at) -> None:
        """A second person agrees."""
        self.answered_by, self.answered_at = by, at

    @transition(field=state, source=BarState.PUT, target=BarState.TURNED_DOWN)
    def turn_down(self, by: str, at) -> None:
        """A second person does not agree: it holds no longer."""
        self.answered_by, self.answered_at = by, at

    @transition(field=state, source=[BarState.AGREED], target=BarState.LIFT_ASKED)
    def ask_to_lift(self, by: str, at, reason: str) -> None:
        """Somebody says why it is no longer needed."""
        self.lift_asked_by, self.lift_asked_at, self.lift_reason = by, at, reason

    @transition(field=state, source=BarState.LIFT_ASKED, target=BarState.LIFTED)
    def lift(self, by: str, at) -> None:
        """A second person agrees, and it holds no longer."""
        self.lifted_by, self.lifted_at = by, at

    @transition(field=state, source=BarState.LIFT_ASKED, target=BarState.AGREED)
    def keep(self) -> None:
        """A second person does not agree to lift it."""


HOLDS = (BarState.PUT, BarState.AGREED, BarState.LIFT_ASKED)
"""The states in which a bar holds."""
