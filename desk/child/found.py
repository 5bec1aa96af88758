"""The child an address names, and what every page about a child begins with."""

from django.shortcuts import render

from cases import sight
from cases.models import Case
from cases.selectors import case_called, records_of
from cases.words import Part
from core.refusals import Invalid, Refused
from ledger import looking
from referrals.selectors import referral_seen


def child_of(request, reference: str, page: str, *, part: Part = Part.CORE) -> Case:
    """The case, if its reader may see that part of it; opening the page is recorded. Otherwise as if there were
    none."""
    case = case_called(request.who, reference, part=part)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=page)
    return case


def frame(request, case: Case) -> dict:
    """What the bar above each page needs."""
    return {
        "case": case,
        "referral": referral_seen(request.who, case),
        "records": records_of(request.who, case),
        "tab": "child",
    }


def carries(request, case: Case) -> bool:
    """Whether the reader carries the case, and so may change what is known."""
    return Part.CONTACT in sight.parts_open_to(request.who, case)


def tried(form, act) -> tuple[bool, tuple[str, ...]]:
    """Does the act. Whether it was done, and the reasons against it that belong to no field; others go on the form."""
    try:
        act()
    except Invalid as wrong:
        for name, words in wrong.fields.items():
            form.add_error(name if name in form.fields else None, words)
        return False, ()
    except Refused as refusal:
        return False, refusal.reasons
    return True, ()


def show_form(request, case: Case, form, *, refused: tuple[str, ...] = (), **more):
    """One form about the child, as all of them look."""
    given = frame(request, case) | {"form": form, "refused": refused, "title_error": bool(refused)} | more
    return render(request, "desk/child/form.html", given, status=409 if refused else 200)
