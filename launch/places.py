"""Where things lie: the project, its environment, and the data folder."""

import contextlib
import errno
import os
import secrets
import shutil
import tempfile
from pathlib import Path

from launch.words import Trouble

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
MEGABYTE = 1024 * 1024
NEEDED_TO_BEGIN, NEEDED_TO_GO_ON = 300 * MEGABYTE, 50 * MEGABYTE


def var() -> Path:
    """The data folder: var/, or what SENDPATH_VAR says."""
    chosen = os.environ.get("SENDPATH_VAR", "").strip()
    return Path(chosen).expanduser().absolute() if chosen else ROOT / "var"


def prepared_var() -> Path:
    """The data folder, made if need be and proved to take what we write."""
    folder = var()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("logs", "mail", "files"):
            (folder / name).mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"x" * 4096)
    except OSError as error:
        raise cannot_write(folder, error) from error
    least = NEEDED_TO_GO_ON if any(folder.glob("pg*/PG_VERSION")) else NEEDED_TO_BEGIN
    left = shutil.disk_usage(folder).free
    if left < least:
        raise Trouble(
            f"The disk is nearly full: {left // MEGABYTE} MB are left where the data folder lies ({folder}), "
            f"and SENDPath needs {least // MEGABYTE} MB.\n"
            "Free some space, or set SENDPATH_VAR to a folder on another disk. Nothing that was kept is lost."
        )
    return folder


def cannot_write(folder: Path, error: OSError) -> Trouble:
    """What to say when the data folder cannot be used."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Trouble(
            f"The disk is full, so nothing more can be kept in {folder}.\n"
            "Free some space, or set SENDPATH_VAR to a folder on another disk. Nothing that was kept is lost."
        )
    return Trouble(
        f"SENDPath keeps its data in {folder} and cannot write there ({os.strerror(error.errno or 0)}).\n"
        "Give yourself leave to write to that folder, or set SENDPATH_VAR to a folder that you can write to."
    )


def secret_key(folder: Path) -> str:
    """The demo's own secret, made once and readable by its owner alone."""
    place = folder / "secret-key"
    with contextlib.suppress(FileNotFoundError):
        kept = place.read_text().strip()
        if len(kept) >= 50:
            return kept
        place.unlink()
    key = secrets.token_urlsafe(64)
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(key)
    return key


def move_aside(folder: Path) -> Path:
    """Rename a damaged folder so that nothing is thrown away, and say where it went."""
    count = 1
    while (aside := folder.with_name(f"{folder.name}.damaged-{count}")).exists():
        count += 1
    folder.rename(aside)
    return aside
