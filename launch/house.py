"""The processes of the house together: started in order, looked after, and stopped in the reverse order."""

import contextlib
import signal
import time
from collections.abc import Callable
from types import FrameType

from launch.processes import Child, last_words
from launch.words import Trouble, say

QUICK_DEATH_SECONDS = 10
MOST_QUICK_DEATHS = 5
LONGEST_PAUSE = 15.0


class Stopping(BaseException):
    """Somebody pressed Ctrl-C or asked us to stop."""


class Kept:
    """A child that is started again when it ends, after a pause that grows while it keeps ending quickly."""

    def __init__(self, child: Child) -> None:
        self.child, self.quick_deaths = child, 0
        self.started, self.due = time.monotonic(), 0.0

    def look(self, now: float) -> None:
        """Start it again when it is down and its pause is over."""
        if self.due:
            if now >= self.due:
                self.due, self.started = 0.0, now
                self.child.start()
                say(f"The {self.child.name} is being started again.")
            return
        code = self.child.ended()
        if code is None:
            return
        self.child.sweep()
        self.quick_deaths = self.quick_deaths + 1 if now - self.started < QUICK_DEATH_SECONDS else 1
        if self.quick_deaths > MOST_QUICK_DEATHS:
            raise Trouble(
                f"The {self.child.name} keeps stopping (exit code {code}), so SENDPath gives up. "
                + last_words(self.child)
            )
        pause = min(0.2 * 2**self.quick_deaths, LONGEST_PAUSE)
        self.due = now + pause
        say(f"The {self.child.name} stopped unexpectedly. Starting it again in {pause:.1f} seconds.")


class House:
    """Everything that runs."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self.passing: Child | None = None

    def listen(self) -> None:
        """Turn Ctrl-C, a polite kill and a closed terminal into one thing."""
        for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(one, self._asked)

    @staticmethod
    def _asked(number: int, frame: FrameType | None) -> None:
        raise Stopping

    def add(self, child: Child, *, running: bool = False) -> Child:
        """Start a child, unless it runs already, and look after it from now on."""
        if not running:
            child.start()
        self.kept.append(Kept(child))
        return child

    def look(self) -> None:
        """Look after everybody once."""
        now = time.monotonic()
        for kept in self.kept:
            kept.look(now)

    def until(self, done: Callable[[], bool], seconds: float, what: str) -> None:
        """Look after everybody until ``done``; a trouble in words when it takes too long."""
        end = time.monotonic() + seconds
        while True:
            with contextlib.suppress(OSError, ValueError):
                if done():
                    return
            if time.monotonic() > end:
                raise Trouble(f"{what} was not ready after {seconds:.0f} seconds. Look in the log folder for why.")
            self.look()
            time.sleep(0.1)

    def once(self, child: Child) -> int:
        """Run something that ends by itself, looking after everybody meanwhile."""
        self.passing = child
        child.start()
        while (code := child.ended()) is None:
            self.look()
            time.sleep(0.1)
        self.passing = None
        return code

    def for_ever(self) -> None:
        """Look after everybody until somebody asks us to stop."""
        while True:
            self.look()
            time.sleep(0.25)

    def stop(self) -> None:
        """Stop everybody, the last one first."""
        for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(one, signal.SIG_IGN)
        children = [kept.child for kept in self.kept] + ([self.passing] if self.passing else [])
        for child in reversed(children):
            if not child.stop():
                say(f"The {child.name} did not stop by itself and was ended.")
