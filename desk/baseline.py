"""Figures of earlier years, each with its source and its day."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.results import Said, keep_baseline
from cases.powers import MAY
from cases.result_words import Result
from cases.results_seen import baselines
from core import clock
from core.events import Event
from desk.child.found import tried
from door.forms import Choose, DateField, GovForm, LongTextField, Radios
from door.page import page
from statute.school_days import called

OLDEST = 2000


class BaselineForm(GovForm):
    """One figure."""

    measure = forms.ChoiceField(
        label="What does the figure count?",
        choices=[(kind.value, kind.words) for kind in Result],
        widget=Radios(small=True),
        initial=Result.ASSESSMENT,
    )
    year = forms.TypedChoiceField(label="School year it is of", widget=Choose(), coerce=int)
    figure = forms.IntegerField(
        label="Number of children",
        min_value=0,
        max_value=1_000_000,
        required=False,
        help_text="Leave it empty to take back what was entered of that year.",
        widget=forms.TextInput({"class": "govuk-input--width-5", "inputmode": "numeric", "autocomplete": "off"}),
    )
    source = LongTextField(
        label="Where the figure is from",
        help_text="Such as a report and its page, so that somebody else can find it.",
        max_length=300,
        rows=2,
        error_messages={"required": "Say where the figure is from"},
    )
    dated_on = DateField(
        label="The day of that source",
        called="The day of the source",
        error_messages={"required": "Enter the day of the source"},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        years = range(clock.today().year, OLDEST - 1, -1)
        self.fields["year"].choices = [(year, called(year)) for year in years]
        self.fields["year"].initial = clock.today().year - 1


@page(roles=MAY[Event.BASELINE_KEPT])
def earlier(request):
    """Shows every version, and takes one more."""
    sent = request.POST if request.method == "POST" else None
    form = BaselineForm(sent)
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        said = Said(Result(given["measure"]), given["year"], given["figure"], given["source"], given["dated_on"])
        done, _refused = tried(form, lambda: keep_baseline(said, by=request.who))
        if done:
            messages.success(request, "Saved. It stands beside the year after it on the page of activity.")
            return redirect("desk:earlier_figures")
    return render(request, "desk/earlier_figures.html", {"form": form, "versions": baselines(request.who)})
