"""What every page of a meeting needs."""

from django.shortcuts import render

from cases.leading import lead_of
from cases.models import Case
from ledger import looking
from referrals.selectors import referral_seen

PAGE = "meetings"


def looked(request, case: Case) -> None:
    """Notes that the case was opened."""
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)


def show(request, template: str, case: Case, *, refused: tuple[str, ...] = (), **more):
    """A page of the case's meetings, with the bar above it; reasons for a refusal at its top."""
    return render(
        request,
        f"desk/meetings/{template}.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "lead": lead_of(case), "tab": "meetings",
            "refused": refused, "title_error": bool(refused), **more,
        },
        status=409 if refused else 200,
    )  # fmt: skip
