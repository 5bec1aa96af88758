"""Tags and filters for templates: house-style dates, and the parts that wrap other markup.

Parts that wrap nothing are plain includes: ``{% include "parts/tag.html" with state="late" … only %}``; what stands on
every row of a long list is a tag, which costs a tenth of that.
"""

import re
from collections.abc import Callable
from typing import Any

from django import template
from django.template.defaultfilters import capfirst
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from door import words

register = template.Library()


def _of_one(function: Callable[[Any], str]) -> Callable[[Any], str]:
    """A filter that answers nothing for nothing, so that templates need no test."""

    def quiet(value: Any) -> str:
        return "" if value in (None, "") else function(value)

    return quiet


def _beside(function: Callable[[Any, Any], str]) -> Callable[[Any, Any], str]:
    """The same, for a filter that is told today: ``{{ day|distance:today }}``."""

    def quiet(value: Any, today: Any) -> str:
        return "" if value in (None, "") else function(value, today)

    return quiet


for told in (
    words.long_date, words.day_month, words.short_date, words.plain_date, words.clock_time, words.day_time,
    words.how_long, words.long_moment, words.initials, words.file_size,
):  # fmt: skip
    register.filter(told.__name__, _of_one(told))

for told_today in (words.distance, words.coming, words.ago, words.urgency):
    register.filter(told_today.__name__, _beside(told_today))


@register.filter
def qr_code(svg: str, label: str) -> SafeString:
    """A QR picture drawn in the page itself: our policy lets no ``data:`` picture in, nor a style attribute."""
    box, path = (re.search(pattern, svg) for pattern in (r'viewBox="([\d. ]+)"', r'\bd="([MHVLZmhvlz\d., -]+)"'))
    if not box or not path:
        return SafeString("")
    return format_html(
        '<svg role="img" aria-label="{}" viewBox="{}"><path d="{}"></path></svg>', label, box[1], path[1]
    )


@register.filter
def in_fours(text: str) -> str:
    """A long secret in groups that can be read out: ABCD EFGH IJKL."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


@register.simple_tag
def due(state: str = "", distance: str = "", line: str = "") -> SafeString:
    """A date somebody must meet. ``state``: late, today, soon, ok, wait or nothing; ``distance``: the big line, how
    far; ``line``: the day."""
    kind, below = f" sp-due--{state}" if state else "", format_html("<span>{}</span>", line) if line else ""
    return format_html('<div class="sp-due{}"><strong>{}</strong>{}</div>', kind, capfirst(distance), below)


@register.simple_block_tag
def card(content: str, title: str = "", level: int = 2, wash: bool = False) -> SafeString:
    """A framed piece of a page: ``{% card title="Take this with you" wash=True %}…{% endcard %}``."""
    return render_to_string("parts/card.html", {"content": content, "title": title, "level": level, "wash": wash})


@register.simple_block_tag
def turn(content: str, title: str, yours: bool = False) -> SafeString:
    """Whose turn it is, once, at the top of a family page. ``yours`` when it is the family's."""
    return render_to_string("parts/turn.html", {"content": content, "title": title, "yours": yours})


@register.simple_block_tag
def honest(content: str, label: str) -> SafeString:
    """Bad or uncertain news, said first. ``label`` names it for people who listen."""
    return render_to_string("parts/honest.html", {"content": content, "label": label})


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """A quiet aside, set in."""
    return render_to_string("parts/inset.html", {"content": content})


@register.simple_block_tag
def finding(content: str, label: str = "", state: str = "") -> SafeString:
    """What is in the way, and what may be done about it."""
    return render_to_string("parts/finding.html", {"content": content, "label": label, "state": state})


@register.simple_block_tag
def fold(content: str, summary: str, opened: bool = False) -> SafeString:
    """Something that opens in place: ``{% fold "Why this date?" %}…{% endfold %}``."""
    return render_to_string("parts/fold.html", {"content": content, "summary": summary, "opened": opened})


@register.filter
def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: “the CAF team” of “The CAF team”, and “IPSEA” as it is."""
    return str(name) if str(name)[1:2].isupper() else str(name)[:1].lower() + str(name)[1:]
