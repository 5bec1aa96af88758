"""One way for every form of setting up: checked, kept by an act, and back to where it came from."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cases.actions.staff.council import WrongFields
from core.refusals import Refused
from door.forms import GovForm


def sent(request: HttpRequest):
    """What was posted, or None: an empty form is not a wrong one."""
    return request.POST if request.method == "POST" else None


def asked(
    request: HttpRequest,
    form: GovForm,
    act: Callable[[dict[str, Any]], str],
    *,
    question: str,
    button: str,
    back: str,
    back_text: str,
    template: str = "desk/setup/form.html",
    **more: Any,
) -> HttpResponse:
    """The form; once it is right, ``act`` is done, what it returns is said, and the person is sent ``back``."""
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data))
            return redirect(back)
        except WrongFields as wrong:
            for field, said in wrong.fields.items():
                form.add_error(field if field in form.fields else None, said)
        except Refused as refusal:
            refused = refusal.reasons
    given = {
        "form": form, "question": question, "button": button, "back": back, "back_text": back_text,
        "refused": refused, "title_error": bool(refused), **more,
    }  # fmt: skip
    return render(request, template, given, status=409 if refused else 200)
