"""The registers of authorities and agencies, shared by the whole installation."""

from django.core.validators import RegexValidator
from django.db import models

from core.keys import new_key


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


class Agency(models.Model):
    """An organisation whose people work on cases: a council, a health body, a trust, a charity."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        EDUCATION = "education", "Education"
        HEALTH = "health", "Health"
        CARE = "care", "Social care"
        VOLUNTARY = "voluntary", "Voluntary"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    name = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        ordering = ("name",)

    class Privacy:
        plain = {"id", "name", "kind"}

    def __str__(self) -> str:
        return self.name
