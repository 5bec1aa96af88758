"""A real web server on one of the measured databases, and a browser that keeps its connection open."""

import contextlib
import http.client
import os
from collections.abc import Iterator

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.db import connection
from django.http import HttpRequest
from django.utils.module_loading import import_string

from accounts.models import Person
from bench.databases import use
from launch.places import VENV
from launch.ports import next_free
from launch.processes import Child, wait_until

WORKER = "shauna.kirk@people.example"
_taken: set[int] = set()


class Visitor:
    """Somebody from the Bridge, signed in, at the desk of one database."""

    def __init__(self, port: int, cookie: str) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Host": "127.0.0.1", "Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}"}

    def beside(self, cookie: str) -> "Visitor":
        """Somebody else on the same line: the measured server answers one line at a time."""
        other = Visitor(0, cookie)
        other.line = self.line
        return other

    def opens(self, address: str) -> bytes:
        """A page, and be sure that it is the page. A line that the server shut while it was idle is opened again."""
        try:
            answer, body = self._asked(address)
        except http.client.RemoteDisconnected:
            self.line.close()
            answer, body = self._asked(address)
        except OSError:
            self.line.close()
            raise
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}")
        return body

    def _asked(self, address: str) -> tuple[http.client.HTTPResponse, bytes]:
        self.line.request("GET", address, headers=self.headers)
        answer = self.line.getresponse()
        return answer, answer.read()


@contextlib.contextmanager
def desk_on(name: str) -> Iterator[Visitor]:
    """The desk, served from this database for as long as this takes."""
    use(name)
    cookie = signed_in(WORKER)
    port = next_free(8100, _taken, "measured desk")
    _taken.add(port)
    child = Child(f"desk on {name}", _command(port), _environment(name))
    child.start()
    try:
        visitor = Visitor(port, cookie)
        wait_until(lambda: bool(visitor.opens("/constant/")), child, "The measured desk")
        yield visitor
    finally:
        child.stop()


def _command(port: int) -> list[str]:
    command = [str(VENV / "bin" / "gunicorn"), "bench.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    return [*command, "--worker-class", "gthread", "--workers", "1", "--threads", "1", "--no-control-socket"]


def _environment(name: str) -> dict[str, str]:
    at = connection.settings_dict
    there = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    kept = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "DEBUG"}}
    return kept | {key: str(at[setting]) for key, setting in there.items()} | {"PGDATABASE": name}


def signed_in(email: str) -> str:
    """The cookie of a session with its second step, as the demonstration's one click makes."""
    request = HttpRequest()
    request.session = import_string(f"{settings.SESSION_ENGINE}.SessionStore")()
    person = Person.objects.get(email=email)
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    record_authentication(request, person, method="demo")
    request.session.save()
    return str(request.session.session_key)
