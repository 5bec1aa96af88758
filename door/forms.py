"""GOV.UK markup from plain Django forms.

``FORM_RENDERER = "door.forms.Renderer"`` gives it to every form, those of the sign-in package
too: the renderer brings its own bound field, which knows the classes, ids and words each control
needs. ``GovForm`` adds what only our own forms want: a label that is the page heading, optional
fields that say so. The fields and widgets that Django lacks are in ``door.fields``.
"""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from door.fields import Checkboxes, Choose, DateField, DateParts, Files, FilesField, LongText, LongTextField, Radios

__all__ = [
    "BoundGovField", "Checkboxes", "Choose", "DateField", "DateParts", "Files", "FilesField", "GovForm",
    "GovFormMixin", "LongText", "LongTextField", "Radios", "Renderer",
]  # fmt: skip

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)
PLAINER = {  # Django's own messages, said as we would
    forms.EmailField: {"invalid": _("Enter an email address in the correct format, like name@example.com")},
    forms.CharField: {"max_length": _("Use %(limit_value)d characters or fewer (now %(show_value)d)")},
    forms.IntegerField: {"invalid": _("Enter a whole number, like 7")},
    forms.ChoiceField: {"invalid_choice": _("Choose one of the answers shown")},
    forms.FileField: {
        "invalid": _("Choose the file again"),
        "missing": _("Choose the file again"),
        "empty": _("This file is empty. Choose another"),
    },
}


class BoundGovField(BoundField):
    """A field with what its GOV.UK template asks of it."""

    label: str

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        if not isinstance(form, GovFormMixin):
            self.label = str(self.label).capitalize()  # the sign-in package Writes Like This
        if field.error_messages.get("required") is forms.Field.default_error_messages["required"]:
            field.error_messages["required"] = self._required_message()
        for kind, messages in PLAINER.items():
            if isinstance(field, kind):
                for code, words in messages.items():
                    if field.error_messages.get(code) in (None, kind.default_error_messages.get(code)):
                        field.error_messages[code] = words

    @property
    def kind(self) -> str:
        """Which of ``templates/forms/*.html`` draws the control."""
        widget = self.field.widget
        if isinstance(widget, (*GROUPS, DateParts)):
            return "group"
        if isinstance(widget, forms.CheckboxInput):
            return "tick"
        return "password" if isinstance(widget, forms.PasswordInput) else "single"

    @property
    def limit(self) -> int | None:
        """How many characters a counted text may have."""
        return getattr(self.field.widget, "limit", None)

    @property
    def is_heading(self) -> bool:
        """Is this field's label the heading of the page?"""
        return getattr(self.form, "heading_field", None) == self.name

    @property
    def label_size(self) -> str:
        """``s``, ``m`` or ``l``: the size of the label or legend."""
        return "l" if self.is_heading else getattr(self.form, "label_size", "s")

    @property
    def shown_label(self) -> str:
        """The label, with "(optional)" where our own form says optional fields say so."""
        wants = getattr(self.form, "mark_optional", False)
        if not wants or self.field.required or self.kind == "tick" or self.field.disabled:
            return self.label
        return _("%(label)s (optional)") % {"label": self.label}

    @property
    def error_target(self) -> str:
        """The id an error summary links to: the first radio, tick box or faulty date box."""
        if isinstance(self.field.widget, DateParts):
            parts = self.faulty_parts
            first = next((part for part in DateParts.PARTS if part in parts), DateParts.PARTS[0])
            return f"{self.auto_id}_{first}"
        if isinstance(self.field.widget, GROUPS):
            return f"{self.auto_id}_0"
        return self.auto_id

    @property
    def faulty_parts(self) -> set[str]:
        """Which boxes of a date its errors are about: all three unless the error names some."""
        found: set[str] = set()
        for error in self.errors.as_data():
            found.update((getattr(error, "params", None) or {}).get("parts", DateParts.PARTS))
        return found

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Adds classes; takes out what GOV.UK forms do without: placeholders, and checks by the browser."""
        chosen = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        built.pop("required", None)
        if chosen.is_hidden:
            return built
        if "placeholder" in chosen.attrs:
            built["placeholder"] = False
        if "maxlength" in chosen.attrs:  # pasted text would be cut off in silence
            built["maxlength"] = False
        if isinstance(chosen, GROUPS):  # an error belongs to the group, not to each of its answers
            built.pop("aria-invalid", None)
        elif isinstance(chosen, DateParts):
            built["faulty"] = self.faulty_parts
        elif base := self._base_class(chosen):
            names = [base]
            if base == "govuk-input":
                names += self._input_habits(chosen, built)
            if self.errors and base != "govuk-checkboxes__input":
                names.append(f"{base}--error")
            if self.limit:
                names.append("govuk-js-character-count")
            if own := chosen.attrs.get("class"):
                names.append(own)
            built["class"] = " ".join(names)
        if self.limit:
            built["aria-describedby"] = f"{self.auto_id}-info {built.get('aria-describedby', '')}".strip()
        return built

    @staticmethod
    def _input_habits(widget: forms.Widget, attrs: dict[str, Any]) -> list[str]:
        """What some kinds of text box always have: returns classes, and adds to ``attrs``."""
        kind = getattr(widget, "input_type", "")
        one_time = widget.attrs.get("autocomplete") == "one-time-code"
        if kind in ("email", "password") or one_time:
            attrs.setdefault("spellcheck", "false")
        if kind == "password":
            attrs.setdefault("autocapitalize", "none")
            return ["govuk-password-input__input", "govuk-js-password-input-input"]
        if one_time:
            attrs.setdefault("inputmode", "numeric")
            return ["govuk-input--width-10"]
        return []

    @staticmethod
    def _base_class(widget: forms.Widget) -> str:
        if isinstance(widget, forms.CheckboxInput):
            return "govuk-checkboxes__input"
        if isinstance(widget, (*GROUPS, forms.MultiWidget)):
            return ""
        if isinstance(widget, forms.Textarea):
            return "govuk-textarea"
        if isinstance(widget, forms.Select):
            return "govuk-select"
        if isinstance(widget, forms.FileInput):
            return "govuk-file-upload"
        return "govuk-input"

    def _required_message(self) -> str:
        widget = self.field.widget
        words = {"label": self.label}
        if isinstance(widget, forms.CheckboxInput):
            return _("Tick “%(label)s” to go on") % words
        if isinstance(widget, (*GROUPS, forms.Select)):
            return _("Choose an answer to “%(label)s”") % words
        if isinstance(widget, forms.FileInput):
            return _("Choose a file for “%(label)s”") % words
        return _("Fill in “%(label)s”") % words


class Renderer(TemplatesSetting):
    """Gives every form of the project GOV.UK markup."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = BoundGovField


class GovFormMixin:
    """What our own forms have beside their fields.

    ``heading_field`` names the field whose label is the page's heading (one-question pages), with
    ``heading_caption`` above it; ``label_size`` is s, m or l; ``mark_optional`` adds "(optional)".
    Bind with ``request.POST if request.method == "POST" else None``: an empty POST is falsy.
    """

    heading_field: str | None = None
    heading_caption: str = ""
    label_size: str = "s"
    mark_optional: bool = True
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class GovForm(GovFormMixin, forms.Form):
    """The base of our own forms."""
