"""The registers of authorities and agencies, shared by the whole installation."""

from django.core.validators import RegexValidator
from django.db import models

from core.keys import new_key
from door.guarded import OfAnAuthority


class Authority(models.Model):
    """A local authority in England, known by its three-digit code."""

    code = models.CharField(max_length=3, primary_key=True, validators=[RegexValidator(r"^\d{3}$")])
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=40, unique=True)
    letters = models.CharField(max_length=3, unique=True, help_text="Begins every reference, such as SAL.")
    brand_colour = models.CharField(max_length=7, default="#134e5e", validators=[RegexValidator(r"^#[0-9a-f]{6}$")])
    contact_phone = models.CharField(max_length=30, blank=True)
    contact_email = models.EmailField(blank=True)

    class Meta:
        ordering = ("name",)

    class Privacy:
        plain = {"code", "name", "slug", "letters", "brand_colour", "contact_phone", "contact_email"}

    def __str__(self) -> str:
        return self.name

    @property
    def authority_id(self) -> str:
        """Its own: the doorway of the office asks every subject whose it is."""
        return self.code


class Agency(models.Model):
    """An organisation whose people work on cases: a council, a health body, a trust, a charity."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        EDUCATION = "education", "School or academy trust"
        HEALTH = "health", "Health trust or provider"
        BOARD = "board", "Integrated care board"
        CARE = "care", "Social care"
        VOLUNTARY = "voluntary", "Voluntary organisation"
        OTHER = "other", "Another kind of organisation"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    name = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    ods = models.CharField(max_length=8, blank=True, validators=[RegexValidator(r"^[A-Z0-9]{3,8}$")])
    council = models.OneToOneField(
        Authority, on_delete=models.PROTECT, null=True, blank=True, related_name="own_agency",
        help_text="The authority that this organisation is. Its own people need no agreement to work there.",
    )  # fmt: skip

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["ods"], condition=~models.Q(ods=""), name="one_agency_a_code"),
        ]

    class Privacy:
        plain = {"id", "name", "kind", "ods", "council"}

    def __str__(self) -> str:
        return self.name


class AgencyMailbox(OfAnAuthority):
    """Where an authority writes to an organisation: an address of a role, which outlasts the people who read it."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="mailboxes")
    mailbox = models.EmailField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "agency"], name="one_mailbox_an_agency")]

    class Privacy:
        plain = {"id", "authority", "agency", "mailbox"}
