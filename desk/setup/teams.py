"""Teams: added, changed, ended, and their cases handed to another."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.models import Team
from accounts.selectors import team_called
from accounts.selectors_setup import localities, receiving_teams, team_members, teams_with_members
from cases.actions.staff.team import EACH_TIME, Wanted, end_team, hand_all_on, keep_team
from cases.powers import MAY, OVERSEERS
from cases.teams import open_cases_of
from core import clock
from core.events import Event
from core.refusals import Refused
from desk.setup.asking import asked, sent
from door.forms import Choose, DateField, GovForm
from door.page import page

KEEPERS = MAY[Event.TEAM_KEPT]
KINDS = [choice for choice in Team.Kind.choices if choice[0] != Team.Kind.BRIDGE]


class About(GovForm):
    """What is said of a team."""

    name = forms.CharField(label="Name", max_length=120, widget=forms.TextInput({"autocomplete": "off"}))
    kind = forms.ChoiceField(label="What it is", widget=Choose)
    locality = forms.ChoiceField(
        label="Locality", required=False, widget=Choose, help_text="Where it works. A team may belong to none."
    )
    since = DateField(
        called="The first day",
        label="First day",
        required=False,
        help_text="Leave it empty when the team was always there.",
    )

    def __init__(self, *args, places, bridge: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [Team.Kind.choices[0]] if bridge else [("", "Choose what it is"), *KINDS]
        self.fields["kind"].choices = kinds
        self.fields["locality"].choices = [("", "None"), *((str(row.pk), row.name) for row in places)]

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        place = UUID(given["locality"]) if given["locality"] else None
        return Wanted(given["name"].strip(), given["kind"], place, given["since"], given.get("mailbox", ""))


class New(About):
    """A team that is being added has its mailbox from the start."""

    mailbox = forms.EmailField(
        label="Shared mailbox", widget=forms.EmailInput({"autocomplete": "off"}),
        help_text="An address that several people read and that outlasts each of them, never one person’s own.",
    )  # fmt: skip


class End(GovForm):
    """When it ends."""

    until = DateField(called="The last day", label="Last day", help_text="Today or later.")


class HandOn(GovForm):
    """Who takes the cases."""

    to = forms.ChoiceField(label="Which team takes them?", widget=Choose)

    def __init__(self, *args, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", "Choose a team"), *((str(team.pk), team.name) for team in teams)]


@page(roles=KEEPERS | OVERSEERS)
def every(request):
    """The teams, what each is, where, and how many people it has."""
    rows = list(teams_with_members(request.who, clock.today()))
    return render(
        request,
        "desk/setup/teams.html",
        {"rows": rows, "going_on": sum(not row.over for row in rows), "may_keep": bool(request.who.roles & KEEPERS)},
    )


@page(roles=KEEPERS | OVERSEERS)
def one(request, key):
    """One team: its people with the organisation of each, and how many cases it has."""
    team = team_called(request.who, key)
    members = team_members(request.who, key, clock.today())
    return render(
        request,
        "desk/setup/team.html",
        {
            "team": team,
            "members": members,
            "organisations": len({row.agency_id for row in members if row.agency_id}),
            "open_cases": open_cases_of(team).count(),
            "may_keep": bool(request.who.roles & KEEPERS),
            "may_hand_on": bool(request.who.roles & OVERSEERS),
            "is_bridge": team.kind == Team.Kind.BRIDGE,
        },
    )


@page(roles=KEEPERS)
def add(request):
    """A new team."""
    form = New(sent(request), places=localities(request.who))

    def act(_given: dict) -> str:
        return f"{keep_team(None, form.wanted(), by=request.who).name} is added."

    return asked(
        request, form, act, question="Which team do you want to add?", button="Add the team",
        back=reverse("desk:setup_teams"), back_text="Teams",
    )  # fmt: skip


@page(roles=KEEPERS)
def change(request, key):
    """Another name, kind, locality or first day."""
    team = team_called(request.who, key)
    initial = {"name": team.name, "kind": team.kind, "locality": str(team.locality_id or ""), "since": team.since}
    form = About(sent(request), initial=initial, places=localities(request.who), bridge=team.kind == Team.Kind.BRIDGE)

    def act(_given: dict) -> str:
        return f"{keep_team(key, form.wanted(), by=request.who).name} is changed."

    return asked(
        request, form, act, question=f"What is {team.name}?", button="Save the team",
        back=reverse("desk:setup_team", args=[key]), back_text=team.name,
    )  # fmt: skip


@page(roles=KEEPERS)
def end(request, key):
    """A last day for a team that has no open cases."""
    team = team_called(request.who, key)

    def act(given: dict) -> str:
        end_team(key, given["until"], by=request.who)
        return f"{team.name} has its last day."

    return asked(
        request, End(sent(request), initial={"until": clock.today()}), act,
        question=f"When does {team.name} end?", button="End the team",
        back=reverse("desk:setup_team", args=[key]), back_text=team.name,
        notes=["A team that still has cases cannot be ended: a manager hands them to another team first."],
    )  # fmt: skip


@page(roles=MAY[Event.CASE_GIVEN])
def hand_on(request, key):
    """Gives a team's cases to another, each by an act of its own."""
    team = team_called(request.who, key)
    form = HandOn(sent(request), teams=receiving_teams(request.who, key))
    here, refused = reverse("desk:setup_team", args=[key]), ()
    if form.is_bound and form.is_valid():
        try:
            done, left = hand_all_on(key, UUID(form.cleaned_data["to"]), by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            more = f" {left} are left: press again." if left else ""
            messages.success(request, f"{done} {'case is' if done == 1 else 'cases are'} handed on.{more}")
            return redirect(request.path if left else here)
    return render(
        request,
        "desk/setup/hand_on.html",
        {
            "form": form, "team": team, "open_cases": open_cases_of(team).count(), "each_time": EACH_TIME,
            "back": here, "refused": refused, "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )  # fmt: skip
