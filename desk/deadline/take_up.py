"""Saying that one has a deadline in hand."""

from django.contrib import messages
from django.shortcuts import redirect

from accounts.roles import CASE_STAFF
from cases.actions.take_up import take_up as act
from core.refusals import Refused
from desk.deadline.forms import TakeUp
from desk.deadline.found import found
from desk.deadline.page import show
from door.page import page
from door.words import day_month


@page(roles=CASE_STAFF)
def take_up(request, reference, key):
    """Takes the promise, or shows the deadline's page again with what is wrong with it."""
    if request.method != "POST":
        return redirect("desk:deadline", reference=reference, key=key)
    one = found(request.who, reference, key, page="why this date")
    form = TakeUp(request.POST)
    if not form.is_valid():
        return show(request, one, form=form)
    until = form.cleaned_data["until"]
    try:
        act(key, until, by=request.who, named=one.case.pk)
    except Refused as refusal:
        return show(request, one, form=form, refused=refusal.reasons, status=409)
    messages.success(request, f"You have this in hand until {day_month(until)}. Until then nobody above is told.")
    return redirect("desk:deadline", reference=reference, key=key)
