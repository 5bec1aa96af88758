"""What pages answer on which several people write at once: to the script that keeps words as they are typed."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.http import Http404, HttpResponse, JsonResponse

from accounts.selectors import names_of
from core import clock
from door.words import clock_time
from door.working_notes import WorkingNote, Written

NOTHING_NEW = 204
OVERLAP = timedelta(seconds=5)
"""Words are seen when their transaction ends, which may be after a later moment was read: look back so far."""


def by_script(request) -> bool:
    """Whether the script asks, and not a form without it."""
    return request.headers.get("Accept", "") == "application/json"


def number(typed: str) -> int:
    """The version a form had read; 0 where it is no number."""
    return int(typed) if typed.isdecimal() else 0


def since(request) -> datetime:
    """The moment since which a page asks for news, a little earlier. Not found where it is no moment."""
    try:
        moment = datetime.fromisoformat(request.GET.get("since", ""))
    except ValueError as wrong:
        raise Http404 from wrong
    if moment.tzinfo is None:
        raise Http404
    return moment - OVERLAP


def kept(written: Written) -> JsonResponse:
    """That words were kept, or what somebody else wrote there meanwhile."""
    row = written.row
    answer: dict = {"key": str(row.pk), "version": row.version, "at": clock_time(row.written_at)}
    if written.clash:
        answer |= {"theirs": row.said, "by": names_of({row.written_by}).get(row.written_by, "")}
    return JsonResponse(answer, status=409 if written.clash else 200)


def why_not(reasons: Iterable[str]) -> JsonResponse:
    """Why words could not be kept."""
    return JsonResponse({"why": list(reasons)}, status=422)


def what_is_new(
    rows: Iterable[WorkingNote], *, over: bool, looked: Callable[[], None], place: str = "section"
) -> HttpResponse:
    """What was written since: nothing at all, most of the time. ``looked`` writes down that somebody read it."""
    rows = list(rows)
    if not rows and not over:
        return HttpResponse(status=NOTHING_NEW)
    looked()
    names = names_of({row.written_by for row in rows}) if rows else {}
    return JsonResponse(
        {
            "over": over,
            "now": clock.now().isoformat(),
            "rows": [
                {
                    "key": str(row.pk), "section": getattr(row, place), "said": row.said, "version": row.version,
                    "gone": getattr(row, "gone", False), "by": names.get(row.written_by, ""),
                    "at": clock_time(row.written_at),
                }
                for row in rows
            ],
        }
    )  # fmt: skip


NEW, BETWEEN = "\n\n", {"what": "; ", "proposed_by": "; "}


def joined(mine: dict[str, str], theirs: dict[str, str]) -> dict[str, str]:
    """Both one's words, where they differ: theirs first; a day or a name chosen stays one's own."""
    return {
        name: words if words == theirs[name] or not theirs[name] else f"{theirs[name]}{BETWEEN.get(name, NEW)}{words}"
        for name, words in mine.items()
    }
