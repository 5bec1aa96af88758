from django.urls import path

from desk.profiles import pages

urlpatterns = [
    path("", pages.profiles, name="profiles"),
    path("<uuid:key>/write/", pages.write, name="write_profile"),
    path("<uuid:key>/print/", pages.one_page, name="print_profile"),
]
