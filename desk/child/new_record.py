"""Entering a child we should know, whom nobody has asked for."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.child.open_record import open_record
from cases.powers import MAY
from core.events import Event
from core.keys import new_key
from desk.child.forms import NewRecord
from desk.child.found import tried
from door.page import page


@page(roles=MAY[Event.CASE_OPENED])
def new_record(request):
    """Opens a provisional record, and gives its reference."""
    sent = request.POST if request.method == "POST" else None
    form = NewRecord(sent, initial={"key": new_key()})
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        opened = []
        done, refused = tried(
            form,
            lambda: opened.append(open_record(form.details, by=request.who, key=form.cleaned_data["key"])),
        )
        if done:
            messages.success(request, f"The record is open: {opened[0].reference}. The Bridge reads it.")
            return redirect("desk:child", reference=opened[0].reference)
    given = {"form": form, "refused": refused, "title_error": bool(refused)}
    return render(request, "desk/child/new.html", given, status=409 if refused else 200)
