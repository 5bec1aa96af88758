"""Putting files with a case, from its page."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.roles import CASE_STAFF
from cases import sight
from cases.secrecy import is_secret
from cases.selectors import case_called
from cases.words import Part
from core.refusals import NotAllowed
from desk.add_file_form import AddFile
from documents.putting import Put, put_with_case
from door.page import page
from ledger import looking
from referrals.selectors import referral_seen


@page(roles=CASE_STAFF)
def add_file(request, reference):
    """The form; what was not taken, beside the field, with everything typed kept; and then back to the files."""
    case = case_called(request.who, reference, part=Part.FILES)
    if not sight.may_act(request.who, case):
        raise NotAllowed(sight.READS_ONLY, seen=True)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="adding a file")
    sent = request.POST if request.method == "POST" else None
    form = AddFile(
        sent, request.FILES if sent is not None else None,
        parts=sight.parts_open_to(request.who, case), watched=sent is not None and is_secret(case.pk),
    )  # fmt: skip
    put = Put()
    if sent is not None and form.is_valid():
        chosen, part = form.cleaned_data["files"], Part(form.cleaned_data["part"])
        put = put_with_case(case.pk, chosen, form.about(), part=part, by=request.who)
        for name, why in put.refused:
            form.add_error("files", f"{name}: {why}")
        if not put.refused:
            messages.success(request, f"{_so_many(len(put.kept))} with the case, and checked for viruses first.")
            return redirect("desk:case", reference=case.reference)
    about = {"case": case, "referral": referral_seen(request.who, case), "form": form, "kept": put.kept}
    return render(request, "desk/add_file.html", about)


def _so_many(number: int) -> str:
    return "The file is" if number == 1 else f"{number} files are"
