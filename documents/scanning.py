"""Asks ClamAV about a file, over its INSTREAM command."""

import socket
import struct
from pathlib import Path

from django.conf import settings

from documents.words import Scan

CHUNK = 65536
PATIENCE = 30


class CheckerAway(Exception):
    """The checker is set up but cannot be reached."""


class NoAnswer(CheckerAway):
    """The checker was reached and did not answer in time: it is away, or chokes on this one file."""


def scan(path: Path) -> Scan:
    """What the checker says. WAITING when it has no answer for this file: ask again later. Raises CheckerAway."""
    if not settings.CLAMD_ADDRESS:
        return Scan.UNCHECKED
    try:
        answer = _ask(path)
    except TimeoutError as silent:
        raise NoAnswer from silent
    except OSError:
        return Scan.WAITING
    if answer.endswith("FOUND"):
        return Scan.INFECTED
    return Scan.CLEAN if answer.endswith("OK") else Scan.WAITING


def _ask(path: Path) -> str:
    with _connection(settings.CLAMD_ADDRESS) as line, open(path, "rb") as data:
        line.sendall(b"zINSTREAM\0")
        while chunk := data.read(CHUNK):
            line.sendall(struct.pack("!I", len(chunk)) + chunk)
        line.sendall(struct.pack("!I", 0))
        return line.recv(4096).rstrip(b"\0\n").decode(errors="replace").strip()


def _connection(address: str) -> socket.socket:
    try:
        return _connected(address)
    except OSError as away:
        raise CheckerAway from away


def _connected(address: str) -> socket.socket:
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(PATIENCE)
        try:
            line.connect(address)
        except OSError:
            line.close()
            raise
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE)
