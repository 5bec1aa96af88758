"""The words of what is known of a setting: the eight types that are counted apart, its grade, its bases and units."""

from enum import StrEnum

from core.words import _

EIGHT = (
    "pvi", "centre", "primary", "secondary", "special", "primary_pru", "medical_pru", "secondary_pru",
)  # fmt: skip
"""The types of setting that activity is counted by, each apart. Every other kind is counted together, as another."""


class Grade(StrEnum):
    """What the inspectorate said of the whole of a setting. Since September 2024 it says nothing of most as a whole."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    IMPROVEMENT = "improvement"
    INADEQUATE = "inadequate"
    NO_OVERALL = "no_overall"

    @property
    def words(self) -> str:
        return GRADES[self]


GRADES = {
    Grade.OUTSTANDING: _("Outstanding"),
    Grade.GOOD: _("Good"),
    Grade.IMPROVEMENT: _("Requires improvement"),
    Grade.INADEQUATE: _("Inadequate"),
    Grade.NO_OVERALL: _("No overall grade"),
}


class Sort(StrEnum):
    """What places for children with one kind of need are part of."""

    BASE = "base"
    UNIT = "unit"
    OTHER = "other"

    @property
    def words(self) -> str:
        return SORTS[self]


SORTS = {
    Sort.BASE: _("Resource base (resourced provision)"),
    Sort.UNIT: _("SEN unit"),
    Sort.OTHER: _("Other places kept for children with SEND"),
}


class Need(StrEnum):
    """The kind of need that a base or a unit is for, as the national returns name it."""

    ASD = "asd"
    SLCN = "slcn"
    SPLD = "spld"
    MLD = "mld"
    SLD = "sld"
    PMLD = "pmld"
    SEMH = "semh"
    HI = "hi"
    VI = "vi"
    MSI = "msi"
    PD = "pd"
    DS = "ds"
    OTHER = "other"
    SEVERAL = "several"

    @property
    def words(self) -> str:
        return NEEDS[self]


NEEDS = {
    Need.ASD: _("Autism (ASD)"),
    Need.SLCN: _("Speech, language and communication (SLCN)"),
    Need.SPLD: _("Specific learning difficulty (SpLD)"),
    Need.MLD: _("Moderate learning difficulty (MLD)"),
    Need.SLD: _("Severe learning difficulty (SLD)"),
    Need.PMLD: _("Profound and multiple learning difficulty (PMLD)"),
    Need.SEMH: _("Social, emotional and mental health (SEMH)"),
    Need.HI: _("Hearing impairment (HI)"),
    Need.VI: _("Vision impairment (VI)"),
    Need.MSI: _("Multi-sensory impairment (MSI)"),
    Need.PD: _("Physical disability (PD)"),
    Need.DS: _("Down syndrome (DS)"),
    Need.OTHER: _("Another kind of need"),
    Need.SEVERAL: _("Several kinds of need"),
}
