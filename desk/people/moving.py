"""A colleague moves to another team, from their own page or from the team's."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.models import Membership
from accounts.people import person_seen
from accounts.selectors import team_called, teams
from cases.actions.staff.move import could_join, move
from cases.powers import KEEPS_PEOPLE
from core import clock
from core.refusals import Refused
from desk.people.forms import MoveForm
from door.forms import Choose, DateField, GovForm
from door.page import page


class JoinForm(GovForm):
    """Who comes into a team, and from when."""

    standing = forms.ChoiceField(
        label="Who comes into the team?",
        help_text="Whoever is not in it yet, with what they are and where. A colleague who is new here is invited.",
        widget=Choose(),
        error_messages={"required": "Choose a colleague", "invalid_choice": "Choose from the list"},
    )
    on = DateField(
        label="First day there", called="The first day", help_text="Until the day before they stay where they are.",
        error_messages={"required": "Give the first day"},
    )  # fmt: skip

    def __init__(self, *args, rows: list[Membership], **kwargs):
        super().__init__(*args, **kwargs)
        named = [(str(row.pk), _named(row)) for row in rows]
        self.fields["standing"].choices = [("", "Choose"), *named]


@page(roles=KEEPS_PEOPLE)
def move_role(request, key, standing):
    """One role of theirs, to another team or to none."""
    seen = person_seen(request.who, key)
    row = next((one for one in seen.standings if one.key == standing and not one.over), None)
    if row is None:
        raise Membership.DoesNotExist
    form = MoveForm(_sent(request), teams=teams(request.who), initial={"on": max(clock.today(), row.since)})
    if form.is_bound and form.is_valid():
        try:
            move(key, standing, form.chosen, form.cleaned_data["on"], by=request.who)
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, f"{seen.name} moves. They keep the role, and what they answer for themselves.")
            return redirect("desk:person", key=key)
    return render(request, "desk/people/move.html", {"form": form, "one": seen, "standing": row})


@page(roles=KEEPS_PEOPLE)
def join_team(request, key):
    """Somebody who works here comes into this team."""
    team = team_called(request.who, key)
    rows = could_join(key, by=request.who)
    form = JoinForm(_sent(request), rows=rows, initial={"on": clock.today()})
    if form.is_bound and form.is_valid():
        row = next(one for one in rows if str(one.pk) == form.cleaned_data["standing"])
        try:
            move(row.person_id, row.pk, key, form.cleaned_data["on"], by=request.who)
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, f"{row.person.name} comes into {team.name}.")
            return redirect("desk:setup_team", key=key)
    return render(request, "desk/people/join_team.html", {"form": form, "team": team})


def _named(row: Membership) -> str:
    where = row.team.name if row.team else "no team"
    return f"{row.person.name}: {row.get_role_display()}, {where}"


def _sent(request):
    return request.POST if request.method == "POST" else None
