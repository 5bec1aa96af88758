"""What the Bridge says to a request for help: accept, ask for more, pass on, decline, take back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases import concerns
from cases.powers import MAY
from cases.secrecy import is_secret
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from desk.services.found import chosen, ours
from door.page import page
from door.typed import typed
from ledger import looking
from pathway.actions.answer_request import OurService, answer_request, take_back, withdraw_request
from provision.asked import wish_of
from provision.selectors import lines_of
from referrals.actions.answering import Answer
from referrals.actions.confirm_sender import TOLD_ONCE_CONFIRMED
from referrals.forms import ANSWERS, Because, SendOnToOurs
from referrals.selectors import referral_seen, said_to
from referrals.words import Said

DONE = {
    Said.ACCEPT: "{name}’s request is accepted. The operational manager names an engagement lead.",
    Said.ASK: "The sender has been asked. With their answer the request comes back to the top of the queue.",
    Said.SEND_ON: "{name}’s request is passed on, and the sender is told.",
    Said.DECLINE: "{name}’s request is declined, and the sender is told why and what happens instead.",
    Said.REOPEN: "{name}’s request waits at the Bridge again.",
    Said.WITHDRAWN: "{name}’s request is withdrawn. Everything stays on record.",
}
HELD_BACK = {
    Said.SEND_ON: "{name}’s request is passed on. The sender has not confirmed their email address: they hear so now, "
    "and which service it is and why once they confirm it, or call.",
    Said.DECLINE: "{name}’s request is declined. The sender has not confirmed their email address: they hear so now, "
    "and why and what happens instead once they confirm it, or call.",
}

ONE_AGENCY = {
    "because": "Fewer than two services are involved or expected, so one service can help by itself. "
    "It gives advice first."
}
"""What the Bridge begins with when one agency can help, to be changed as is fit."""


@page(roles=MAY[Event.REFERRAL_ACCEPTED])
def answer(request, reference, said):
    """One of the four answers, with what the family will read."""
    if said not in ANSWERS:
        raise Http404
    if said == Said.SEND_ON and "service" in request.GET:
        return _to_ours(request, reference)
    case, referral, form = _asked(request, reference, Said(said))

    def act(given):
        written = Answer(
            given["because"], given.get("sent_to", ""), given.get("instead", ""), given.get("unagreed", False)
        )
        answer_request(referral.key, Said(said), written, by=request.who, named=case.pk)

    choose = ours(request.who) if said == Said.SEND_ON else []
    return _done(request, case, referral, form, act, Said(said), choose=choose)


def _to_ours(request, reference):
    """Passes it to a service of the directory, which then owes an answer."""
    service = chosen(request.who, request.GET["service"])
    lines = lines_of(service)
    case, referral, form = _asked(
        request, reference, Said.SEND_ON, kind=SendOnToOurs, lines=lines, version=service.threshold
    )
    wish = wish_of(case.pk)
    if wish and wish.service.pk == service.pk and wish.checked and wish.checked.version == service.threshold:
        form.initial |= {f"line_{place}": said for place, said in wish.answers.items()}

    def act(given):
        written, to = Answer(given["because"], "", given["instead"]), OurService(service.pk, form.answers)
        answer_request(referral.key, Said.SEND_ON, written, by=request.who, named=case.pk, service=to)

    return _done(request, case, referral, form, act, Said.SEND_ON, service=service)


@page(roles=MAY[Event.REFERRAL_REOPENED])
def reopen(request, reference):
    """Takes back what was said, with why."""
    case, referral, form = _asked(request, reference, Said.REOPEN)

    def act(given):
        take_back(referral.key, given["because"], by=request.who, named=case.pk)

    return _done(request, case, referral, form, act, Said.REOPEN)


@page(roles=MAY[Event.REFERRAL_WITHDRAWN])
def withdraw(request, reference):
    """Writes down that whoever asked no longer wants it."""
    case, referral, form = _asked(request, reference, Said.WITHDRAWN)

    def act(given):
        withdraw_request(referral.key, given["because"], by=request.who, named=case.pk)

    return _done(request, case, referral, form, act, Said.WITHDRAWN)


PAGES = {Said.WITHDRAWN: "the family no longer wants it", Said.REOPEN: "take back an answer"}
"""What it was that somebody opened, for those who ask who has looked."""


def _over(referral, said) -> bool:
    """Whether an answer of the Bridge is not waited for any more: somebody gave one, or it is not theirs to give."""
    return said in ANSWERS and not referral.may_be_answered


def _asked(request, reference, said, *, kind=None, **more):
    case = case_called(request.who, reference)
    referral = referral_seen(request.who, case)
    if referral.key is None:
        raise Http404
    looking.note(
        authority=case.authority_id,
        case_ref=case.pk,
        actor_ref=request.who.ref,
        page=PAGES.get(said, "answer to a request"),
    )
    sent = request.POST if request.method == "POST" else None
    names = (case.child.given_name, case.child.family_name, case.child.preferred_name)
    watched = sent is not None and is_secret(case.pk)
    if said == Said.ACCEPT and not referral.consent and concerns.stands(case):
        more["asks_unagreed"] = True
    initial = ONE_AGENCY if said == Said.SEND_ON and request.GET.get("why") == "one" else None
    form = (kind or ANSWERS.get(said, Because))(sent, names=names, watched=watched, initial=initial, **more)
    return case, referral, form


def _done(request, case, referral, form, act, said, **more):
    refused: tuple[str, ...] = ()
    over = _over(referral, said)
    if over and not form.is_bound:
        form = None
    if form and form.is_bound and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            refused = refusal.reasons
            referral = referral_seen(request.who, case)
            over = _over(referral, said)
        else:
            held_back = said in TOLD_ONCE_CONFIRMED and not referral.sender.email_confirmed_at
            messages.success(request, (HELD_BACK if held_back else DONE)[said].format(name=case.child.called))
            return redirect("desk:request", reference=case.reference)
    return render(
        request,
        "desk/triage.html",
        {
            "case": case, "referral": referral, "form": None if over else form, "said": said, "refused": refused,
            "title_error": bool(refused), "tab": "request", "over": over,
            "newest": next(iter(said_to(referral.key)), None) if over else None,
            "typed": typed(request) if over and form else [], **more,
        },
        status=409 if refused else 200,
    )  # fmt: skip
