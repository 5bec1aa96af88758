"""The pages about a child and the people around them, as people use them."""

import pytest

from cases.actions.child.address import Place, keep_address
from cases.actions.child.details import change_details
from cases.actions.child.open_record import open_record
from cases.models import Case, CaseResult
from cases.words import Capacity
from core.events import Event
from ledger.models import Entry, Viewing
from pathway.actions.settle_request import settle_request
from people.models import Address, Around, Bar, Child, Learning
from referrals.words import AsksFor
from tests.acts.test_who_a_child_is import put_on
from tests.conftest import DoorClient
from tests.factories.children import details, two_homes
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, reference_on, text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
SECRETS = ("Hidden Lane", "M30 0AA", "Quiet Street", "Oyelaran", "order of the family court")


@pytest.fixture
def case(world):
    return received(by=who("amina")).case


@pytest.fixture
def family(case):
    return two_homes(case, bar=True)


def at(case, more: str = "") -> str:
    return f"/cases/{case.reference}/child/{more}"


DETAILS = {
    "given_name": "Ayaan", "family_name": "Chowdhury", "preferred_name": "Yaan", "pronouns": "he and him",
    "born_on_day": "14", "born_on_month": "6", "born_on_year": "2018", "languages": "Sylheti",
    "interpreter": "yes", "communication": "Signs", "nhs_number": "943 476 5919", "upn": "h801200001001", "uln": "",
}  # fmt: skip


def test_what_is_known_and_what_is_still_to_be_found_out(case, desk):
    text = text_of(desk.as_("ben").get(at(case)))
    assert "Legal name Ayaan Chowdhury" in text
    assert "NHS number Not written down" in text
    assert "Nasreen Chowdhury, Mother Parental responsibility: Says “Yes”. Not checked." in text
    assert "The request gave the postcode M5 4WT." in text
    assert "The request said “Broadwalk Primary”." in text
    assert "the languages spoken at home" in text
    assert Viewing.objects.filter(page="the child", case_ref=case.pk).count() == 1


def test_details_are_changed_and_shown(case, desk):
    answer = desk.as_("ben").post(at(case, "details/"), DETAILS, follow=True)
    text = text_of(answer)
    assert "Likes to be called Yaan" in text
    assert "NHS number 943 476 5919" in text
    assert "UPN H801200001001" in text
    assert "Sylheti. Interpreter: Yes" in text
    before = text_of(desk.get(at(case, "earlier/")))
    assert "Replaced by Ben" in before
    history = text_of(desk.get(f"/cases/{case.reference}/"))
    assert "Several details of the child were changed" in history
    assert "9434765919" not in history and "943 476" not in history


def test_a_wrong_number_keeps_what_was_typed_and_says_what_is_wrong(case, desk):
    answer = desk.as_("ben").post(at(case, "details/"), DETAILS | {"nhs_number": "943 476 5918", "uln": "012"})
    assert_an_error_by_the_book(
        answer, "This is not an NHS number", "A ULN has 10 digits. This has 3.", kept=("943 476 5918", "012", "Signs")
    )
    assert Child.objects.get(case_ref=case.pk).nhs_number == ""


def test_two_records_with_one_number_are_shown_to_whoever_sees_both(case, desk):
    other = received(given_name="Bilal").case
    for one in (case, other):
        desk.as_("ben").post(at(one, "details/"), DETAILS)
    text = text_of(desk.get(at(case)))
    assert f"This NHS number stands on more than one child’s record. See {other.reference} too" in text
    put_on(case, "health_adviser", Capacity.ADVISER)
    told = text_of(desk.as_("health_adviser").get(at(case)))
    assert "943 476 5919" in told
    assert "more than one child" not in told
    assert other.reference not in told


PLACE = {"kind": "lives", "lines": "14 Broadwalk\nSalford", "postcode": "m54wt", "since_day": "1", "since_month": "9",
         "since_year": "2026"}  # fmt: skip


