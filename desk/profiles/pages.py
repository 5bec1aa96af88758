"""What the family wrote about the child, for whoever helps: read, said to be read, written down for them, printed."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.roles import CASE_STAFF
from cases import powers, sight
from cases.leading import lead_of
from cases.powers import MAY
from cases.selectors import case_called
from cases.words import Part
from core.events import Event
from core.refusals import NotAllowed, Refused
from door.page import page
from ledger import looking
from profiles.actions.read import mark_read
from profiles.actions.write import write_for
from profiles.selectors import profiles_on
from profiles.sheet import AboutChild
from profiles.words import Why
from referrals.selectors import referral_seen

PAGE = "what the family wrote about the child"


@page(roles=CASE_STAFF)
def profiles(request, reference):
    """What each of the family wrote; and that the reader has read it."""
    case = _opened(request, reference)
    may_act = sight.may_act(request.who, case)
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        if not may_act:
            raise NotAllowed(sight.READS_ONLY, seen=True)
        seen = _called(profiles_on(request.who, case), "profile", request.POST.get("profile", ""))
        try:
            mark_read(case.pk, seen.profile, _number(request.POST.get("version", "")), by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"It is noted that you have read what {seen.called} wrote.")
            return redirect("desk:profiles", reference=reference)
    may_write = may_act and powers.may_do(request.who, Event.PROFILE_TAKEN_DOWN)
    shown = {"profiles": profiles_on(request.who, case), "may_act": may_act, "may_write": may_write}
    return _show(request, "profiles", case, refused=refused, **shown)


@page(roles=MAY[Event.PROFILE_TAKEN_DOWN])
def write(request, reference, key):
    """What somebody of the family told a colleague, written down for them."""
    case = _opened(request, reference)
    if not sight.may_act(request.who, case):
        raise NotAllowed(sight.READS_ONLY, seen=True)
    seen = _called(profiles_on(request.who, case), "key", str(key))
    if not seen.may_be_talked_with:
        raise NotAllowed("nobody of the family who may be talked with")
    form = AboutChild(
        request.POST if request.method == "POST" else None,
        called=case.child.called,
        oneself=seen.oneself,
        written=seen.written,
    )
    before = _number(request.POST.get("before", "")) if request.method == "POST" else seen.version
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            write_for(case.pk, key, form.written(), before, by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
            before = seen.version if Why.CHANGED in refused else before
        else:
            messages.success(request, f"It is written down. {seen.called} can read and change it.")
            return redirect("desk:profiles", reference=reference)
    shown = {"seen": seen, "form": form, "before": before, "changed": Why.CHANGED in refused}
    return _show(request, "write", case, refused=refused, **shown)


@page(roles=CASE_STAFF)
def one_page(request, reference, key):
    """What one of them wrote, on one page to print."""
    case = _opened(request, reference)
    seen = _called(profiles_on(request.who, case), "key", str(key))
    if not seen.written:
        raise NotAllowed("nothing is written")
    return render(request, "desk/profiles/print.html", {"case": case, "seen": seen})


def _opened(request, reference):
    case = case_called(request.who, reference, part=Part.TOGETHER)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)
    return case


def _called(found, name: str, key: str):
    one = next((one for one in found if key and str(getattr(one, name)) == key), None)
    if one is None:
        raise NotAllowed("no such page")
    return one


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1


def _show(request, template: str, case, *, refused: tuple[str, ...] = (), **more):
    form = more.get("form")
    return render(
        request,
        f"desk/profiles/{template}.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "lead": lead_of(case), "tab": "about",
            "refused": refused, "title_error": bool(refused) or bool(form and form.errors), **more,
        },
        status=409 if refused else 200,
    )  # fmt: skip
