"""Reads what a mail server says of a letter that it could not deliver: a delivery status notification, RFC 3464.

Whatever comes in was written by strangers. What is not plainly such a report about one letter is nothing to us.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from uuid import UUID

OURS = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^@<>\s]{1,255}>")
STATUS = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b")
MEANINGS = (
    ("5.1.", "The address does not exist"),
    ("5.4.", "The address’s mail server could not be found"),
    ("5.2.2", "The mailbox is full"),
    ("4.2.2", "The mailbox is full"),
    ("5.2.", "The mailbox is not in use"),
    ("5.7.", "The mail server at the other end refused it"),
    ("4.", "It could not be delivered for days"),
)


@dataclass(frozen=True)
class Report:
    """That one letter could not be delivered, and why in a word."""

    letter: UUID
    message_id: str
    because: str


def failure_in(message: bytes) -> Report | None:
    """What a message says of a letter that failed for good; None when it says nothing of that kind."""
    try:
        report = email.message_from_bytes(message)
        if report.get_content_type() != "multipart/report" or not report.is_multipart():
            return None
        status = _final_failure(report)
        found = OURS.fullmatch(_message_id(report).strip()) if status is not None else None
        return Report(UUID(found[1]), found[0], _in_words(status or "")) if found else None
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError):  # not mail as anybody writes it
        return None


def _final_failure(report: Message) -> str | None:
    """The status of the first reader for whom it failed for good: "" when it has none, None when nobody failed."""
    for block in _blocks(report):
        if str(block.get("Action", "")).strip().lower() == "failed":
            status = STATUS.match(str(block.get("Status", "")))
            return status[1] if status else ""
    return None


def _blocks(report: Message) -> Iterator[Message]:
    for part in _parts(report):
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            yield from _parts(part)


def _message_id(report: Message) -> str:
    """The Message-ID of the letter that came back, from the copy or the headers that the report returns."""
    for part in _parts(report):
        kind = part.get_content_type()
        if kind == "message/rfc822" and part.is_multipart():
            return str(_parts(part)[0].get("Message-ID", ""))
        if kind == "text/rfc822-headers":
            headers = part.get_payload(decode=True)
            return str(email.message_from_bytes(headers if isinstance(headers, bytes) else b"").get("Message-ID", ""))
    return ""


def _parts(whole: Message) -> list[Message]:
    payload = whole.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _in_words(status: str) -> str:
    meaning = next((words for begin, words in MEANINGS if status.startswith(begin)), "It could not be delivered")
    return f"{meaning} ({status})." if status else f"{meaning}."
