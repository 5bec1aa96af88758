"""Running for real on one machine without containers: production settings, and servers that are already there."""

import os
import subprocess
from pathlib import Path

from launch import ports, programs
from launch.demo import answers
from launch.house import House, Stopping
from launch.lock import Lock
from launch.places import PYTHON, ROOT, prepared_var
from launch.words import Trouble, say

READ_SETTINGS = """
import sys
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
try:
    settings.MODE
except ImproperlyConfigured as refusal:
    sys.exit(str(refusal))
"""


def run(arguments: list[str]) -> int:
    """Start both doors, the worker and the timekeeper with production settings, and look after them."""
    if arguments:
        raise Trouble("run takes no arguments. Everything it needs is in the environment; see .env.example.")
    environment = {**os.environ, "SENDPATH_MODE": "production", "DJANGO_SETTINGS_MODULE": "sendpath.settings"}
    refuse_bad_settings(environment)
    desk, family = fixed_port(*ports.DESK), fixed_port(*ports.FAMILY)
    folder = prepared_var()
    lock, house = Lock(folder), House()
    lock.take()
    house.listen()
    try:
        begin(house, environment, folder, desk, family)
        house.for_ever()
    except Stopping:
        say("Stopping.")
    finally:
        house.stop()
        lock.release()
        say("Everything has stopped.")
    return 0


def refuse_bad_settings(environment: dict[str, str]) -> None:
    """Read the settings once, apart, so that a refusal comes out as its words and nothing else."""
    read = subprocess.run(
        [PYTHON, "-c", READ_SETTINGS], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if read.returncode:
        raise Trouble(
            read.stderr.strip().splitlines()[-1] if read.stderr.strip() else "The settings could not be read."
        )


def fixed_port(name: str, default: int) -> int:
    """A port that the proxy in front expects: when it is taken, we say so and do not move."""
    port = ports.wanted(name, default)
    if not ports.is_free(port):
        raise Trouble(f"Port {port} is in use. Stop what uses it, or set {name} and tell the proxy in front.")
    return port


def begin(house: House, environment: dict[str, str], folder: Path, desk: int, family: int) -> None:
    """Check that the tables are up to date, then start everything."""
    if house.once(programs.manage(["migrate", "--check", "--verbosity", "0"], environment)):
        raise Trouble(
            "The database cannot be reached, or its tables are not those of this version.\n"
            "If it can be reached, make a backup and then run: .venv/bin/python manage.py migrate"
        )
    if house.once(programs.manage(["collectstatic", "--noinput", "--verbosity", "0"], environment)):
        raise Trouble("The style sheets could not be gathered. STATIC_DIR must name a folder that can be written to.")
    if not (environment.get("SENDPATH_NOTIFY_KEY") and environment.get("SENDPATH_NOTIFY_TEXT_TEMPLATE")):
        say("No text message can be sent from here: GOV.UK Notify is not set up for texts. Everything else works.")
    threads = 4
    workers = ports.wanted("WEB_WORKERS", 2)
    for which, port in (("desk", desk), ("family", family)):
        house.add(programs.door(which, f"127.0.0.1:{port}", workers, threads, environment, None))
    house.add(programs.worker(environment, None))
    house.add(programs.timekeeper(folder, environment, None))
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip()
    for port, name in ((desk, "The desk"), (family, "The family door")):
        house.until(lambda port=port: answers(f"http://127.0.0.1:{port}/health/", host), 60, name)  # type: ignore[misc]
    say(
        f"Running: the desk on port {desk}, the family door on port {family}, both on 127.0.0.1 for the proxy in front."
    )
