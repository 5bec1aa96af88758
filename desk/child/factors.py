"""What may harm a child and what protects one, for those who may know: each kind is of a part of the case."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from accounts.roles import CASE_STAFF
from cases import sight
from cases.actions.factors import Evidence, factor_over, note_factor
from cases.factor_words import Factor, Side, Whence, open_factors
from cases.factors_seen import factors_of, on_side, picture
from cases.powers import MAY, may_do
from cases.secrecy import is_secret
from cases.selectors import records_of
from cases.words import Part
from core.events import Event
from desk.child.factors_form import FactorForm, FactorOver
from desk.child.found import carries, child_of, frame, show_form, tried
from door.page import page

PAGE = "what may harm and what protects"
"""What stands in the list of who has looked: everybody's, whatever kinds they may know of."""
HEADINGS = {
    Side.RISK: "What may harm {name}: what was seen or said?",
    Side.PROTECTS: "What protects {name}: what was seen or said?",
}


@page(roles=CASE_STAFF)
def factors(request, reference):
    """Both lists, as far as the reader may know, with what they come to in words."""
    case = child_of(request, reference, PAGE, part=Part.CIRCUMSTANCES)
    records = records_of(request.who, case)
    parts = {record.pk: sight.parts_open_to(request.who, record) for record in records}
    rows = factors_of({record.pk: record.reference for record in records}, parts)
    sides = [(side, [row for row in on_side(rows, side) if row.stands]) for side in Side]
    more = {
        "sides": sides, "before": [row for row in rows if not row.stands], "picture": picture(rows),
        "may_change": may_do(request.who, Event.FACTOR_KEPT) and carries(request, case),
    }  # fmt: skip
    return render(request, "desk/child/factors.html", frame(request, case) | more)


@page(roles=MAY[Event.FACTOR_KEPT])
def add(request, reference, side):
    """One more piece of evidence, for one of the two lists."""
    case = child_of(request, reference, PAGE, part=Part.CIRCUMSTANCES)
    which = Side(side)
    kinds = [kind for kind in open_factors(sight.parts_open_to(request.who, case)) if kind.side == which]
    sent = request.POST if request.method == "POST" else None
    form = FactorForm(sent, kinds=kinds, watched=sent is not None and is_secret(case.pk))
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        evidence = Evidence(
            Factor(given["kind"]), given["evidence"], given["seen_by"], Whence(given["whence"]), given["since"]
        )
        done, _refused = tried(form, lambda: note_factor(case.pk, evidence, by=request.who))
        if done:
            messages.success(request, "Written down. No date has changed, and nobody was told.")
            return redirect("desk:factors", reference=reference)
    return show_form(
        request, case, form, heading=HEADINGS[which].format(name=case.child.called), button="Write it down",
        intro="It decides nothing and puts nobody before or after anybody. The family’s pages do not show it.",
    )  # fmt: skip


@page(roles=MAY[Event.FACTOR_KEPT])
def over(request, reference, key: UUID):
    """Says that something is not so any more, or never was."""
    case = child_of(request, reference, PAGE, part=Part.CIRCUMSTANCES)
    known = factors_of({case.pk: case.reference}, {case.pk: sight.parts_open_to(request.who, case)})
    one = next((row for row in known if row.key == key), None)
    if one is None:
        raise Http404
    if not one.stands:
        return redirect("desk:factors", reference=reference)
    sent = request.POST if request.method == "POST" else None
    form = FactorOver(sent, watched=sent is not None and is_secret(case.pk))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        until = given["until"] if given["how"] == "over" else None
        done, _refused = tried(form, lambda: factor_over(case.pk, key, until, given["because"], by=request.who))
        if done:
            messages.success(request, "Saved. What stood before is kept.")
            return redirect("desk:factors", reference=reference)
    return show_form(
        request, case, form, heading=f"{one.words}: is this over?", button="Save",
        intro="It stays on the page, with its evidence, its days and who said so.",
    )  # fmt: skip
