"""One house at a time in a data folder, and where the running one is to be found."""

import contextlib
import fcntl
import json
import os
from pathlib import Path
from typing import Any

from launch.words import Trouble


class Lock:
    """Held for as long as the house runs. The system lets go of it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "running.json"
        self.file: Any = None

    def take(self) -> None:
        """Take the lock, or say who holds it."""
        self.file = self.place.open("a+")
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.file.close()
            held = self.holder() or {}
            where = f"\nOpen {held['desk']} for the desk, {held['family']} for families." if held.get("desk") else ""
            raise Trouble(
                f"SENDPath is running already with this data folder ({self.place.parent}), as process "
                f"{held.get('pid', 'unknown')}.{where}\nTo stop it, press Ctrl-C in its window or run: "
                f"kill {held.get('pid', '<process>')}\nFor a second one beside it, set SENDPATH_VAR to a new folder."
            ) from error
        self.tell({})

    def tell(self, facts: dict[str, str]) -> None:
        """Write down what a second command needs to join the running house."""
        self.file.seek(0)
        self.file.truncate()
        json.dump({"pid": os.getpid(), **facts}, self.file)
        self.file.flush()

    def release(self) -> None:
        """Let go."""
        if self.file:
            self.file.seek(0)
            self.file.truncate()
            self.file.close()
            self.file = None

    def holder(self) -> dict[str, Any] | None:
        """What the running house wrote down; None when nothing runs."""
        if not self.place.exists():
            return None
        with self.place.open("a+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                file.seek(0)
                with contextlib.suppress(json.JSONDecodeError):
                    return dict(json.load(file))
                return {}
        return None
