"""Recording why a date cannot be kept."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.excuse import Invalid
from cases.powers import KEEPS_TIME
from cases.secrecy import is_secret
from core.refusals import Refused
from desk.deadline.excuse_form import RecordWhy
from desk.deadline.found import Found, found
from door.page import page
from pathway.actions.put_reason import put_reason
from statute.exceptions import Ground
from statute.timetable import duty


@page(roles=KEEPS_TIME)
def excuse(request, reference, key):
    """The form; what is wrong with it, with everything kept; and then back to the date, where it waits."""
    one = found(request.who, reference, key, page="recording why a date cannot be kept")
    rule = duty(one.deadline.duty, one.deadline.counted_from)
    grounds = [ground for ground in Ground if ground in rule.excused_by]
    sent = request.POST if request.method == "POST" else None
    chosen = (sent or request.GET).get("ground", "")
    form = RecordWhy(sent, request.FILES if sent is not None else None, grounds=grounds, chosen=chosen,
                     initial={"ground": chosen},
                     watched=sent is not None and is_secret(one.case.pk))  # fmt: skip
    if sent is None or not form.is_valid():
        return _show(request, one, form)
    try:
        put_reason(one.case.pk, key, form.given(), form.cleaned_data["file"], by=request.who)
    except Invalid as wrong:
        for name, why in wrong.fields.items():
            form.add_error(name if name in form.fields else None, why)
        return _show(request, one, form)
    except Refused as refusal:
        return _show(request, one, form, refused=refusal.reasons)
    messages.success(request, "The reason is recorded. It excuses nothing until a manager agrees.")
    return redirect("desk:deadline", reference=reference, key=key)


def _show(request, one: Found, form: RecordWhy, *, refused: tuple[str, ...] = ()):
    return render(
        request,
        "desk/deadline/excuse.html",
        one.context() | {"form": form, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )
