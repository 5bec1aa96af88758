"""Teams of people from several organisations, and who belongs to an authority as what, from when to when."""

from django.db import models
from django.db.models import F, Q

from accounts.roles import Role
from door.guarded import OfAnAuthority
from door.tenancy import tenant_link


class Team(OfAnAuthority):
    """People who share a worklist and a mailbox that outlasts each of them."""

    class Kind(models.TextChoices):
        BRIDGE = "bridge", "The Bridge"
        LOCALITY = "locality", "Locality team"
        CAF = "caf", "CAF team"
        EHC = "ehc", "EHC team"
        HEALTH = "health", "Health team"
        CARE = "care", "Social care team"
        SAFEGUARDING = "safeguarding", "Social care’s front door"
        SETTING = "setting", "A setting’s team"
        PANEL = "panel", "Panel support"
        OTHER = "other", "Another team"

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    mailbox = models.EmailField(help_text="A shared address, never one person's.")
    locality = tenant_link("accounts.Locality", null=True, blank=True, related_name="teams")
    since = models.DateField(null=True, blank=True, help_text="The first day; empty from the beginning.")
    until = models.DateField(null=True, blank=True, help_text="The last day; empty while it goes on.")

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="one_team_a_name"),
            models.UniqueConstraint(fields=["authority"], condition=Q(kind="bridge"), name="one_bridge_an_authority"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=F("since")),
                name="team_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=Q(until__isnull=True) | ~Q(kind="bridge"), name="the_bridge_never_ends"),
        ]

    class Privacy:
        plain = {"id", "authority", "name", "kind", "mailbox", "locality", "since", "until"}

    def __str__(self) -> str:
        return self.name


class Membership(OfAnAuthority):
    """One person, one role, in one authority. Another authority's worker is a guest here with a row like any."""

    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=[(role.value, role.words) for role in Role])
    team = tenant_link("accounts.Team", null=True, blank=True, related_name="memberships")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The last day.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="membership_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=~Q(role__in=["public", "machine"]), name="membership_is_a_persons"),
        ]
        indexes = [models.Index(fields=["person", "authority"], name="memberships_of_a_person")]

    class Privacy:
        plain = {"id", "authority", "person", "role", "team", "agency", "since", "until"}
