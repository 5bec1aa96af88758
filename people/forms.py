"""Written text on a case where somebody may not be told an address: what looks like one is asked about first."""

from django import forms
from django.utils.translation import gettext_lazy as _

from door.forms import GovForm
from people.postcodes import holds_one

PROMPT = _(
    "This looks as if it holds an address. Somebody may not be told where this child is, and what is written here is "
    "read by more people than the address is. Take it out and enter it as an address, or say below that it is none."
)


class MindsAddresses(GovForm):
    """A form whose written text is looked through for postcodes while ``watched``. ``written`` names its fields."""

    written: tuple[str, ...] = ()

    def __init__(self, *args, watched: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.watched = watched
        if self.prompts:
            self.fields["no_address"] = forms.BooleanField(
                label=_("It is not an address, or everybody who reads this may be told it"), required=False
            )

    def clean(self):
        """Asks once; whoever ticks has answered."""
        given = super().clean()
        if self.watched and not given.get("no_address"):
            for name in self.written:
                if holds_one(given.get(name) or ""):
                    self.add_error(name, PROMPT)
        return given

    @property
    def prompts(self) -> bool:
        """Whether the tick has to be on the page: something looks like an address."""
        return self.watched and self.is_bound and any(
            holds_one(self.data.get(self.add_prefix(name), "")) for name in self.written
        )  # fmt: skip
