"""Somebody may not be told an address: put, answered and lifted, each by two people."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.child.bar import answer_bar, ask_to_lift, put_bar
from cases.child_editing import addresses_to_bar, person_to_change
from cases.powers import MAY
from cases.secret_seen import PAGE, bar_called
from cases.words import Part
from core.events import Event
from desk.child.forms import AnswerForm, BarForm, LiftForm
from desk.child.found import child_of, frame, show_form, tried
from door.page import page


@page(roles=MAY[Event.BAR_PUT])
def put(request, reference, key):
    """Bars somebody around the child. It holds at once."""
    case = child_of(request, reference, PAGE, part=Part.SECRET)
    around = person_to_change(request.who, case, key)
    sent = request.POST if request.method == "POST" else None
    form = BarForm(sent, addresses=addresses_to_bar(case))
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        done, refused = tried(
            form,
            lambda: put_bar(case.pk, around.pk, form.chosen, form.cleaned_data["reason"], by=request.who),
        )
        if done:
            messages.success(request, "It holds from now. A manager is asked to agree.")
            return redirect("desk:secret", reference=reference)
    return show_form(
        request, case, form, refused=refused, button=f"Bar {around.name}",
        heading=f"{around.name} may not be told an address",
        intro="It holds from the moment you save it. A second person agrees, or does not. To lift it later takes two "
        f"people again. No letter to {around.name} can then carry the address, whoever writes it.",
    )  # fmt: skip


@page(roles=MAY[Event.BAR_ANSWERED])
def answer(request, reference, key):
    """The second person answers: to a bar, or to lifting one."""
    case = child_of(request, reference, PAGE, part=Part.SECRET)
    bar = bar_called(request.who, case, key)
    sent = request.POST if request.method == "POST" else None
    form = AnswerForm(sent)
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        agreed = form.cleaned_data["agreed"] == "yes"
        done, refused = tried(form, lambda: answer_bar(case.pk, bar.key, agreed, by=request.who))
        if done:
            messages.success(request, _said(bar.state, agreed))
            return redirect("desk:secret", reference=reference)
    return render(
        request,
        "desk/child/answer.html",
        frame(request, case) | {"bar": bar, "form": form, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )


@page(roles=MAY[Event.BAR_LIFT_ASKED])
def lift(request, reference, key):
    """Asks a second person to lift a bar."""
    case = child_of(request, reference, PAGE, part=Part.SECRET)
    bar = bar_called(request.who, case, key)
    sent = request.POST if request.method == "POST" else None
    form = LiftForm(sent)
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        done, refused = tried(form, lambda: ask_to_lift(case.pk, bar.key, form.cleaned_data["reason"], by=request.who))
        if done:
            messages.success(request, "A manager is asked to lift it. Until then it holds.")
            return redirect("desk:secret", reference=reference)
    return show_form(
        request, case, form, refused=refused, button="Ask to lift it",
        heading=f"May {bar.name} be told again?",
        intro="A second person decides. Until then the bar holds.",
    )  # fmt: skip


def _said(state: str, agreed: bool) -> str:
    if state == "lift_asked":
        return "The bar is lifted." if agreed else "The bar stays, and holds."
    return "Agreed: two people have said so, and it holds." if agreed else "Not agreed: nobody is barred by it now."
