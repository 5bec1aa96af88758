"""Addresses of setting up, under ``setup/`` at the desk."""

from django.urls import path

from desk.people import moving
from desk.setup import agencies, agreements, council, localities, roles, start, teams

urlpatterns = [
    path("", start.start, name="setup"),
    path("council/", council.change, name="setup_council"),
    path("councils/open/", council.open_one, name="open_council"),
    path("councils/<str:code>/administrator/", council.administrator, name="invite_administrator"),
    path("localities/", localities.every, name="localities"),
    path("localities/add/", localities.add, name="add_locality"),
    path("localities/<uuid:key>/", localities.change, name="locality"),
    path("teams/", teams.every, name="setup_teams"),
    path("teams/add/", teams.add, name="add_team"),
    path("teams/<uuid:key>/", teams.one, name="setup_team"),
    path("teams/<uuid:key>/change/", teams.change, name="change_team"),
    path("teams/<uuid:key>/end/", teams.end, name="end_team"),
    path("teams/<uuid:key>/people/", moving.join_team, name="join_team"),
    path("teams/<uuid:key>/hand-on/", teams.hand_on, name="hand_on"),
    path("organisations/", agencies.every, name="agencies"),
    path("organisations/add/", agencies.add, name="add_agency"),
    path("organisations/<uuid:key>/", agencies.change, name="change_agency"),
    path("organisations/<uuid:key>/mailbox/", agencies.mailbox, name="agency_mailbox"),
    path("agreements/", agreements.every, name="agreements"),
    path("agreements/add/", agreements.add, name="add_agreement"),
    path("agreements/<uuid:key>/", agreements.one, name="agreement"),
    path("agreements/<uuid:key>/change/", agreements.change, name="change_agreement"),
    path("agreements/<uuid:key>/end/", agreements.end, name="end_agreement"),
    path("roles/", roles.every, name="roles"),
]
