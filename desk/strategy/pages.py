"""What the council promised: the list, one of them with its history, and a form to write down or change one."""

from dataclasses import asdict

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.away import staff
from cases.actions.commitments import keep_commitment
from cases.commitment_words import Stands
from cases.commitments_seen import commitment_called, commitments, promised_now, versions_of
from cases.powers import MAY
from core import clock
from core.events import Event
from desk.child.found import tried
from desk.strategy.forms import CommitmentForm
from door.page import page

READERS = MAY[Event.COMMITMENT_KEPT]


@page(roles=READERS)
def every(request):
    """Those still to be met by their day, then those that are met."""
    rows = commitments(request.who)
    still = [row for row in rows if not row.is_met]
    counts = [(one.words, one.state, sum(row.stands == one for row in rows)) for one in Stands]
    more = {
        "still": still, "met": [row for row in rows if row.is_met], "late": sum(row.is_late for row in still),
        "counts": counts,
    }  # fmt: skip
    return render(request, "desk/strategy/list.html", more)


@page(roles=READERS)
def one(request, key):
    """One, and everything that was said of it."""
    seen = commitment_called(request.who, key)
    return render(request, "desk/strategy/one.html", {"one": seen, "versions": versions_of(request.who, key)})


@page(roles=READERS)
def add(request):
    """One more."""
    return _form(request, None, {}, question="What did the council promise?", back=reverse("desk:strategy"))


@page(roles=READERS)
def change(request, key):
    """A new version of what is said of one."""
    seen = commitment_called(request.who, key)
    promised = promised_now(request.who, key)
    initial = asdict(promised) | {"owner": str(promised.owner), "seen": seen.version}
    return _form(
        request, seen, initial, question="How does it stand now?", back=reverse("desk:commitment", args=[key]),
        named=(promised.owner, seen.owner),
    )  # fmt: skip


def _form(request, seen, initial, *, question, back, named=None):
    sent = request.POST if request.method == "POST" else None
    people = staff(request.who.authority_id, clock.today())
    form, refused = CommitmentForm(sent, initial=initial, people=people, named=named), ()
    if sent is not None and form.is_valid():
        version = form.cleaned_data["seen"] or 0
        key = seen.key if seen else None
        done, refused = tried(form, lambda: keep_commitment(key, form.promise(), by=request.who, seen=version))
        if done:
            messages.success(request, "Saved. What was said before is kept.")
            return redirect(back)
    more = {
        "form": form, "question": question, "button": "Save", "back": back,
        "back_text": "The commitment" if seen else "Strategy", "refused": refused, "title_error": bool(refused),
    }  # fmt: skip
    return render(request, "desk/setup/form.html", more, status=409 if refused else 200)
