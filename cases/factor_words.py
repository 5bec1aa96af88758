"""What may harm a child and what protects one, as those who know them see it, and which part of the case each is of."""

from collections.abc import Collection
from enum import StrEnum

from cases.words import Part
from core.words import _


class Side(StrEnum):
    """Which way something weighs."""

    RISK = "risk"
    PROTECTS = "protects"

    @property
    def words(self) -> str:
        return SIDES[self]


SIDES = {Side.RISK: _("May harm the child"), Side.PROTECTS: _("Protects the child")}


class Factor(StrEnum):
    """One kind, in the order of the page: about the child, at home, at school, and around."""

    DISTRESS = "distress"
    UNHEARD = "unheard"
    YOUNG_CARER = "young_carer"
    LOSS = "loss"
    PARENT_ILL = "parent_ill"
    HARDSHIP = "hardship"
    ALONE = "alone"
    VIOLENCE = "violence"
    SUBSTANCES = "substances"
    NEGLECT = "neglect"
    ABSENT = "absent"
    EXCLUDED = "excluded"
    BULLIED = "bullied"
    EXPLOITED = "exploited"
    OTHER_RISK = "other_risk"

    STRENGTH = "strength"
    VOICE = "voice"
    WARM_CARER = "warm_carer"
    WIDER_FAMILY = "wider_family"
    ROUTINE = "routine"
    TRUSTED_ADULT = "trusted_adult"
    BELONGS = "belongs"
    ACTIVITY = "activity"
    HELP_USED = "help_used"
    OTHER_PROTECTION = "other_protection"

    @property
    def words(self) -> str:
        return FACTORS[self]

    @property
    def side(self) -> Side:
        """Whether it may harm or protects."""
        return Side.PROTECTS if self in PROTECTING else Side.RISK

    @property
    def part(self) -> Part:
        """The part of the case that must be open to whoever may know of it."""
        return Part.SAFEGUARDING if self in GUARDED else Part.CIRCUMSTANCES


FACTORS = {
    Factor.DISTRESS: _("Distress, low mood or harming themselves"),
    Factor.UNHEARD: _("Finds it hard to make themselves understood"),
    Factor.YOUNG_CARER: _("Looks after somebody at home"),
    Factor.LOSS: _("A death, a separation or a parent away"),
    Factor.PARENT_ILL: _("A parent or carer is ill, disabled or worn out"),
    Factor.HARDSHIP: _("Money or the home is a worry"),
    Factor.ALONE: _("The family has nobody to turn to"),
    Factor.VIOLENCE: _("Violence or abuse at home"),
    Factor.SUBSTANCES: _("Drugs or alcohol at home"),
    Factor.NEGLECT: _("Care, food or somebody to watch over them is lacking"),
    Factor.ABSENT: _("Often not at school or nursery"),
    Factor.EXCLUDED: _("Suspended, excluded or close to it"),
    Factor.BULLIED: _("Bullied, or without a friend there"),
    Factor.EXPLOITED: _("Others may use or groom them"),
    Factor.OTHER_RISK: _("Something else that may harm"),
    Factor.STRENGTH: _("Something they enjoy and are good at"),
    Factor.VOICE: _("Can say what they want and ask for help"),
    Factor.WARM_CARER: _("A warm and steady parent or carer"),
    Factor.WIDER_FAMILY: _("Grandparents, relatives or friends who help"),
    Factor.ROUTINE: _("A home with routines that work"),
    Factor.TRUSTED_ADULT: _("An adult they trust at school or nursery"),
    Factor.BELONGS: _("Likes being there, and has a friend"),
    Factor.ACTIVITY: _("A club, a group or a faith they belong to"),
    Factor.HELP_USED: _("The family uses help and trusts it"),
    Factor.OTHER_PROTECTION: _("Something else that protects"),
}

PROTECTING = frozenset({
    Factor.STRENGTH, Factor.VOICE, Factor.WARM_CARER, Factor.WIDER_FAMILY, Factor.ROUTINE, Factor.TRUSTED_ADULT,
    Factor.BELONGS, Factor.ACTIVITY, Factor.HELP_USED, Factor.OTHER_PROTECTION,
})  # fmt: skip

GUARDED = frozenset({Factor.VIOLENCE, Factor.SUBSTANCES, Factor.NEGLECT, Factor.EXPLOITED})
"""What a safeguarding concern may be about: read by those who may know of one."""


class Whence(StrEnum):
    """How somebody knows."""

    SEEN = "seen"
    CHILD = "child"
    FAMILY = "family"
    TOLD = "told"
    RECORD = "record"

    @property
    def words(self) -> str:
        return WHENCES[self]


WHENCES = {
    Whence.SEEN: _("They saw it themselves"),
    Whence.CHILD: _("The child or young person said so"),
    Whence.FAMILY: _("The family said so"),
    Whence.TOLD: _("Somebody who works with the child said so"),
    Whence.RECORD: _("From a record or a report"),
}


def open_factors(parts: Collection[Part]) -> list[Factor]:
    """The kinds that somebody may know of to whom these parts are open."""
    return [factor for factor in Factor if factor.part in parts]
