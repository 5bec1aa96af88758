"""A mail server that takes everything, a little slowly, and counts. As a program it may be killed: what it took is kept
in a file, written before it says yes.

    python -m drill.sink FILE PORT SECONDS
"""

import asyncio
import email
import socket
import sys
import time
from collections import Counter
from pathlib import Path

from aiosmtpd.controller import Controller

PAUSE = 0.1
"""Seconds before a letter is taken, and again before the yes is said: a worker is killed in the middle of both."""


class Sink:
    """Which letters arrived: to whom, under which Message-ID, how often."""

    def __init__(self, port: int = 0, pause: float = PAUSE, kept: Path | None = None) -> None:
        self.arrived: Counter[tuple[str, str]] = Counter()
        self.port, self.pause, self.kept = port or free_port(), pause, kept
        self.server = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - the name aiosmtpd asks for
        await asyncio.sleep(self.pause)
        message = email.message_from_bytes(envelope.content)
        for address in envelope.rcpt_tos:
            self.arrived[address, message["Message-ID"]] += 1
            if self.kept:
                with self.kept.open("a") as file:
                    file.write(f"{address}\t{message['Message-ID']}\n")
        await asyncio.sleep(self.pause)
        return "250 taken"

    @property
    def address(self) -> str:
        """For EMAIL_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    def addresses(self) -> set[str]:
        """Everybody who got a letter."""
        return {address for address, _ in self.arrived}

    def ids_of(self, address: str) -> list[str]:
        """The Message-IDs of what somebody got."""
        return [key for to, key in self.arrived if to == address]

    def repeats(self) -> int:
        """How often a letter came that had come before."""
        return sum(times - 1 for times in self.arrived.values())


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def read(kept: Path) -> Counter[tuple[str, str]]:
    """What a sink wrote down."""
    if not kept.exists():
        return Counter()
    lines = kept.read_text().splitlines()
    return Counter((address, key) for address, _, key in (line.partition("\t") for line in lines))


def main(kept: str, port: str, pause: str) -> None:
    """Take letters until somebody ends us."""
    Sink(int(port), float(pause), Path(kept)).server.start()
    while True:
        time.sleep(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
