"""How history reads: one sentence an event, made at reading time, complete over ``Event``."""

from collections.abc import Mapping
from datetime import date

from core.events import Event
from core.words import _

ASKED = {
    "help": _("Help was asked for"),
    "assessment": _("An EHC needs assessment was asked for"),
    "unsure": _("Somebody asked us, and was not sure what to ask for"),
}
SETTLED = {
    "help": _("Read and settled: a request for help"),
    "assessment": _("Read and settled: a request for an EHC needs assessment"),
}
CHECKED = {
    "clean": _("A file was checked and is safe to open"),
    "infected": _("A file was checked, holds a virus and is locked away"),
    "unchecked": _("A file could not be checked: no virus checker is set up"),
}

SAY: dict[Event, str | tuple[str, dict[str, str]]] = {
    Event.REFERRAL_RECEIVED: ("asks_for", ASKED),
    Event.ASSESSMENT_REQUESTED: _("A request for an EHC needs assessment counts from {effective_on}"),
    Event.REFERRAL_SETTLED: ("settled_as", SETTLED),
    Event.SENDER_CONFIRMED: _("The sender confirmed their email address"),
    Event.DOCUMENT_ADDED: _("A file came with the request"),
    Event.DOCUMENT_CHECKED: ("result", CHECKED),
    Event.CASE_JOINED: _("Two records were joined: they are one child"),
    Event.CASE_PARTED: _("Two joined records were taken apart again"),
}
"""For staff. A pair names the fact that chooses the sentence."""

SAY_TO_FAMILY: dict[Event, str | tuple[str, dict[str, str]] | None] = {
    Event.REFERRAL_RECEIVED: (
        "asks_for",
        {
            "help": _("You asked us for help"),
            "assessment": _("You asked us for an EHC needs assessment"),
            "unsure": _("You asked us, and we will work out with you what to ask for"),
        },
    ),
    Event.ASSESSMENT_REQUESTED: None,
    Event.REFERRAL_SETTLED: (
        "settled_as",
        {
            "help": _("We read your request. It is a request for help"),
            "assessment": _("We read your request. It is a request for an EHC needs assessment"),
        },
    ),
    Event.SENDER_CONFIRMED: _("You confirmed your email address"),
    Event.DOCUMENT_ADDED: _("You sent us a file"),
    Event.DOCUMENT_CHECKED: None,
    Event.CASE_JOINED: None,
    Event.CASE_PARTED: None,
}
"""For families: an allow-list, complete over ``Event``. None means deliberately silent."""


def say(event: Event, facts: Mapping[str, str], effective_on: date, table=SAY) -> str | None:
    """The sentence for an event, untranslated, or None where families are told nothing."""
    entry = table[event]
    if isinstance(entry, tuple):
        fact, sentences = entry
        return sentences[facts[fact]]
    if entry is None:
        return None
    return entry.replace("{effective_on}", f"{effective_on.day} {effective_on:%B %Y}")
