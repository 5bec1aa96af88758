"""Running a piece of Python, or reading the settings, with an environment of its own."""

import os
import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
INHERITED = ("PATH", "HOME", "LANG", "TMPDIR")
REAL = {
    "SECRET_KEY": "s3cret-" * 10,
    "DATABASE_URL": "postgresql://app:word@db.internal:5432/sendpath",
    "REDIS_URL": "redis://redis.internal:6379/0",
    "ALLOWED_HOSTS": "desk.example.gov.uk,family.example.gov.uk",
    "DESK_URL": "https://desk.example.gov.uk",
    "FAMILY_URL": "https://family.example.gov.uk",
    "EMAIL_URL": "smtp://mail:word@mail.internal:587?tls=1",
    "CLAMD_ADDRESS": "clamav:3310",
    "FILES_DIR": "/srv/sendpath/files",
}


def python(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python with nothing in its environment but what is given here."""
    kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=kept | variables, capture_output=True, text=True, check=False
    )


def settings(**variables: str) -> SimpleNamespace:
    """The settings as they come out of nothing but these variables. Reads the file anew; ours stay as they are."""
    with mock.patch.dict(os.environ, variables, clear=True):
        return SimpleNamespace(**runpy.run_path(str(ROOT / "sendpath" / "settings.py")))
