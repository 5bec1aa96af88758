"""The two lists of needs: the fourteen of the pathway, and the types of the national returns; and how they answer to
each other. Most of the fourteen have no equal there: a child's type is then chosen by a person, never worked out."""

from dataclasses import dataclass
from enum import StrEnum

from core.words import _


class NeedList(StrEnum):
    """Which list a need is from."""

    PATHWAY = "pathway"
    SEN = "sen"

    @property
    def words(self) -> str:
        return NEED_LISTS[self]


NEED_LISTS = {
    NeedList.PATHWAY: _("Needs, as the pathway names them"),
    NeedList.SEN: _("Types of need, as the national returns name them"),
}


class PathwayNeed(StrEnum):
    """What a child needs help with. A child may have several."""

    ADHD = "adhd"
    ASD = "asd"
    ATTACHMENT = "attachment"
    BEHAVIOUR = "behaviour"
    COMPLEX_HEALTH = "complex_health"
    COMPLEX_NEEDS = "complex_needs"
    DEVELOPMENT = "development"
    HEARING = "hearing"
    PHYSICAL = "physical"
    SEMH = "semh"
    SEN = "sen"
    SPEECH = "speech"
    TRANSITION = "transition"
    VISUAL = "visual"

    @property
    def words(self) -> str:
        return PATHWAY_NEEDS[self]


PATHWAY_NEEDS = {
    PathwayNeed.ADHD: _("ADHD"),
    PathwayNeed.ASD: _("ASD/ASC (autism)"),
    PathwayNeed.ATTACHMENT: _("Attachment"),
    PathwayNeed.BEHAVIOUR: _("Behaviour"),
    PathwayNeed.COMPLEX_HEALTH: _("Complex health"),
    PathwayNeed.COMPLEX_NEEDS: _("Complex needs"),
    PathwayNeed.DEVELOPMENT: _("Development"),
    PathwayNeed.HEARING: _("Hearing, deaf"),
    PathwayNeed.PHYSICAL: _("Physical, mobility"),
    PathwayNeed.SEMH: _("SEMH (social, emotional and mental health)"),
    PathwayNeed.SEN: _("SEN"),
    PathwayNeed.SPEECH: _("Speech and language"),
    PathwayNeed.TRANSITION: _("Transitional support"),
    PathwayNeed.VISUAL: _("Visual impairment"),
}


class SenType(StrEnum):
    """A type of special educational need, by the code of the national returns."""

    SPLD = "SPLD"
    MLD = "MLD"
    SLD = "SLD"
    PMLD = "PMLD"
    SEMH = "SEMH"
    SLCN = "SLCN"
    HI = "HI"
    VI = "VI"
    MSI = "MSI"
    PD = "PD"
    ASD = "ASD"
    DS = "DS"
    OTH = "OTH"
    NSA = "NSA"
    """In the school census alone: SEN support, and no specialist has assessed the type yet."""

    @property
    def words(self) -> str:
        return SEN_TYPES[self]


SEN_TYPES = {
    SenType.SPLD: _("Specific learning difficulty (SPLD)"),
    SenType.MLD: _("Moderate learning difficulty (MLD)"),
    SenType.SLD: _("Severe learning difficulty (SLD)"),
    SenType.PMLD: _("Profound and multiple learning difficulty (PMLD)"),
    SenType.SEMH: _("Social, emotional and mental health (SEMH)"),
    SenType.SLCN: _("Speech, language and communication needs (SLCN)"),
    SenType.HI: _("Hearing impairment (HI)"),
    SenType.VI: _("Vision impairment (VI)"),
    SenType.MSI: _("Multi-sensory impairment (MSI)"),
    SenType.PD: _("Physical disability (PD)"),
    SenType.ASD: _("Autistic spectrum disorder (ASD)"),
    SenType.DS: _("Down syndrome (DS)"),
    SenType.OTH: _("Other difficulty or disability (OTH)"),
    SenType.NSA: _("SEN support, no specialist assessment of the type yet (NSA)"),
}

STATUTORY: dict[PathwayNeed, SenType | None] = {
    PathwayNeed.ADHD: None,
    PathwayNeed.ASD: SenType.ASD,
    PathwayNeed.ATTACHMENT: None,
    PathwayNeed.BEHAVIOUR: None,
    PathwayNeed.COMPLEX_HEALTH: None,
    PathwayNeed.COMPLEX_NEEDS: None,
    PathwayNeed.DEVELOPMENT: None,
    PathwayNeed.HEARING: SenType.HI,
    PathwayNeed.PHYSICAL: SenType.PD,
    PathwayNeed.SEMH: SenType.SEMH,
    PathwayNeed.SEN: None,
    PathwayNeed.SPEECH: SenType.SLCN,
    PathwayNeed.TRANSITION: None,
    PathwayNeed.VISUAL: SenType.VI,
}
"""The type that says the same as a need of the pathway; None where none does, and somebody who knows the child says."""

LISTS: dict[NeedList, type[PathwayNeed] | type[SenType]] = {NeedList.PATHWAY: PathwayNeed, NeedList.SEN: SenType}
"""The words that each list is made of."""


@dataclass(frozen=True)
class Needs:
    """Some needs of both lists."""

    pathway: frozenset[PathwayNeed] = frozenset()
    sen: frozenset[SenType] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.pathway or self.sen)

    @property
    def pairs(self) -> set[tuple[str, str]]:
        """Each with its list, as rows name them."""
        return {(NeedList.PATHWAY, need) for need in self.pathway} | {(NeedList.SEN, kind) for kind in self.sen}

    def __sub__(self, other: "Needs") -> "Needs":
        return Needs(self.pathway - other.pathway, self.sen - other.sen)
