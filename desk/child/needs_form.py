"""The ticks of both lists of needs."""

from django import forms

from cases.need_words import STATUTORY, NeedList, Needs, PathwayNeed, SenType
from door.forms import Checkboxes, GovForm, Radios


def _hint(need: PathwayNeed) -> str:
    same = STATUTORY[need]
    return f"National type: {same.words}" if same else ""


class NeedsForm(GovForm):
    """Both lists. What is taken out is either over, or was never so."""

    mark_optional = False

    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    pathway = forms.MultipleChoiceField(
        label="Needs, as the pathway names them",
        help_text="Tick all that are true. Where no national type stands beside a need, none says the same.",
        required=False,
        choices=[(need.value, need.words) for need in PathwayNeed],
        widget=Checkboxes(small=True, hints={need.value: _hint(need) for need in PathwayNeed}),
    )
    sen = forms.MultipleChoiceField(
        label="Types of need, as the national returns name them",
        help_text="Tick those that whoever assessed the child has named. None follows from the list above by itself.",
        required=False,
        choices=[(kind.value, kind.words) for kind in SenType],
        widget=Checkboxes(small=True),
    )
    taken_out = forms.ChoiceField(
        label="If you took a tick away",
        required=False,
        choices=[("over", "The child no longer has this need"), ("mistake", "It was noted by mistake")],
        widget=Radios(small=True),
    )

    def __init__(self, *args, shown: Needs, **kwargs):
        ticks = {"pathway": [*shown.pathway], "sen": [*shown.sen], "shown": to_shown(shown)}
        super().__init__(*args, initial=ticks, **kwargs)
        self.were = shown

    @property
    def ticked(self) -> Needs:
        given = self.cleaned_data
        return Needs(frozenset(map(PathwayNeed, given["pathway"])), frozenset(map(SenType, given["sen"])))

    def clean(self):
        """A tick that was taken away wants its reason."""
        given = super().clean()
        if not self.errors and self.were - self.ticked and not given.get("taken_out"):
            self.add_error("taken_out", "Say whether it is over or was a mistake: you took a tick away")
        return given


def to_shown(needs: Needs) -> str:
    """Which ticks a page began with, to know later which were changed on it."""
    return " ".join(sorted(f"{which}:{code}" for which, code in needs.pairs))


def from_shown(words: str) -> Needs:
    """The same, read back; what is no need of ours is passed over."""
    pairs = {tuple(pair.partition(":")[::2]) for pair in words.split()}
    return Needs(
        frozenset(need for need in PathwayNeed if (NeedList.PATHWAY, need) in pairs),
        frozenset(kind for kind in SenType if (NeedList.SEN, kind) in pairs),
    )
