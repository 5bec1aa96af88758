"""Makes the project's own environment, once for each lock file, and goes on inside it. Standard library alone."""

import errno
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from launch.places import PYTHON, ROOT, VENV
from launch.words import Trouble, complain, say

RUNTIME, DEVELOPER = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
INSTALLER = ROOT / "launch" / "installer.txt"
NEEDS_DEVELOPER = {"test", "lint", "bench", "drill", "screenshots"}
NEEDS_NOTHING = {"help", "--help", "-h"}


def main(arguments: list[str]) -> int:
    """Get into our own environment, then do what was asked. Every trouble ends here, as words."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # every process would translate Django again
    command = arguments[0] if arguments else "demo"
    try:
        if sys.platform == "win32":
            raise Trouble("start.py runs on Linux and macOS. On Windows, use the Windows Subsystem for Linux.")
        from launch.commands import COMMANDS, help_text

        if command in NEEDS_NOTHING:
            print(help_text())
            return 0
        if command not in COMMANDS:
            complain(f"There is no command {command!r}. These are the commands:\n\n{help_text()}")
            return 2
        prepare(DEVELOPER if command in NEEDS_DEVELOPER else RUNTIME)
        if Path(sys.prefix).resolve() != VENV.resolve():
            os.execv(PYTHON, [str(PYTHON), str(ROOT / "start.py"), *arguments])  # noqa: S606
        return COMMANDS[command].do(arguments[1:])
    except Trouble as trouble:
        complain(trouble)
        return 1
    except OSError as error:
        complain(refused_by_the_system(error))
        return 1
    except KeyboardInterrupt:
        return 130


def refused_by_the_system(error: OSError) -> str:
    """A full disk or a missing right, in words."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "The disk is full. Free some space and start again. Nothing that was kept is lost."
    return (
        f"The system did not allow this: {error.strerror or error}: {error.filename or 'no file named'}.\n"
        "Give yourself leave to use it, or start SENDPath as the user whose folder this is."
    )


def prepare(lock: Path) -> None:
    """Install exactly what the lock file names, unless that has been done already."""
    if is_prepared(lock):
        return
    try:
        VENV.mkdir(exist_ok=True)
    except OSError as error:
        raise Trouble(
            f"SENDPath installs its packages into {VENV} and cannot write there ({error.strerror})."
        ) from error
    with (VENV / ".sendpath-installing").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # two commands at once: the second waits, and then finds it done
        if not is_prepared(lock):
            make_environment()
            install(lock)
            for old in VENV.glob(".sendpath-has-*"):
                old.unlink()
            stamp(lock).touch()


def stamp(lock: Path) -> Path:
    """The mark that says: this very lock file is installed."""
    return VENV / f".sendpath-has-{hashlib.sha256(lock.read_bytes()).hexdigest()[:16]}"


def is_prepared(lock: Path) -> bool:
    """Whether the lock's packages are there. The developers' lock contains the other one."""
    return os.path.exists(PYTHON) and any(stamp(one).exists() for one in {lock, DEVELOPER})


def make_environment() -> None:
    """Make .venv with this Python, unless a working one is there."""
    if os.path.exists(PYTHON) and run([PYTHON, "-c", "import venv"]).returncode == 0:
        return
    say("Making SENDPath's own Python environment in .venv (once).")
    uv_is_here = shutil.which("uv")
    made = run([sys.executable, "-m", "venv", *(["--without-pip"] if uv_is_here else []), VENV])
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)  # half an environment would look like a whole one next time
        raise Trouble(
            f"Python could not make an environment. It says:\n  {told(made)}\n\n"
            "On Debian and Ubuntu the part that does this is a package of its own. Install it, and start again:\n"
            f"  apt-get install python3-venv      (or python{sys.version_info[0]}.{sys.version_info[1]}-venv)"
        )


def install(lock: Path) -> None:
    """Install with uv where it can be had, because it is quick, and with pip where it cannot."""
    say(f"Installing packages from {lock.name} (once; a minute or so).")
    os.environ.setdefault("UV_SYSTEM_CERTS", "1")
    os.environ.setdefault("UV_PYTHON_DOWNLOADS", "never")
    uv = find_uv()
    if uv:
        done = run(
            [uv, "pip", "install", "-q", "--compile-bytecode", "--require-hashes", "--python", PYTHON, "-r", lock]
        )
        if done.returncode == 0:
            return
        say("That did not work with uv. Trying with pip, which takes longer.")
    if run([PYTHON, "-m", "pip", "--version"]).returncode:
        run([PYTHON, "-m", "ensurepip"])
    done = run([*pip(), "--require-hashes", "-r", lock])
    if done.returncode:
        raise Trouble(
            f"The packages could not be installed. The last thing said was:\n  {told(done)}\n\n"
            "Check that this machine reaches the Python package index, or the mirror that its pip settings name,\n"
            f"and that the disk has a gigabyte free ({shutil.disk_usage(ROOT).free // 1024**2} MB are). "
            "Then start again: what was fetched is kept."
        )


def find_uv() -> str | Path | None:
    """uv from the machine, from our environment, or freshly installed there; None when it cannot be had."""
    ours = VENV / "bin" / "uv"
    if found := shutil.which("uv") or (ours if ours.exists() else None):
        return found
    if run([PYTHON, "-m", "pip", "--version"]).returncode:
        return None
    return ours if run([*pip(), "--require-hashes", "-r", INSTALLER]).returncode == 0 else None


def pip() -> list[str | Path]:
    """The beginning of a pip command."""
    return [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-q"]


def run(command: list[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run quietly, keeping what was said."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def told(done: subprocess.CompletedProcess[str]) -> str:
    """The last lines of what a command said."""
    lines = [line for line in (done.stderr + "\n" + done.stdout).splitlines() if line.strip()]
    return "\n  ".join(lines[-4:])
