"""One allocation meeting: planned, changed, cancelled, opened, held, closed, and read as minutes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.away import staff
from cases import powers
from core import clock
from core.events import Event
from core.refusals import Refused
from desk.allocation.forms import Close, Plan, WhoCame
from door.page import page
from panels.actions.sittings import cancel, note_who_came, plan
from panels.selectors import sitting_called, sitting_page, sittings
from panels.words import Came
from pathway.actions import hold_allocation


@page(roles=powers.MAY[Event.SITTING_PLANNED])
def plan_one(request):
    """A day, a time, a place."""
    return _plan(request, Plan(request.POST if request.method == "POST" else None))


@page(roles=powers.MAY[Event.SITTING_PLANNED])
def change(request, key):
    """Another day or place for one that is planned."""
    found = sitting_page(request.who, key).sitting
    if not found.is_planned:
        raise Http404
    before = {"held_on": found.held_on, "begins_at": found.begins_at, "place": found.place}
    form = Plan(request.POST) if request.method == "POST" else Plan(initial=before)
    return _plan(request, form, key=key)


def _plan(request, form, *, key: UUID | None = None):
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            kept = plan(form.wanted(), by=request.who, key=key)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "The allocation meeting is planned." if key is None else "Changed.")
            return redirect("desk:sitting", key=kept.pk)
    return render(
        request,
        "desk/allocation/plan.html",
        {"form": form, "key": key, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )


@page(roles=powers.READS_SITTINGS)
def sitting(request, key):
    """The agenda before, the meeting while it goes on, and the minutes afterwards."""
    return _show(request, key)


@page(roles=powers.MAY[Event.SITTING_OPENED])
@require_POST
def open_one(request, key):
    """It begins, with every case that waits on its agenda."""
    sitting_page(request.who, key)
    try:
        count = hold_allocation.begin(key, by=request.who)
    except Refused as refusal:
        return _show(request, key, refused=refusal.reasons)
    messages.success(request, f"The meeting has begun. {count} case{'' if count == 1 else 's'} on the agenda.")
    return redirect("desk:sitting", key=key)


@page(roles=powers.MAY[Event.ITEM_LISTED])
@require_POST
def newcomers(request, key):
    """What was accepted since it began."""
    found = sitting_page(request.who, key)
    if not found.sitting.is_open:
        raise Http404
    hold_allocation.add_newcomers(sitting_called(request.who, key), by=request.who)
    return redirect("desk:sitting", key=key)


@page(roles=powers.MAY[Event.ATTENDANCE_NOTED])
@require_POST
def came(request, key):
    """Who is there, who sent apologies, and who was noted by mistake."""
    sitting_page(request.who, key)
    if mistaken := request.POST.get("mistaken", ""):
        form, person, how = None, _key(mistaken), None
    else:
        form = WhoCame(request.POST, people=staff(request.who.authority_id, clock.today()))
        if not form.is_valid():
            return _show(request, key, who=form)
        person, how = UUID(form.cleaned_data["person"]), Came(form.cleaned_data["came"])
    try:
        note_who_came(key, person, how, by=request.who)
    except Refused as refusal:
        return _show(request, key, who=form, refused=refusal.reasons)
    return redirect("desk:sitting", key=key)


@page(roles=powers.MAY[Event.SITTING_CLOSED])
def close_one(request, key):
    """What else was said; then it is over."""
    found = sitting_page(request.who, key)
    if not found.sitting.is_open:
        raise Http404
    form = Close(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            hold_allocation.end(key, form.cleaned_data["minutes"], by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "The meeting is over. These are its minutes.")
            return redirect("desk:sitting", key=key)
    left = sum(one.is_waiting for one in found.items)
    planned = any(one.is_planned for one in sittings(request.who)[0])
    return render(
        request,
        "desk/allocation/close.html",
        {
            "page": found,
            "form": form,
            "left": left,
            "planned": planned,
            "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )


@page(roles=powers.MAY[Event.SITTING_CANCELLED])
def cancel_one(request, key):
    """Asks once, then it is not held."""
    found = sitting_page(request.who, key)
    if not found.sitting.is_planned:
        raise Http404
    if request.method == "POST":
        try:
            cancel(key, by=request.who)
        except Refused as refusal:
            return _show(request, key, refused=refusal.reasons)
        messages.success(request, "The meeting is cancelled. Its cases wait for the next one.")
        return redirect("desk:allocation")
    return render(request, "desk/allocation/cancel.html", {"page": found})


def _key(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError as wrong:
        raise Http404 from wrong


def _show(request, key, *, who: WhoCame | None = None, refused: tuple[str, ...] = ()):
    found = sitting_page(request.who, key)
    may = {name: powers.may_do(request.who, event) for name, event in MAY_DO.items()}
    shown = found.sitting.is_planned or found.sitting.is_open
    if shown and may["may_note"] and who is None:
        who = WhoCame(people=staff(request.who.authority_id, clock.today()))
    return render(
        request,
        "desk/allocation/sitting.html",
        {
            "page": found, "who": who, "form": who, "refused": refused, "title_error": bool(refused),
            "begins_today": found.sitting.held_on == clock.today(), **may,
        },
        status=409 if refused else 200,
    )  # fmt: skip


MAY_DO = {
    "may_note": Event.ATTENDANCE_NOTED,
    "may_plan": Event.SITTING_PLANNED,
    "may_hold": Event.SITTING_OPENED,
}
"""What stands on the page for those who may."""
