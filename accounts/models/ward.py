"""The wards of an authority's area, and which postcode is in which."""

from django.core.validators import RegexValidator
from django.db import models

from door.guarded import OfAnAuthority
from door.tenancy import tenant_link


class Ward(OfAnAuthority):
    """A ward, by the code of the Office for National Statistics. Some are of interest to the council."""

    code = models.CharField(max_length=9, validators=[RegexValidator(r"^E05\d{6}$")])
    name = models.CharField(max_length=100, blank=True)
    of_interest = models.BooleanField(default=False)

    class Meta:
        ordering = ("name", "code")
        constraints = [models.UniqueConstraint(fields=["authority", "code"], name="one_ward_a_code")]

    class Privacy:
        plain = {"id", "authority", "code", "name", "of_interest"}

    def __str__(self) -> str:
        return self.name or self.code


class WardPostcode(OfAnAuthority):
    """One postcode of the area. No home is written here: which child lives at it, the child's own record says."""

    postcode = models.CharField(max_length=8)
    ward = tenant_link("accounts.Ward", related_name="postcodes")
    area = models.CharField(max_length=9, blank=True, help_text="The lower layer super output area (LSOA).")
    fifth = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The fifth of deprivation that the area is in: 1 is the most deprived."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "postcode"], name="one_ward_a_postcode")]
        indexes = [models.Index(fields=["ward"], name="postcodes_of_a_ward")]

    class Privacy:
        plain = {"id", "authority", "postcode", "ward", "area", "fifth"}
