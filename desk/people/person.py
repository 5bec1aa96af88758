"""One colleague, for an administrator: what they are here, how they get in, and what can be done about it."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.invitations import agencies, as_seen, invitations
from accounts.people import person_called, person_seen
from accounts.roles import Role
from accounts.selectors import names_of, teams
from accounts.standing import is_covered
from cases.actions.staff import person as acts
from cases.actions.staff.leave_for_good import Why as WhyNot
from cases.actions.staff.leave_for_good import leave_for_good
from cases.carried import carried
from cases.powers import KEEPS_PEOPLE, may_do, may_give
from core import clock
from core.events import Event
from core.refusals import Refused
from desk.people.forms import StandingForm
from door.forms import Choose, DateField, GovForm, Radios
from door.page import page
from ledger.selectors import office_history

TEAM = "team"


class RoleForm(StandingForm):
    """One more role, or several, for somebody who works here."""

    BESIDE = {
        acts.Why.HOLDS: "roles",
        acts.Why.FIRST_PAST: "since",
        acts.Why.ENDS_FIRST: "until",
    }


class LastDayForm(GovForm):
    """When a role ends."""

    until = DateField(
        label="Last day",
        called="The last day",
        help_text="They keep the role to the end of that day. To end everything at once, close them instead.",
        error_messages={"required": "Give the last day"},
    )


class ReasonForm(GovForm):
    """Why a second step is reset."""

    reason = forms.ChoiceField(
        label="Why?",
        choices=[(one.value, one.words) for one in acts.Reason],
        widget=Radios(small=True),
        error_messages={"required": "Say why"},
    )


class HeirForm(GovForm):
    """Who carries their cases from now on."""

    heir = forms.ChoiceField(
        label="Who takes over their cases?",
        help_text="All of them, from today. Each case can be given to somebody else afterwards.",
        widget=Choose(),
        error_messages={"required": "Choose who takes over their cases", "invalid_choice": "Choose from the list"},
    )

    def __init__(self, *args, heirs, team, **kwargs):
        super().__init__(*args, **kwargs)
        names = [(str(one.pk), one.name) for one in heirs]
        self.fields["heir"].choices = [("", "Choose"), (TEAM, f"Their team: {team.name}"), *names]


@page(roles=KEEPS_PEOPLE)
def person(request, key):
    """Roles with their dates, ways in, where they are signed in, and what was done about them."""
    seen = person_seen(request.who, key)
    history = office_history(request.who.authority_id, key)
    names = names_of({told.actor_ref for told in history})
    theirs = {one.role for one in seen.standings if not one.over}
    return render(
        request,
        "desk/people/person.html",
        {
            "one": seen,
            "oneself": key == request.who.person_id,
            "in_reach": theirs <= may_give(request.who),
            "invitations": as_seen(invitations(request.who).filter(email__iexact=seen.email)),
            "history": [(told, names[told.actor_ref]) for told in history],
        },
    )


@page(roles=KEEPS_PEOPLE)
def give(request, key):
    """One more role."""
    somebody = person_called(request.who, key)
    form = RoleForm(
        _sent(request),
        may_give=may_give(request.who),
        teams=teams(request.who),
        agencies=agencies(),
        covered=partial(is_covered, request.who.authority_id),
        initial={"since": clock.today()},
    )
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        roles = tuple(Role(role) for role in typed["roles"])
        given = acts.Given(roles, typed["since"], typed["until"], form.chosen("team"), form.chosen("agency"))
        try:
            acts.give(key, given, by=request.who)
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(RoleForm.BESIDE.get(reason), reason)
        else:
            messages.success(request, f"{somebody.name} has one more role here.")
            return redirect("desk:person", key=key)
    keeps = may_do(request.who, Event.AGREEMENT_KEPT)
    return render(request, "desk/people/give.html", {"form": form, "somebody": somebody, "keeps_agreements": keeps})


@page(roles=KEEPS_PEOPLE)
def end(request, key, standing):
    """A role ends."""
    seen = person_seen(request.who, key)
    row = next((one for one in seen.standings if one.key == standing and not one.over), None)
    form = LastDayForm(_sent(request), initial={"until": max(clock.today(), row.since) if row else None})
    if row is None or (form.is_bound and form.is_valid()):
        try:
            ended = acts.end(key, standing, form.cleaned_data["until"] if row else clock.today(), by=request.who)
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error("until", reason)
        else:
            messages.success(request, f"{seen.name} stops being {Role(ended.role).words} after that day.")
            return redirect("desk:person", key=key)
    return render(request, "desk/people/end.html", {"form": form, "one": seen, "standing": row})


@page(roles=KEEPS_PEOPLE)
def reset(request, key):
    """Takes second steps away, so that they are set up anew."""
    seen = person_seen(request.who, key)
    form = ReasonForm(_sent(request))
    if form.is_bound and form.is_valid():
        acts.reset_second_step(key, acts.Reason(form.cleaned_data["reason"]), by=request.who)
        messages.success(request, f"{seen.name} is signed out, and sets up a second step at the next sign-in.")
        return redirect("desk:person", key=key)
    return render(request, "desk/people/reset.html", {"form": form, "one": seen})


@page(roles=KEEPS_PEOPLE)
def sign_out(request, key):
    """Ends every session of theirs."""
    somebody = person_called(request.who, key)
    if request.method != "POST":
        return render(request, "desk/people/sign_out.html", {"somebody": somebody})
    acts.sign_out(key, by=request.who)
    messages.success(request, f"{somebody.name} is signed out everywhere.")
    return redirect("desk:person", key=key)


@page(roles=KEEPS_PEOPLE)
def open_again(request, key):
    """An account that was closed as idle."""
    somebody = person_called(request.who, key)
    if request.method != "POST":
        return render(request, "desk/people/open_again.html", {"somebody": somebody})
    acts.open_again(key, by=request.who)
    messages.success(request, f"{somebody.name} can sign in again.")
    return redirect("desk:person", key=key)


@page(roles=KEEPS_PEOPLE)
def close(request, key):
    """Somebody leaves: shows what it does, asks who takes over, and does it at once."""
    seen, today = person_seen(request.who, key), clock.today()
    passes = carried(request.who.authority_id, key, today)
    form = HeirForm(_sent(request), heirs=passes.heirs, team=passes.team) if passes.cases else None
    sent = request.method == "POST"
    if sent and (form is None or form.is_valid()):
        heir = form.cleaned_data["heir"] if form else TEAM
        try:
            done = leave_for_good(key, None if heir == TEAM else UUID(heir), by=request.who)
        except Refused as refusal:
            if form is None or WhyNot.NO_HEIR not in refusal.reasons:
                raise
            form.add_error("heir", WhyNot.NO_HEIR)
        else:
            messages.success(request, _told(seen.name, done))
            return redirect("desk:person", key=key)
    showing = {"form": form, "one": seen, "carried": passes, "yesterday": today - timedelta(days=1)}
    return render(request, "desk/people/close.html", showing)


def _told(name: str, done) -> str:
    cases = "No case was theirs." if not done.cases else f"{done.cases} case{'s' if done.cases > 1 else ''} passed on."
    more = "" if done.everywhere else " They still work elsewhere in SENDPath, and can sign in there."
    return f"{name} does not work here any more. {cases}{more}"


def _sent(request):
    return request.POST if request.method == "POST" else None