def test_an_address_is_entered_changed_and_ended(case, desk):
    ben = desk.as_("ben")
    assert_an_error_by_the_book(
        ben.post(at(case, "addresses/add/"), PLACE | {"postcode": "nowhere"}),
        "Enter a full postcode, like M5 4WT", kept=("14 Broadwalk\nSalford", "nowhere"),
    )  # fmt: skip
    ben.post(at(case, "addresses/add/"), PLACE)
    row = Address.objects.get()
    assert "14 Broadwalk Salford M5 4WT Since 1 September 2026" in text_of(ben.get(at(case)))
    ended = PLACE | {"until_day": "1", "until_month": "10", "until_year": "2026"}
    text = text_of(ben.post(at(case, f"addresses/{row.pk}/"), ended, follow=True))
    assert "Before, or to come" in text
    assert "1 September 2026 to 1 October 2026" in text
    assert "No address is written down" in text


def test_a_secret_address_stands_on_its_own_page_and_opening_it_is_recorded(family, case, desk):
    ben = desk.as_("ben")
    page = ben.get(at(case))
    assert "is secret." in text_of(page)
    for tab in ("", "earlier/", "details/"):
        assert not [word for word in SECRETS if word in text_of(ben.get(at(case, tab)))]
    for address in (f"/cases/{case.reference}/", f"/requests/{case.reference}/", "/find/?q=Ayaan", "/requests/"):
        assert not [word for word in SECRETS if word in text_of(ben.get(address))]
    opened = ben.get(at(case, "secret/"))
    assert [word for word in SECRETS if word not in text_of(opened)] == []
    assert 'class="sp-noprint"' in opened.content.decode()
    looked = text_of(ben.get(f"/cases/{case.reference}/looked/"))
    assert "What is secret" in looked


def test_who_may_not_know_finds_no_gap_that_gives_it_away(family, case, desk):
    put_on(case, "health_adviser", Capacity.ADVISER)
    adviser = desk.as_("health_adviser")
    text = text_of(adviser.get(at(case)))
    assert "secret" not in text
    assert not [word for word in (*SECRETS, "Broadwalk", "M5 4WT", "nadia@", "07700 900 101") if word in text]
    assert adviser.get(at(case, "secret/")).status_code == 404
    assert adviser.get(at(case, "earlier/")).status_code == 404
    desk.as_("ben").get(at(case, "secret/"))
    assert "secret" not in text_of(desk.as_("health_adviser").get(f"/cases/{case.reference}/looked/"))


def test_somebody_is_barred_answered_and_lifted_by_two_people(family, case, desk):
    ben = desk.as_("ben")
    answer = ben.post(at(case, f"people/{family.mother.pk}/bar/"), {"which": "some", "reason": "An order."})
    assert_an_error_by_the_book(answer, "Choose at least one address", kept=("An order.",))
    chosen = {"which": "some", "addresses": [str(family.open_home.pk)], "reason": "An order."}
    text = text_of(ben.post(at(case, f"people/{family.mother.pk}/bar/"), chosen, follow=True))
    assert "Holds already. Waits for a manager to agree" in text
    bar = Bar.objects.get(who=family.mother)
    assert ben.get(at(case, f"bars/{bar.pk}/")).status_code == 404
    carys = desk.as_("carys")
    assert "Somebody may not be told an address" in text_of(carys.get("/work/"))
    text = text_of(carys.post(at(case, f"bars/{bar.pk}/"), {"agreed": "yes"}, follow=True))
    assert "Agreed: two people have said so" in text
    carys.post(at(case, f"bars/{bar.pk}/lift/"), {"reason": "It ended."})
    assert "You asked for this yourself" in text_of(carys.get(at(case, f"bars/{bar.pk}/")))
    assert carys.post(at(case, f"bars/{bar.pk}/"), {"agreed": "yes"}).status_code == 409
    assert "The bar is lifted" in text_of(
        desk.as_("hal").post(at(case, f"bars/{bar.pk}/"), {"agreed": "yes"}, follow=True)
    )


