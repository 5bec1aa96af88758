"""Post that would not go, or came back: a letter that starts a period must not fail quietly."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.actions import letters
from cases.letters import letter_called, post_in_trouble
from cases.powers import OVERSEERS
from cases.secrecy import is_secret
from cases.secret_letters import addresses_open_to, written_down
from core.refusals import Refused
from desk.forms import DealtWith, PostalAddress
from desk.paging import links
from door.page import page
from ledger import looking
from notices.selectors import undelivered_count
from notices.words import Channel

LONGEST_SEARCH = 80
SHOW = [
    ("open", "Nobody has dealt with"),
    ("stopped", "Would not go"),
    ("returned", "Came back"),
    ("dealt", "Dealt with"),
]
CHANNELS = [("", "Every kind"), (Channel.EMAIL.value, "Emails"), (Channel.TEXT.value, "Text messages")]


@page(roles=OVERSEERS)
def post(request):
    """Letters that did not arrive, newest first, with what can be done about each."""
    q = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    asked = {"show": request.GET.get("show", "open"), "channel": request.GET.get("channel", "")}
    found = post_in_trouble(request.who, **asked, q=q, number=request.GET.get("page", "1"))
    return render(
        request,
        "desk/post.html",
        {
            "open_count": undelivered_count(request.who.authority_id),
            "found": found,
            "links": links(request, found),
            "narrowed": bool(q or asked["channel"] or asked["show"] not in {"", "open"}),
            "filters": [
                {"name": "q", "label": "Address or reference", "value": q},
                {"name": "show", "label": "Show", "options": SHOW, "value": asked["show"]},
                {"name": "channel", "label": "Kind", "options": CHANNELS, "value": asked["channel"]},
            ],
        },
    )


@page(roles=OVERSEERS)
@require_POST
def again(request, key):
    """Sends a letter on its way once more."""
    sent = letters.try_again(key, by=request.who)
    messages.success(request, f"It is on its way again: {sent.subject}")
    return redirect("desk:post")


@page(roles=OVERSEERS)
def instead(request, key):
    """Asks for the postal address, and puts the letter on the list of those to print."""
    return _ask(
        request, key, _where_to, "desk/print_instead.html",
        lambda form: letters.print_instead(key, form.cleaned_data["address"], by=request.who),
        "It is on the list of letters to print",
    )  # fmt: skip


@page(roles=OVERSEERS)
def dealt_with(request, key):
    """Asks what was done, and takes the letter off the list."""
    return _ask(
        request, key, _what_was_done, "desk/dealt_with.html",
        lambda form: letters.deal_with(key, form.cleaned_data["note"], by=request.who),
        "It is marked as dealt with",
    )  # fmt: skip


def _ask(request, key, kind, template, act, done):
    """One question about one letter, and back to the list."""
    seen = letter_called(request.who, key)
    if seen.letter.case_ref:
        looking.note(
            authority=seen.letter.authority_id, case_ref=seen.letter.case_ref, actor_ref=request.who.ref, page="letter"
        )
    form, refused = kind(request.POST if request.method == "POST" else None, seen.letter), ()
    if form.is_valid():
        try:
            act(form)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"{done}: {seen.letter.subject}")
            return redirect("desk:post")
    context = {"seen": seen, "form": form, "refused": refused, "title_error": bool(refused)}
    return render(request, template, context, status=409 if refused else 200)


def _where_to(sent, letter) -> PostalAddress:
    return PostalAddress(sent, known=written_down(letter), may_type=addresses_open_to(letter) is None)


def _what_was_done(sent, letter) -> DealtWith:
    return DealtWith(sent, watched=letter.case_ref is not None and is_secret(letter.case_ref))
