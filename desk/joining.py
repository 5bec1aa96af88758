"""Saying that two records are one child, and why; or two children; and taking it back."""

from uuid import UUID

from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cases.actions import keep_apart
from cases.actions.join import join, part
from cases.powers import MAY
from cases.rules import Why
from cases.secrecy import is_secret
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from desk.setup.asking import asked, sent
from door.forms import LongTextField
from door.page import page
from ledger import looking
from people.forms import MindsAddresses
from referrals.selectors import referral_seen

REASON_HELP = "Whoever reads either record later reads this, and your name."


class Reason(MindsAddresses):
    """Why somebody says so."""

    written = ("reason",)
    reason = LongTextField(
        label="How do you know?", help_text=REASON_HELP, max_length=500, rows=3, error_messages={"required": "Say why"}
    )


@page(roles=MAY[Event.CASE_JOINED])
@require_http_methods(["GET", "HEAD", "POST"])
def same_child(request, reference):
    """The two side by side, and why they are one child; then joins this record to the other."""
    case = case_called(request.who, reference)
    asked_of = request.POST if request.method == "POST" else request.GET
    other = case_called(request.who, asked_of.get("into", "").replace("\0", ""))
    _note_looking(request, case, other)
    form = Reason(sent(request), watched=request.method == "POST" and (is_secret(case.pk) or is_secret(other.pk)))

    def act(given: dict) -> str:
        join(case.pk, other.pk, because=given["reason"], by=request.who)
        return f"{case.reference} is joined to {other.reference}. Nothing was moved, and it can be taken apart again."

    return asked(
        request, form, act, question=f"Are {case.reference} and {other.reference} the same child?",
        button="Same child: join them", back=_home(request, case), back_text=case.reference,
        template="desk/join.html", case=case, other=other,
    )  # fmt: skip


@page(roles=MAY[Event.CASE_PARTED])
@require_http_methods(["GET", "HEAD", "POST"])
def not_the_same(request, reference):
    """Why they are not one child after all; then takes a joined record apart again."""
    case = case_called(request.who, reference)
    if case.merged_into_id is None:
        raise Refused(Why.NOT_JOINED)
    _note_looking(request, case)
    form = Reason(sent(request), watched=request.method == "POST" and is_secret(case.pk))

    def act(given: dict) -> str:
        part(case.pk, because=given["reason"], by=request.who)
        return f"{case.reference} stands by itself again, with everything it had. What was said of the two is kept."

    return asked(
        request, form, act, question=f"Is {case.reference} another child after all?", button="Take them apart",
        back=_home(request, case), back_text=case.reference,
        notes=["Nothing was moved when they were joined: each keeps its request, its dates and its history."],
    )  # fmt: skip


@page(roles=MAY[Event.CASE_KEPT_APART])
@require_POST
def two_children(request, reference):
    """Says that this record and the one named in the form are two children: it is not offered again."""
    keep_apart.keep_apart(*_both(request, reference), by=request.who)
    return redirect("desk:request", reference=reference)


@page(roles=MAY[Event.CASE_LIKENED])
@require_POST
def not_two(request, reference):
    """Takes that back."""
    keep_apart.undo(*_both(request, reference), by=request.who)
    return redirect("desk:request", reference=reference)


def _both(request, reference) -> tuple[UUID, UUID]:
    other = request.POST.get("other", "").replace("\0", "")
    return case_called(request.who, reference).pk, case_called(request.who, other).pk


def _home(request, case) -> str:
    """The page that says of a record which others are the same child's."""
    asked_for = referral_seen(request.who, case).key is not None
    return reverse("desk:request" if asked_for else "desk:case", args=[case.reference])


def _note_looking(request, *cases) -> None:
    for case in cases:
        looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="joining")
