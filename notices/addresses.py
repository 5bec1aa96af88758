"""Where a letter can go. Every address is put in one form when a letter is written, so that two can be compared."""

import re

from notices.words import Channel

NEVER_MEANT = re.compile(r"[\s().\-–]")
UK_MOBILE = re.compile(r"(?:\+44|0044|0)0?(7\d{9})")
ABROAD = re.compile(r"(?:\+|00)([1-9]\d{7,14})")
EMAIL = re.compile(r"[^\x00-\x1f\x7f]+@[^\x00-\x1f\x7f]+")
FEWEST_LINES, MOST_LINES = 3, 7
"""A postal address with a name above it fits the window of an envelope."""


def mobile_number(typed: str) -> str:
    """A mobile number with its country, such as +447700900982. Raises ValueError when it cannot be one."""
    bare = NEVER_MEANT.sub("", typed)
    if found := UK_MOBILE.fullmatch(bare):
        return f"+44{found[1]}"
    if (found := ABROAD.fullmatch(bare)) and not found[1].startswith("44"):
        return f"+{found[1]}"
    raise ValueError("not a mobile number")


def email_address(typed: str) -> str:
    """An email address without blanks around it. Raises ValueError when it cannot be one."""
    address = typed.strip()
    if len(address) > 254 or not EMAIL.fullmatch(address):
        raise ValueError("not an email address")
    return address


def postal_address(typed: str) -> str:
    """The name and the address, a line each, without blank ones. Raises ValueError when it has too few or too many."""
    lines = [" ".join(line.split()) for line in typed.splitlines()]
    lines = [line for line in lines if line]
    if not FEWEST_LINES <= len(lines) <= MOST_LINES:
        raise ValueError(f"not {FEWEST_LINES} to {MOST_LINES} lines")
    return "\n".join(lines)


ADDRESSES = {Channel.EMAIL: email_address, Channel.TEXT: mobile_number, Channel.PRINT: postal_address}


def address_for(channel: Channel, typed: str) -> str:
    """The address as it is kept. Raises ValueError when nothing sent this way could reach it."""
    return ADDRESSES[channel](typed)
