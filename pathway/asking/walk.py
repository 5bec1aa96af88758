"""The pages of asking: one question at a time, kept as it is typed, sent once. Every door's views come here."""

from django.shortcuts import redirect
from django.utils.translation import gettext

from cases import drafts
from pathway.asking import answers as kept
from pathway.asking.place import Place
from pathway.asking.steps import BEGINNINGS, THEN, after, before, first_open, skipped, step_called


def question(place: Place, key: str):
    """One question. What was typed is kept before anything else is asked."""
    request, draft = place.request, place.current()
    if draft and draft.became:
        return redirect(place.url("sent"))
    if draft is None and key not in BEGINNINGS:
        return place.lost()
    answers = draft.answers if draft else place.beginning()
    step = step_called(key, answers)
    if step is None:
        return redirect(place.onward(draft) if draft else place.url("start"))
    if request.method == "POST":
        form = step.form(request.POST, answers=answers)
        if form.is_valid():
            draft = draft or place.begin()
            drafts.answer(draft, key, kept.to_keep(form.cleaned_data), then=THEN.get(key, ()))
            return redirect(place.url("save") if "save" in request.POST else _next(place, key, draft.answers))
        if "save" in request.POST:
            draft = draft or place.begin()
            drafts.keep_typed(draft, key, kept.typed_in(form))
            return redirect(place.url("save"))
    else:
        waiting = answers.get(drafts.TYPED, {}).get(key)
        form = step.form(initial=waiting or kept.to_show(answers.get(key, {})), answers=answers)
    return _show(place, key, form, draft)


def after_lost_cookies(place: Place, key: str):
    """The same question with what was typed still in it, when the page was open so long that its cookies are gone."""
    draft = place.current()
    if draft is None and key not in BEGINNINGS:
        return place.lost()
    answers = draft.answers if draft else place.beginning()
    step = step_called(key, answers)
    if step is None or (draft and draft.became):
        return redirect(place.url("start"))
    form = step.form(place.request.POST, answers=answers)
    notice = gettext("This page had been open for a long time. What you typed is still here. Press Continue to go on.")
    return _show(place, key, form, draft, notice=notice)


def _show(place: Place, key: str, form, draft, *, notice: str = ""):
    earlier = before(key, draft.answers if draft else place.beginning())
    about = {
        "form": form,
        "heading": form.heading,
        "back_url": _back(place, earlier),
        "can_save": draft is not None,
        "notice": notice,
    }
    return place.show("asking/question.html", draft, about)


def _next(place: Place, key: str, answers) -> str:
    """The next question; straight to the check page when an answer was only being changed."""
    changing = "change" in place.request.GET
    following = first_open(answers) if changing or skipped(key, answers) else after(key, answers)
    if following:
        return place.url("question", following.key) + ("?change=1" if changing else "")
    return place.url("check" if changing else "files")


def _back(place: Place, earlier) -> str:
    if "change" in place.request.GET:
        return place.url("check")
    return place.url("question", earlier.key) if earlier else place.url("home")
