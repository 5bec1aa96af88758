"""A SENCO without an account refers a child at the family's door."""

import html

import pytest

from accounts.models import Ward, WardPostcode
from notices.models import Dispatch
from people.models import Carer
from referrals.models import Referral
from referrals.words import FamilyKnows, MainReason, SentAs, State
from tests.pages.asking import answer_at_work, send
from tests.pages.reading import assert_an_error_by_the_book
from tests.personas import THURROCK

pytestmark = pytest.mark.django_db


def letters() -> dict[str, str]:
    """Who was written to, by letter."""
    return {row.template: row.address for row in Dispatch.objects.exclude(template="new_request")}


def test_a_senco_refers_a_child_whose_mother_agrees(family):
    answer_at_work(family)
    checked = html.unescape(family.get("/salford/ask/check/").content.decode())
    for said in ("Moira Keane", "SENCO, Broadwalk Primary", "Knows, and agrees", "Dads’ group", "Paediatrician"):
        assert said in checked
    assert "Nasreen Chowdhury is written to the same minute" in checked
    receipt = send(family)
    assert "Nasreen Chowdhury was written to" in receipt
    referral = Referral.objects.get()
    assert referral.case.reference in receipt
    assert (referral.sent_as, referral.state) == (SentAs.PROFESSIONAL, State.WAITING)
    assert (referral.main_reason, referral.family_knows) == (MainReason.COMMUNICATION, FamilyKnows.AGREES)
    assert referral.consent
    assert [(row.called, row.stands) for row in referral.services.order_by("pk")][-2:] == [
        ("Dads’ group", "current"), ("Paediatrician or community doctor", "expected"),
    ]  # fmt: skip
    assert set(referral.case.needs.values_list("code", flat=True)) == {"speech", "semh", "SLCN"}
    sender, mother = Carer.objects.order_by("pk")
    assert (sender.asked, sender.job, sender.known_to_family, sender.for_school) == (True, "SENCO", True, True)
    assert (mother.asked, mother.name, bool(mother.told_from)) == (False, "Nasreen Chowdhury", True)


def test_a_concern_is_received_in_words_and_nobody_is_said_to_be_written_to(family):
    answer_at_work(family, concern={"has_concern": "yes", "concern": "He has marks on his arms."})
    assert "Nobody of the family is written to when you send this" in family.get("/salford/ask/check/").content.decode()
    receipt = send(family)
    assert "We have your safeguarding concern." in receipt
    assert "was written to" not in receipt


def test_who_works_in_no_school_may_name_types_of_need_too_and_each_question_says_what_is_missing(family):
    answer_at_work(family, work={"for_school": "no"})
    page = family.post("/salford/ask/work/", {"sender_name": "Moira Keane"})
    missing = "Choose whether you ask on behalf of a school or college", "Choose whether the family knows you already"
    assert_an_error_by_the_book(page, *missing)
    send(family)
    assert "SLCN" in set(Referral.objects.get().case.needs.values_list("code", flat=True))


def test_sender_and_parent_hear_the_same_minute_and_neither_letter_names_the_child(family):
    answer_at_work(family)
    send(family)
    assert letters() == {"help_received": "moira@broadwalk.example", "family_told": "nasreen@families.example"}
    for row in Dispatch.objects.all():
        assert "Ayaan" not in row.subject + row.body
    to_mother = Dispatch.objects.get(template="family_told").body
    assert "confirm" not in to_mother
    assert "Moira" not in to_mother


@pytest.mark.parametrize(
    "told_otherwise",
    [
        {"what": {"asks_for": "unsure"}, "parent": {"family_knows": "does_not_know"}},
        {"what": {"asks_for": "assessment"}, "parent": {"family_knows": "disagrees"}},
        {"concern": {"has_concern": "yes", "concern": "He has marks on his arms."}},
        {
            "parent": {"family_knows": "not_safe"},
            "concern": {"has_concern": "yes", "concern": "He is afraid to go home."},
        },
        {"parent": {"parent_email": ""}},
    ],
)
def test_otherwise_the_family_hears_nothing_until_the_bridge_says_so(family, told_otherwise):
    answer_at_work(family, **told_otherwise)
    send(family)
    assert "nasreen@families.example" not in letters().values()
    assert not Carer.objects.get(asked=False).told_from


def test_a_parent_with_only_a_postal_address_is_told_on_paper(family):
    answer_at_work(family, parent={"parent_email": "", "parent_home": "14 Broadwalk\nSalford\nM5 4WT"})
    send(family)
    letter = Dispatch.objects.get(template="family_told")
    assert (letter.channel, letter.address) == ("print", "Nasreen Chowdhury\n14 Broadwalk\nSalford\nM5 4WT")


def test_help_without_agreement_is_not_sent_and_says_what_can_be_done_instead(family):
    answer_at_work(family, parent={"family_knows": "disagrees"})
    response = family.post("/salford/ask/check/")
    page = html.unescape(response.content.decode())
    assert response.status_code == 409
    assert "Help needs a parent’s agreement" in page
    assert '<a href="/salford/ask/parent/?change=1">' in page
    assert not Referral.objects.exists()


