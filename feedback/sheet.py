"""The form itself, the same at both doors: one box a question, each of which may be left out."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from door.fields import Choose, LongTextField, Radios
from door.forms import GovForm
from feedback import rules
from feedback.actions.give import Given
from feedback.words import HIGHEST, LOWEST, Group, Why, questions, scale


def said(number: float) -> str:
    """A number of the scale as it is written: 4, or 4.5."""
    return f"{number:g}"


class Sheet(GovForm):
    """What somebody made of a meeting. ``asks_where``: they are from outside, and say where they work."""

    mark_optional = False

    def __init__(self, *args, group: Group, asks_where: bool = False, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        if asks_where:
            self.fields["where"] = forms.ChoiceField(
                label=_("Where do you work?"),
                choices=[
                    ("setting", _("At a nursery, school or college")),
                    ("other", _("For another service")),
                ],
                widget=Radios(),
                required=False,
            )
        for one in questions(group):
            self.fields[one.code] = _box(group, gettext(one.asks))
        self.fields["words"] = LongTextField(
            label=_("What worked well, and what should be different?"),
            help_text=_("You do not have to write anything. Please leave names out."),
            required=False,
            max_length=rules.MOST,
            rows=5,
        )

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if not self.errors and Why.NOTHING in rules.against_giving(self.group, self.scores(), given["words"]):
            self.add_error(questions(self.group)[0].code, gettext(Why.NOTHING))
        return given

    def scores(self) -> dict[str, float]:
        """The questions that were answered."""
        given = {one.code: self.cleaned_data.get(one.code) for one in questions(self.group)}
        return {code: float(number) for code, number in given.items() if number}

    def given(self, **more) -> Given:
        """What was answered, for the act."""
        where = self.cleaned_data.get("where")
        return Given(
            self.scores(), self.cleaned_data["words"], at_a_setting=where == "setting" if where else None, **more
        )


def _box(group: Group, asks: str) -> forms.ChoiceField:
    """Five numbers side by side for parents; eleven in a list for everybody else."""
    numbers = [said(number) for number in scale(group)]
    lowest, highest = f"{numbers[0]}: {gettext(LOWEST)}", f"{numbers[-1]}: {gettext(HIGHEST)}"
    shown = {numbers[0]: lowest, numbers[-1]: highest}
    choices = [(number, shown.get(number, number)) for number in numbers]
    if group == Group.PARENT:
        choices.append(("", _("No answer")))
        return forms.ChoiceField(label=asks, choices=choices, widget=Radios(small=True), required=False, initial=None)
    return forms.ChoiceField(label=asks, choices=[("", _("No answer")), *choices], widget=Choose(), required=False)
