"""Addresses of the school calendars, under ``calendars/`` at the desk."""

from django.urls import path

from desk.calendars import bring_in, change, lists, settings, year

urlpatterns = [
    path("", lists.settings, name="calendars"),
    path("add/", settings.add, name="setting_add"),
    path("<uuid:key>/about/", settings.rename, name="setting_about"),
    path("<str:whose>/<int:year>/", year.year, name="calendar_year"),
    path("<str:whose>/<int:year>/change/", change.change, name="calendar_change"),
    path("<str:whose>/<int:year>/file/", bring_in.bring_in, name="calendar_read"),
    path("<str:whose>/<int:year>/council/", year.council, name="calendar_council"),
    path("<str:whose>/<int:year>/versions/<int:number>/", year.version, name="calendar_version"),
]
