"""What every page about a request for an EHC needs assessment needs."""

from django.shortcuts import render

from cases.leading import lead_of
from cases.models import Case
from ehcp.models import AssessmentRequest
from ehcp.selectors import request_called
from ledger import looking
from referrals.selectors import referral_seen

PAGE = "EHC needs assessment"


def looked(request, case: Case) -> None:
    """Notes that the case was opened."""
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)


def opened(request, reference: str, key) -> tuple[Case, AssessmentRequest]:
    """A case and one of its requests; opening it is recorded. Not found for whoever may not read it."""
    case, row = request_called(request.who, reference, key)
    looked(request, case)
    return case, row


def show(request, template: str, case: Case, *, refused: tuple[str, ...] = (), **more):
    """A page with the bar of the case above it; reasons for a refusal at its top."""
    return render(
        request,
        f"desk/ehc/{template}.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "lead": lead_of(case), "tab": "ehc",
            "refused": refused, "title_error": bool(refused), **more,
        },
        status=409 if refused else 200,
    )  # fmt: skip


def posted(request):
    """What was sent, or nothing."""
    return request.POST if request.method == "POST" else None
