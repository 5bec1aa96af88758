"""Finding a child, a case or a reference."""

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.one_number import numbers_twice
from cases.powers import may_do
from cases.search import search as look_for
from core.events import Event
from door.page import page
from ledger import looking


@page(roles=CASE_STAFF)
def search(request):
    """Cases that fit what was typed, and those that sound like it."""
    typed = request.GET.get("q", "")[:80]
    result = look_for(request.who, typed)
    may_join = may_do(request.who, Event.CASE_JOINED)
    twice = numbers_twice(request.who) if may_join and not typed else []
    looking.note_all(
        authority=request.who.authority_id,
        case_refs=[found.key for found in result.shown] + [record.pk for one in twice for record in one.records],
        actor_ref=request.who.ref,
        page="search",
    )
    return render(
        request,
        "desk/search.html",
        {
            "typed": typed,
            "result": result,
            "may_let_in": may_do(request.who, Event.CASE_LET_IN),
            "twice": twice,
        },
    )
