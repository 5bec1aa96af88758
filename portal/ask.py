"""Asking at the family's door. The questions and how they are walked through are ``pathway.asking``."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.family import authority_called
from cases.family import drafts
from door.page import page
from pathway.family import BEGINNINGS, BEGINS, asking, unask
from portal import draft as work
from portal.draft import AtFamilyDoor


@page(public=True)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, slug):
    """Begins; or, where this browser has a half-done request, asks what to do with it."""
    place = AtFamilyDoor(request, slug)
    draft = place.current()
    if draft is None or draft.became or "another" in request.POST:
        work.put_down(request, place.authority)
        return redirect("portal:question", slug=slug, key=BEGINS)
    if "delete" in request.POST:
        work.put_down(request, place.authority)
        unask(draft)
        return render(request, "portal/deleted.html")
    return render(
        request,
        "portal/half_done.html",
        {"go_on_url": place.onward(draft), "mark": drafts.mark(draft), "saved": bool(draft.way_back)},
    )


@page(public=True)
def question(request, slug, key):
    """One question. Whoever begins anew after sending puts down what was sent."""
    place = AtFamilyDoor(request, slug)
    draft = place.current()
    if draft and draft.became and key in BEGINNINGS:
        work.put_down(request, place.authority)
    return asking.question(place, key)


def after_lost_cookies(request, slug, key):
    """The same question with what was typed still in it, when the page was open so long that its cookies are gone."""
    return asking.after_lost_cookies(AtFamilyDoor(request, slug), key)


def take_up_again(request, slug) -> None:
    """Finds the half-done request that a page was showing when its cookies were lost."""
    work.current(request, authority_called(slug))
