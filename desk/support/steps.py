"""What is known, outcomes and help are written; a plan is agreed, noted as done, contributed to, and reviewed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.roles import CASE_STAFF
from cases import sight
from cases.powers import MAY
from core.events import Event
from core.refusals import Refused
from desk.support.forms import ContributionForm, HelpForm, KnownForm, NoteForm, OutcomeForm, ReviewForm
from desk.support.shared import number, opened, show
from door.page import page
from support.actions.begin import add_help, add_outcome, take_out, write_known
from support.actions.go_on import Review, agree, contribute, note, review
from support.rules import Known
from support.words import Agency, CycleState, Why

WRITES = MAY[Event.SUPPORT_WRITTEN]


@page(roles=WRITES)
def known(request, reference, key):
    """Assess: what is known."""
    case, seen = _at(request, reference, key, CycleState.WRITING)
    first = {name: getattr(seen.row, name) for name in Known.__dataclass_fields__}
    form = KnownForm(_posted(request), initial=first, called=case.child.called)
    return _done(
        request, case, seen, form, "known", "Kept.",
        lambda before: write_known(key, form.known(), before, by=request.who, named=case.pk),
    )  # fmt: skip


@page(roles=WRITES)
def outcome(request, reference, key):
    """Plan: one more outcome."""
    case, seen = _at(request, reference, key, CycleState.WRITING)
    form = OutcomeForm(_posted(request))
    return _done(
        request, case, seen, form, "outcome", "The outcome is in the plan.",
        lambda _before: add_outcome(key, form.aim(), by=request.who, named=case.pk),
    )  # fmt: skip


@page(roles=WRITES)
def help_line(request, reference, key):
    """Plan: one more kind of help, with its cost."""
    case, seen = _at(request, reference, key, CycleState.WRITING)
    form = HelpForm(_posted(request))
    return _done(
        request, case, seen, form, "help", "The help is in the plan.",
        lambda _before: add_help(key, form.planned(), by=request.who, named=case.pk),
    )  # fmt: skip


@page(roles=WRITES)
@require_POST
def out(request, reference, key, part):
    """Takes an outcome, or a kind of help, out of the plan."""
    case, seen = _at(request, reference, key, CycleState.WRITING)
    take_out(key, part, by=request.who, named=case.pk)
    messages.success(request, "It is taken out of the plan.")
    return redirect("desk:support_round", reference=reference, key=key)


@page(roles=WRITES)
def agree_plan(request, reference, key):
    """Asks whether it is right, then the plan stands."""
    case, seen = _at(request, reference, key, CycleState.WRITING)
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            agree(key, number(request.POST.get("before", "")), by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "The plan is agreed. The family can read it, and its review has a day.")
            return redirect("desk:support_round", reference=reference, key=key)
    return show(request, "agree", case, refused=refused, seen=seen)


@page(roles=WRITES)
def note_one(request, reference, key):
    """Do: what was done on a day."""
    case, seen = _at(request, reference, key, CycleState.DOING)
    form = NoteForm(_posted(request), lines=seen.lines)

    def keep(_before):
        given = form.cleaned_data
        note(
            key, UUID(given["line"]), given["done_on"], given["sessions"], given["words"], by=request.who, named=case.pk
        )

    return _done(request, case, seen, form, "note", "It is noted.", keep)


@page(roles=WRITES)
def review_one(request, reference, key):
    """Review: then the round stands as it is."""
    case, seen = _at(request, reference, key, CycleState.DOING)
    form = ReviewForm(_posted(request), outcomes=seen.outcomes)

    def keep(before):
        given = form.cleaned_data
        made = Review(form.values(), given["family"], given["because"], given["then"])
        review(key, made, before, by=request.who, named=case.pk)

    return _done(request, case, seen, form, "review", "It is reviewed, and stands as it is.", keep)


@page(roles=CASE_STAFF)
def contribution(request, reference, key, agency):
    """What one of four services says for an Early Support Plan."""
    case, seen = opened(request, reference, key)
    ours = next((one for one in seen.contributions if one[0] == agency), None)
    if ours is None or seen.state != CycleState.WRITING or not sight.may_act(request.who, case):
        raise Http404
    row = ours[1]
    form = ContributionForm(_posted(request), initial={"words": row.words if row else ""})
    return _done(
        request, case, seen, form, "contribution", "Kept.",
        lambda before: contribute(
            key, Agency(agency), form.cleaned_data["words"], before, by=request.who, named=case.pk
        ),
        version=row.version if row else 0, agency=Agency(agency), theirs=row,
    )  # fmt: skip


def _posted(request):
    return request.POST if request.method == "POST" else None


def _at(request, reference, key, state: CycleState):
    case, seen = opened(request, reference, key, to_write=True)
    if seen.state != state:
        raise Http404
    return case, seen


def _done(request, case, seen, form, template, said, keep, *, version=None, **more):
    """Keeps what a form says and goes back to the round; shows the form again where it cannot."""
    stands = seen.row.version if version is None else version
    before = number(request.POST.get("before", "")) if request.method == "POST" else stands
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            keep(before)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, said)
            return redirect("desk:support_round", reference=case.reference, key=seen.row.pk)
    changed = Why.CHANGED in refused
    before = stands if changed else before
    return show(request, template, case, refused=refused, seen=seen, form=form, before=before, changed=changed, **more)
