"""Marks words for translation without importing a framework: display calls gettext on them."""


def _(text: str) -> str:
    """The text itself; the name lets ``makemessages`` collect it."""
    return text
