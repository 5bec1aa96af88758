"""What a council still needs: a list of things to set up, each with how much of it there is."""

from django.shortcuts import render
from django.urls import reverse

from accounts.agreements import agreements, ending
from accounts.roles import Role
from accounts.selectors_setup import Counts, council_of, councils, counts
from cases.powers import AGREEMENT_KEEPERS, SETS_UP
from core import clock
from door.page import page
from statute.school_days import called, school_year

TODO, ENOUGH, LOOK = ("To do", "today"), ("", ""), ("Look at this", "soon")


@page(roles=SETS_UP)
def start(request):
    """The list, and for an installation administrator the councils of the installation."""
    who, today = request.who, clock.today()
    year = school_year(today)
    tasks = []
    if Role.ADMINISTRATOR in who.roles:
        found = counts(who, today, year)
        tasks = [_task(*line) for line in _lines(found, council_of(who), called(year))]
    return render(
        request,
        "desk/setup/start.html",
        {
            "tasks": tasks,
            "todo": sum(task["state"] == TODO[1] for task in tasks),
            "ending": ending(agreements(who, today)) if who.roles & AGREEMENT_KEEPERS else [],
            "councils": councils(today) if Role.INSTALLATION_ADMINISTRATOR in who.roles else [],
            "opens": Role.INSTALLATION_ADMINISTRATOR in who.roles,
        },
    )


def _lines(found: Counts, council, year: str):
    """Each thing: what it is called, its page, what there is of it, and whether something is wanting."""
    reached = bool(council.contact_phone and council.contact_email)
    yield (
        "How families reach the council",
        "desk:setup_council",
        _or_none(council.contact_phone, council.contact_email),
        ENOUGH if reached else TODO,
    )
    yield "Localities", "desk:localities", (
        f"{found.localities}, of which {found.switched_on} take{'s' if found.switched_on == 1 else ''} requests today"
        if found.localities
        else "None: requests from the whole area are taken, and none is warned about"
    ), ENOUGH  # fmt: skip
    yield "Organisations we work with", "desk:agencies", (
        f"{found.agencies} with people here"
        + (f"; {found.agencies_without_mailbox} without a mailbox" if found.agencies_without_mailbox else "")
    ), TODO if found.agencies_without_mailbox else ENOUGH  # fmt: skip
    yield "Data-sharing agreements", "desk:agreements", (
        f"{found.uncovered} {'person is' if found.uncovered == 1 else 'people are'} kept out for want of one"
        if found.uncovered
        else "Everybody of another organisation is covered"
    ), TODO if found.uncovered else ENOUGH  # fmt: skip
    yield "Teams and their mailboxes", "desk:setup_teams", _teams(found.teams), ENOUGH if found.teams > 1 else LOOK
    yield "People", "desk:people", (
        f"{found.people}, of whom {found.administrators} {'is' if found.administrators == 1 else 'are'} administrator"
        + (". Invite a second: nobody can let a lone one back in" if found.administrators == 1 else "s")
    ), ENOUGH if found.administrators > 1 else LOOK  # fmt: skip
    yield "Roles and what each may do", "desk:roles", "To read: they are the same in every council", ENOUGH
    yield "Settings", "desk:settings", f"{found.settings} on the list", ENOUGH if found.settings else TODO
    yield "School calendars", "desk:calendars", (
        f"{found.calendars} of {found.settings} settings have their own dates for {year}"
    ), ENOUGH if found.calendars else TODO  # fmt: skip


def _teams(number: int) -> str:
    return "The Bridge alone. Add the teams that carry cases" if number == 1 else f"{number} teams"


def _task(title: str, name: str, hint: str, wanting: tuple[str, str]) -> dict:
    status, state = wanting
    return {"title": title, "url": reverse(name), "hint": hint, "status": status or "Done", "state": state or "ok"}


def _or_none(*words: str) -> str:
    return ", ".join(word for word in words if word) or "Nothing yet"
