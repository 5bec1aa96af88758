"""A service's work with a child ends: what came of it, need by need, and why."""

from django import forms
from django.http import Http404
from django.urls import reverse

from cases.needs_seen import NeedSeen, needs_of
from cases.powers import MAY
from cases.selectors import records_of
from core.events import Event
from desk.services.answering import Reason, found, watched
from desk.setup.asking import asked as ask
from desk.setup.asking import sent
from door.forms import LongTextField, Radios
from door.page import page
from pathway.actions.end_service_work import end_service_work
from provision.actions.end_work import NO_NEED, CameOfIt, Ending
from provision.asked import works_for
from provision.words import Asked, Came, WhyEnds, WhyNot

NOT_OURS = "not_ours"
Place = tuple[str, str]
"""A need, by its list and its code."""


class TheEnd(Reason):
    """For each need that stands: what came of it, in a sentence; and why the work ends."""

    mark_optional = False

    why = forms.ChoiceField(
        label="Why does the work end?", choices=[(one.value, one.words) for one in WhyEnds],
        widget=Radios(small=True), error_messages={"required": WhyNot.NO_WHY.value},
    )  # fmt: skip
    because = LongTextField(
        label="What should the family know about that, and who helps now?", max_length=2000, rows=4,
        error_messages={"required": WhyNot.NO_REASON.value},
    )  # fmt: skip

    def __init__(self, *args, needs: dict[str, tuple[Place, str]], **kwargs):
        self.needs = needs
        self.written = ("because", *(f"words_{name}" for name in needs))
        super().__init__(*args, **kwargs)
        for name, (_place, words) in needs.items():
            self.fields[f"came_{name}"] = forms.ChoiceField(
                label=f"{words}: what came of it?", required=False, initial=NOT_OURS,
                choices=[*((one.value, one.words) for one in Came), (NOT_OURS, "We did not work on this")],
                widget=Radios(small=True, divider_before=NOT_OURS),
            )  # fmt: skip
            self.fields[f"words_{name}"] = LongTextField(
                label=f"{words}: in a sentence", max_length=500, rows=2, required=False
            )
        last = [name for name in ("why", "because", "no_address") if name in self.fields]
        self.order_fields([*(name for name in self.fields if name not in last), *last])

    @property
    def outcomes(self) -> list[CameOfIt]:
        """What was said of the needs that were worked on."""
        given = self.cleaned_data
        return [
            CameOfIt(*place, Came(given[f"came_{name}"]), given[f"words_{name}"])
            for name, (place, _words) in self.needs.items()
            if given.get(f"came_{name}") not in (None, "", NOT_OURS)
        ]

    def clean(self):
        """One at least, each with its sentence; a sentence wants its answer."""
        given = super().clean()
        for name in self.needs:
            came, words = given.get(f"came_{name}"), (given.get(f"words_{name}") or "").strip()
            if came in (None, "", NOT_OURS):
                if words:
                    self.add_error(f"came_{name}", "Choose what came of it: you wrote a sentence about it")
            elif not words and f"words_{name}" not in self.errors:
                self.add_error(f"words_{name}", WhyNot.NO_SENTENCE.value)
        asked = [f"came_{name}" for name in self.needs]
        if all(given.get(name) in (None, "", NOT_OURS) and name not in self.errors for name in asked):
            self.add_error(f"came_{next(iter(self.needs))}", WhyNot.NO_OUTCOME.value)
        return given


@page(roles=MAY[Event.SERVICE_FINISHED])
def end(request, key, asked):
    """The work with the child has ended, with what came of it."""
    service, row, case, names = found(request, key, asked)
    if not works_for(request.who, service) or row.state != Asked.TAKEN:
        raise Http404
    noted = needs_of({record.pk: record.reference for record in records_of(request.who, case)})
    form = TheEnd(sent(request), names=names, watched=watched(request, case), needs=_worked_on(noted, row.asked_on))

    def act(given: dict) -> str:
        ending = Ending(form.outcomes, WhyEnds(given["why"]), given["because"])
        end_service_work(asked, ending, by=request.who, named=case.pk)
        return f"The work with {case.child.called} has ended, and the family is told. Your part on the case is over."

    return ask(
        request, form, act, question=f"What came of your work with {case.child.called}?", button="End the work",
        back=reverse("desk:service_waiting", args=[key]), back_text="What waits",
        notes=[
            "The family reads every sentence on its own page, and whoever leads reads it on the case. Leave "
            f"{case.child.called}’s name out of it. It cannot be changed afterwards.",
            "Once the work has ended, your team sees this case no longer, unless another of your services works on it.",
        ],
    )  # fmt: skip


def _worked_on(noted: list[NeedSeen], since) -> dict[str, tuple[Place, str]]:
    """The needs that the child had at any time since the service was asked, each once, and one place for the rest."""
    rows = [row for row in noted if not row.mistaken and (row.until is None or row.until >= since)]
    places = {f"{row.which}_{row.code}": ((str(row.which), row.code), str(row.words)) for row in rows}
    rest = "Something else" if places else "What you were asked to help with"
    return {**places, "rest": (NO_NEED, rest)}
