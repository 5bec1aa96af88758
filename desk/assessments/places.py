"""The parts of an assessment as the page writes them: each a small form with its version."""

from dataclasses import dataclass

from assessments.selectors import AssessmentPage, PartSeen
from assessments.words import AGENCIES, FIELDS, Chapter

LABELS = {
    (Chapter.FAMILY, "well"): "What is going well",
    (Chapter.FAMILY, "worries"): "What worries them",
    (Chapter.FAMILY, "hopes"): "What they hope for, and what would help",
    (Chapter.TOGETHER, "means"): "What it means, taken together",
    (Chapter.TOGETHER, "plan"): "What happens now: who does what by when",
    **{(one, "well"): "What is going well, and what helps already" for one in AGENCIES},
    **{(one, "help"): "What is being done, and what would help" for one in AGENCIES},
}


@dataclass(frozen=True)
class Field:
    """One thing to write in a part."""

    name: str
    label: str
    value: str
    id: str


@dataclass(frozen=True)
class Typed:
    """Words that could not be kept, with the version their writer had read: not a later one, over which they would then
    be kept unread."""

    chapter: Chapter
    said: dict[str, str]
    version: int


@dataclass(frozen=True)
class ShownPart:
    """One part, with its fields as the page writes or reads them."""

    part: PartSeen
    title: str
    version: int
    """What whoever writes in it has read."""
    fields: list[Field]
    may_be_asked: bool
    """Whether it is a part that a service writes."""


def title_of(chapter: Chapter, called: str) -> str:
    """What a part is called, with the child's name."""
    return f"What {called} says" if chapter == Chapter.VIEWS else str(chapter.words)


def label_of(chapter: Chapter, name: str, called: str) -> str:
    """What a field is called, with the child's name."""
    if name == "needs":
        return f"What {called} needs"
    return LABELS.get((chapter, name), title_of(chapter, called))


def shown_parts(page: AssessmentPage, called: str, typed: Typed | None = None) -> list[ShownPart]:
    """The parts in order. ``typed``: words that could not be kept, put where they were typed."""
    found = []
    for part in page.parts:
        here = typed if typed and typed.chapter == part.chapter else None
        said, version = (here.said, here.version) if here else (part.said, part.version)
        fields = [
            Field(name, label_of(part.chapter, name, called), said.get(name, ""), f"{part.chapter}-{name}")
            for name in FIELDS[part.chapter]
        ]
        found.append(ShownPart(part, title_of(part.chapter, called), version, fields, part.chapter in AGENCIES))
    return found
