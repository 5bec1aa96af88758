"""Asking: one question a page, kept as it is typed, sent once."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from accounts.family import authority_called
from cases.family import drafts
from door.page import page
from door.typed import typed
from pathway.family import unask
from portal import answers as kept
from portal import draft as work
from portal.questions import after, before, first_open, step_called


@page(public=True)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request, slug):
    """Begins; or, where this browser has a half-done request, asks what to do with it."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    if draft is None or draft.became or "another" in request.POST:
        work.put_down(request, authority)
        return redirect("portal:question", slug=slug, key="what")
    if "delete" in request.POST:
        work.put_down(request, authority)
        unask(draft)
        return render(request, "portal/deleted.html")
    return render(
        request,
        "portal/half_done.html",
        {"go_on_url": work.onward(slug, draft), "mark": drafts.mark(draft), "saved": bool(draft.way_back)},
    )


@page(public=True)
def question(request, slug, key):
    """One question. What was typed is kept before anything else is asked."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    if draft and draft.became:
        if key != "what":
            return redirect("portal:sent", slug=slug)
        work.put_down(request, authority)
        draft = None
    if draft is None and key != "what":
        return lost(request)
    answers = draft.answers if draft else {}
    step = step_called(key, answers)
    if step is None:
        return redirect(work.onward(slug, draft)) if draft else redirect("portal:ask", slug=slug)
    if request.method == "POST":
        form = step.form(request.POST, answers=answers)
        if form.is_valid():
            draft = draft or work.begin(request, authority)
            drafts.answer(draft, key, kept.to_keep(form.cleaned_data))
            if "save" not in request.POST:
                return redirect(_next(request, slug, key, draft.answers))
            return redirect("portal:save", slug=slug)
        if "save" in request.POST:
            draft = draft or work.begin(request, authority)
            drafts.keep_typed(draft, key, kept.typed_in(form))
            return redirect("portal:save", slug=slug)
    else:
        waiting = answers.get(drafts.TYPED, {}).get(key)
        form = step.form(initial=waiting or kept.to_show(answers.get(key, {})), answers=answers)
    return show(request, slug, key, form, draft)


def lost(request):
    """The page for somebody whose half-done request is not to be found, with what they typed, to copy."""
    return render(request, "portal/lost.html", {"typed": typed(request)}, status=404)


def after_lost_cookies(request, slug, key):
    """The same question with what was typed still in it, when the page was open so long that its cookies are gone."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    if draft is None and key != "what":
        return lost(request)
    step = step_called(key, draft.answers if draft else {})
    if step is None or (draft and draft.became):
        return redirect("portal:ask", slug=slug)
    form = step.form(request.POST, answers=draft.answers if draft else {})
    notice = gettext("This page had been open for a long time. What you typed is still here. Press Continue to go on.")
    return show(request, slug, key, form, draft, notice=notice)


def take_up_again(request, slug) -> None:
    """Finds the half-done request that a page was showing when its cookies were lost."""
    work.current(request, authority_called(slug))


def show(request, slug, key, form, draft, *, notice: str = ""):
    """The page of one question."""
    earlier = before(key, draft.answers if draft else {})
    return render(
        request,
        "portal/question.html",
        {
            "form": form,
            "heading": form.heading,
            "mark": drafts.mark(draft) if draft else "",
            "back_url": _back(request, slug, earlier),
            "can_save": draft is not None,
            "notice": notice,
        },
    )


def _next(request, slug, key, answers) -> str:
    """The next question; straight to the check page when an answer was only being changed."""
    following = first_open(answers) if "change" in request.GET else after(key, answers)
    if following:
        change = "?change=1" if "change" in request.GET else ""
        return reverse("portal:question", args=[slug, following.key]) + change
    return reverse("portal:check" if "change" in request.GET else "portal:files", args=[slug])


def _back(request, slug, earlier) -> str:
    if "change" in request.GET:
        return reverse("portal:check", args=[slug])
    if earlier:
        return reverse("portal:question", args=[slug, earlier.key])
    return reverse("portal:council", args=[slug])