PERSON = {"tie": "foster_carer", "name": "Frances Oyelaran", "acts_for": "Leeds City Council", "responsible": "no",
          "lives_with": "yes", "email": "frances@carers.example"}  # fmt: skip


def test_a_foster_carer_of_another_council_is_written_down(case, desk):
    ben = desk.as_("ben")
    assert_an_error_by_the_book(
        ben.post(at(case, "people/add/"), PERSON | {"email": "frances"}), "Enter an email address", kept=("frances",)
    )
    text = text_of(ben.post(at(case, "people/add/"), PERSON, follow=True))
    assert "Frances Oyelaran, Foster carer, for Leeds City Council" in text
    assert "Parental responsibility: No." in text
    row = Around.objects.get()
    assert 'value="yes"' in ben.get(at(case, f"people/{row.pk}/")).content.decode()
    ben.post(at(case, f"people/{row.pk}/"), {"mistaken": "yes"})
    assert "Frances" not in text_of(ben.get(at(case)))


def test_more_is_written_down_of_whoever_asked(case, desk):
    ben = desk.as_("ben")
    sender = case.referrals.get().sender
    form = ben.get(at(case, f"people/sender/{sender.pk}/")).content.decode()
    assert "nasreen@families.example" in form
    said = {"tie": "mother", "name": "Nasreen Chowdhury", "responsible": "yes", "checked_how": "birth_certificate",
            "checked_on_day": "2", "checked_on_month": "11", "checked_on_year": "2026"}  # fmt: skip
    text = text_of(ben.post(at(case, f"people/sender/{sender.pk}/"), said, follow=True))
    assert "Parental responsibility: Yes. Birth certificate seen by Ben, 2 November 2026." in text
    assert ben.get(at(case, f"people/sender/{sender.pk}/")).status_code == 404, "once"


def test_where_they_learn_is_entered(case, desk):
    ben = desk.as_("ben")
    assert_an_error_by_the_book(ben.post(at(case, "learning/add/"), {"name": ""}), "Enter where the child learns")
    text = text_of(ben.post(at(case, "learning/add/"), {"name": "The Barn"}, follow=True))
    assert "The Barn (in words)" in text
    row = Learning.objects.get()
    text = text_of(ben.post(at(case, f"learning/{row.pk}/"), {"name": "The Barn", "secret": "on"}, follow=True))
    assert "The Barn" not in text
    assert "stands with what is secret" in text


def test_on_a_case_with_a_secret_what_looks_like_an_address_is_asked_about_before_it_is_saved(family, case, desk):
    ben = desk.as_("ben")
    typed = DETAILS | {"communication": "Lives at 3 Hidden Lane, m30 0aa now"}
    answer = ben.post(at(case, "details/"), typed)
    assert_an_error_by_the_book(answer, "This looks as if it holds an address", kept=(typed["communication"],))
    assert "not an address, or everybody" in text_of(answer)
    assert Child.objects.get(case_ref=case.pk).communication == "Signs and pictures."
    assert ben.post(at(case, "details/"), typed | {"no_address": "on"}).status_code == 302


def test_the_reason_for_settling_is_looked_through_too(family, case, desk):
    """It goes to a family in a letter: once asked about, and then held until somebody has read it."""
    asked = received(AsksFor.UNSURE, given_name="Bilal")
    two_homes(asked.case)
    ben, page = desk.as_("ben"), f"/requests/{asked.case.reference}/"
    typed = {"answer": "assessment", "reason": "They moved to M30 0AA."}
    assert_an_error_by_the_book(ben.post(page, typed), "This looks as if it holds an address", kept=(typed["reason"],))
    sure = ben.post(page, typed | {"no_address": "on"})
    assert 'name="no_address" value="on"' in sure.content.decode()
    assert ben.post(page, typed | {"no_address": "on", "sure": "1"}).status_code == 302


