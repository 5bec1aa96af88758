"""Whether this door is ready: its database answers, and, where we try things out, a task goes round."""

import time
import uuid

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from kombu.exceptions import OperationalError

from door.page import page
from sendpath.celery import echo

PATIENCE_SECONDS = 8
NOT_READY = {"ok": False}


@page(public=True)
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when ready and 503 when not. ``?task=1`` is heard in the demo and in tests alone."""
    if not _database_answers():
        return JsonResponse(NOT_READY, status=503)
    if settings.MODE == "production" or request.GET.get("task") != "1":
        return JsonResponse({"ok": True})
    if not _task_goes_round():
        return JsonResponse({"ok": False, "task": False}, status=503)
    return JsonResponse({"ok": True, "task": True})


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
            return cursor.fetchone() == (1,)
    except DatabaseError:
        return False


def _task_goes_round() -> bool:
    token = uuid.uuid4().hex
    try:
        echo.apply_async([token], expires=PATIENCE_SECONDS)
    except OperationalError:
        return False
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if cache.get(f"echo:{token}"):
            return True
        time.sleep(0.05)
    return False
