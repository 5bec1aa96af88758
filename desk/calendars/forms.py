"""What somebody types about a setting and its year."""

from django import forms

from accounts.models import Setting
from accounts.selectors_settings import namesakes
from accounts.termdates.days import Unreadable, read_day
from accounts.termdates.files import MOST_BYTES
from accounts.termdates.reading import LONGEST_NOTE, MOST_TERMS
from accounts.termdates.typed import as_lines, as_typed, read_lines
from core.postcodes import tidy
from door.forms import Choose, GovForm, LongText, LongTextField
from statute.school_days import Kind, Span, faults

TERMS = 6


class AboutSetting(GovForm):
    """Its name, what it is, and its national number."""

    name = forms.CharField(label="Name", max_length=160)
    kind = forms.ChoiceField(
        label="What it is", widget=Choose, choices=[("", "Choose what it is"), *Setting.Kind.choices]
    )
    urn = forms.CharField(
        label="Unique reference number (URN)",
        required=False,
        help_text="5 to 8 digits. It tells two places of one name apart.",
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-10"}),
    )

    postcode = forms.CharField(
        label="Postcode", required=False, max_length=10, help_text="By it we know the locality.",
        widget=forms.TextInput({"class": "govuk-input--width-10", "autocomplete": "off"}),
    )  # fmt: skip
    capacity = forms.IntegerField(
        label="How many places in all?", required=False, min_value=1, max_value=100_000,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-5", "autocomplete": "off"}),
        error_messages={"min_value": "There must be at least one place, or leave it empty",
                        "max_value": "Enter 100,000 places or fewer"},
    )  # fmt: skip

    def __init__(self, *args, who, but, of_the_register=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.who, self.but = who, but
        if of_the_register:  # whose file says where it is and how large
            del self.fields["postcode"], self.fields["capacity"]

    def clean_postcode(self) -> str:
        typed = self.cleaned_data["postcode"]
        postcode = tidy(typed) if typed.strip() else ""
        if postcode is None:
            raise forms.ValidationError("Enter a full postcode, like M5 4WT, or leave it empty")
        return postcode

    def clean_urn(self) -> str:
        urn = "".join(self.cleaned_data["urn"].split())
        if urn and not (urn.isascii() and urn.isdigit() and 5 <= len(urn) <= 8):
            raise forms.ValidationError("Enter a URN of 5 to 8 digits, like 105432, or leave it empty")
        return urn

    def clean(self) -> dict:
        given = super().clean()
        if "name" in given and "urn" in given:
            number, name = namesakes(self.who, given["name"], given["urn"], self.but)
            if number:
                self.add_error("urn", "Another setting has this number already")
            elif name:
                self.add_error(
                    "name", "There is a setting of this name already. Give both their numbers, or another name"
                )
        return given


class OneDay(forms.CharField):
    """A date in one box, as it is written on a school's own page: quicker than three boxes when there are twelve."""

    def __init__(self, *, called: str, **kwargs):
        self.called = called
        kwargs.setdefault("widget", forms.TextInput({"autocomplete": "off", "class": "govuk-input--width-10"}))
        super().__init__(required=False, max_length=40, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_day(text)
        except Unreadable as why:
            raise forms.ValidationError(f"{self.called}: {why}") from None


class TypeYear(GovForm):
    """Terms, INSET days and closures of one school year."""

    mark_optional = False
    inset = LongTextField(
        label="INSET days",
        max_length=4000,
        widget=LongText({"class": "govuk-!-width-two-thirds"}, rows=6, limit=4000),
        required=False,
        help_text="One a line, with what for if you like: <b>2/11/2026, Safeguarding training</b>",
    )
    closed = LongTextField(
        label="Days it is closed inside a term",
        max_length=4000,
        widget=LongText({"class": "govuk-!-width-two-thirds"}, rows=6, limit=4000),
        required=False,
        help_text="One a line: <b>21/1/2027 to 22/1/2027, Boiler</b>. A half-term goes here too, when the term above "
        "runs over it. Bank holidays are known: leave them out.",
    )
    note = forms.CharField(
        label="Where these dates come from, or what changed (optional)",
        required=False,
        max_length=200,
        widget=forms.TextInput({"class": "govuk-!-width-two-thirds"}),
    )
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=30_000)

    def __init__(self, data=None, *, year: int, spans: list[Span] | None = None, after: int = 0, **kwargs):
        given = [span for span in spans or [] if span.kind is Kind.TERM]
        posted = [n for n in range(1, MOST_TERMS + 1) if data is not None and f"term{n}_first" in data]
        self.year, self.count = year, max([TERMS, min(len(given), MOST_TERMS), *posted])
        initial = {"after": after} | (self._initial(given, spans or []) if spans else {})
        super().__init__(data, initial=initial, **kwargs)
        for n in range(1, self.count + 1):
            self.fields[f"term{n}_name"] = forms.CharField(
                label="Name", required=False, max_length=LONGEST_NOTE, widget=forms.TextInput({"autocomplete": "off"})
            )
            self.fields[f"term{n}_first"] = OneDay(label="First day", called=f"Term {n}, first day")
            self.fields[f"term{n}_last"] = OneDay(label="Last day", called=f"Term {n}, last day")
        self.order_fields([
            *(f"term{n}_{part}" for n in range(1, self.count + 1) for part in ("name", "first", "last")),
            "inset", "closed", "note", "after",
        ])  # fmt: skip

    @staticmethod
    def _initial(terms: list[Span], spans: list[Span]) -> dict:
        initial = {
            "inset": as_lines([span for span in spans if span.kind is Kind.INSET]),
            "closed": as_lines([span for span in spans if span.kind is Kind.CLOSURE]),
        }
        for n, term in enumerate(terms, 1):
            initial |= {
                f"term{n}_name": term.note,
                f"term{n}_first": as_typed(term.first),
                f"term{n}_last": as_typed(term.last),
            }
        return initial

    @property
    def rows(self) -> list[dict]:
        """The boxes of each term."""
        return [
            {"number": n, "boxes": [self[f"term{n}_{part}"] for part in ("name", "first", "last")]}
            for n in range(1, self.count + 1)
        ]

    def clean(self) -> dict:
        given = super().clean()
        held: list[tuple[str, Span]] = self._terms(given)
        for field, kind, called in (("inset", Kind.INSET, "INSET days"), ("closed", Kind.CLOSURE, "Closed days")):
            spans, wrong = read_lines(given.get(field) or "", kind)
            held += [(field, span) for span in spans]
            for why in wrong:
                self.add_error(field, f"{called}: {why}")
        for fault in faults(self.year, [span for _, span in held]) if not self.errors else ():
            field = next((field for field, span in held if span is fault.span), "term1_first")
            self.add_error(field, f"{fault}")
        given["spans"] = [span for _, span in held]
        return given

    def _terms(self, given: dict) -> list[tuple[str, Span]]:
        held = []
        for n in range(1, self.count + 1):
            name, first, last = (given.get(f"term{n}_{part}") for part in ("name", "first", "last"))
            if first and last:
                held.append((f"term{n}_first", Span(Kind.TERM, first, last, name or "")))
                continue
            for part, said in (("first", first), ("last", last)):
                if not said and (first or last or name) and f"term{n}_{part}" not in self.errors:
                    self.add_error(f"term{n}_{part}", f"Term {n} needs its {part} day")
        return held


class ChooseFile(GovForm):
    """A file of term dates."""

    file = forms.FileField(
        label="Choose a file",
        help_text="A CSV file, or a calendar file whose name ends in .ics. 500KB at most.",
        error_messages={"required": "Choose a CSV file or a calendar file"},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("This file is larger than 500KB. One setting’s dates take far less")
        return file
