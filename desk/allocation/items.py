"""Deciding who leads on one case at an allocation meeting, or putting it off."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.powers import MAY
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from desk.allocation.forms import Later
from desk.lead_form import lead_form, told_of
from door.page import page
from ledger import looking
from panels.actions.items import put_off
from panels.selectors import item_called
from pathway.actions.hold_allocation import name_lead_at
from referrals.selectors import referral_seen


@page(roles=MAY[Event.ITEM_DECIDED])
def decide(request, key, item):
    """Confirms who leads, from the people ranked with the reasons for it."""
    sitting, found, case = _found(request, key, item)
    form, people, before = lead_form(case, request.POST if request.method == "POST" else None)

    def act(given):
        name_lead_at(
            item, UUID(given["person"]), given["because"], by=request.who, instead=given.get("instead", ""),
            named=case.pk,
        )  # fmt: skip
        name = next(one.name for one in people if str(one.key) == given["person"])
        return f"{name} is {case.child.called}’s engagement lead. {told_of(case)}"

    return _done(request, sitting, found, case, form, act, "decide.html", nobody=not people, lead=before)


@page(roles=MAY[Event.ITEM_PUT_OFF])
def later(request, key, item):
    """Not today, for a reason."""
    sitting, found, case = _found(request, key, item)

    def act(given):
        put_off(item, given["because"], by=request.who, named=case.pk)
        return f"{case.child.called} comes back at the next meeting."

    form = Later(request.POST if request.method == "POST" else None)
    return _done(request, sitting, found, case, form, act, "later.html")


def _found(request, key, item):
    sitting, found = item_called(request.who, key, item)
    case = case_called(request.who, found.reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="allocation meeting")
    return sitting, found, case


def _done(request, sitting, found, case, form, act, template, **more):
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            said = act(form.cleaned_data)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, said)
            return redirect("desk:sitting", key=sitting.key)
    return render(
        request,
        f"desk/allocation/{template}",
        {
            "case": case, "referral": referral_seen(request.who, case), "sitting": sitting, "item": found,
            "form": form, "refused": refused, "title_error": bool(refused), **more,
        },
        status=409 if refused else 200,
    )  # fmt: skip
