"""Addresses of the register of settings, under ``settings/`` at the desk."""

from django.urls import path

from desk.settings import bring_in, known, lists

urlpatterns = [
    path("", lists.settings, name="settings"),
    path("in-place/", lists.in_place, name="settings_in_place"),
    path("register/", bring_in.choose, name="register"),
    path("register/<uuid:key>/", bring_in.one, name="register_file"),
    path("register/<uuid:key>/take/", bring_in.take, name="register_take"),
    path("register/<uuid:key>/drop/", bring_in.drop_it, name="register_drop"),
    path("register/<uuid:key>/lines.csv", bring_in.bad_lines, name="register_bad"),
    path("<uuid:key>/", lists.setting, name="setting"),
    path("<uuid:key>/inspection/", known.inspection, name="setting_inspection"),
    path("<uuid:key>/places/", known.add_places, name="setting_places_add"),
    path("<uuid:key>/places/<uuid:row>/", known.change_places, name="setting_places"),
    path("<uuid:key>/places/<uuid:row>/not-so/", known.not_so, name="setting_places_not_so"),
    path("<uuid:key>/in-place/", lists.follow, name="setting_follow"),
]
