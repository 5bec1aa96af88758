"""What a profile asks, at either door."""

from collections.abc import Sequence

from door.forms import GovForm, LongTextField
from profiles.selectors import Written
from profiles.words import LONGEST, Section, Why, heading


class AboutChild(GovForm):
    """A field for each heading, with what stands there."""

    def __init__(self, *args, called: str, oneself: bool, written: Sequence[Written], **kwargs):
        super().__init__(*args, **kwargs)
        self.stands = {one.section: one.words for one in written}
        for section in Section:
            self.fields[section.value] = LongTextField(
                label=heading(section, called, oneself=oneself), required=False, max_length=LONGEST, rows=4,
                initial=self.stands.get(section, ""),
            )  # fmt: skip

    def clean(self):
        """Something, where nothing stands yet."""
        if not self.stands and not any(self.data.get(section.value, "").strip() for section in Section):
            self.add_error(Section.MATTERS.value, str(Why.NOTHING))
        return self.cleaned_data

    def written(self) -> dict[Section, str]:
        """What was typed under each heading."""
        return {section: self.cleaned_data.get(section.value, "") for section in Section}
