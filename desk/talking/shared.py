"""What every page about talking with the family needs."""

from django.shortcuts import render

from cases.leading import lead_of
from cases.models import Case
from cases.selectors import case_called
from cases.words import Part
from ledger import looking
from referrals.selectors import referral_seen

PAGE = "talking with the family"


def opened(request, reference: str) -> Case:
    """The case, for whoever holds it; that they looked is noted. Not found for everybody else."""
    case = case_called(request.who, reference, part=Part.TALK)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)
    return case


def show(request, template: str, case: Case, *, refused: tuple[str, ...] = (), **more):
    """A page of the case, with the bar above it; reasons for a refusal at its top."""
    form = more.get("form")
    return render(
        request,
        f"desk/talking/{template}.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "lead": lead_of(case), "tab": "talking",
            "refused": refused, "title_error": bool(refused) or bool(form and form.errors), **more,
        },
        status=409 if refused else 200,
    )  # fmt: skip
