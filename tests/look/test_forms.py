"""Forms by the book: GOV.UK markup from plain Django forms, whoever wrote them."""

import datetime

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict

from door.forms import Checkboxes, DateField, FilesField, GovForm, LongTextField, Radios


class Asking(GovForm):
    heading_field = "route"
    heading_caption = "About Ayaan"
    route = forms.ChoiceField(
        label="What are you asking for?",
        choices=[("help", "Help"), ("unsure", "I am not sure")],
        widget=Radios(hints={"help": "From people near you"}, divider_before="unsure"),
    )
    name = forms.CharField(
        label="Your name", help_text="First and last", max_length=10,
        widget=forms.TextInput({"autocomplete": "name", "class": "govuk-input--width-20", "placeholder": "Joanne"}),
    )  # fmt: skip
    email = forms.EmailField(label="Email", required=False)
    born = DateField(label="When was Ayaan born?", called="Ayaan’s date of birth", autocomplete="bday")
    needs = forms.MultipleChoiceField(
        label="Needs", choices=[("a", "A"), ("b", "B")], widget=Checkboxes, required=False
    )
    story = LongTextField(label="Tell us more", max_length=20, required=False)
    agree = forms.BooleanField(label="I agree")
    papers = FilesField(label="Papers", required=False, most=2)
    kept = forms.CharField(widget=forms.HiddenInput, required=False)


class SomebodyElses(forms.Form):
    """As the sign-in package writes them."""

    password = forms.CharField(label="New Password", widget=forms.PasswordInput({"placeholder": "New Password"}))
    code = forms.CharField(label="Code", widget=forms.TextInput({"autocomplete": "one-time-code"}))
    colour = forms.ChoiceField(choices=[("r", "Red")], widget=forms.RadioSelect)


def group(form: forms.Form, name: str) -> str:
    return form[name].as_field_group()


def messages(form: forms.Form, name: str) -> list[str]:
    return list(form.errors.get(name, []))


def born(day: str, month: str, year: str) -> Asking:
    return Asking({"born_day": day, "born_month": month, "born_year": year})


def test_a_text_box():
    html = group(Asking(), "name")
    assert '<label class="govuk-label govuk-label--s" for="id_name">Your name</label>' in html
    assert 'class="govuk-input govuk-input--width-20"' in html
    assert 'aria-describedby="id_name_helptext"' in html and 'id="id_name_helptext"' in html
    assert 'autocomplete="name"' in html
    for absent in ("placeholder", "maxlength", "required", "aria-invalid", "error"):
        assert absent not in html


def test_a_text_box_in_error():
    html = group(Asking({}), "name")
    assert "govuk-form-group--error" in html and "govuk-input--error" in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_error"><span class="govuk-visually-hidden">Error:</span> Fill in “Your name”</p>' in html


def test_what_was_typed_is_kept_whole():
    form = Asking({"name": "Joanne Whitfield-Osei"})
    assert messages(form, "name") == ["Use 10 characters or fewer (now 21)"]
    assert 'value="Joanne Whitfield-Osei"' in group(form, "name")


def test_optional_fields_say_so():
    assert "Email (optional)</label>" in group(Asking(), "email")
    assert "(optional)" not in group(SomebodyElses(), "code")


def test_an_email_address_is_explained():
    assert messages(Asking({"email": "joanne at home"}), "email") == [
        "Enter an email address in the correct format, like name@example.com"
    ]


def test_radios_with_hints_and_a_divider():
    html = group(Asking(), "route")
    assert '<h1 class="govuk-fieldset__heading">What are you asking for?</h1>' in html
    assert '<span class="govuk-caption-l">About Ayaan</span>' in html
    assert 'id="id_route_0" aria-describedby="id_route_0_hint"' in html
    assert 'id="id_route_0_hint">From people near you</div>' in html
    assert html.index("govuk-radios__divider") < html.index("I am not sure")


def test_radios_in_error_describe_the_group_once():
    html = group(Asking({}), "route")
    assert '<fieldset class="govuk-fieldset" aria-describedby="id_route_error">' in html
    assert "Choose an answer to “What are you asking for?”" in html
    assert "aria-invalid" not in html


def test_tick_boxes_remember():
    html = group(Asking({"needs": ["b"]}), "needs")
    assert 'type="checkbox" name="needs" value="b" id="id_needs_1" checked' in html
    assert "govuk-checkboxes__item" in html


def test_one_tick_box():
    html = group(Asking({}), "agree")
    assert 'class="govuk-checkboxes__input"' in html
    assert "Tick “I agree” to go on" in html


def test_the_counter_counts_as_the_browser_does():
    twenty = "a\r\n" * 10
    form = Asking({"story": twenty})
    assert messages(form, "story") == []
    html = group(form, "story")
    assert 'data-module="govuk-character-count" data-maxlength="20"' in html
    assert "govuk-js-character-count" in html and 'id="id_story-info"' in html
    assert messages(Asking({"story": "a" * 21}), "story") == ["Write 20 characters or fewer (now 21)"]


