"""A mail server that takes everything, a little slowly, and counts."""

import asyncio
import email
import socket
from collections import Counter

from aiosmtpd.controller import Controller

PAUSE = 0.1
"""Seconds before a letter is taken, and again before the yes is said: a worker is killed in the middle of both."""


class Sink:
    """Which letters arrived: to whom, under which Message-ID, how often."""

    def __init__(self) -> None:
        self.arrived: Counter[tuple[str, str]] = Counter()
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port = trial.getsockname()[1]
        self.server = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - the name aiosmtpd asks for
        await asyncio.sleep(PAUSE)
        message = email.message_from_bytes(envelope.content)
        for address in envelope.rcpt_tos:
            self.arrived[address, message["Message-ID"]] += 1
        await asyncio.sleep(PAUSE)
        return "250 taken"

    @property
    def address(self) -> str:
        """For EMAIL_URL."""
        return f"smtp://127.0.0.1:{self.port}"

    def addresses(self) -> set[str]:
        return {address for address, _ in self.arrived}

    def ids_of(self, address: str) -> list[str]:
        return [key for to, key in self.arrived if to == address]

    def repeats(self) -> int:
        return sum(times - 1 for times in self.arrived.values())
