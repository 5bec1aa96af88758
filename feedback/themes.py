"""The themes that comments are sorted by: those everybody starts with, and what the authority made of them."""

from dataclasses import dataclass

from feedback.models import Theme
from feedback.words import SEEDS, Audience


@dataclass(frozen=True)
class ThemeSeen:
    """One theme. One that has ended is offered no more, and still names what was sorted by it."""

    audience: Audience
    code: str
    words: str
    ended: bool


def themes_of(authority: str) -> dict[Audience, list[ThemeSeen]]:
    """Every theme of an authority: its own words in the place of ours, then those it added."""
    rows = list(Theme.objects.filter(authority_id=authority).order_by("pk"))
    kept = {(row.audience, row.code): row for row in rows}
    found: dict[Audience, list[ThemeSeen]] = {}
    for audience in Audience:
        ours = [(code, str(words)) for code, words in SEEDS[audience]]
        known = {code for code, _words in ours}
        added = [(row.code, row.words) for row in rows if row.audience == audience and row.code not in known]
        found[audience] = [_seen(audience, code, words, kept.get((audience, code))) for code, words in ours + added]
    return found


def _seen(audience: Audience, code: str, words: str, row: Theme | None) -> ThemeSeen:
    return ThemeSeen(audience, code, row.words if row else words, bool(row and row.ended_at))
