"""Where a child lives, and where letters about them go."""

from django.contrib import messages
from django.shortcuts import redirect

from cases.actions.child.address import Place, keep_address, mark_mistaken
from cases.child_editing import address_to_change, who_may_be_told
from cases.powers import MAY
from cases.secrecy import is_secret
from cases.secret_seen import PAGE
from cases.words import Part
from core.events import Event
from desk.child.forms import AddressForm
from desk.child.found import child_of, show_form, tried
from door.page import page
from ledger import looking


@page(roles=MAY[Event.ADDRESS_KEPT])
def address(request, reference, key=None):
    """Enters an address, or another version of one."""
    case = child_of(request, reference, "an address", part=Part.CONTACT)
    row = address_to_change(request.who, case, key) if key else None
    if row and row.secret:
        looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)
    sent = request.POST if request.method == "POST" else None
    if sent is not None and row and "mistaken" in sent:
        mark_mistaken(case.pk, row.pk, by=request.who)
        messages.success(request, "Marked as a mistake. It is kept among what stood before.")
        return redirect("desk:child", reference=reference)
    first = (
        {"secret": is_secret(case.pk)}
        if row is None
        else {name: getattr(row, name) for name in AddressForm.base_fields}
    )
    form = AddressForm(sent, people=who_may_be_told(case), initial=first)
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        place = Place(**{**given, "told": tuple(given.get("told", ()))})
        done, refused = tried(form, lambda: keep_address(case.pk, key, place, by=request.who))
        if done:
            messages.success(
                request, "The address is saved." + (" It stands with what is secret." if place.secret else "")
            )
            return redirect("desk:child", reference=reference)
    return show_form(
        request, case, form, refused=refused, mistake=row is not None, button="Save the address",
        heading=f"Where {case.child.called} lives",
        intro="A child may live at two homes: enter each. When they move, give the old address its last day and enter "
        "the new one.",
    )  # fmt: skip
