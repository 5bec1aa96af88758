"""The embedded PostgreSQL of the demo and the tests: real binaries from a wheel, our own way of starting them."""

import contextlib
import functools
import hashlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from launch.binaries import copied, find, private_base, reachable
from launch.places import move_aside
from launch.processes import Child, command_of, stop_stranger, wait_until
from launch.words import Trouble, say

NAME = "sendpath"  # the database and its owner
PORT = "5432"  # names the socket; nothing listens on the network
LONGEST_SOCKET_PATH = 100
INITDB = ["-U", NAME, "-A", "trust", "-E", "UTF8", "--no-instructions"]


class Postgres:
    """One embedded server with its data under ``folder``. A socket that its owner alone may open."""

    def __init__(self, folder: Path, extra: Sequence[str] = (), log: Path | None = None) -> None:
        self.binaries, self.extra, self.log = find(), list(extra), log
        self.base = folder
        self.user: pwd.struct_passwd | None = None
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root, so it runs as the user who owns nothing
            self.user = pwd.getpwnam("nobody")
            if not (reachable(self.binaries) and reachable(folder)):
                self.base = private_base(folder)
                self.binaries = copied(self.binaries, self.base)
        self.data = self.base / f"pg{self.major}"
        self.sockets = self.data
        if len(str(self.data / ".s.PGSQL.5432.lock")) > LONGEST_SOCKET_PATH:
            name = f"sendpath-{hashlib.sha256(str(self.data).encode()).hexdigest()[:10]}"
            self.sockets = Path(tempfile.gettempdir()) / name

    @functools.cached_property
    def major(self) -> int:
        """The main version number of the binaries."""
        told = subprocess.run(
            [self.binaries / "bin" / "postgres", "--version"], capture_output=True, text=True, check=False
        ).stdout
        found = re.search(r"(\d+)", told)
        if not found:
            raise Trouble(
                f"The PostgreSQL programs in {self.binaries} do not run on this machine.\n"
                "Set SENDPATH_PG_BIN to the folder of another PostgreSQL, or DATABASE_URL to a running server."
            )
        return int(found[1])

    @property
    def environment(self) -> dict[str, str]:
        """What the other processes need to find this server."""
        return {"PGHOST": str(self.sockets), "PGPORT": PORT, "PGUSER": NAME, "PGDATABASE": NAME}

    def child(self) -> Child:
        """The server as a process of the house, its data folder made ready."""
        self.make_data_folder()
        command = [str(self.binaries / "bin" / "postgres"), "-D", str(self.data), "-p", PORT, "-h", ""]
        return Child(
            "database",
            [*command, "-k", str(self.sockets), *self.extra],
            {**os.environ, "LC_ALL": "C", "TZ": "UTC"},
            self.log,
            signal.SIGINT,  # "fast": closes connections and stops, loses nothing
            *self.identity,
            folder=Path("/"),
            prepare=self.clear_previous_run,
        )

    @property
    def identity(self) -> tuple[int | None, int | None]:
        """The user and group it runs as, when that is not ourselves."""
        return (self.user.pw_uid, self.user.pw_gid) if self.user else (None, None)

    def make_data_folder(self) -> None:
        """Make the data folder once. It gets its name only when it is whole, so a half-made one is never used."""
        if self.data.exists() and not (self.data / "PG_VERSION").exists():
            if any(self.data.iterdir()):
                say(f"The database's folder was only half made. It was moved to {move_aside(self.data)}.")
            else:
                self.data.rmdir()
        if self.data.exists():
            return
        half = self.data.with_name(f"{self.data.name}.being-made")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True, mode=0o700)
        user, group = self.identity
        if user is not None and group is not None:
            os.chown(half, user, group)
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        made = subprocess.run(
            [self.binaries / "bin" / "initdb", "-D", half, *INITDB, *(locale if self.major >= 17 else ["--locale=C"])],
            capture_output=True,
            text=True,
            env={**os.environ, "LC_ALL": "C", "TZ": "UTC"},
            cwd="/",
            user=user,
            group=group,
            extra_groups=[] if self.user else None,
            check=False,
        )
        if made.returncode:
            shutil.rmtree(half, ignore_errors=True)
            raise Trouble(f"The database's folder could not be made in {half.parent}:\n{made.stderr.strip()}")
        half.rename(self.data)

    def clear_previous_run(self) -> None:
        """Put away what a killed run left: a server still alive, a stale process number, stale sockets."""
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        user, group = self.identity
        if self.sockets != self.data:
            if self.sockets.is_symlink() or self.sockets.stat().st_uid not in {os.geteuid(), user}:
                raise Trouble(
                    f"{self.sockets} belongs to somebody else. Remove it, or set SENDPATH_VAR to a shorter path."
                )
            if user is not None and group is not None:
                os.chown(self.sockets, user, group)
        pid_file = self.data / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError, ValueError, IndexError):
            pid = int(pid_file.read_text().split()[0])
            if str(self.data) in command_of(pid):
                say("A database from an earlier run was still there. Stopping it.")
                stop_stranger(pid, signal.SIGINT)
            pid_file.unlink(missing_ok=True)
        for stale in self.sockets.glob(".s.PGSQL.*"):
            stale.unlink(missing_ok=True)

    def wait(self, child: Child) -> None:
        """Wait for the first answer, then make the database when it is not there yet."""
        wait_until(self.answers, child, "The database")
        connection = self.connect("postgres")
        connection.autocommit = True
        with contextlib.closing(connection), connection.cursor() as cursor:
            cursor.execute("select 1 from pg_database where datname = %s", [NAME])
            if not cursor.fetchone():
                cursor.execute(f"create database {NAME}")

    def answers(self) -> bool:
        """Whether the server takes connections."""
        self.connect("postgres").close()
        return True

    def connect(self, database: str) -> Any:
        """A connection to one database of this server."""
        import psycopg2

        return psycopg2.connect(host=str(self.sockets), port=PORT, user=NAME, dbname=database, connect_timeout=5)
