"""What is known of one letter, in pairs: to whom, how, and the proof that it went."""

from django.urls import reverse

from cases.letters import Seen
from door.words import long_date, long_moment
from notices.words import Carrier, Channel


def proof(seen: Seen, *, for_minder: bool) -> list[dict]:
    """Rows for ``parts/summary_list.html``. Who minds the post also reads what the carrier answered."""
    letter = seen.letter
    rows = [
        ("To", letter.address),
        ("How", letter.get_channel_display()),
        ("Written", long_moment(letter.written_at)),
        *_how_it_went(seen),
    ]
    if letter.channel != Channel.PRINT:
        answered = f"\n{letter.last_error}" if for_minder and letter.last_error else ""
        rows.append(("Tries", f"{letter.attempts}{answered}"))
    if letter.dealt_at:
        said = f": {letter.dealt_note}" if letter.dealt_note else ""
        rows.append(("Dealt with", f"{seen.by}, {long_moment(letter.dealt_at)}{said}"))
    return [{"key": key, "value": value} for key, value in rows] + _links(seen)


def _how_it_went(seen: Seen) -> list[tuple[str, str]]:
    letter = seen.letter
    rows = []
    if letter.posted_on:
        rows.append(("Posted", f"{long_date(letter.posted_on)}, {letter.get_posted_class_display().lower()}"))
        rows.append(("By", f"{seen.by}, noted on {long_moment(letter.sent_at)}"))
    elif letter.sent_at:
        rows.append(("Sent", long_moment(letter.sent_at)))
    if letter.carrier_ref:
        rows.append(("Taken by", letter.get_carrier_display()))
        rows.append(("Its key there" if letter.carrier == Carrier.NOTIFY else "Message-ID", letter.carrier_ref))
    for key, moment in (
        ("Delivered", letter.delivered_at),
        ("Came back", letter.returned_at),
        ("Given up", letter.stopped_at),
    ):
        if moment:
            rows.append((key, long_moment(moment)))
    return rows


def _links(seen: Seen) -> list[dict]:
    letter, rows = seen.letter, []
    if seen.reference:
        url = reverse("desk:case", args=[seen.reference])
        rows.append({"key": "About", "value": seen.reference, "url": url, "action": "Open", "ending": "the case"})
    if seen.replaced_by:
        rows.append(_letter("In its place", seen.replaced_by.get_channel_display(), seen.replaced_by.pk))
    if letter.instead_of_id:
        rows.append(_letter("In place of", "The letter that did not arrive", letter.instead_of_id))
    return rows


def _letter(key: str, value: str, letter) -> dict:
    url = reverse("desk:letter", args=[letter])
    return {"key": key, "value": value, "url": url, "action": "Read", "ending": key.lower()}
