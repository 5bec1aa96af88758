"""The page of one assessment: its parts, each written by whoever knows, several at once."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.roles import CASE_STAFF
from accounts.selectors import names_of
from assessments.actions.write import write
from assessments.models import AssessmentPart
from assessments.selectors import assessment_called, assessment_page, news_of
from assessments.words import FIELDS, Chapter, Why
from core import clock
from core.refusals import Refused
from desk.assessments.places import Typed, label_of, shown_parts
from desk.assessments.shared import chapter_called, looked, show
from desk.writing import by_script, joined, kept, number, since, what_is_new, why_not
from door.page import page
from door.working_notes import Written
from pathway.actions.family_assessment import finish_part
from pathway.known import known_about


@page(roles=CASE_STAFF)
def assessment(request, reference, key):
    """Everything about one assessment."""
    case, found = assessment_called(request.who, reference, key)
    looked(request, case)
    return _show(request, case, found)


@page(roles=CASE_STAFF)
@require_POST
def write_part(request, reference, key):
    """Words in one part."""
    case, found = assessment_called(request.who, reference, key)
    chapter = chapter_called(request.POST.get("section", ""))
    return _kept_or_why_not(request, case, found, chapter) or _to(request, reference, key, chapter, "Kept.")


@page(roles=CASE_STAFF)
@require_POST
def done(request, reference, key, chapter):
    """A part is finished, with the words that are on the page; or it is open again."""
    case, found = assessment_called(request.who, reference, key)
    part, again = chapter_called(chapter), bool(request.POST.get("again"))
    if "version" in request.POST and not again:
        stands = _kept_or_why_not(request, case, found, part)
        if stands is not None:
            return stands
    try:
        finish_part(key, part, by=request.who, again=again, named=case.pk)
    except AssessmentPart.DoesNotExist:
        return _show(request, case, found, refused=(Why.EMPTY,))
    except Refused as refusal:
        return _show(request, case, found, refused=refusal.reasons)
    return _to(request, reference, key, part, "It can be written in again." if again else "This part is finished.")


def _kept_or_why_not(request, case, found, chapter: Chapter):
    """Keeps the words of a form; what to answer where they cannot be, or the script asks, else None."""
    key = found.pk
    said = {name: request.POST.get(name, "") for name in FIELDS[chapter]}
    if request.POST.get("both", ""):
        said = joined(said, {name: request.POST.get(f"theirs_{name}", "") for name in FIELDS[chapter]})
    version = number(request.POST.get("version", "0"))
    try:
        written = write(key, chapter, said, by=request.who, version=version, named=case.pk)
    except Refused as refusal:
        if by_script(request):
            return why_not(refusal.reasons)
        return _show(request, case, found, refused=refusal.reasons, typed=Typed(chapter, said, version))
    if by_script(request):
        return kept(written)
    if written.clash:
        return _show(request, case, found, clash=_clash(written, chapter, said, case.child.called))
    return None


def _to(request, reference: str, key, chapter: Chapter, said: str):
    messages.success(request, said)
    return redirect(reverse("desk:assessment", args=[reference, key]) + f"#{chapter.value}")


@page(roles=CASE_STAFF)
@require_safe
def news(request, reference, key):
    """What was written since a moment: nothing at all, most of the time."""
    case, found = assessment_called(request.who, reference, key)
    rows = news_of(found, since(request))
    return what_is_new(rows, over=found.state != "writing", looked=lambda: looked(request, case), place="chapter")


def _show(request, case, found, *, refused: tuple[str, ...] = (), typed=None, clash=None):
    seen = assessment_page(request.who, found)
    return show(
        request, "assessment", case, refused=refused, page=seen, clash=clash,
        parts=shown_parts(seen, case.child.called, typed), since=clock.now().isoformat(), writer=request.who.ref,
        known=known_about(request.who, case) if seen.head.is_open else [],
        may_write=any(part.may_write for part in seen.parts) and seen.head.is_open,
    )  # fmt: skip


def _clash(written: Written, chapter: Chapter, said: dict[str, str], called: str) -> dict:
    """Both, side by side, for whoever was second."""
    row = written.row
    fields = [(name, label_of(chapter, name, called), row.said.get(name, ""), said[name]) for name in FIELDS[chapter]]
    theirs = {
        "written_by": names_of({row.written_by}).get(row.written_by, ""), "written_at": row.written_at, "key": row.pk,
        "version": row.version,
    }  # fmt: skip
    return {"section": chapter, "theirs": theirs, "fields": fields}
