"""Addresses of the directory, under ``services/`` at the desk."""

from django.urls import path

from desk.services import keeping, reading

urlpatterns = [
    path("", reading.every, name="services"),
    path("add/", keeping.add, name="add_service"),
    path("<uuid:key>/", reading.one, name="service"),
    path("<uuid:key>/versions/", reading.versions, name="service_versions"),
    path("<uuid:key>/check/", reading.check, name="check_service"),
    path("<uuid:key>/change/", keeping.change, name="change_service"),
    path("<uuid:key>/threshold/", keeping.threshold, name="change_threshold"),
]
