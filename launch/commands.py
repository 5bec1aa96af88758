"""Every command of start.py, with the line that help shows. Nothing here needs anything installed."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True)
class Command:
    """One word after ``start.py``: where its function is, what may follow it, and a line for help."""

    place: str
    line: str
    arguments: str = ""

    def do(self, arguments: list[str]) -> int:
        """Fetch the function and call it; its answer is the exit code."""
        module, _, name = self.place.rpartition(".")
        function: Callable[[list[str]], int] = getattr(import_module(module), name)
        return function(arguments)


COMMANDS = {
    "demo": Command("launch.demo.demo", "Start everything with invented families. The same as no command at all."),
    "test": Command("launch.develop.test", "Run the tests, all of them or those you name.", "[pytest arguments]"),
    "lint": Command("launch.develop.lint", "Look for mistakes without running anything."),
    "bench": Command("launch.develop.bench", "Measure how quick it is, beside what this machine can do.", "[names]"),
    "drill": Command("launch.develop.drill", "Kill it again and again: nothing may be lost.", "[--quick]"),
    "run": Command("launch.real.run", "Start for real: production settings, real servers, nothing embedded."),
    "seed": Command("launch.data.seed", "Build an authority of any size.", "--cases N [--authority CODE]"),
    "reset": Command("launch.data.reset", "Forget the demo's data, after asking.", "[--yes]"),
    "screenshots": Command("launch.develop.screenshots", "Take the pictures that the README shows."),
    "manage": Command("launch.data.manage", "Run one of Django's commands with the servers up.", "COMMAND [arguments]"),
    "help": Command("launch.commands.show_help", "Show this list."),
}


def help_text() -> str:
    """The list of commands, a line each."""
    lines = [(f"{name} {command.arguments}".strip(), command.line) for name, command in COMMANDS.items()]
    width = max(len(left) for left, _ in lines) + 2
    listed = "\n".join(f"  {left:{width}}{right}" for left, right in lines)
    return f"python3 start.py [command]\n\n{listed}\n\n{VARIABLES}"


VARIABLES = """\
These variables change where things are:
  SENDPATH_DESK_PORT, SENDPATH_FAMILY_PORT   the ports of the two doors (8000 and 8001)
  SENDPATH_VAR                               the data folder (var)
  SENDPATH_PG_BIN                            the folder of another PostgreSQL's programs
  DATABASE_URL, REDIS_URL, EMAIL_URL         real servers in place of the embedded ones
  SENDPATH_LOG=1                             show on the terminal what the processes write"""


def show_help(arguments: list[str]) -> int:
    """Print the list."""
    print(help_text())
    return 0
