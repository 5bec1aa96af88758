"""Addresses that exist in the demonstration and in tests alone."""

from django.urls import path

from demo import people
from door.parts_page import parts

DEMO = [
    path("demo/", people.people, name="demo"),
    path("demo/<uuid:key>/", people.sign_in, name="demo_sign_in"),
    path("parts/", parts, name="parts"),
]
