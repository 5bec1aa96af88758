"""Where bytes lie: a private folder, under a random name, written whole or not at all."""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Stored:
    stored_as: str
    sha256: str
    size: int


def keep(chunks: Iterable[bytes]) -> Stored:
    """Writes the bytes to disk for good (fsync, then rename) and says where. Raises OSError when it cannot."""
    name = secrets.token_hex(16)
    final = path_of(name)
    final.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = final.with_suffix(".part")
    digest, size = hashlib.sha256(), 0
    try:
        with open(partial, "xb", opener=_private) as out:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        partial.rename(final)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
    return Stored(name, digest.hexdigest(), size)


def path_of(stored_as: str) -> Path:
    """The path of stored bytes. Refuses anything but a name ``keep`` made."""
    if len(stored_as) != 32 or not all(c in "0123456789abcdef" for c in stored_as):
        raise ValueError("not a stored name")
    return Path(settings.FILES_DIR) / stored_as[:2] / stored_as


def forget(stored_as: str) -> None:
    """Removes stored bytes. Only for a file that never reached a case."""
    path_of(stored_as).unlink(missing_ok=True)


def lying_since(moment: float) -> Iterator[list[Path]]:
    """What nobody has written to since then, whole or half written, a folder at a time. Other people's files are not
    ours to name."""
    for folder in sorted(Path(settings.FILES_DIR).glob("[0-9a-f][0-9a-f]")):
        old = []
        for path in folder.iterdir():
            with suppress(FileNotFoundError):  # taken away this moment
                if re.fullmatch(r"[0-9a-f]{32}(\.part)?", path.name) and path.stat().st_mtime < moment:
                    old.append(path)
        yield old


def _private(path, flags):
    return os.open(path, flags, 0o600)
