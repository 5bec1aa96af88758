"""How early people are reminded of each duty: the usual, and the authority’s own choice within limits."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.actions.set_reminders import Invalid, set_reminders
from cases.ladder import LIMITS, Lead
from cases.powers import APPROVERS
from cases.reminder_plans import Chosen, plans_of
from core import clock
from core.refusals import Refused
from door.forms import GovForm
from door.page import page

LABELS = {
    "first": "First notice",
    "nearing": "Nearing",
    "manager": "The manager hears",
    "head": "The head of service hears",
    "again": "And again, while nobody acts, every",
}
HINTS = {
    "first": "Working days before the day we work to. 0 for none.",
    "nearing": "Working days before the day we work to. 0 for none.",
    "manager": "Working days after the last day.",
    "head": "Working days after the last day.",
    "again": "Working days.",
}


class SetReminders(GovForm):
    """Five numbers of working days."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, (least, most) in LIMITS.items():
            wrong = f"Choose between {least} and {most} working days."
            self.fields[name] = forms.IntegerField(
                label=LABELS[name],
                help_text=f"{HINTS[name]} Between {least} and {most}.",
                min_value=least,
                max_value=most,
                widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
            )

    def lead(self) -> Lead:
        """What was chosen."""
        return Lead(**{name: self.cleaned_data[name] for name in LIMITS})


@page(roles=APPROVERS)
def reminders(request):
    """Every duty that is reminded of."""
    return render(request, "desk/reminders.html", {"plans": _plans(request)})


@page(roles=APPROVERS)
def change(request, code):
    """Changes the reminders of one duty, or goes back to the usual."""
    plan = next((each for each in _plans(request) if each.code == code), None)
    if plan is None:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = SetReminders(sent, initial={name: getattr(plan.lead, name) for name in LIMITS})
    if sent is None:
        return _show(request, plan, form)
    if "usual" in sent:
        set_reminders(code, None, by=request.who)
        messages.success(request, f"{plan.what}: back to the usual reminders.")
        return redirect("desk:reminders")
    if not form.is_valid():
        return _show(request, plan, form)
    try:
        set_reminders(code, form.lead(), by=request.who)
    except Invalid as wrong:
        for name, why in wrong.fields.items():
            form.add_error(name, why)
        return _show(request, plan, form)
    except Refused as refusal:
        return _show(request, plan, form, refused=refusal.reasons)
    messages.success(request, f"{plan.what}: the reminders are changed, for what is open too.")
    return redirect("desk:reminders")


def _plans(request) -> list[Chosen]:
    return plans_of(request.who.authority_id, clock.today())


def _show(request, plan: Chosen, form: SetReminders, *, refused: tuple[str, ...] = ()):
    return render(
        request,
        "desk/reminders_change.html",
        {"plan": plan, "form": form, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )
