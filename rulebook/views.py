"""The rule book, and a page for each rule, where the statutory lead signs it off or notes a doubt."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.roles import STAFF
from cases.powers import may_do, require_role
from core import clock
from core.events import Event
from core.refusals import Refused
from door.page import page
from rulebook import words
from rulebook.actions.give_verdict import give_verdict
from rulebook.forms import GiveVerdict
from rulebook.reading import read_out
from rulebook.selectors import Asked, book, opinions_of, rule_called, standing_of
from rulebook.words import BY_EVIDENCE, BY_KIND, BY_STANDING, Said
from statute.calendar import running_out
from statute.fingerprint import fingerprint
from statute.journeys import JOURNEYS
from statute.timetable import codes

FILTERS = {
    "kind": ("Kind", BY_KIND),
    "evidence": ("How surely known", BY_EVIDENCE),
    "standing": ("Signed off", BY_STANDING),
}
LONGEST_SEARCH = 80


@page(roles=STAFF)
def rule_book(request):
    """Every rule, or those that fit what was looked for."""
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    known = {name: value for name, value in chosen.items() if value in dict(FILTERS[name][1])}
    asked = Asked(q=request.GET.get("q", "").strip()[:LONGEST_SEARCH], **known)
    return render(
        request,
        "rulebook/book.html",
        {
            "book": book(request.who, asked),
            "asked": asked,
            "warning": running_out(clock.today()),
            "filters": [
                {"name": "q", "label": "Code, words or source", "value": asked.q},
                *(
                    {"name": name, "label": label, "options": options, "value": getattr(asked, name)}
                    for name, (label, options) in FILTERS.items()
                ),
            ],
        },
    )


@page(roles=STAFF)
def one_rule(request, code):
    """One rule in plain words, with its law, and how it stands."""
    rule = rule_called(code)
    if request.method != "POST":
        return _show(request, rule, GiveVerdict(rule=rule, initial={"read": fingerprint(rule)}))
    doubted = request.POST.get("said") == Said.DOUBTED
    require_role(request.who, Event.RULE_DOUBTED if doubted else Event.RULE_SIGNED_OFF)
    form = GiveVerdict(request.POST, rule=rule)
    if not form.is_valid():
        return _show(request, rule, form)
    given = form.cleaned_data
    try:
        verdict = give_verdict(code, Said(given["said"]), given["why"], read=given["read"], by=request.who)
    except Refused as refusal:
        again = GiveVerdict({**request.POST.dict(), "read": fingerprint(rule)}, rule=rule)
        return _show(request, rule, again, refused=refusal.reasons)
    done = "is signed off" if verdict.said == Said.SIGNED_OFF else "now shows your doubt"
    messages.success(request, f"{code} {done}.")
    return redirect("rulebook:rule", code=code)


def _show(request, rule, form, *, refused: tuple[str, ...] = ()):
    opinions = opinions_of(request.who, rule)
    every = codes()
    place = every.index(rule.code)
    return render(
        request,
        "rulebook/rule.html",
        {
            "rule": rule,
            "read": read_out(rule, clock.today()),
            "standing": standing_of(opinions),
            "opinions": opinions,
            "may_say": may_do(request.who, Event.RULE_SIGNED_OFF),
            "form": form,
            "refused": refused,
            "title_error": bool(refused),
            "kind": words.kind_in_words(rule),
            "not_verified": words.not_verified(rule),
            "evidence_state": words.state_of_evidence(rule),
            "journeys": [each for each in JOURNEYS if rule.limits and rule.process in each.processes],
            "before": every[place - 1] if place else "",
            "after": every[place + 1] if place + 1 < len(every) else "",
        },
        status=409 if refused else 200,
    )
