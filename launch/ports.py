"""Which ports the doors listen on."""

import os
import socket

from launch.words import Trouble, say

DESK, FAMILY = ("SENDPATH_DESK_PORT", 8000), ("SENDPATH_FAMILY_PORT", 8001)
HOW_FAR = 100


def wanted(name: str, default: int) -> int:
    """The port a variable names, or the default."""
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise Trouble(f"{name} is {value!r}. Write a port number between 1 and 65535, such as {default}.")
    return int(value)


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether nobody listens on the port, and we may."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return False
    return True


def next_free(port: int, taken: set[int], what: str) -> int:
    """The port itself, or the next one that is free, saying so."""
    for candidate in range(port, min(port + HOW_FAR, 65536)):
        if candidate not in taken and is_free(candidate):
            if candidate != port:
                say(f"Port {port} is in use, so the {what} is at {candidate} this time.")
            return candidate
    raise Trouble(f"No port from {port} to {port + HOW_FAR - 1} is free for the {what}. Free one, or name another.")


def for_the_doors() -> tuple[int, int]:
    """The desk's port and the family door's."""
    desk = next_free(wanted(*DESK), set(), "desk")
    return desk, next_free(wanted(*FAMILY), {desk}, "family door")
