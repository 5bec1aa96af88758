"""How surely we know a rule, and whether it is law at all."""

from enum import StrEnum


class Evidence(StrEnum):
    """How surely we know a rule. Carried from the rule book to the page, never improved on the way."""

    TEXT = "T"
    SECOND = "S"
    MEMORY = "M"
    TEXT_AND_SECOND = "T/S"
    SECOND_AND_TEXT = "S/T"
    TEXT_AND_MEMORY = "T/M"
    SECOND_AND_MEMORY = "S/M"
    MEMORY_AND_SECOND = "M/S"
    PRACTICE = "P"
    OWN = "own"

    @property
    def words(self) -> str:
        """What an officer reads beside the law."""
        return _EVIDENCE_WORDS[self]


_EVIDENCE_WORDS = {
    Evidence.TEXT: "Text seen",
    Evidence.SECOND: "Second-hand source seen",
    Evidence.MEMORY: "Not verified",
    Evidence.TEXT_AND_SECOND: "Part text seen, part second-hand source",
    Evidence.SECOND_AND_TEXT: "Part second-hand source, part text seen",
    Evidence.TEXT_AND_MEMORY: "Part text seen, part not verified",
    Evidence.SECOND_AND_MEMORY: "Part second-hand source, part not verified",
    Evidence.MEMORY_AND_SECOND: "Part not verified, part second-hand source",
    Evidence.PRACTICE: "Practice, no law",
    Evidence.OWN: "Our own target, no law",
}


class Kind(StrEnum):
    """Whether a rule is law, guidance or practice. Some are partly one and partly another."""

    LAW = "L"
    GUIDANCE = "G"
    PRACTICE = "P"
    LAW_AND_GUIDANCE = "L/G"
    GUIDANCE_AND_LAW = "G/L"
    LAW_AND_PRACTICE = "L/P"