def test_agreement_withdrawn_half_way_loses_nothing(family):
    """The mother changes her mind while the form is filled in; the SENCO then asks for an assessment instead."""
    answer_at_work(family)
    answer_at_work(family, parent={"family_knows": "disagrees"})
    assert family.post("/salford/ask/check/").status_code == 409
    family.post("/salford/ask/what/?change=1", {"asks_for": "assessment"})
    assert "A quiet corner" in family.get("/salford/ask/check/").content.decode()
    send(family)
    assert not Referral.objects.get().consent


def test_not_safe_to_tell_needs_a_word_about_why(family):
    answer_at_work(family, what={"asks_for": "unsure"}, parent={"family_knows": "not_safe"})
    page = html.unescape(family.post("/salford/ask/check/").content.decode())
    assert "Write why, as a safeguarding concern" in page
    assert "/salford/ask/concern/?change=1" in page


@pytest.mark.parametrize(("for_school", "source"), [("yes", "school"), ("no", "attention")])
def test_a_school_may_ask_for_an_assessment_and_another_service_brings_a_child_to_attention(family, for_school, source):
    answer_at_work(family, what={"asks_for": "assessment"}, work={"for_school": for_school})
    send(family)
    assert Referral.objects.get().case.deadlines.filter(duty="EHCNA-DECIDE").exists()
    asked = Referral.objects.get().case.assessment_requests.get()
    assert asked.source == source
    told = Dispatch.objects.get(template="assessment_received").body
    assert ("brings the child to our attention" in told) == (for_school == "no")


def test_what_is_wrong_is_said_beside_the_field(family):
    family.post("/salford/ask/who/", {"who": "work"})
    response = family.post("/salford/ask/parent/", {"family_knows": "agrees", "parent_home": "Nowhere"})
    page = html.unescape(response.content.decode())
    assert "Enter the name of the parent who knows and agrees" in page
    assert "Write their address in 2 to 6 lines" in page
    response = family.post("/salford/ask/concern/", {"has_concern": "yes", "concern": " "})
    assert "Write what worries you" in html.unescape(response.content.decode())


@pytest.fixture
def thurrock_has(world):
    """RM17 6SL was brought in by Thurrock as one of its own."""
    ward = Ward.objects.create(authority_id=THURROCK, code="E05002235", name="Grays Riverside")
    WardPostcode.objects.create(authority_id=THURROCK, postcode="RM17 6SL", ward=ward)


@pytest.mark.parametrize(("answer", "passed"), [("yes", "Thurrock Council"), ("no", "")])
def test_a_home_in_another_councils_area_is_told_whose_it_is_and_may_be_passed_on(family, thurrock_has, answer, passed):
    answer_at_work(family, what={"asks_for": "assessment"}, home={"home_postcode": "rm176sl"})
    assert family.get("/salford/ask/check/").headers["Location"] == "/salford/ask/elsewhere/"
    page = html.unescape(family.get("/salford/ask/elsewhere/").content.decode())
    assert "RM17 6SL is in another council’s area: Thurrock" in page
    family.post("/salford/ask/elsewhere/?change=1", {"hand_on": answer})
    checked = html.unescape(family.get("/salford/ask/check/").content.decode())
    assert "Lives in this council’s area: not met" in checked
    send(family)
    assert Referral.objects.get().pass_on_to[:8] == passed[:8]


def test_the_bridge_reads_whose_it_is_and_the_day_that_counts(family, desk, thurrock_has):
    answer_at_work(family, home={"home_postcode": "RM17 6SL"})
    family.post("/salford/ask/elsewhere/?change=1", {"hand_on": "yes"})
    send(family)
    page = html.unescape(desk.as_("ben").get(f"/requests/{Referral.objects.get().case.reference}/").content.decode())
    assert "The home is in another council’s area: Thurrock" in page
    assert "Say when you do that it reached us on" in page


def test_a_worry_in_the_wrong_box_is_offered_the_right_one_and_loses_nothing(family):
    answer_at_work(family, tried={"tried": "She told me she is afraid to go home."})
    page = html.unescape(family.get("/salford/ask/check/").content.decode())
    assert "Is this a safeguarding concern?" in page
    assert "/salford/ask/concern/?change=1" in page
    family.post("/salford/ask/concern/?change=1", {"has_concern": "yes", "concern": "She is afraid to go home."})
    page = html.unescape(family.get("/salford/ask/check/").content.decode())
    assert "Is this a safeguarding concern?" not in page
    assert "She told me she is afraid to go home." in page
    send(family)
    assert Referral.objects.get().concern == "She is afraid to go home."


def test_the_offer_blocks_nothing(family):
    answer_at_work(family, tried={"tried": "She told me she is afraid to go home."})
    send(family)
    assert not Referral.objects.get().concern
