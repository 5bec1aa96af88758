"""Localities: where the pathway is switched on, one at a time, from a day to a day."""

from django import forms
from django.shortcuts import render
from django.urls import reverse

from accounts.places import Area, Why, districts_in
from accounts.selectors_setup import localities, locality_called
from cases.actions.staff.locality import keep_locality
from cases.powers import MAY, OVERSEERS
from core import clock
from core.events import Event
from desk.setup.asking import asked, sent
from door.forms import DateField, GovForm, LongText, LongTextField
from door.page import page

KEEPERS = MAY[Event.LOCALITY_KEPT]


class Place(GovForm):
    """A locality."""

    name = forms.CharField(label="Name", max_length=80, widget=forms.TextInput({"autocomplete": "off"}))
    since = DateField(
        called="The first day", label="It takes requests from", help_text="On this day the pathway is switched on here."
    )
    until = DateField(
        called="The last day", label="To", required=False,
        help_text="The last day. A request that comes later is taken all the same, with a warning. "
        "Leave it empty while it goes on.",
    )  # fmt: skip
    districts = forms.CharField(
        label="Postcode districts", required=False, max_length=600,
        help_text="The first part of the postcodes, like M5 M6 M50. By these we know which locality a request is from.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip
    wards = LongTextField(
        label="Wards", required=False, max_length=2000, widget=LongText(rows=4),
        help_text="One on a line, for people to read.",
    )  # fmt: skip

    def clean_districts(self):
        found, all_read = districts_in(self.cleaned_data["districts"])
        if not all_read:
            raise forms.ValidationError(Why.NOT_DISTRICTS)
        return found

    def wanted(self, key=None) -> Area:
        given = self.cleaned_data
        wards = frozenset(ward.strip() for ward in given["wards"].splitlines() if ward.strip())
        return Area(given["name"].strip(), given["since"], given["until"], given["districts"], wards, key)


@page(roles=KEEPERS | OVERSEERS)
def every(request):
    """The localities, and which take requests today."""
    rows = list(localities(request.who))
    return render(
        request,
        "desk/setup/localities.html",
        {"rows": rows, "on": _on(rows), "may_keep": bool(request.who.roles & KEEPERS)},
    )


def _on(rows) -> int:
    today = clock.today()
    return sum(row.since <= today and (row.until is None or today <= row.until) for row in rows)


@page(roles=KEEPERS)
def add(request):
    """A new locality."""
    return _form(request, None)


@page(roles=KEEPERS)
def change(request, key):
    """Another name, other days, other postcodes."""
    return _form(request, locality_called(request.who, key))


def _form(request, place):
    initial = {
        "name": place.name, "since": place.since, "until": place.until,
        "districts": " ".join(place.districts), "wards": "\n".join(place.wards),
    } if place else {}  # fmt: skip
    form = Place(sent(request), initial=initial)

    def act(_given: dict) -> str:
        kept = keep_locality(place and place.pk, form.wanted(place and place.pk), by=request.who)
        return f"{kept.name} is {'changed' if place else 'added'}."

    return asked(
        request, form, act,
        question=f"When does {place.name} take requests?" if place else "Which locality do you want to add?",
        button="Save the locality" if place else "Add the locality",
        back=reverse("desk:localities"), back_text="Localities",
    )  # fmt: skip
