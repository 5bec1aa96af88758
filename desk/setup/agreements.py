"""The register of data-sharing agreements: read, entered, changed, ended; every version kept."""

from uuid import UUID

from django import forms
from django.shortcuts import render
from django.urls import reverse

from accounts.agreements import agreement_called, agreements, as_typed, ending, versions
from accounts.models import Agency
from accounts.selectors_setup import agencies, people_of
from accounts.words import Article6, Article9
from cases.actions.staff.agreement import Wanted, end_agreement, keep_agreement
from cases.powers import AGREEMENT_KEEPERS
from cases.sight import SEES
from cases.words import Part
from core import clock
from desk.setup.asking import asked, sent
from door.forms import Checkboxes, DateField, GovForm, LongTextField, Radios
from door.page import page

PARTS = [(part.value, part.words) for part in Part if SEES[part]]


class About(GovForm):
    """Every field of an agreement."""

    name = forms.CharField(
        label="Name of the agreement", max_length=120, widget=forms.TextInput({"autocomplete": "off"})
    )
    parties = forms.MultipleChoiceField(
        label="Which organisations is it with?", widget=Checkboxes(small=True),
        help_text="An organisation that is not here is added to the register first.",
    )  # fmt: skip
    purpose = LongTextField(label="What is it for?", max_length=500, rows=3)
    article6 = forms.ChoiceField(
        label="Why may personal data be used?",
        widget=Radios(small=True),
        choices=[(o.value, o.words) for o in Article6],
    )
    article9 = forms.ChoiceField(
        label="Why may data about health and other sensitive things be used?", widget=Radios(small=True),
        choices=[(o.value, o.words) for o in Article9],
    )  # fmt: skip
    shared = forms.MultipleChoiceField(label="What is shared?", widget=Checkboxes(small=True), choices=PARTS)
    pools = forms.BooleanField(
        label="Councils it is with may see counts of our children", required=False,
        help_text="How many, by age, type of setting and where they live. Small numbers are hidden, and no child can "
        "be told from them. It goes one way: they show us theirs by an agreement of their own.",
    )  # fmt: skip
    since = DateField(called="The first day", label="In force from")
    until = DateField(
        called="The last day", label="To", help_text="The last day. An agreement always has one; it can be renewed."
    )
    review_on = DateField(called="The day of the review", label="To be reviewed on")
    document = forms.CharField(
        label="Where the signed paper is", max_length=120, help_text="A reference or a place, such as DSA 2026-14.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip
    signed_by = forms.CharField(
        label="Signed by", max_length=200, help_text="Who signed for each side.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parties"].choices = [(str(row.pk), row.name) for row in others]

    def wanted(self) -> Wanted:
        given = dict(self.cleaned_data)
        parties = frozenset(UUID(key) for key in given.pop("parties"))
        return Wanted(**{**given, "shared": tuple(given["shared"])}, parties=parties)


class End(GovForm):
    """When it ends."""

    until = DateField(called="The last day", label="Last day", help_text="Yesterday ends it at once.")


@page(roles=AGREEMENT_KEEPERS)
def every(request):
    """The register, what ends first at the top."""
    today = clock.today()
    rows = agreements(request.who, today)
    return render(
        request,
        "desk/setup/agreements.html",
        {
            "rows": rows,
            "in_force": sum(row.in_force for row in rows),
            "ending": ending(rows),
            "kept_out": people_of(request.who, today, kept_out=True),
        },
    )


@page(roles=AGREEMENT_KEEPERS)
def one(request, key):
    """One agreement, whom it lets in, and every version of it."""
    today = clock.today()
    agreement = agreement_called(request.who, key, today)
    return render(
        request,
        "desk/setup/agreement.html",
        {
            "agreement": agreement,
            "shared": [Part(code).words for code in agreement.shared],
            "people": people_of(request.who, today, agencies=agreement.party_keys),
            "versions": versions(request.who, key),
        },
    )


@page(roles=AGREEMENT_KEEPERS)
def add(request):
    """A new agreement."""
    form = About(sent(request), others=_others(request))

    def act(_given: dict) -> str:
        return f"“{keep_agreement(None, form.wanted(), by=request.who).name}” is entered."

    return asked(
        request, form, act, question="Which agreement do you want to enter?", button="Enter the agreement",
        back=reverse("desk:agreements"), back_text="Agreements",
    )  # fmt: skip


@page(roles=AGREEMENT_KEEPERS)
def change(request, key):
    """A new version of one: renewed, mended, with other organisations."""
    agreement = agreement_called(request.who, key, clock.today())
    form = About(sent(request), initial=as_typed(request.who, key), others=_others(request))

    def act(_given: dict) -> str:
        kept = keep_agreement(key, form.wanted(), by=request.who)
        return f"“{kept.name}” is changed. This is version {kept.version}; the earlier ones stay."

    return asked(
        request, form, act, question=f"What does “{agreement.name}” say now?", button="Save a new version",
        back=reverse("desk:agreement", args=[key]), back_text=agreement.name,
    )  # fmt: skip


@page(roles=AGREEMENT_KEEPERS)
def end(request, key):
    """Ends one before its time, having said whom it keeps out."""
    today = clock.today()
    agreement = agreement_called(request.who, key, today)
    people = people_of(request.who, today, agencies=agreement.party_keys)

    def act(given: dict) -> str:
        kept = end_agreement(key, given["until"], by=request.who)
        return f"“{kept.name}” has its last day."

    return asked(
        request, End(sent(request), initial={"until": today}), act,
        question=f"When does “{agreement.name}” end?", button="End the agreement",
        back=reverse("desk:agreement", args=[key]), back_text=agreement.name,
        notes=[
            f"{len(people)} {'person works' if len(people) == 1 else 'people work'} here for "
            f"{', '.join(agreement.parties)}. From the day after they cannot come in, unless another agreement "
            "covers them. Their roles are kept."
        ],
    )  # fmt: skip


def _others(request) -> list[Agency]:
    rows = agencies(request.who, clock.today())
    return [row for row in rows if row.council_id != request.who.authority_id]