def test_what_happened_is_looked_through_when_a_date_cannot_be_kept(case, desk):
    asked = received(AsksFor.ASSESSMENT, given_name="Bilal")
    two_homes(asked.case)
    page = f"/cases/{asked.case.reference}/deadlines/{asked.case.deadlines.get(duty='PLAN-FINAL').pk}/excuse/"
    typed = {"ground": "exceptional", "account": "They fled to 3 Hidden Lane, M30 0AA."}
    answer = desk.as_("ben").post(page, typed)
    assert "This looks as if it holds an address" in text_of(answer)
    assert "not an address, or everybody" in text_of(answer)


def test_the_family_reads_what_we_know_and_no_address_school_or_anybody_else(family, case, desk):
    amina = DoorClient("family").as_("amina")
    text = text_of(amina.get(f"/mine/{case.reference}/child/"))
    assert "What helps when talking Signs and pictures." in text
    assert "What we know about you Name Nasreen Chowdhury What you are to Ayaan Mother" in text
    assert "Call 0161 496 0142 and say" in text
    hidden = (*SECRETS, "Broadwalk", "M5 4WT", "Karim", "nadia@", "07700 900 101", "9434765919", "943 476")
    assert [word for word in hidden if word in text] == []
    assert "What we know about Ayaan" in text_of(amina.get(f"/mine/{case.reference}/"))


def test_a_reason_with_an_address_in_it_is_not_shown_to_who_may_not_be_told(case, world):
    """Somebody ticked that it was none, or it was written before the address became secret."""
    asked = received(AsksFor.UNSURE, by=who("amina"), given_name="Bilal")
    settle_request(asked.pk, AsksFor.HELP, "They live at 3 Hidden Lane now.", by=who("ben"))
    change_details(asked.case_id, details(given_name="Bilal", communication="Ring M30 0AA first."), by=who("ben"))
    amina, page = DoorClient("family").as_("amina"), f"/mine/{asked.case.reference}/"
    assert "3 Hidden Lane" in text_of(amina.get(page))
    keep_address(asked.case_id, None, Place("lives", "3 Hidden Lane\nEccles", "M30 0AA", secret=True), by=who("ben"))
    assert "Hidden Lane" not in text_of(amina.get(page))
    assert "M30" not in text_of(amina.get(f"{page}child/"))


def test_nobody_is_asked_where_nothing_is_secret(case, desk):
    typed = DETAILS | {"communication": "Moves to M5 4WT"}
    assert desk.as_("ben").post(at(case, "details/"), typed).status_code == 302


# ---- a record that nobody asked for


def test_a_colleague_enters_a_child_and_the_bridge_sees_the_record(world, desk):
    senco = desk.as_("senco")
    form = senco.get("/records/new/")
    key = form.context["form"]["key"].value()
    assert_an_error_by_the_book(
        senco.post("/records/new/", DETAILS | {"given_name": "", "key": key}), "Enter the first name"
    )
    answer = senco.post("/records/new/", DETAILS | {"key": key}, follow=True)
    assert "The record is open: SAL-" in text_of(answer)
    reference = reference_on(answer)
    assert senco.post("/records/new/", DETAILS | {"key": key}).url == f"/cases/{reference}/child/"
    assert Case.objects.count() == 1
    ben = desk.as_("ben")
    assert f"Nobody has asked yet. Entered Wednesday 18 November. {reference}" in text_of(ben.get("/requests/"))
    for address in ("child/", "", "looked/", "owner/"):
        page = ben.get(f"/cases/{reference}/{address}")
        assert page.status_code == 200, address
        assert "The request" not in text_of(page).partition("What happened")[0], address
    assert ben.get(f"/requests/{reference}/").url == f"/cases/{reference}/child/"
    assert "A colleague entered this child’s record" in text_of(ben.get(f"/cases/{reference}/"))


