"""Logs: one JSON object a line in production, plain lines elsewhere. Codes and places, never what people wrote.

An error's own words can hold a child's name (a database says which value it refused), so production keeps the
kind of error and the places it passed through, and leaves its words out. Addresses that are a key to something
lose the key everywhere.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from typing import Any

KEYS = re.compile(r"(/(?:back|calendar|come|confirm|feedback|invitation|password|reply)/)[^\s/'\"?]+")
"""What follows these in an address opens a half-done request, somebody's deadlines, an address or an account."""


def said(record: logging.LogRecord) -> str:
    """A record's line, in which an error is its kind and no more, and no address is a key."""
    args: Any = record.args
    if isinstance(args, dict):  # Celery's, about a task
        args = {name: _kind(value) if name == "exc" else value for name, value in args.items()}
        args |= {name: "" for name in ("args", "kwargs", "traceback") if name in args}
    elif args:
        args = tuple(_kind(value) if isinstance(value, BaseException) else value for value in args)
    if isinstance(record.msg, BaseException):
        return _kind(record.msg)
    return KEYS.sub(r"\1…", str(record.msg) % args if args else str(record.msg))


def _kind(error: object) -> str:
    """The kind of an error, or of one that Celery has put into words already."""
    return type(error).__name__ if isinstance(error, BaseException) else re.split(r"[(:]", str(error))[0]


class JsonLines(logging.Formatter):
    """One JSON object for each line of the log."""

    def format(self, record: logging.LogRecord) -> str:
        """Turn one record into one line; an exception becomes its kind and the places it passed."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": said(record),
        }
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            line["error"] = f"{kind.__module__}.{kind.__qualname__}"
            line["places"] = [f"{place.filename}:{place.lineno}" for place in traceback.extract_tb(trace)][-12:]
        return json.dumps(line, ensure_ascii=False)


class PlainLines(logging.Formatter):
    """For reading on a terminal: the same words, with the whole trace of an error after them."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """The line itself."""
        record.message = said(record)
        return super().formatMessage(record)


def configuration(*, machine_readable: bool, level: str) -> dict[str, Any]:
    """What Django's LOGGING setting should be."""
    plain = {"()": "sendpath.logs.PlainLines", "fmt": "%(levelname)s %(name)s: %(message)s"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "sendpath.logs.JsonLines"} if machine_readable else plain},
        "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}},
        "root": {"handlers": ["out"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            # statements, and what a template is given, carry what people wrote: not even when LOG_LEVEL is DEBUG
            "django.db.backends": {"level": "WARNING", "propagate": True},
            "django.template": {"level": "WARNING", "propagate": True},
            # its warnings repeat what GOV.UK Notify said about an address
            "notifications_python_client": {"level": "ERROR", "propagate": True},
        },
    }
