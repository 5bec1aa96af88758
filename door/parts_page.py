"""The page of every part: desk dress at ``/parts/``, family dress at ``/parts/?door=family``.

Demo and tests alone have an address for it. Everybody on it is invented.
"""

import datetime
from types import SimpleNamespace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from door import parts_content
from door.forms import Checkboxes, DateField, FilesField, GovForm, LongTextField, Radios
from door.page import page

NAV = {"desk": ("Referrals", "Cases", "Rule book"), "family": ("Home", "Letters", "Messages")}


class EveryField(GovForm):
    """One of each kind of control."""

    child = forms.CharField(
        label="Child’s full name", max_length=60, widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"})
    )
    email = forms.EmailField(label="Email", help_text="We only use it to answer you")
    phone = forms.CharField(
        label="Phone", required=False, widget=forms.TelInput({"autocomplete": "tel", "class": "govuk-input--width-20"})
    )
    born = DateField(label="Date of birth", help_text="For example, 27 3 2019", called="Date of birth")
    route = forms.ChoiceField(
        label="What are you asking for?",
        choices=[("help", "Help for my child"), ("assess", "An EHC needs assessment"), ("unsure", "I am not sure")],
        widget=Radios(hints={"assess": "The council has 6 weeks to answer"}, divider_before="unsure"),
    )
    needs = forms.MultipleChoiceField(
        label="What is hard at the moment?",
        choices=[
            ("talking", "Talking and being understood"),
            ("feelings", "Big feelings"),
            ("body", "Moving, or seeing"),
        ],
        help_text="Choose all that are true",
        widget=Checkboxes,
    )
    school = forms.ChoiceField(label="School", choices=[("", "Choose a school"), ("oak", "Oakfield Primary")])
    story = LongTextField(label="Tell us more", help_text="Write it your way", max_length=400)
    papers = FilesField(label="Photos or papers", help_text="A photo of a letter is enough", required=False)
    agree = forms.BooleanField(label="I have parental responsibility", help_text="We may ask you about this")


@page(public=True)
def parts(request: HttpRequest) -> HttpResponse:
    """Every part, with content that could be true."""
    door = "family" if request.GET.get("door") == "family" else "desk"
    wrong = EveryField(
        {"wrong-email": "joanne at home", "wrong-born_day": "14", "wrong-born_year": "2018"}, {}, prefix="wrong"
    )
    context = {
        **parts_content.CONTENT,
        "door": door,
        "layout": f"layouts/{door}.html",
        "authority": SimpleNamespace(name="Anytown Council", slug=""),
        "person": SimpleNamespace(name="Shauna Kirk" if door == "desk" else "Joanne Whitfield"),
        "person_role": "Bridge worker",
        "nav": [{"label": label, "url": "#", "current": n == 0} for n, label in enumerate(NAV[door])],
        "search_url": "#" if door == "desk" else "",
        "fresh": EveryField(prefix="fresh"),
        "wrong": wrong,
        "today": datetime.date(2026, 11, 23),
    }
    return render(request, "parts/page.html", context)
