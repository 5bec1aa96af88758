"""What waits for a service, and what its people answer: taken on, needs more evidence, or not for us."""

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from accounts.roles import CASE_STAFF
from cases.powers import MAY
from cases.secrecy import is_secret
from cases.selectors import case_called
from cases.sight import parts_open_to
from cases.words import Part
from core.events import Event
from desk.setup.asking import asked as ask
from desk.setup.asking import sent
from door.forms import LongTextField, Radios
from door.page import page
from ledger import looking
from pathway.actions.answer_for_service import answer_for_service
from people.forms import MindsAddresses
from provision.actions.answer import Written
from provision.actions.ask import ask_again
from provision.asked import checked_of, may_read_list, request_called, requests_of, works_for
from provision.selectors import service_called
from provision.words import OPEN, Asked, ServiceSaid, WhyNot
from referrals.rules import against_reason
from referrals.selectors import referral_seen, said_to

ANSWERS = (ServiceSaid.TAKEN, ServiceSaid.MORE, ServiceSaid.NOT_US)
DONE = {
    ServiceSaid.TAKEN: "{name} is taken on, and the sender is told.",
    ServiceSaid.MORE: "The sender and the Bridge are told what you need.",
    ServiceSaid.NOT_US: "The request goes back to the Bridge, and the sender is told why and what can help instead.",
}


class Reason(MindsAddresses):
    """Why, in words that name no child."""

    written: tuple[str, ...] = ("because",)
    because = LongTextField(
        label="What should be known?", max_length=2000, rows=4, error_messages={"required": WhyNot.NO_REASON.value}
    )

    def __init__(self, *args, names: tuple[str, ...], **kwargs):
        super().__init__(*args, **kwargs)
        self.names = names

    def clean(self):
        """What goes out by email names no child."""
        given = super().clean()
        for name in self.written:
            if (text := given.get(name) or "") and (why := against_reason(text, self.names)):
                self.add_error(name, why[0].value)
        return given


class TheAnswer(Reason):
    """One of three, with why, and what instead."""

    written = ("because", "instead")
    field_order = ("said", "because", "instead")

    said = forms.ChoiceField(
        label="What do you say?", choices=[(one.value, one.words) for one in ANSWERS],
        widget=Radios(
            small=True,
            hints={
                ServiceSaid.TAKEN.value: "You get in touch with the family.",
                ServiceSaid.MORE.value: "Your promise is kept by asking in time, and runs anew when it comes.",
                ServiceSaid.NOT_US.value: "The Bridge looks for who can help.",
            },
        ),
    )  # fmt: skip
    because = LongTextField(
        label="Why, or what you need (the family reads this)", max_length=2000, rows=4,
        error_messages={"required": WhyNot.NO_REASON.value},
    )  # fmt: skip
    instead = LongTextField(
        label="What happens next, or what can help instead?", required=False, max_length=2000, rows=3,
        help_text="Always said when it is not for you: nobody is left with nothing.",
    )  # fmt: skip

    def clean(self):
        """A no says what can help instead."""
        given = super().clean()
        if given.get("said") == ServiceSaid.NOT_US and not (given.get("instead") or "").strip():
            self.add_error("instead", WhyNot.NO_INSTEAD.value)
        return given


@page(roles=CASE_STAFF)
def waiting(request, key):
    """What waits for the service, what it asked more about, and whom it works with."""
    service = service_called(request.who, key)
    if not may_read_list(request.who, service):
        raise Http404
    rows = requests_of(request.who, service, (*OPEN, Asked.TAKEN))
    kinds = {state: [row for row in rows if row.state == state] for state in (*OPEN, Asked.TAKEN)}
    return render(
        request,
        "desk/services/waiting.html",
        {
            "service": service, "waits": kinds[Asked.WAITING], "more": kinds[Asked.MORE], "taken": kinds[Asked.TAKEN],
            "longest": max((row.waited for row in kinds[Asked.WAITING]), default=0),
        },
    )  # fmt: skip


@page(roles=CASE_STAFF)
def one(request, key, asked):
    """One request: the child, what was asked, the threshold as it was, and the answer."""
    service, row, case, names = found(request, key, asked)
    may_answer = works_for(request.who, service) and row.state in OPEN
    form = TheAnswer(sent(request), names=names, watched=watched(request, case)) if may_answer else None
    here = reverse("desk:service_waiting", args=[key])

    def act(given: dict) -> str:
        said = ServiceSaid(given["said"])
        answer_for_service(asked, said, Written(given["because"], given["instead"]), by=request.who, named=case.pk)
        return DONE[said].format(name=case.child.called)

    referral, secret = referral_seen(request.who, case), is_secret(case.pk)
    more = {
        "service": service, "row": row, "case": case, "referral": referral, "checked": checked_of(asked),
        "said": said_to(referral.key) if referral.key else (), "may_answer": may_answer,
        "may_end": works_for(request.who, service) and row.state == Asked.TAKEN,
        "may_ask_again": row.state == Asked.MORE and bool(request.who.roles & MAY[Event.SERVICE_ASKED]),
        "sender": None if secret else referral.sender,
        "reads_contact": Part.CONTACT in parts_open_to(request.who, case), "secret": secret,
    }  # fmt: skip
    if form is None:
        return render(request, "desk/services/request.html", {**more, "back": here, "back_text": "What waits"})
    return ask(
        request, form, act, question=f"{case.child.full_name} and {service.name}", button="Send the answer",
        back=here, back_text="What waits", template="desk/services/request.html", **more,
    )  # fmt: skip


@page(roles=MAY[Event.SERVICE_ASKED])
def again(request, key, asked):
    """What the service had asked for has come."""
    service, row, case, names = found(request, key, asked)
    if row.state != Asked.MORE:
        raise Http404

    def act(given: dict) -> str:
        ask_again(asked, given["because"], by=request.who, named=case.pk)
        return f"{service.name} is told, and owes an answer again."

    form = Reason(sent(request), names=names, watched=watched(request, case))
    form.fields["because"].label = "What has come, and where is it?"
    return ask(
        request, form, act, question=f"What do you send to {service.name}?", button="Tell the service",
        back=reverse("desk:request", args=[case.reference]), back_text="The request",
        notes=["Their promise counts anew, beginning with today."],
    )  # fmt: skip


def found(request, key, asked):
    """The service, what was asked of it, its case, and the names of the child. That it was looked at is recorded."""
    service = service_called(request.who, key)
    row = request_called(request.who, service, asked)
    case = case_called(request.who, row.reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="request to a service")
    return service, row, case, (case.child.given_name, case.child.family_name, case.child.preferred_name)


def watched(request, case) -> bool:
    """Whether what is written now is looked through for addresses."""
    return request.method == "POST" and is_secret(case.pk)
