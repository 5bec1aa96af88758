"""Letters that are printed here and put in the post by a person."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.roles import CASE_HOLDERS
from cases.actions import letters
from cases.letters import letters_to_print, posted_today, sheets
from core import clock
from core.refusals import Refused
from desk.forms import PutInThePost
from desk.paging import links
from door.page import page
from ledger import looking
from notices.words import Postage, Standing


@page(roles=CASE_HOLDERS)
def to_print(request):
    """What waits to be printed, oldest first, and what was posted today."""
    waiting = letters_to_print(request.who, number=request.GET.get("page", "1"))
    posted = posted_today(request.who)
    return render(
        request, "desk/to_print.html", {"waiting": waiting, "links": links(request, waiting), "posted": posted}
    )


@page(roles=CASE_HOLDERS)
def sheets_to_print(request):
    """The chosen letters, one a page for the printer; and, once they are in the post, the mark that they are."""
    found = _chosen(request)
    if not found:
        messages.warning(request, "Tick the letters to print.")
        return redirect("desk:to_print")
    waiting = [seen.letter for seen in found if seen.letter.standing == Standing.TO_PRINT]
    form, refused = _form(request, waiting), ()
    if waiting and form.is_valid():
        given = form.cleaned_data
        keys: list[UUID] = [letter.pk for letter in waiting]
        try:
            marked = letters.mark_posted(keys, Postage(given["postage"]), given["posted_on"], by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"{marked} letter{'' if marked == 1 else 's'} marked as posted.")
            return redirect("desk:to_print")
    looking.note_all(
        authority=request.who.authority_id,
        case_refs={seen.letter.case_ref for seen in found if seen.letter.case_ref},
        actor_ref=request.who.ref,
        page="printed letters",
    )
    context = {"found": found, "waiting": waiting, "form": form, "refused": refused, "title_error": bool(refused)}
    return render(request, "desk/sheets.html", context, status=409 if refused else 200)


def _chosen(request):
    """The letters ticked; or, from the button that says so, all of a page of the list."""
    given = request.POST if request.method == "POST" else request.GET
    if number := given.get("all", ""):
        page_of = letters_to_print(request.who, number=number)
        return sheets(request.who, [str(seen.letter.pk) for seen in page_of])
    return sheets(request.who, given.getlist("letter"))


def _form(request, waiting) -> PutInThePost:
    written_on = max((clock.london_day(letter.written_at) for letter in waiting), default=None)
    sent = request.POST if request.method == "POST" else None
    return PutInThePost(sent, written_on=written_on, initial={"posted_on": clock.today()})


@page(roles=CASE_HOLDERS)
@require_POST
def undo(request, key):
    """Takes back, on the same day, that a letter was posted."""
    letter = letters.undo_posting(key, by=request.who)
    messages.success(request, f"It waits to be printed again: {letter.subject}")
    return redirect("desk:to_print")
