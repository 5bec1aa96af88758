"""What must I do next: the first page of everybody who works on cases."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.one_deadline import waiting_for
from cases.secret_seen import bars_waiting
from cases.tasks_seen import TaskSeen, tasks_for
from cases.worklist import COUNTED, When, Whose, work
from core import clock
from door.page import page
from ehcp.selectors import to_decide
from meetings.selectors import my_meetings
from profiles.selectors import to_read
from statute.timetable import codes, duty
from statute.timetable.services import PROMISES
from talking.selectors import unanswered

FIRST = 6
"""How many tasks stand above the rest of the page before somebody asks for all."""
STATES = {When.LATE: "late", When.TODAY: "today", When.WEEK: "soon"}
STARTED = [code for code in codes() if duty(code).starts]
FOR_SERVICES = "services"
KINDS = {
    FOR_SERVICES: ("Answer a request that was passed on", [f"SERVICE-{days}-LOCAL" for days in PROMISES]),
    **{code: (duty(code).what, [code]) for code in STARTED if not code.startswith("SERVICE-")},
}
"""What the list may be narrowed to, and the duties behind each: a promise of five days and one of ten are one kind."""


@page(roles=CASE_STAFF)
def my_work(request):
    """The reader's own cases, those they cover for, or their team's, most urgent first."""
    chosen = {
        "when": _one_of(request.GET.get("when"), When, When.ALL),
        "kind": request.GET.get("kind", "") if request.GET.get("kind") in KINDS else "",
    }
    whose = _one_of(request.GET.get("whose"), Whose, None)
    after = request.GET.get("after", "")
    found = work(
        request.who,
        whose=whose,
        when=chosen["when"],
        duties=KINDS[chosen["kind"]][1] if chosen["kind"] else (),
        after=after,
    )
    whose = found.whose
    tasks, families = tasks_for(request.who), unanswered(request.who)
    shown = tasks if request.GET.get("tasks") == "all" else tasks[:FIRST]
    above = {task.deadline for task in shown if task.deadline}
    rows = [row for row in found.rows if row.also or row.deadline.key not in above]
    return render(
        request,
        "desk/work.html",
        {
            "work": found,
            "whose": whose,
            "when": chosen["when"],
            "greeting": _greeting(),
            "heading": heading(found.counts, tasks, waiting=len(families)),
            "chips": [_chip(when, found.counts[when], whose, chosen) for when in When],
            "filters": [
                {"name": "whose", "label": "Whose", "value": whose, "options": _options(found)},
                {
                    "name": "kind", "label": "Kind of work", "value": chosen["kind"],
                    "options": [("", "All kinds"), *((kind, what) for kind, (what, _codes) in KINDS.items())],
                },
            ],
            "waiting": waiting_for(request.who),
            "to_decide": to_decide(request.who),
            "tasks": shown,
            "more_tasks": len(tasks) - len(shown),
            "rows": rows,
            "rows_above": len(found.rows) - len(rows),
            "count_of_tasks": len(tasks),
            "bars": bars_waiting(request.who),
            "unanswered": families,
            "to_read": to_read(request.who),
            "meetings": my_meetings(request.who, clock.today()),
            "after": after,
            "of_a_team": bool(request.who.teams),
            "next": _address(whose, chosen, after=found.after) if found.after else "",
            "first": _address(whose, chosen),
        },
    )  # fmt: skip


def heading(counts: dict[When, int], tasks: Sequence[TaskSeen] = (), *, waiting: int = 0) -> str:
    """The answer first: what must be done today, and what is late. Of their tasks too, which stand above the cases and
    may be on cases that others answer for. ``waiting``: how many families wait for an answer."""
    said = _of_work(counts, tasks)
    if not waiting:
        return said
    return f"{said} {'A family waits' if waiting == 1 else f'{waiting} families wait'} for an answer."


def _of_work(counts: dict[When, int], tasks: Sequence[TaskSeen]) -> str:
    if not counts[When.ALL] and not tasks:
        return "Nothing is owed on these cases."
    now = clock.today()
    late = sum(one.last_on is not None and one.last_on < now for one in tasks)
    due = sum(one.due_on is not None and one.due_on <= now for one in tasks) - late
    if not counts[When.ALL]:
        return _must(due, late)
    said = _must(counts[When.TODAY], counts[When.LATE])
    if not due and not late:
        return said
    parts = [f"{_number(late).lower()} late"] if late else []
    parts += [f"{_number(due).lower()} for today"] if due else []
    return f"{said} To do, for you and your teams: {' and '.join(parts)}."


def _must(today: int, late: int) -> str:
    must = "Nothing must be done today" if not today else f"{_number(today)} must be done today"
    if not late:
        return f"{must}, and nothing is late."
    return f"{must}, and {_number(late).lower()} {'is' if late == 1 else 'are'} already late."


def _number(count: int) -> str:
    words = ("No", "One thing", "Two things", "Three things", "Four things", "Five things")
    if count >= COUNTED:
        return f"{COUNTED} things or more"
    return words[count] if 0 < count < len(words) else f"{count} things"


def _greeting() -> str:
    hour = clock.now().astimezone(clock.LONDON).hour
    return "Good morning" if hour < 12 else "Good afternoon" if hour < 18 else "Good evening"


def _one_of(given, kind, default):
    return kind(given) if given in set(kind) else default


def _options(found) -> list[tuple[str, str]]:
    covers = ", ".join(each.name for each in found.covers)
    return [(Whose.MINE, f"Mine, and for {covers}" if covers else "My cases"), (Whose.TEAM, "My team’s")]


def _address(whose: Whose, chosen: dict, **changed) -> str:
    asked = {"whose": whose, **chosen, **changed}
    return "?" + urlencode({name: str(value) for name, value in asked.items() if value})


def _chip(when: When, count: int, whose: Whose, chosen: dict) -> dict:
    return {
        "label": when.words,
        "count": f"{count}+" if count >= COUNTED else count,
        "url": _address(whose, chosen, when=when),
        "state": STATES.get(when, ""),
        "current": when == chosen["when"],
    }
