"""What a file said, carried from the page that shows it to the page that keeps it, so that what was seen is kept.

It is signed and nothing is stored: whoever closes the page has changed nothing.
"""

from datetime import date

from django.core import signing

from accounts.words import Source
from desk.calendars.whose import OneYear
from statute.school_days import Kind, Span

NAME = "read"
"""The hidden field."""
LOST = "What was read is not here any more. Choose the file again."
_SALT = "term dates read from a file"


def sealed(spans: list[Span], source: Source, it: OneYear) -> str:
    """The spans, where they came from, and whose year they were read for."""
    rows = [[str(span.kind), span.first.isoformat(), span.last.isoformat(), span.note] for span in spans]
    return signing.dumps([it.owner.slug, it.year, it.after, str(source), rows], salt=_SALT, compress=True)


def opened(text: str, it: OneYear) -> tuple[list[Span], Source, int]:
    """The same again. Raises BadSignature for anything else, another setting's or another year's among them."""
    slug, year, after, source, rows = signing.loads(text, salt=_SALT)
    if (slug, year) != (it.owner.slug, it.year):
        raise signing.BadSignature("read for another calendar")
    spans = [Span(Kind(kind), date.fromisoformat(a), date.fromisoformat(b), note) for kind, a, b, note in rows]
    return spans, Source(source), after
