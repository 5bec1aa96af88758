"""A check that no file of the project names a machine: a package index's host, or a folder on somebody's disk."""

import re
import subprocess
from pathlib import Path

HOSTS = re.compile(rb"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg\.com|--(?:extra-)?index-url")
FOLDERS = re.compile(rb"(?<![\w.:/~$}])/(?:work|root|home/\w+|Users/\w+)/\w")
PICTURES = {".png", ".jpg", ".ico", ".woff2", ".mo", ".pdf"}


def untidy(root: Path) -> list[str]:
    """Every place that names a machine, as ``file:line``."""
    found = []
    for path in files(root):
        if path.suffix in PICTURES or not path.is_file():
            continue
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if match := HOSTS.search(line) or FOLDERS.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {match[0].decode(errors='replace')}")
    return found


def files(root: Path) -> list[Path]:
    """The project's files: what git knows and what it would add; without git, everything but the made folders."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        return [root / name for name in listed.stdout.decode().split("\0") if name]
    made = {".venv", "var", ".git", "__pycache__", "staticfiles"}
    return [path for path in root.rglob("*") if not made & set(path.relative_to(root).parts)]
