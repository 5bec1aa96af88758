"""One child process: started so that it cannot outlive us, and stopped politely before it is stopped by force."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from launch.places import ROOT
from launch.words import Trouble

DIE_WITH_PARENT = 1  # Linux's prctl option PR_SET_PDEATHSIG
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass
class Child:
    """A process of the house. ``say`` names it in messages: "The worker stopped"."""

    name: str
    command: list[str]
    env: Mapping[str, str]
    log: Path | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    user: int | None = None
    group: int | None = None
    folder: Path = ROOT
    prepare: Callable[[], None] | None = None
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> None:
        """Start it in a session of its own. Call from the main thread alone: Linux ties the child to the thread."""
        if self.prepare:
            self.prepare()
        parent, stop = os.getpid(), int(self.stop_signal)

        def before() -> None:
            if LIBC is not None:
                LIBC.prctl(DIE_WITH_PARENT, stop)
                if os.getppid() != parent:  # we died in between
                    os._exit(1)

        out = self.log.open("ab") if self.log else None
        try:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT if out else None,
                cwd=self.folder,
                env=dict(self.env),
                start_new_session=True,
                preexec_fn=before,  # noqa: PLW1509 - nothing else runs threads here
                user=self.user,
                group=self.group,
                extra_groups=[] if self.user is not None else None,
            )
        finally:
            if out:
                out.close()

    def ended(self) -> int | None:
        """Its exit code, or None while it runs."""
        return self.process.poll() if self.process else None

    def stop(self, patience: float = 15) -> bool:
        """Ask it to stop, and insist after ``patience`` seconds. False when we had to insist."""
        if self.process is None:
            return True
        polite = True
        if self.process.poll() is None:
            self.process.send_signal(self.stop_signal)
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                polite = False
        self.sweep()
        self.process.wait()
        return polite

    def sweep(self) -> None:
        """End whatever the process left behind in its session."""
        if self.process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)


def wait_until(ready: Callable[[], bool], child: Child, what: str, seconds: float = 60) -> None:
    """Wait until ``ready`` answers yes; a trouble in words when the child ends or time runs out."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if (code := child.ended()) is not None:
            raise Trouble(f"{what} stopped while starting (exit code {code}). {last_words(child)}")
        with contextlib.suppress(Exception):
            if ready():
                return
        time.sleep(0.05)
    raise Trouble(f"{what} was not ready after {seconds:.0f} seconds. {last_words(child)}")


def last_words(child: Child) -> str:
    """The end of the child's log, for a message."""
    if not child.log or not child.log.exists():
        return ""
    lines = child.log.read_text(errors="replace").strip().splitlines()[-5:]
    return f"It wrote in {child.log}:\n  " + "\n  ".join(lines) if lines else f"Its log is {child.log}."


def command_of(pid: int) -> str:
    """The command line of a living process, or nothing when there is none."""
    place = Path(f"/proc/{pid}/cmdline")
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            return place.read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        return ""
    found = subprocess.run(["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False)
    return found.stdout.strip()


def stop_stranger(pid: int, stop_signal: signal.Signals = signal.SIGTERM, patience: float = 10) -> None:
    """Stop a process that an earlier, killed run of ours left behind."""
    for one in (stop_signal, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, one)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not command_of(pid):
                return
            time.sleep(0.05)
