"""Addresses of what the council promised, under ``strategy/`` at the desk."""

from django.urls import path

from desk.strategy import pages

urlpatterns = [
    path("", pages.every, name="strategy"),
    path("add/", pages.add, name="add_commitment"),
    path("<uuid:key>/", pages.one, name="commitment"),
    path("<uuid:key>/change/", pages.change, name="change_commitment"),
]
