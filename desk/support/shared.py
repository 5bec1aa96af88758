"""What every page of a support plan needs."""

from django.http import Http404
from django.shortcuts import render

from cases.leading import lead_of
from cases.models import Case
from ledger import looking
from referrals.selectors import referral_seen
from support.selectors import cycle_called, cycle_seen, may_write

PAGE = "support plan"


def looked(request, case: Case) -> None:
    """Notes that the case was opened."""
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)


def opened(request, reference, key, *, to_write: bool = False):
    """A case and one of its rounds, whole. Not found for whoever may not read it, or, ``to_write``, write it."""
    case, row = cycle_called(request.who, reference, key)
    if to_write and not may_write(request.who, case):
        raise Http404
    looked(request, case)
    return case, cycle_seen(row)


def show(request, template: str, case: Case, *, refused: tuple[str, ...] = (), **more):
    """A page about the support of a child, with the bar above it; reasons for a refusal at its top."""
    return render(
        request,
        f"desk/support/{template}.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "lead": lead_of(case), "tab": "support",
            "refused": refused, "title_error": bool(refused), **more,
        },
        status=409 if refused else 200,
    )  # fmt: skip


def number(typed: str) -> int:
    """A version from a form; one that never stood where it is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1
