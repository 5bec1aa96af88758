"""One request, read by an officer, who may say what it is."""

from django.shortcuts import redirect, render

from accounts.places import outside
from accounts.roles import CASE_STAFF
from accounts.selectors import names_of
from accounts.selectors_setup import areas
from cases import sight
from cases.apart import from_case, seen_by
from cases.concerns import concerns_seen
from cases.joinings import joinings_of
from cases.markers_seen import marked
from cases.matching import matches
from cases.powers import may_do
from cases.secrecy import is_secret
from cases.selectors import case_called, deadlines_of, records_of
from cases.words import Part
from core.events import Event
from core.refusals import Refused
from documents.selectors import documents_of
from door.page import page
from door.typed import typed
from door.words import plain_date
from ehcp.selectors import to_check_about_asking
from ledger import looking
from pathway.actions.settle_request import settle_request
from provision.asked import asked_of_services, wish_of
from referrals.forms import Settle
from referrals.selectors import referral_seen, said_to
from referrals.selectors_work import fit_of, said_at_work
from referrals.words import OPEN_TO_REPLIES, AsksFor, Said
from referrals.worries_first import worry_read
from statute.explain import why

BACK, SURE = "back", "sure"
"""The two buttons of the page that asks whether the officer is sure."""


@page(roles=CASE_STAFF)
def request_page(request, reference):
    """What was asked, in the sender's words, with its dates; and the one decision an officer can make here."""
    case = case_called(request.who, reference)
    referral = referral_seen(request.who, case)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="request")
    if referral.key is None:
        return redirect("desk:child", reference=reference)
    sent = request.POST if request.method == "POST" else None
    form = Settle(
        sent,
        only_assessment=referral.stands_as == AsksFor.HELP,
        received=plain_date(referral.received_on),
        names=(case.child.given_name, case.child.family_name, case.child.preferred_name),
        watched=sent is not None and is_secret(case.pk),
    )
    if sent is None or BACK in sent or not form.is_valid():
        return _show(request, case, referral, form)
    answer = AsksFor(form.cleaned_data["answer"])
    if answer == AsksFor.ASSESSMENT and SURE not in sent:
        return _ask_whether_sure(request, case, referral, form)
    try:
        settle_request(referral.key, answer, form.cleaned_data["reason"], by=request.who, named=case.pk)
    except Refused as refusal:
        return _show(request, case, referral_seen(request.who, case), form, refused=refusal.reasons)
    return redirect("desk:request", reference=reference)


def _show(request, case, referral, form, *, refused: tuple[str, ...] = ()):
    kept = from_case(case)
    apart = seen_by(request.who, kept)
    said, work = said_to(referral.key), said_at_work(request.who, case)
    harms = referral.may_tell_of_harm or bool(work and work.concern)
    hears = referral.state in OPEN_TO_REPLIES and may_do(request.who, Event.REFERRAL_RANG)
    may_settle = referral.stands_as != AsksFor.ASSESSMENT and may_do(request.who, Event.REFERRAL_SETTLED)
    return render(
        request,
        "desk/request.html",
        {
            "case": case,
            "referral": referral,
            "settled_by": names_of({referral.settled_by}).get(referral.settled_by) if referral.settled_by else "",
            "deadlines": deadlines_of([case.pk], open_only=True),
            "records": records_of(request.who, case),
            "matches": matches(request.who, case, apart=kept),
            "apart": apart,
            "joinings": joinings_of(request.who, case),
            "names": names_of({row.said_by for row in apart}),
            "documents": [file for file in documents_of(request.who, case) if file.part == Part.FILES],
            "form": form,
            "work": work,
            "priority": marked(request.who, [case.pk]).get(case.pk, ()),
            "fit": fit_of(case) if referral.sender else None,
            "harm": referral.may_tell_of_harm,
            "taken": _taken(request, case) if harms else None,
            "read": worry_read(request.who, case) if harms else None,
            "may_concern": may_do(request.who, Event.CONCERN_RAISED),
            "may_tell": may_do(request.who, Event.FAMILY_TOLD),
            "may_settle": may_settle,
            "said": said,
            "asked_last": next((one.key for one in said if one.said == Said.ASK), None) if hears else None,
            "services": asked_of_services(request.who, case.pk),
            "wish": wish_of(case.pk),
            "may_answer": may_do(request.who, Event.REFERRAL_ACCEPTED),
            "may_join": may_do(request.who, Event.CASE_JOINED),
            "outside": _outside(case, referral),
            "to_check": to_check_about_asking(case.pk),
            "refused": refused,
            "typed": typed(request) if refused and not may_settle else [],
            "title_error": bool(refused),
            "tab": "request",
        },
        status=409 if refused else 200,
    )


def _taken(request, case):
    """The newest concern, to those who may know: who took it to social care and when."""
    return next(iter(concerns_seen([case.pk], sight.parts_open_to(request.who, case))), None)


def _outside(case, referral):
    """Whether it came from a locality that takes no requests that day: a warning to those who may read the address."""
    if not referral.sender:
        return None
    return outside(case.child.home_postcode, referral.received_on, areas(case.authority_id))


def _ask_whether_sure(request, case, referral, form):
    """An assessment cannot be taken back: shows what follows before it is done."""
    counts = [why(code, referral.received_on) for code in ("EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL")]
    return render(
        request,
        "desk/settle_sure.html",
        {"case": case, "referral": referral, "counts": counts, "given": form.cleaned_data, "tab": "request"},
    )