def test_a_record_nobody_asked_for_joins_the_childs_own(world, desk):
    own, new = received().case, open_record(details(), by=who("senco"))
    ben = desk.as_("ben")
    assert "Could this be someone we know?" in text_of(ben.get(f"/cases/{new.reference}/"))
    said = {"into": own.reference, "reason": "One child."}
    joined = ben.post(f"/requests/{new.reference}/same/", said, follow=True)
    assert "Take them apart" in text_of(joined), "back on the page of a record that nobody asked for"
    assert Entry.objects.filter(event=Event.CASE_JOINED, case_ref=new.pk).exists()
    assert new.reference not in text_of(ben.get("/requests/"))
    assert "2 records of one child" in text_of(ben.get(f"/cases/{new.reference}/child/"))


def test_needs_are_ticked_and_unticked_and_what_colleagues_did_meanwhile_stays(case, desk):
    ben = desk.as_("ben")
    assert "Needs None noted yet" in text_of(ben.get(at(case)))
    ben.post(at(case, "needs/"), {"pathway": ["asd", "speech"], "sen": ["ASD"], "shown": ""})
    text = text_of(ben.get(at(case)))
    assert "Needs ASD/ASC (autism), Speech and language" in text
    assert "National types of need Autistic spectrum disorder (ASD)" in text
    shown = "pathway:asd pathway:speech sen:ASD"
    assert f'value="{shown}"' in ben.get(at(case, "needs/")).content.decode()
    desk.as_("carys").post(at(case, "needs/"), {"pathway": ["asd", "speech", "adhd"], "sen": ["ASD"], "shown": shown})
    ben = desk.as_("ben")
    without = {"pathway": ["asd"], "sen": ["ASD"], "shown": shown}
    assert_an_error_by_the_book(
        ben.post(at(case, "needs/"), without), "Say whether it is over or was a mistake", kept=("asd", "ASD")
    )
    ben.post(at(case, "needs/"), without | {"taken_out": "mistake"})
    page = text_of(ben.get(at(case, "needs/")))
    assert "Needs ADHD, ASD/ASC (autism) National" in text_of(ben.get(at(case)))
    assert "Speech and language Noted by mistake. Noted by Ben, taken out by Ben." in page
    assert "A need that was noted was a mistake" in text_of(ben.get(f"/cases/{case.reference}/"))


def test_a_made_up_need_is_refused_and_a_made_up_page_changes_nothing(case, desk):
    ben = desk.as_("ben")
    assert "Choose one of the answers shown" in text_of(ben.post(at(case, "needs/"), {"pathway": ["rhubarb"]}))
    ben.post(at(case, "needs/"), {"pathway": ["asd"], "shown": "pathway:rhubarb nonsense sen:"})
    assert "Needs ASD/ASC (autism) National" in text_of(ben.get(at(case)))


def test_what_came_of_it_is_noted_and_a_mistake_is_said_to_be_one(case, desk):
    ben = desk.as_("ben")
    wrong = {"kind": "complaint", "came_on_day": "31", "came_on_month": "2", "came_on_year": "2026", "note": "Late."}
    assert_an_error_by_the_book(ben.post(at(case, "results/"), wrong), "must be a real date", kept=("Late.", "31"))
    ahead = wrong | {"came_on_day": "1", "came_on_year": "2090"}
    assert_an_error_by_the_book(ben.post(at(case, "results/"), ahead), "today or in the past", kept=("Late.", "2090"))
    text = text_of(ben.post(at(case, "results/"), wrong | {"came_on_day": "1"}, follow=True))
    assert "A complaint was made, 1 February 2026 Late. Noted by Ben." in text
    link = at(case, f"results/{CaseResult.objects.get().pk}/")
    assert "Was this noted by mistake?" in text_of(ben.get(link))
    assert "A mistake, says Ben: it does not count." in text_of(ben.post(link, follow=True))
    assert ben.get(link).url == at(case, "results/")
    assert ben.get(at(case, "results/00000000-0000-7000-8000-000000000000/")).status_code == 404
    put_on(case, "health_adviser", Capacity.ADVISER)
    adviser = desk.as_("health_adviser")
    assert adviser.get(at(case, "results/")).status_code == 404
    assert "complaint" not in text_of(adviser.get(f"/cases/{case.reference}/")).casefold()
