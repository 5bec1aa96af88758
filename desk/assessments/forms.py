"""What is asked when a service is asked for its part, and when an assessment is sent or stopped."""

from uuid import UUID

from django import forms

from assessments.actions.send import Wanted
from door.forms import Checkboxes, Choose, DateField, GovForm, LongTextField


class AskFor(GovForm):
    """Who writes a part, by when."""

    person = forms.ChoiceField(
        label="Who writes it?", widget=Choose(),
        help_text="They see the case from now on, and have it among what they are to do.",
        error_messages={"required": "Choose who writes it", "invalid_choice": "Choose somebody from the list"},
    )  # fmt: skip
    due_on = DateField(label="By which day?", error_messages={"required": "Enter the day by which you need it"})

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Choose a colleague"), *((str(one.pk), one.name) for one in people)]


class Send(GovForm):
    """To whom of the family, and why something is wanting."""

    readers = forms.MultipleChoiceField(
        label="Who of the family gets it?", required=False, widget=Checkboxes(),
        help_text="Each reads all of it, the others’ words too. Tick only who may. Nobody else of the family sees it.",
        error_messages={"invalid_choice": "Choose from the list"},
    )  # fmt: skip
    no_reader_because = LongTextField(
        label="If nobody of the family gets it: why?", required=False, max_length=1000, rows=2
    )
    no_views_because = LongTextField(
        label="If it does not say what the child says: why?", required=False, max_length=1000, rows=2
    )
    missing_because = LongTextField(
        label="If you do not wait for a part that somebody was asked for: why?", required=False, max_length=1000, rows=2
    )

    def __init__(self, *args, readers, called, waits, no_views, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["readers"].choices = readers
        if no_views:
            self.fields["no_views_because"].label = f"Nothing says what {called} says: why could it not be found out?"
        else:
            del self.fields["no_views_because"]
        if not waits:
            del self.fields["missing_because"]
        if not readers:
            del self.fields["readers"]
            self.fields["no_reader_because"].label = "Nobody of the family stands on this case to get it: why?"

    def wanted(self) -> Wanted:
        """How it is to be sent."""
        given = self.cleaned_data
        return Wanted(
            readers=tuple(UUID(one) for one in given.get("readers", [])),
            no_reader_because=given["no_reader_because"],
            no_views_because=given.get("no_views_because", ""),
            missing_because=given.get("missing_because", ""),
        )


class Stop(GovForm):
    """Why it is not carried on."""

    because = LongTextField(
        label="Why is it not carried on?", max_length=1000, rows=3, error_messages={"required": "Say why"}
    )
