"""The form on paper, and an answer typed in from paper or from what somebody said."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext

from cases import sight
from cases.powers import MAY
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from desk.feedback.shared import names_at, show
from door.fields import DateField, Radios
from door.page import page
from feedback.actions.give import give
from feedback.rules import against_day
from feedback.selectors import ask_called
from feedback.sheet import Sheet, said
from feedback.words import HIGHEST, LOWEST, How, Why, questions, scale
from meetings.selectors import meeting_called


class TakeDown(Sheet):
    """What somebody answered on paper or aloud, and when."""

    how = forms.ChoiceField(
        label="How did they tell you?",
        choices=[(How.PAPER.value, How.PAPER.words), (How.PHONE.value, How.PHONE.words)],
        widget=Radios(),
        error_messages={"required": "Choose how they told you"},
    )
    given_on = DateField(label="When did they say or write it?", called="The day")

    def __init__(self, *args, held_on, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.held_on = held_on
        self.order_fields(["how", "given_on"])

    def clean(self) -> dict:
        given = super().clean()
        if given.get("given_on"):
            for why in against_day(given["given_on"], self.held_on, clock.today()):
                self.add_error("given_on", str(why))
        return given


@page(roles=MAY[Event.FEEDBACK_GIVEN])
def take_down(request, reference, key, ask):
    """An answer from paper or from the phone, with equal standing. It cannot be opened again."""
    case, meeting = meeting_called(request.who, reference, key)
    if not sight.may_act(request.who, case):
        raise NotAllowed(sight.READS_ONLY, seen=True)
    one = ask_called(meeting, ask)
    if one.answered:
        raise Refused(Why.ANSWERED)
    form = TakeDown(
        request.POST if request.method == "POST" else None, group=one.group, asks_where=one.asks_where,
        held_on=meeting.held_on,
    )  # fmt: skip
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.given(how=How(form.cleaned_data["how"]), given_on=form.cleaned_data["given_on"])
        try:
            give(ask, given, by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "Their answer is kept. It counts like any other, and nobody can open it again.")
            return redirect("desk:feedback", reference=reference, key=key)
    name = names_at(request.who, case, meeting).get(one.invitee, "")
    return show(request, "take_down", case, meeting, refused=refused, form=form, one=one, name=name)


@page(roles=MAY[Event.FEEDBACK_GIVEN])
def paper(request, reference, key, ask):
    """The form to print: it names neither the child nor who answers."""
    case, meeting = meeting_called(request.who, reference, key)
    one = ask_called(meeting, ask)
    numbers = [said(number) for number in scale(one.group)]
    return show(
        request, "paper", case, meeting, one=one, numbers=numbers, questions=questions(one.group),
        lowest=f"{numbers[0]} is {gettext(LOWEST)}", highest=f"{numbers[-1]} is {gettext(HIGHEST)}",
    )  # fmt: skip
