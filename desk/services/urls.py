"""Addresses of the directory, under ``services/`` at the desk."""

from django.urls import path

from desk.services import answering, ending, in_time, keeping, outcomes, reach, reading

urlpatterns = [
    path("", reading.every, name="services"),
    path("add/", keeping.add, name="add_service"),
    path("<uuid:key>/", reading.one, name="service"),
    path("<uuid:key>/versions/", reading.versions, name="service_versions"),
    path("<uuid:key>/check/", reading.check, name="check_service"),
    path("<uuid:key>/change/", keeping.change, name="change_service"),
    path("<uuid:key>/threshold/", keeping.threshold, name="change_threshold"),
    path("<uuid:key>/in-time/", in_time.in_time, name="service_in_time"),
    path("<uuid:key>/reach/", reach.reach, name="service_reach"),
    path("<uuid:key>/outcomes/", outcomes.outcomes, name="service_outcomes"),
    path("<uuid:key>/waiting/", answering.waiting, name="service_waiting"),
    path("<uuid:key>/requests/<uuid:asked>/", answering.one, name="service_request"),
    path("<uuid:key>/requests/<uuid:asked>/end/", ending.end, name="end_service_work"),
    path("<uuid:key>/requests/<uuid:asked>/again/", answering.again, name="ask_service_again"),
]
