"""What people wrote about meetings, sorted by themes; and the list of themes."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.powers import READS_COMMENTS
from core.refusals import Refused
from desk.paging import links
from door.fields import Checkboxes
from door.forms import GovForm
from door.page import page
from feedback.actions.comments import look_up, sort_comment
from feedback.actions.themes import LONGEST, end_theme, keep_theme
from feedback.comments import comment_seen, comments, how_many_wait
from feedback.themes import themes_of
from feedback.words import Audience


class Sort(GovForm):
    """What a comment is about."""

    mark_optional = False
    codes = forms.MultipleChoiceField(
        label="What is it about?", help_text="Tick all that fit. Tick nothing where no theme fits.",
        widget=Checkboxes(), required=False,
    )  # fmt: skip

    def __init__(self, *args, themes, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["codes"].choices = [(one.code, one.words) for one in themes]


class Name(GovForm):
    """What a theme is called, and for whose comments it is."""

    audience = forms.ChoiceField(
        label="Whose comments is it for?", choices=[(one.value, one.words) for one in Audience],
        error_messages={"required": "Choose whose comments it is for"},
    )  # fmt: skip
    words = forms.CharField(
        label="What is the theme called?", max_length=LONGEST,
        error_messages={"required": "Write what the theme is called"},
    )  # fmt: skip


@page(roles=READS_COMMENTS)
def to_sort(request):
    """Comments that wait, or that were sorted: without a name, a case or a day."""
    done = request.GET.get("show") == "sorted"
    found = comments(request.who, sorted_=done, number=request.GET.get("page", "1"))
    return render(
        request, "desk/feedback/comments.html",
        {"found": found, "done": done, "waiting": how_many_wait(request.who), "links": links(request, found)},
    )  # fmt: skip


@page(roles=READS_COMMENTS)
def one_comment(request, ticket):
    """One comment, and what it is about."""
    seen = comment_seen(request.who, ticket)
    form = Sort(
        request.POST if request.method == "POST" else None, themes=seen.themes, initial={"codes": list(seen.codes)}
    )
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            sort_comment(ticket, form.cleaned_data["codes"], by=request.who, before=_moment(request))
        except Refused as refusal:
            refused = refusal.reasons
            form = Sort(None, themes=seen.themes, initial={"codes": list(seen.codes)})
        else:
            messages.success(request, "The comment is sorted.")
            return redirect("desk:comments")
    shown = {"seen": seen, "form": form, "refused": refused, "title_error": bool(refused or form.errors)}
    return render(request, "desk/feedback/comment.html", shown, status=409 if refused else 200)


def _moment(request) -> datetime | None:
    """When the comment had been sorted, as the page showed it; None where it had not been, or that is no moment."""
    try:
        return datetime.fromisoformat(request.POST.get("before", ""))
    except ValueError:
        return None


@page(roles=READS_COMMENTS)
def looked_up(request, ticket):
    """Which meeting a comment is about, asked for because somebody may be in danger; and that it was asked is kept."""
    seen = comment_seen(request.who, ticket)
    if request.method == "POST":
        look_up(ticket, by=request.who)
        return redirect("desk:comment", ticket=ticket)
    return render(request, "desk/feedback/look_up.html", {"seen": seen})


@page(roles=READS_COMMENTS)
def themes(request):
    """The themes of each list, and one more."""
    form = Name(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            keep_theme(Audience(form.cleaned_data["audience"]), "", form.cleaned_data["words"], by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "The theme is on the list.")
            return redirect("desk:themes")
    known = themes_of(request.who.authority_id)
    return render(
        request, "desk/feedback/themes.html",
        {"lists": list(known.items()), "form": form, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )  # fmt: skip


@page(roles=READS_COMMENTS)
def theme(request, audience, code):
    """One theme: worded anew, ended or brought back."""
    known = themes_of(request.who.authority_id).get(audience, []) if audience in set(Audience) else []
    seen = next((one for one in known if one.code == code), None)
    if seen is None:
        raise Http404
    if request.method == "POST" and request.POST.get("do") in {"end", "back"}:
        end_theme(seen.audience, code, by=request.who, back=request.POST["do"] == "back")
        return redirect("desk:themes")
    posted = {**request.POST.dict(), "audience": audience} if request.method == "POST" else None
    form = Name(posted, initial={"words": seen.words})
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            keep_theme(seen.audience, code, form.cleaned_data["words"], by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "The theme has its new name.")
            return redirect("desk:themes")
    return render(
        request, "desk/feedback/theme.html",
        {"seen": seen, "form": form, "refused": refused, "title_error": bool(refused)}, status=409 if refused else 200,
    )  # fmt: skip
