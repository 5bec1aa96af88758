"""One piece of advice: written by whoever was asked, or typed in from paper; given; or not waited for."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from accounts.roles import CASE_STAFF
from core.refusals import Refused
from desk.child.found import tried
from desk.ehc.advice_forms import LABELS, CameForm, EndForm, PointForm, own_labels
from desk.ehc.shared import looked, posted, show
from door.page import page
from ehcp.actions.advice import take_out_point, write_point
from ehcp.models import AdvicePoint
from ehcp.selectors_advice import advice_called, advice_page, gives, may_take_down, point_of
from ehcp.words import POINT_FIELDS, AdviceState, Adviser, Point, Why
from pathway.actions.advice import end_advice, give_advice

KINDS = {kind.value: kind for kind in Point}


@page(roles=CASE_STAFF)
@require_safe
def one(request, reference, key):
    """All of it; and, as long as it is asked for, the ways to write it."""
    case, row = _opened(request, reference, key)
    return _show(request, case, row)


@page(roles=CASE_STAFF)
def point(request, reference, key, kind, number=0):
    """One paragraph, new or changed."""
    case, row = _open_to(request, reference, key)
    if kind not in KINDS:
        raise Http404
    chosen = KINDS[kind]
    kept = point_of(row, chosen, 1 if chosen == Point.ABOUT else number)
    if number and kept is None:
        raise Http404
    first = {**kept.said, "version": kept.version} if kept else {}
    form = PointForm(posted(request), initial=first, kind=chosen, called=case.child.called)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            done = write_point(
                key, chosen, form.said(), by=request.who, number=number or None, version=form.cleaned_data["version"],
                named=case.pk,
            )  # fmt: skip
        except Refused as refusal:
            refused = refusal.reasons
        else:
            if not done.clash:
                messages.success(request, "Kept.")
                return redirect("desk:advice", reference=reference, key=key)
            refused = (str(Why.CHANGED),)
            kept = done.row
    theirs = _worded(chosen, kept, case.child.called) if refused and kept else None
    return show(
        request, "advice_point", case, refused=refused, form=form, row=row, kind=chosen, theirs=theirs,
        stands=kept.version if kept else 0, heading=chosen.words.format(child=case.child.called),
    )  # fmt: skip


@page(roles=CASE_STAFF)
@require_POST
def out(request, reference, key, point):
    """A paragraph is taken out."""
    case, _row = _open_to(request, reference, key)
    take_out_point(key, point, by=request.who, named=case.pk)
    messages.success(request, "It is taken out.")
    return redirect("desk:advice", reference=reference, key=key)


@page(roles=CASE_STAFF)
def give_one(request, reference, key):
    """It stands from now on."""
    case, row = _open_to(request, reference, key)
    own = gives(request.who, row)
    form = None if own else CameForm(posted(request))
    refused: tuple[str, ...] = ()
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            came_on = form.cleaned_data["came_on"] if form else None
            give_advice(key, by=request.who, came_on=came_on, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "The advice is given, and stands as it is.")
            return redirect("desk:advice", reference=reference, key=key)
    return _show(request, case, row, template="advice_give", refused=refused, form=form)


@page(roles=CASE_STAFF)
def end_one(request, reference, key):
    """Declined with reasons, or not asked any more."""
    case, row = _open_to(request, reference, key)
    form = EndForm(posted(request))
    if not may_take_down(request.who, row):
        form.fields["how"].choices = form.fields["how"].choices[:1]
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        done, refused = tried(
            form,
            lambda: end_advice(
                key, given["because"], declined=given["how"] == "declined", by=request.who, named=case.pk
            ),
        )  # fmt: skip
        if done:
            messages.success(request, "Noted: it is not waited for.")
            return redirect("desk:advice", reference=reference, key=key)
    return show(request, "advice_end", case, refused=refused, form=form, row=row)


def _opened(request, reference, key):
    case, row = advice_called(request.who, reference, key)
    looked(request, case)
    return case, row


def _open_to(request, reference, key):
    case, row = _opened(request, reference, key)
    if row.state != AdviceState.ASKED or not (gives(request.who, row) or may_take_down(request.who, row)):
        raise Http404
    return case, row


def _show(request, case, row, *, template: str = "advice_one", refused: tuple[str, ...] = (), **more):
    seen, called = advice_page(row), case.child.called
    mine, carries = gives(request.who, row), may_take_down(request.who, row)
    parts = [
        (kind, kind.words.format(child=called), [(one, _worded(kind, one.row, called)) for one in seen.points[kind]])
        for kind in Point
    ]
    own = own_labels(called)
    family = [
        (name, [(own[field], words) for field, words in said.items() if words], on) for name, said, on in seen.family
    ]
    return show(
        request, template, case, refused=refused, page=seen, row=row, parts=parts, family=family, mine=mine,
        carries=carries, may_write=row.state == AdviceState.ASKED and (mine or carries),
        own=_own(row, seen, own), **more,
    )  # fmt: skip


def _own(row, seen, labels: dict[str, str]) -> list[tuple[str, str]]:
    """What a parent or young person said as their own advice, under what they were asked."""
    if row.adviser != Adviser.FAMILY:
        return []
    said = {name: words for one in seen.points[Point.ABOUT] for name, words in one.row.said.items()}
    return [(labels[name], words) for name, words in said.items() if words and name in labels]


def _worded(kind: Point, row: AdvicePoint, called: str) -> list[tuple[str, str]]:
    """What stands in one paragraph, under what was asked."""
    said = [(LABELS[kind, name][0].format(child=called), row.said.get(name, "")) for name in POINT_FIELDS[kind]]
    return [(label, words) for label, words in said if words]
