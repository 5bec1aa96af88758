"""The page of one meeting: before it, while it goes on, and its notes afterwards. Each place in the notes is a form of
its own, so that it works without script; with it, words are kept as they are typed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.roles import CASE_STAFF
from core import clock
from core.refusals import Refused
from desk.meetings.lists import notes_by_section
from desk.meetings.places import Typed, label_of, parts_of
from desk.meetings.shared import looked, show
from desk.writing import by_script, joined, kept, number, since, what_is_new, why_not
from door.page import page
from door.working_notes import Written
from meetings.actions.jot import jot, strike
from meetings.models import Jotting
from meetings.selectors import may_arrange, meeting_called, meeting_page, news_of, notes_seen
from meetings.words import FIELDS, Section


@page(roles=CASE_STAFF)
def meeting(request, reference, key):
    """Everything about one meeting."""
    case, found = meeting_called(request.who, reference, key)
    looked(request, case)
    return _show(request, case, found)


@page(roles=CASE_STAFF)
@require_POST
def write(request, reference, key):
    """Words in one place of the notes."""
    case, found = meeting_called(request.who, reference, key)
    section = _section(request.POST.get("section", ""))
    said = {name: request.POST.get(name, "") for name in FIELDS[section]}
    both = request.POST.get("both", "")
    if both:
        said = joined(said, {name: request.POST.get(f"theirs_{name}", "") for name in FIELDS[section]})
    version = number(request.POST.get("version", "0"))
    try:
        written = jot(
            key, section, said, by=request.who, key=_key(request.POST.get("key", "")),
            version=version, named=case.pk,
        )  # fmt: skip
    except Refused as refusal:
        if by_script(request):
            return why_not(refusal.reasons)
        typed = Typed(section, request.POST.get("key", ""), said, version)
        return _show(request, case, found, refused=refusal.reasons, typed=typed)
    if by_script(request):
        return kept(written)
    if written.clash:
        return _show(request, case, found, clash=_clash(found, written, section, said))
    messages.success(request, "Kept.")
    return redirect(reverse("desk:meeting", args=[reference, key]) + f"#{section.value}")


@page(roles=CASE_STAFF)
@require_POST
def strike_out(request, reference, key, row):
    """Takes a row out, or puts it back."""
    case, _found = meeting_called(request.who, reference, key)
    try:
        kept = strike(key, row, by=request.who, back=bool(request.POST.get("back")), named=case.pk)
    except Jotting.DoesNotExist as missing:
        raise Http404 from missing
    except Refused as refusal:
        return _show(request, case, _found, refused=refusal.reasons)
    return redirect(reverse("desk:meeting", args=[reference, key]) + f"#{kept.section}")


@page(roles=CASE_STAFF)
@require_safe
def news(request, reference, key):
    """What was written since a moment: nothing at all, most of the time."""
    case, found = meeting_called(request.who, reference, key)
    return what_is_new(
        news_of(found, since(request)), over=found.state != "planned", looked=lambda: looked(request, case)
    )


def _show(request, case, found, *, refused: tuple[str, ...] = (), typed=None, clash=None):
    seen = meeting_page(request.who, found)
    return show(
        request, "meeting", case, refused=refused, page=seen, clash=clash,
        parts=parts_of(seen, case.child.called, typed), since=clock.now().isoformat(), writer=request.who.ref,
        may_move=may_arrange(request.who, case), is_today=found.held_on <= clock.today(),
        struck=[row for row in seen.notes if row.gone], **notes_by_section(seen),
    )  # fmt: skip


def _clash(found, written: Written, section: Section, said: dict[str, str]) -> dict:
    """Both, side by side, for whoever was second."""
    row = next(one for one in notes_seen(found) if one.key == written.row.pk)
    fields = [(name, label_of(section, name), row.said.get(name, ""), said[name]) for name in FIELDS[section]]
    return {"section": section, "theirs": row, "fields": fields}


def _section(typed: str) -> Section:
    if typed not in set(Section):
        raise Http404
    return Section(typed)


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed) if typed else None
    except ValueError as wrong:
        raise Http404 from wrong
