"""Every letter there is, as it is really posted, to a confirmed reader and to one who is not: none names the child."""

import pytest

from cases.models import Case
from ledger.models import Entry
from notices.models import Dispatch
from notices.roster import ROSTER, Audience
from pathway.actions.settle_request import settle_request
from people.models import Carer
from referrals.actions.confirm_sender import confirm_sender
from referrals.words import AsksFor
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db

NAMES = {"given_name": "Xanthippe", "family_name": "Zabludowicz", "preferred_name": "Xanni"}
SECRETS = [*NAMES.values(), "ZZ9 9ZZ", "Quillfeather Primary", "2018", "Nobody must read this"]


@pytest.fixture(params=[False, True], ids=["an address not yet confirmed", "a confirmed address"])
def outbox(request, world):
    """One letter of every template, and what it tells of."""
    told_of = {"home_postcode": "ZZ9 9ZZ", "learns_at": "Quillfeather Primary", "words": "Nobody must read this"}
    for asks_for, found in (("help", None), ("assessment", None), ("unsure", "help"), ("unsure", "assessment")):
        referral = received(AsksFor(asks_for), **NAMES, **told_of)
        if request.param:
            confirm_sender(referral.sender_id)
        if found:
            settle_request(referral.pk, AsksFor(found), "We read it twice.", by=who("ben"))
    return list(Dispatch.objects.all())


def test_they_are_all_here_and_none_names_the_child(outbox):
    assert {letter.template for letter in outbox} == {letter.template for row in ROSTER.values() for letter in row}
    for letter in outbox:
        for secret in SECRETS:
            assert secret.casefold() not in (letter.subject + letter.body).casefold(), letter.template


def test_each_has_a_subject_with_the_reference_and_a_body_with_nothing_left_to_fill_in(outbox):
    for letter in outbox:
        reference = Case.objects.get(pk=letter.case_ref).reference
        assert reference in letter.subject, letter.template
        assert "\n" not in letter.subject
        for unfilled in ("{", "}", "None", "Subject:", "  by .", "on ."):
            assert unfilled not in letter.subject + letter.body, letter.template


def test_each_goes_to_its_own_audience(outbox):
    sent_to = {letter.template: letter.to for letters in ROSTER.values() for letter in letters}
    for letter in outbox:
        if sent_to[letter.template] == Audience.TRIAGE_TEAM:
            assert letter.address == "bridge@salford.example"
        else:
            assert letter.address == Carer.objects.get(case_ref=letter.case_ref).email


def test_the_officers_reason_goes_to_a_confirmed_address_alone(outbox):
    confirmed = set(Carer.objects.exclude(email_confirmed_at=None).values_list("case_ref", flat=True))
    for letter in outbox:
        if letter.template.startswith("settled"):
            assert ("We read it twice." in letter.body) == (letter.case_ref in confirmed)


def test_each_tells_of_an_entry_that_is_there(outbox):
    assert {letter.entry_ref for letter in outbox} <= set(Entry.objects.values_list("pk", flat=True))
