"""What the launcher says to people: one plain line at a time, and never a stack trace."""

import os
import sys
import time

STARTED = float(os.environ.setdefault("SENDPATH_STARTED", str(time.time())))


class Trouble(Exception):
    """Something a person can mend. Its text says what is wrong and what to do next."""


def say(line: str) -> None:
    """One line on the terminal, with the seconds since the start."""
    print(f"[{time.time() - STARTED:5.1f}s] {line}", flush=True)


def complain(trouble: object) -> None:
    """A trouble's text on the error stream, set apart so that it is seen."""
    print(f"\n{trouble}\n", file=sys.stderr, flush=True)
