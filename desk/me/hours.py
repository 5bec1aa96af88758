"""On which days of the week, and from when to when, I work."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.preferences import preference_of
from accounts.roles import CASE_STAFF
from accounts.working_hours import WORKDAYS, Hours, Week, keep_week, week_kept, weekday
from desk.allocation.forms import TIMES
from door.forms import GovForm
from door.page import page


def _time(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label, required=False, input_formats=TIMES,
        widget=forms.TimeInput({"class": "govuk-input--width-5", "autocomplete": "off"}, format="%H:%M"),
        error_messages={"invalid": f"{label}: enter a time, like 9:30 or 5pm"},
    )  # fmt: skip


class HoursForm(GovForm):
    """Two times for each working day. A day without them is one on which they do not work."""

    mark_optional = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for day in WORKDAYS:
            self.fields[f"from_{day}"] = _time(f"{weekday(day)}, from")
            self.fields[f"to_{day}"] = _time(f"{weekday(day)}, to")

    def clean(self):
        given = super().clean()
        for day in WORKDAYS:
            begins, ends = given.get(f"from_{day}"), given.get(f"to_{day}")
            wrong = {f"from_{day}", f"to_{day}"} & set(self.errors)
            if wrong:
                continue
            if begins and not ends:
                self.add_error(f"to_{day}", f"Enter when you end on {weekday(day)}, or leave both empty")
            elif ends and not begins:
                self.add_error(f"from_{day}", f"Enter when you begin on {weekday(day)}, or leave both empty")
            elif begins and ends and ends <= begins:
                self.add_error(f"to_{day}", f"On {weekday(day)} you must end after you begin")
        return given

    @property
    def days(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each day with its two boxes."""
        return [(weekday(day), self[f"from_{day}"], self[f"to_{day}"]) for day in WORKDAYS]

    def week(self) -> Week:
        """The days that were filled in."""
        given = self.cleaned_data
        return {
            day: Hours(given[f"from_{day}"], given[f"to_{day}"])
            for day in WORKDAYS
            if given[f"from_{day}"] and given[f"to_{day}"]
        }


@page(roles=CASE_STAFF)
def hours(request):
    """Asks when somebody works: times for meetings are looked for then, and their families read it."""
    week = week_kept(preference_of(request.who).hours)
    first = {f"from_{day}": one.begins for day, one in week.items()}
    first |= {f"to_{day}": one.ends for day, one in week.items()}
    form = HoursForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        keep_week(request.who, form.week())
        messages.success(request, "Kept." if form.week() else "Kept: you do not say when you work.")
        return redirect("desk:me")
    return render(request, "desk/me/hours.html", {"form": form})
