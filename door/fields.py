"""Fields and widgets that GOV.UK forms use and Django lacks."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class DateParts(forms.MultiWidget):
    """A date in three boxes: ``name_day``, ``name_month``, ``name_year``. ``autocomplete="bday"`` for a birthday."""

    template_name = "forms/date.html"
    use_fieldset = True
    PARTS = ("day", "month", "year")
    LABELS = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    WIDTHS = {"day": 2, "month": 2, "year": 4}

    def __init__(self, attrs: dict[str, Any] | None = None, autocomplete: str = "") -> None:
        self.autocomplete = autocomplete
        super().__init__({part: forms.TextInput({"inputmode": "numeric"}) for part in self.PARTS}, attrs)

    def decompress(self, value: datetime.date | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day" if id_ else id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        attrs = dict(attrs or {})
        faulty = attrs.pop("faulty", set())
        invalid = attrs.pop("aria-invalid", None)
        context = super().get_context(name, value, attrs)
        stem = context["widget"]["attrs"].get("id")
        for part, box in zip(self.PARTS, context["widget"]["subwidgets"], strict=True):
            names = f"govuk-input govuk-date-input__input govuk-input--width-{self.WIDTHS[part]}"
            box["label"] = self.LABELS[part]
            box["attrs"]["class"] = f"{names} govuk-input--error" if part in faulty else names
            if stem:
                box["attrs"]["id"] = f"{stem}_{part}"
            if invalid and part in faulty:
                box["attrs"]["aria-invalid"] = invalid
            if self.autocomplete:
                box["attrs"]["autocomplete"] = f"{self.autocomplete}-{part}"
        return context


class DateField(forms.Field):
    """A real date from three boxes of numbers; its errors say which part is wrong.

    ``called`` is how errors name it: ``DateField(called="Ayaan’s date of birth")`` answers
    "Ayaan’s date of birth must include a month".
    """

    widget = DateParts
    default_error_messages = {
        "day": _("%(called)s must include a day"),
        "month": _("%(called)s must include a month"),
        "year": _("%(called)s must include a year"),
        "day month": _("%(called)s must include a day and month"),
        "day year": _("%(called)s must include a day and year"),
        "month year": _("%(called)s must include a month and year"),
        "short year": _("%(called)s must include a year with 4 numbers, like 2019"),
        "unreal": _("%(called)s must be a real date"),
    }

    def __init__(self, *, called: str = "", autocomplete: str = "", **kwargs: Any) -> None:
        self.called = called or _("The date")
        kwargs.setdefault("widget", DateParts(autocomplete=autocomplete))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        """A date, or nothing when all three boxes are empty."""
        if value in self.empty_values or isinstance(value, datetime.date):
            return value or None
        typed = [str(part or "").strip() for part in value]
        if not any(typed):
            return None
        if missing := [part for part, text in zip(DateParts.PARTS, typed, strict=True) if not text]:
            raise self._error(" ".join(missing), missing)
        wrong = [part for part, text in zip(DateParts.PARTS, typed, strict=True) if not _is_number(text)]
        if wrong:
            raise self._error("unreal", wrong)
        day, month, year = map(int, typed)
        if len(typed[2]) != 4 or year < 1000:
            raise self._error("short year", ["year"])
        try:
            return datetime.date(year, month, day)
        except ValueError:
            wrong = [part for part, over in (("day", not 1 <= day <= 31), ("month", not 1 <= month <= 12)) if over]
            raise self._error("unreal", wrong or ["day"]) from None

    def _error(self, code: str, parts: list[str]) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params={"called": self.called, "parts": parts})


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


class ChoiceExtras(forms.widgets.ChoiceWidget):
    """What radios and tick boxes may have beside their labels.

    ``hints`` maps a value to a line under it; ``divider_before`` is the value an "or" stands
    before; ``small`` is for dense pages; ``inline`` puts two short answers side by side.
    """

    def __init__(
        self, attrs: dict[str, Any] | None = None, choices: Any = (), *, hints: Mapping[Any, str] | None = None,
        divider_before: Any = None, small: bool = False, inline: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(attrs, choices)
        self.hints = {str(value): text for value, text in (hints or {}).items()}
        self.divider_before = divider_before
        self.small = small
        self.inline = inline

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        option["divider"] = self.divider_before is not None and str(value) == str(self.divider_before)
        if option["hint"] and (id_ := option["attrs"].get("id")):
            option["attrs"] = {**option["attrs"], "aria-describedby": f"{id_}_hint"}
        return option

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"].update(small=self.small, inline=self.inline)
        return context


class Radios(ChoiceExtras, forms.RadioSelect):
    """One answer of a few."""


class Checkboxes(ChoiceExtras, forms.CheckboxSelectMultiple):
    """As many answers as are true."""


class Choose(forms.Select):
    """One answer of many."""


class LongText(forms.Textarea):
    """A box for writing; with ``limit``, one that counts the characters left."""

    def __init__(self, attrs: dict[str, Any] | None = None, *, rows: int = 5, limit: int | None = None) -> None:
        super().__init__({"rows": rows, **(attrs or {})})
        self.limit = limit


class LongTextField(forms.CharField):
    """Written text. A line end counts as one character here, as it does in the browser's counter."""

    default_error_messages = {"max_length": _("Write %(limit_value)d characters or fewer (now %(show_value)d)")}

    def __init__(self, *, rows: int = 5, max_length: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("widget", LongText(rows=rows, limit=max_length))
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class Files(forms.FileInput):
    """Several files in one control."""

    allow_multiple_selected = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"multiple": True, **(attrs or {})})


class FilesField(forms.FileField):
    """A list of uploaded files, at most ``most`` of them; each is checked on its own."""

    widget = Files
    default_error_messages = {"too_many": _("Choose %(most)d files or fewer at a time")}

    def __init__(self, *, most: int = 10, **kwargs: Any) -> None:
        self.most = most
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [file for file in (data if isinstance(data, (list, tuple)) else [data]) if file]
        if not files:
            super().clean(None, initial)
            return []
        if len(files) > self.most:
            raise ValidationError(self.error_messages["too_many"], code="too_many", params={"most": self.most})
        return [super(FilesField, self).clean(file, initial) for file in files]
