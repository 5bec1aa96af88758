"""What the council knows of a setting beside the register: the grade of its last inspection, its bases and units."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.selectors_register import provision_called, setting_called
from accounts.setting_words import Grade, Need, Sort
from cases.actions.know_setting import MOST_PLACES, Places, keep_grade, keep_provision, mark_mistaken
from desk.calendars.whose import KEEPERS
from desk.setup.asking import asked, sent
from door.forms import Choose, DateField, GovForm
from door.page import page


class Inspection(GovForm):
    """What the inspectorate said of the whole, and when."""

    grade = forms.ChoiceField(
        label="What did the inspectorate say of the setting as a whole?",
        help_text="Since September 2024 inspections of state schools give no overall grade. Say so, with the day.",
        widget=forms.RadioSelect,
        choices=[(grade.value, grade.words) for grade in Grade],
        error_messages={"required": "Choose what the inspectorate said"},
    )
    on = DateField(called="The day of the inspection", label="When was the inspection?")


class AboutPlaces(GovForm):
    """A base or unit."""

    sort = forms.ChoiceField(
        label="What is it?", widget=forms.RadioSelect, choices=[(sort.value, sort.words) for sort in Sort],
        error_messages={"required": "Choose what it is"},
    )  # fmt: skip
    name = forms.CharField(label="Its name", required=False, max_length=80)
    need = forms.ChoiceField(
        label="Which kind of need is it for?", widget=Choose,
        choices=[("", "Choose the kind of need"), *[(need.value, need.words) for need in Need]],
        error_messages={"required": "Choose the kind of need"},
    )  # fmt: skip
    places = forms.IntegerField(
        label="How many places?", min_value=1, max_value=MOST_PLACES,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-4", "autocomplete": "off"}),
        error_messages={
            "required": "Enter how many places there are", "invalid": "Enter a whole number of places, like 12",
            "min_value": "There must be at least one place", "max_value": "Enter 2000 places or fewer",
        },
    )  # fmt: skip
    since = DateField(called="The first day", label="From which day?")
    until = DateField(
        called="The last day", label="Until which day?", required=False,
        help_text="The last day. Leave it empty while it goes on.",
    )  # fmt: skip


@page(roles=KEEPERS)
def inspection(request, key):
    """The grade and the day, or that there is no overall grade."""
    setting = setting_called(request.who, key)
    form = Inspection(sent(request), initial={"grade": setting.grade, "on": setting.grade_on})

    def act(given: dict) -> str:
        kept = keep_grade(key, **given, by=request.who)
        return f"The inspection of {kept.name} is kept."

    return asked(
        request, form, act, question=f"How was {setting.name} inspected?", button="Keep the inspection",
        back=reverse("desk:setting", args=[key]), back_text=setting.name,
        notes=["What you say stays until the official register tells of a later inspection."],
    )  # fmt: skip


@page(roles=KEEPERS)
def add_places(request, key):
    """Another base or unit."""
    return _places(request, key, None)


@page(roles=KEEPERS)
def change_places(request, key, row):
    """More places, another need, a last day."""
    return _places(request, key, provision_called(request.who, key, row))


def _places(request, key, row):
    setting = setting_called(request.who, key)
    names = ("sort", "name", "need", "places", "since", "until")
    form = AboutPlaces(sent(request), initial={name: getattr(row, name) for name in names} if row else {})

    def act(given: dict) -> str:
        keep_provision(key, row and row.pk, Places(**given), by=request.who)
        return "The places are changed." if row else "The places are added."

    return asked(
        request, form, act,
        question=f"Which places does {setting.name} keep?", button="Save the places" if row else "Add the places",
        back=reverse("desk:setting", args=[key]), back_text=setting.name, template="desk/settings/places.html",
        setting=setting, row=row,
    )  # fmt: skip


@page(roles=KEEPERS)
@require_POST
def not_so(request, key, row):
    """It was entered by mistake."""
    mark_mistaken(key, row, by=request.who)
    messages.success(request, "It is taken out. History keeps what was said.")
    return redirect("desk:setting", key)
