"""Logs: one JSON object a line in production, plain lines elsewhere. Codes and places, never what people wrote.

An error's own words can hold a child's name (a database says which value it refused), so production keeps the
kind of error and the places it passed through, and leaves its words out.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any


class JsonLines(logging.Formatter):
    """One JSON object for each line of the log."""

    def format(self, record: logging.LogRecord) -> str:
        """Turn one record into one line; an exception becomes its kind and the places it passed."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            line["error"] = f"{kind.__module__}.{kind.__qualname__}"
            line["places"] = [f"{place.filename}:{place.lineno}" for place in traceback.extract_tb(trace)][-12:]
        return json.dumps(line, ensure_ascii=False)


def configuration(*, machine_readable: bool, level: str) -> dict[str, Any]:
    """What Django's LOGGING setting should be."""
    form = {"()": "sendpath.logs.JsonLines"} if machine_readable else {"format": "%(levelname)s %(name)s: %(message)s"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": form},
        "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}},
        "root": {"handlers": ["out"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            # statements, and what a template is given, carry what people wrote: not even when LOG_LEVEL is DEBUG
            "django.db.backends": {"level": "WARNING", "propagate": True},
            "django.template": {"level": "WARNING", "propagate": True},
        },
    }
