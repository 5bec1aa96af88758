"""The command line of each of our own processes."""

from collections.abc import Mapping
from pathlib import Path

from launch.places import PYTHON, VENV
from launch.processes import Child

BIN = VENV / "bin"
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - gunicorn's heartbeat files, empty


def manage(arguments: list[str], env: Mapping[str, str], log: Path | None = None) -> Child:
    """One of Django's commands."""
    return Child(f"command {arguments[0]}", [str(PYTHON), "manage.py", *arguments], env, log)


def door(which: str, bind: str, workers: int, threads: int, env: Mapping[str, str], log: Path | None) -> Child:
    """The web server of one door. Its log of visits has no query strings: people's names travel in them."""
    command = [str(BIN / "gunicorn"), "sendpath.wsgi", "--bind", bind, "--worker-class", "gthread"]
    command += ["--workers", str(workers), "--threads", str(threads), "--no-control-socket", "--log-level", "warning"]
    command += ["--max-requests", "5000", "--max-requests-jitter", "500", "--timeout", "60", "--graceful-timeout", "15"]
    if IN_MEMORY.is_dir():
        command += ["--worker-tmp-dir", str(IN_MEMORY)]
    names = {"desk": "desk", "family": "family door"}
    return Child(names[which], command, {**env, "SENDPATH_DOOR": which, "SENDPATH_ROLE": "web"}, log)


def worker(env: Mapping[str, str], log: Path | None, app: str = "sendpath") -> Child:
    """The worker that carries out tasks."""
    command = [str(BIN / "celery"), "-A", app, "worker", "--concurrency", "2", "--loglevel", "WARNING"]
    return Child("worker", [*command, "--without-gossip", "--without-mingle"], env, log)


def timekeeper(folder: Path, env: Mapping[str, str], log: Path | None, app: str = "sendpath") -> Child:
    """The process that says when a task is due."""
    command = [str(BIN / "celery"), "-A", app, "beat", "--loglevel", "WARNING", "--pidfile="]
    return Child("timekeeper", [*command, "--schedule", str(folder / "timekeeper")], env, log)


# what has to be done before anything of this version can run
SET_UP = [["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]]


def plain(name: str, command: list[str], env: Mapping[str, str]) -> Child:
    """Any other program, writing to the terminal."""
    return Child(name, command, env)
