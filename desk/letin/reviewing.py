"""Everybody who was let in by exception: listed, reviewed, shut; and the report of unusual looking."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.let_in import review, shut
from cases.exceptions import REVIEW_WITHIN, State, let_in, let_in_called
from cases.powers import BREAKS_GLASS, REVIEWERS
from core.refusals import Refused
from desk.setup.asking import sent
from door.forms import GovForm, LongTextField, Radios
from door.page import page
from insight.looking import report

RIGHT, NOT_RIGHT = "right", "not_right"


class Review(GovForm):
    """The answer, in words."""

    answer = forms.ChoiceField(
        label="Was it right?", widget=Radios(small=True),
        choices=[(RIGHT, "Yes, it was right"), (NOT_RIGHT, "No, it was not right: it is shut at once")],
    )  # fmt: skip
    words = LongTextField(
        label="Your words", max_length=500, rows=4,
        help_text="What you asked and what you found. They are kept with it. Leave the child’s name out.",
    )  # fmt: skip


@page(roles=BREAKS_GLASS | REVIEWERS)
def every(request):
    """For a reviewer everybody's, what waits first; for anybody else their own."""
    rows = let_in(request.who)
    return render(
        request,
        "desk/letin/list.html",
        {
            "rows": rows,
            "reviews": bool(request.who.roles & REVIEWERS),
            "may_ask": bool(request.who.roles & BREAKS_GLASS),
            "waiting": sum(row.state in (State.WAITS, State.OVERDUE) for row in rows),
            "overdue": sum(row.state == State.OVERDUE for row in rows),
            "within": REVIEW_WITHIN,
        },
    )


@page(roles=BREAKS_GLASS | REVIEWERS)
def one(request, key):
    """One of them: what was said and recorded, and for a reviewer the answer."""
    seen = let_in_called(request.who, key)
    form = Review(sent(request))
    reviews = bool(request.who.roles & REVIEWERS) and seen.state in (State.WAITS, State.OVERDUE)
    refused: tuple[str, ...] = ()
    if reviews and form.is_bound and form.is_valid():
        try:
            review(key, form.cleaned_data["answer"] == RIGHT, form.cleaned_data["words"], by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"Your answer about {seen.name} is kept.")
            return redirect("desk:let_in")
    return render(
        request,
        "desk/letin/one.html",
        {"one": seen, "form": form, "reviews": reviews, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )


@page(roles=BREAKS_GLASS | REVIEWERS)
def end(request, key):
    """Shuts what was opened by exception: one's own, or anybody's for a reviewer."""
    seen = let_in_called(request.who, key)
    if request.method == "POST":
        shut(key, by=request.who)
        messages.success(request, f"{seen.reference} is shut to {seen.name}.")
        return redirect("desk:let_in")
    return render(request, "desk/letin/end.html", {"one": seen})


@page(roles=REVIEWERS)
def unusual(request):
    """Who opened a child of their own name, and who opened far more cases in a day than their team does."""
    return render(request, "desk/letin/report.html", {"report": report(request.who)})
