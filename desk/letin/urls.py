"""Addresses of letting in by exception, under ``let-in/`` at the desk."""

from django.urls import path

from desk.letin import asking, reviewing

urlpatterns = [
    path("", reviewing.every, name="let_in"),
    path("ask/", asking.ask, name="let_in_ask"),
    path("unusual/", reviewing.unusual, name="unusual_looking"),
    path("<uuid:key>/", reviewing.one, name="let_in_one"),
    path("<uuid:key>/end/", reviewing.end, name="let_in_end"),
]
