"""A mail server on this machine that does as it is told: takes, delays, refuses, or hangs up half-way."""

import asyncio
import email
import socket
import threading

from aiosmtpd.controller import Controller


class MailServer:
    """``at_rcpt`` and ``at_data``: what it says. ``pause``: how long it reads. ``hangs_up``: after it took a letter."""

    def __init__(self) -> None:
        self.arrived: list[tuple[str, str]] = []
        self.at_rcpt, self.at_data, self.pause, self.hangs_up = "250 OK", "250 taken", 0.0, False
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port = trial.getsockname()[1]
        self.server = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> "MailServer":
        self.server.start()
        return self

    def __exit__(self, *_) -> None:
        self.server.stop()

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802 - aiosmtpd's name
        if self.at_rcpt.startswith("2"):
            envelope.rcpt_tos.append(address)
        return self.at_rcpt

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.pause)
        if self.at_data.startswith("2"):
            message = email.message_from_bytes(envelope.content)
            self.arrived += [(address, message["Message-ID"]) for address in envelope.rcpt_tos]
        if self.hangs_up:
            server.transport.abort()
        return self.at_data


class SilentServer:
    """Somebody who picks up and never says a word."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.callers: list[socket.socket] = []

    def __enter__(self) -> "SilentServer":
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for caller in self.callers:
            caller.close()

    def _listen(self) -> None:
        while True:
            try:
                self.callers.append(self.listener.accept()[0])
            except OSError:
                return