@pytest.mark.parametrize(
    ("typed", "message", "faulty"),
    [
        (("", "", ""), "Fill in “When was Ayaan born?”", {"day", "month", "year"}),
        (("3", "", "2019"), "Ayaan’s date of birth must include a month", {"month"}),
        (("", "3", "2019"), "Ayaan’s date of birth must include a day", {"day"}),
        (("3", "3", ""), "Ayaan’s date of birth must include a year", {"year"}),
        (("", "", "2019"), "Ayaan’s date of birth must include a day and month", {"day", "month"}),
        (("3", "3", "19"), "Ayaan’s date of birth must include a year with 4 numbers, like 2019", {"year"}),
        (("3", "march", "2019"), "Ayaan’s date of birth must be a real date", {"month"}),
        (("31", "2", "2019"), "Ayaan’s date of birth must be a real date", {"day"}),
        (("3", "13", "2019"), "Ayaan’s date of birth must be a real date", {"month"}),
        (("٣", "3", "2019"), "Ayaan’s date of birth must be a real date", {"day"}),
    ],
)
def test_a_date_says_which_part_is_wrong(typed, message, faulty):
    form = born(*typed)
    assert messages(form, "born") == [message]
    html = group(form, "born")
    for part in ("day", "month", "year"):
        box = html.split(f'id="id_born_{part}"')[1].split(">")[0]
        assert ("govuk-input--error" in box) is (part in faulty)
    first = next(part for part in ("day", "month", "year") if part in faulty)
    assert form["born"].error_target == f"id_born_{first}"


@pytest.mark.parametrize("typed", [("3", "3", "2019"), ("03", "03", "2019"), (" 3 ", "3", "2019")])
def test_a_real_date(typed):
    form = born(*typed)
    assert "born" not in form.errors
    assert form.cleaned_data["born"] == datetime.date(2019, 3, 3)


def test_a_date_given_beforehand_and_its_markup():
    form = Asking(initial={"born": datetime.date(2019, 3, 14)})
    html = group(form, "born")
    assert 'name="born_day" value="14"' in html and 'name="born_year" value="2019"' in html
    assert 'autocomplete="bday-day"' in html and 'inputmode="numeric"' in html
    assert 'for="id_born_month">Month</label>' in html
    assert not form["born"].field.has_changed(datetime.date(2019, 3, 14), ["14", "3", "2019"])


def test_an_error_put_on_a_date_afterwards_marks_all_of_it():
    form = born("3", "3", "2019")
    form.add_error("born", "Ayaan’s date of birth must be in the past")
    assert form["born"].faulty_parts == {"day", "month", "year"}


def test_several_files():
    files = MultiValueDict({"papers": [SimpleUploadedFile("a.txt", b"a"), SimpleUploadedFile("b.txt", b"b")]})
    form = Asking({}, files)
    assert messages(form, "papers") == []
    assert [file.name for file in form.cleaned_data["papers"]] == ["a.txt", "b.txt"]
    assert "multiple" in group(form, "papers")
    files.appendlist("papers", SimpleUploadedFile("c.txt", b"c"))
    assert messages(Asking({}, files), "papers") == ["Choose 2 files or fewer at a time"]
    empty = MultiValueDict({"papers": [SimpleUploadedFile("a.txt", b"")]})
    assert messages(Asking({}, empty), "papers") == ["This file is empty. Choose another"]


def test_a_whole_form():
    html = str(Asking())
    assert html.count("govuk-form-group") >= 8
    assert html.count('name="kept"') == 1 and "<label" not in html.split('name="kept"')[0]


def test_the_error_summary_links_to_what_is_wrong():
    form = Asking({"born_day": "3", "born_year": "2019", "name": "Jo", "agree": "on"})
    form.add_error(None, "Somebody else answered this")
    html = render_to_string("parts/error_summary.html", {"form": form})
    assert "There is a problem" in html
    assert '<a href="#id_route_0">Choose an answer to “What are you asking for?”</a>' in html
    assert '<a href="#id_born_month">Ayaan’s date of birth must include a month</a>' in html
    assert "<li>Somebody else answered this</li>" in html
    assert html.index("Somebody else") < html.index("#id_route_0")


def test_no_error_no_summary():
    assert render_to_string("parts/error_summary.html", {"form": Asking()}).strip() == ""


def test_somebody_elses_form_is_dressed_too():
    form = SomebodyElses({})
    password = group(form, "password")
    assert 'data-module="govuk-password-input"' in password and "govuk-js-password-input-input" in password
    assert "Fill in “New password”" in password and "placeholder" not in password
    assert 'inputmode="numeric"' in group(form, "code")
    assert "govuk-radios__input" in group(form, "colour")


def test_what_is_typed_is_escaped():
    form = Asking({"name": '<script>"', "route": "<b>"})
    assert "<script>" not in str(form) and "<b>" not in str(form)


@pytest.mark.parametrize(("form", "begins"), [(Asking({}), "Error: "), (Asking(), "Asking")])
def test_the_title_says_error_first(form, begins):
    html = render_to_string("errors/409.html", {"form": form})
    title = html.split("<title>")[1].split("</title>")[0]
    assert title.startswith(begins if begins == "Error: " else "This could not be done")
    assert title.endswith(" - SENDPath")
