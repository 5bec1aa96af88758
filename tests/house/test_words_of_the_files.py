"""No file speaks of our own lists of rows, and every word a family reads can be translated."""

import re

import pytest

from tests.house.tree import ROOT, modules

ROWS = re.compile(r"\b[A-Z]-\d{2}\b|\((?:[FSIA]\d{1,2})(?:, ?[FSIA]\d{1,2})*\)|\b[FI]\d{1,2}\b|#\d+\b(?!;)")
"""Rows of our own lists (S-05, F2), and numbers of issues. Codes of the law, such as S19, are not among them."""
SOURCES = [*modules(), *sorted((ROOT / "launch").glob("*.py")), ROOT / "start.py", ROOT / "manage.py"]
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
COLOUR = re.compile(r"#[0-9a-fA-F]{3,6}\b")


def rows_named(text: str) -> list[str]:
    return ROWS.findall(COLOUR.sub("", text))


def test_no_file_names_a_row_of_our_lists():
    found = {str(path.relative_to(ROOT)): rows_named(path.read_text(encoding="utf-8")) for path in SOURCES + TEMPLATES}
    assert {path: rows for path, rows in found.items() if rows} == {}
    assert rows_named("see S-05, (F2) and #12") == ["S-05", "(F2)", "#12"]
    assert rows_named("code='S19', #13f, GB-50") == []


FAMILY = [
    *sorted((ROOT / "templates" / "portal").glob("*.html")),
    *sorted((ROOT / "templates" / "account").glob("*.html")),
    *sorted((ROOT / "templates" / "errors").glob("*.html")),
    ROOT / "templates" / "layouts" / "base.html",
    ROOT / "templates" / "layouts" / "family.html",
    ROOT / "templates" / "layouts" / "footer_links.html",
    ROOT / "templates" / "layouts" / "sign_out.html",
    ROOT / "templates" / "layouts" / "strip.html",
]
TO_STAFF = {
    "new_request", "read_first", "new_reply", "late_reply", "you_lead", "lead_named_services", "task_set",
    "task_asked_after",
    "task_dropped", "new_record",
    "task_late", "task_late_lead", "escalation_answered", "escalation_climbed",
    "service_asked", "came_back", "work_ended", "no_longer_wanted",
    "family_wrote", "answer_late",
    "assessment_decided_lead",
    "assessment_for_caf", "assessment_taken", "assessment_answered",
    "morning", "urgent", "urgent_text", "idle",
}  # fmt: skip
LETTERS = sorted(path for path in (ROOT / "templates" / "letters").glob("*.txt") if path.stem not in TO_STAFF)
OURS = {"SENDPath", "viewport", "utf"}


def bare_words(text: str) -> list[str]:
    """The words of a template that no translate tag holds: between the marks, and in what is read aloud."""
    for taken in (
        r"(?s)\{% comment %\}.*?\{% endcomment %\}",
        r"(?s)\{#.*?#\}",
        r"(?s)\{% blocktranslate\b.*?%\}.*?\{% endblocktranslate %\}",
        r"(?s)\{%.*?%\}",
        r"(?s)\{\{.*?\}\}",
    ):
        text = re.sub(taken, " ", text)
    aloud = re.findall(r'(?s)\b(?:title|alt|placeholder|aria-label|label)="([^"]*)"', text)
    between = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text)
    between = re.sub(r"(?s)<[^>]*>", " ", between)
    between = re.sub(r"&\w+;", " ", between)
    return [word for word in re.findall(r"[A-Za-z]{2,}", " ".join([*aloud, between])) if word not in OURS]


@pytest.mark.parametrize("path", FAMILY + LETTERS, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_every_word_a_family_reads_is_marked_for_translation(path):
    assert bare_words(path.read_text(encoding="utf-8")) == []


def test_a_bare_word_would_be_found():
    assert bare_words("<p>{% translate 'Hello' %} there</p>") == ["there"]
    assert bare_words('<p title="Read me">{{ name }}</p>') == ["Read", "me"]
    assert bare_words("{% blocktranslate %}All {{ of }} it{% endblocktranslate %}") == []
