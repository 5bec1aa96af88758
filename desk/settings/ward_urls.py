"""Addresses of wards, under ``wards/`` at the desk."""

from django.urls import path

from desk.settings import bring_in, wards

urlpatterns = [
    path("", wards.every, name="wards"),
    path("postcodes/", bring_in.postcodes, name="ward_postcodes"),
    path("names/", bring_in.ward_names, name="ward_names"),
    path("<uuid:key>/mark/", wards.mark, name="ward_mark"),
]
