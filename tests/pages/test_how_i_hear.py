"""How I hear: by email or on the page, and by text message where that can be done. And a team's mailbox."""

import pytest
from django.test import override_settings

from accounts.models import Preference, Team
from accounts.preferences import prefer, preference_of
from tests.pages.reading import assert_an_error_by_the_book, read
from tests.pages.test_leave_pages import text_of
from tests.personas import SALFORD, THURROCK, who

pytestmark = pytest.mark.django_db
TEXTS = override_settings(NOTIFY_KEY="a key", NOTIFY_TEXT_TEMPLATE="a template")


def test_somebody_who_never_chose_hears_by_email(desk):
    said = text_of(desk.as_("ben").get("/me/"))
    assert "The morning letter By email" in said
    assert "What is urgent By email" in said
    assert not Preference.objects.exists()


def test_ben_reads_the_page_instead(desk):
    ben = desk.as_("ben")
    page = ben.post("/me/hearing/", {"morning": "screen"}, follow=True)
    assert "The morning letter On the page only" in text_of(page)
    assert "checked" in ben.get("/me/hearing/").content.decode().partition('value="screen"')[2][:90]
    assert preference_of(who("ben")).morning == Preference.Morning.SCREEN
    assert preference_of(who("ben")).urgent == Preference.Urgent.EMAIL


def test_texts_are_not_offered_where_they_cannot_be_sent(desk):
    page = desk.as_("ben").get("/me/hearing/")
    assert 'name="mobile"' not in page.content.decode()
    assert "Text messages are not set up here." in text_of(page)
    desk.post("/me/hearing/", {"morning": "email", "urgent": "text", "mobile": "07700 900 982"})
    assert preference_of(who("ben")).mobile == "", "what was not shown is not kept"


@TEXTS
def test_carys_hears_of_what_is_urgent_by_text(desk):
    page = desk.as_("carys").post(
        "/me/hearing/", {"morning": "email", "urgent": "text", "mobile": "(07700) 900-982"}, follow=True
    )
    assert "What is urgent By text message to 07700 900 982" in text_of(page)
    assert preference_of(who("carys")).mobile == "+447700900982"
    assert "07700 900 982" in read(desk.get("/me/hearing/")).values


@TEXTS
@pytest.mark.parametrize(
    "number", ["", "0161 496 0142", "07700 900 98", "070 0123 4567", "076 0123 4567", "+33 6 12 34 56 78", "ring me"]
)
def test_a_number_that_is_no_uk_mobile_is_said_beside_the_field(desk, number):
    page = desk.as_("carys").post("/me/hearing/", {"morning": "email", "urgent": "text", "mobile": number})
    assert_an_error_by_the_book(
        page, "Enter a UK mobile number, like 07700 900 982", kept=(number, "text") if number else ("text",)
    )
    assert not Preference.objects.exists()


@TEXTS
@pytest.mark.parametrize("number", ["07624 123 456", "+44 7700 900982", "0044 7700 900982", "+44 (0)7700 900982"])
def test_a_uk_mobile_is_taken_however_it_is_written(desk, number):
    desk.as_("carys").post("/me/hearing/", {"morning": "email", "urgent": "text", "mobile": number})
    assert preference_of(who("carys")).mobile in {"+447624123456", "+447700900982"}


@TEXTS
def test_a_number_nobody_needs_any_more_is_not_kept(desk):
    prefer(who("carys"), urgent="text", mobile="+447700900982")
    desk.as_("carys").post("/me/hearing/", {"morning": "email", "urgent": "email", "mobile": "07700 900 982"})
    assert preference_of(who("carys")).mobile == ""


@TEXTS
def test_an_empty_form_says_what_is_missing(desk):
    page = desk.as_("carys").post("/me/hearing/", {})
    assert_an_error_by_the_book(page, "Choose how you hear in the morning", "Choose how you hear of what is urgent")


def test_a_choice_for_texts_stays_and_the_page_is_honest_while_none_can_be_sent(desk):
    prefer(who("carys"), urgent="text", mobile="+447700900982")
    assert "By email: text messages cannot be sent from here at the moment" in text_of(desk.as_("carys").get("/me/"))
    desk.post("/me/hearing/", {"morning": "screen"})
    kept = preference_of(who("carys"))
    assert (kept.morning, kept.urgent, kept.mobile) == ("screen", "text", "+447700900982")


def test_somebody_without_cases_gets_no_letters_and_is_not_asked(desk):
    assert "How you hear" not in text_of(desk.as_("dev").get("/me/"))
    assert desk.get("/me/hearing/").status_code == 404


def test_dev_changes_the_mailbox_of_the_bridge(desk):
    team = Team.objects.get(authority_id=SALFORD)
    dev = desk.as_("dev")
    assert f'href="/teams/{team.pk}/mailbox/"' in dev.get("/teams/").content.decode()
    assert "bridge@salford.example" in read(dev.get(f"/teams/{team.pk}/mailbox/")).values
    page = dev.post(f"/teams/{team.pk}/mailbox/", {"mailbox": "send@salford.example"}, follow=True)
    assert "Letters to The Bridge go to send@salford.example from now on." in text_of(page)
    team.refresh_from_db()
    assert team.mailbox == "send@salford.example"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Enter the address of the shared mailbox"),
        ("bridge at salford", "Enter an email address in the correct format, like name@example.com"),
        ("ben@people.example", "This is somebody’s own address. Enter one that the team shares"),
    ],
)
def test_a_mailbox_that_cannot_be_is_said_beside_the_field(desk, typed, said):
    team = Team.objects.get(authority_id=SALFORD)
    page = desk.as_("dev").post(f"/teams/{team.pk}/mailbox/", {"mailbox": typed})
    assert_an_error_by_the_book(page, said, kept=(typed,) if typed else ())


def test_a_manager_reads_the_mailbox_and_does_not_change_it(desk):
    team = Team.objects.get(authority_id=SALFORD)
    page = desk.as_("carys").get("/teams/")
    assert "bridge@salford.example" in text_of(page)
    assert "/mailbox/" not in page.content.decode()
    assert desk.post(f"/teams/{team.pk}/mailbox/", {"mailbox": "x@salford.example"}).status_code == 404
    abroad = Team.objects.get(authority_id=THURROCK)
    assert desk.as_("dev").get(f"/teams/{abroad.pk}/mailbox/").status_code == 404
