"""Entering leave at the desk: my own, and a colleague's when they fall ill."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

from accounts.models import Absence
from accounts.roles import CASE_HOLDERS
from accounts.rules import Away
from cases.actions.staff.absence import enter
from tests.pages.reading import assert_an_error_by_the_book, read
from tests.personas import SALFORD, STANDINGS, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
MONDAY, FRIDAY = date(2026, 12, 7), date(2026, 12, 11)


def text_of(response) -> str:
    """The words of a page, without its markup."""
    return " ".join(unescape(re.sub(r"(?s)<[^>]*>", " ", response.content.decode())).split())


def typed(
    since: date | None = MONDAY, until: date | None = FRIDAY, cover: str = "carys", **more: str
) -> dict[str, str]:
    """What somebody types into the form."""
    given = {"cover": str(person(cover).pk) if cover not in {"", "nobody"} else cover, **more}
    for name, day in (("since", since), ("until", until)):
        for part in ("day", "month", "year"):
            given[f"{name}_{part}"] = str(getattr(day, part)) if day else ""
    return given


def leave(name: str, cover: str = "", since: date = MONDAY, until: date | None = FRIDAY, by: str = "") -> Absence:
    cover_key = person(cover).pk if cover else None
    return enter(Away(person(name).pk, since, until, cover_key), by=who(by or name))


def test_the_name_in_the_corner_leads_to_you_and_your_reminders(desk):
    page = desk.as_("ben").get("/requests/")
    assert 'href="/me/"' in page.content.decode()
    page = desk.get("/me/")
    assert read(page).title == "You and your reminders - SENDPath"
    assert "You are here, and no leave is entered for you." in text_of(page)
    assert 'href="/second-step/"' in page.content.decode()


def test_somebody_without_a_role_still_finds_their_second_step(desk):
    page = desk.as_("eve").get("/second-step/")
    assert 'href="/second-step/"' in page.content.decode()
    assert 'href="/me/"' not in page.content.decode()


def test_ben_enters_his_leave_and_reads_it_back(desk):
    ben = desk.as_("ben")
    page = ben.post("/me/leave/", typed(), follow=True)
    assert page.redirect_chain == [("/me/", 302)]
    said = text_of(page)
    assert "Your leave is in: Monday 7 to Friday 11 December 2026." in said
    assert "You are here. Your next leave begins on Monday 7 December 2026 (in 19 days)." in said
    assert "Carys covers." in said
    assert "Entered by" not in said, "he entered it himself"


def test_ben_may_not_choose_himself_or_somebody_who_sees_no_case(desk):
    page = desk.as_("ben").get("/me/leave/").content.decode()
    offered = re.findall(r'<option value="([^"]+)"', page)
    holders = {name for name, (role, code) in STANDINGS.items() if role in CASE_HOLDERS and code == SALFORD}
    assert {"carys", "hal", "sena"} < holders
    assert set(offered) == {str(person(name).pk) for name in holders - {"ben"}} | {"nobody"}


def test_away_now_says_until_when_and_who_covers(desk):
    leave("ben", "carys", since=TODAY, until=None)
    assert "You are away, and the last day is not known yet. Carys covers." in text_of(desk.as_("ben").get("/me/"))
    ben = Absence.objects.get()
    ben.until = FRIDAY
    ben.save()
    assert "You are away until Friday 11 December 2026. Carys covers." in text_of(desk.get("/me/"))


def test_carys_reads_for_whom_she_covers(desk):
    leave("ben", "carys")
    assert "You cover for Ben Monday 7 to Friday 11 December 2026" in text_of(desk.as_("carys").get("/me/"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"since": None}, "Give the first day away"),
        ({"until": None}, "Give the last day away, or tick that it is not known yet"),
        ({"unknown": "on"}, "Give the last day away or tick that it is not known yet, not both"),
        ({"cover": ""}, "Choose who covers, or Nobody"),
        ({"until": date(2026, 12, 4)}, "The last day away must be the same as or after the first"),
        ({"since": date(2026, 11, 9), "until": date(2026, 11, 13)}, "The last day away must be today or later"),
        ({"since": date(2062, 12, 7), "until": date(2062, 12, 8)}, "The first day away must be within a year of today"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(desk, given, said):
    sent = typed(**given)
    page = desk.as_("ben").post("/me/leave/", sent)
    kept = tuple(value for name, value in sent.items() if name.startswith(("since", "until")) and value)
    assert_an_error_by_the_book(page, said, kept=kept)
    assert not Absence.objects.exists()


def test_a_circle_and_an_overlap_are_said_beside_their_fields(desk):
    leave("carys", "ben")
    assert_an_error_by_the_book(
        desk.as_("ben").post("/me/leave/", typed()),
        "This would go round in a circle: each would cover for the other on the same days",
    )
    leave("ben", "hal")
    assert_an_error_by_the_book(
        desk.post("/me/leave/", typed(cover="hal")),
        "Some of these days are in another absence already. Change that one instead",
    )


def test_we_say_it_once_when_nobody_covers_and_then_take_their_word_for_it(desk):
    ben, sent = desk.as_("ben"), typed(cover="nobody")
    page = ben.post("/me/leave/", sent)
    assert "Nobody covers. Choose somebody else if you can." in text_of(page)
    assert "Keep it so" in text_of(page)
    assert not Absence.objects.exists()
    known = re.search(r'name="known" value="([^"]+)"', page.content.decode())[1]
    page = ben.post("/me/leave/", {**sent, "known": unescape(known)}, follow=True)
    assert "Your leave is in" in text_of(page)
    assert "Nobody covers." in text_of(page), "and still says so beside it"


def test_another_choice_is_weighed_anew(desk):
    """What was read about Nobody does not count for Carys, who is away too."""
    leave("carys", "hal", since=FRIDAY)
    page = desk.as_("ben").post("/me/leave/", typed(known="Nobody covers."))
    assert "Carys is away too, Friday 11 December 2026; then Hal covers for Carys." in text_of(page)
    assert Absence.objects.count() == 1


def test_ben_changes_his_leave(desk):
    absence = leave("ben", "carys")
    page = desk.as_("ben").get(f"/leave/{absence.pk}/")
    assert {"7", "11", "12", "2026"} <= set(read(page).values)
    assert f'<option value="{person("carys").pk}" selected' in page.content.decode()
    page = desk.post(f"/leave/{absence.pk}/", typed(until=None, unknown="on", cover="hal"), follow=True)
    assert page.redirect_chain == [("/me/", 302)]
    absence.refresh_from_db()
    assert (absence.until, absence.cover) == (None, person("hal"))


def test_ben_is_back_and_reads_first_what_follows(desk):
    absence = leave("ben", "carys", since=TODAY - timedelta(2))
    ben = desk.as_("ben")
    page = ben.get(f"/leave/{absence.pk}/back/")
    assert "It ends with yesterday. From today you answer for your deadlines again, and Carys no longer covers." in (
        text_of(page)
    )
    assert Absence.objects.get().until == FRIDAY, "looking ends nothing"
    page = ben.post(f"/leave/{absence.pk}/back/", follow=True)
    assert "You are here, and no leave is entered for you." in text_of(page)
    assert ben.get(f"/leave/{absence.pk}/").status_code == 404, "it is over"


def test_ben_takes_out_leave_that_has_not_begun_after_being_asked(desk):
    absence = leave("ben", "carys")
    ben = desk.as_("ben")
    assert "Take your leave out?" in text_of(ben.get(f"/leave/{absence.pk}/out/"))
    assert Absence.objects.exists()
    ben.post(f"/leave/{absence.pk}/out/")
    assert not Absence.objects.exists()


def test_what_has_begun_is_not_taken_out(desk):
    absence = leave("ben", since=TODAY)
    ben = desk.as_("ben")
    for page in (ben.get(f"/leave/{absence.pk}/out/"), ben.post(f"/leave/{absence.pk}/out/")):
        assert page.status_code == 409
        assert "This has begun, so it cannot be taken out. It can be ended" in text_of(page)
    assert Absence.objects.exists()


def test_carys_enters_bens_illness_and_everybody_reads_who_did(desk):
    carys = desk.as_("carys")
    sent = typed(since=TODAY, until=None, unknown="on", person=str(person("ben").pk))
    page = carys.post("/teams/leave/", sent, follow=True)
    assert page.redirect_chain == [("/teams/", 302)]
    said = text_of(page)
    assert "Ben’s leave is in: Wednesday 18 November 2026 to a day not known yet." in said
    assert "and 1 is away today" in said
    assert "Away now Carys covers." in said
    assert "Entered by Carys" in said
    assert "Entered by Carys" in text_of(desk.as_("ben").get("/me/"))


def test_the_people_carys_may_choose_are_those_who_work_here(desk):
    page = desk.as_("dev").get("/teams/leave/").content.decode()
    who_is_away = page[page.index("id_person") : page.index("id_since")]
    assert {name for name in ("Ben", "Carys", "Hal", "Stella", "Dev") if f">{name}<" in who_is_away} == {
        "Ben", "Carys", "Hal", "Stella", "Dev",
    }  # fmt: skip
    assert not [name for name in ("Tom", "Irene", "Eve", "Amina") if f">{name}<" in who_is_away]


def test_somebody_from_elsewhere_cannot_be_slipped_in(desk):
    carys = desk.as_("carys")
    page = carys.post("/teams/leave/", typed(person=str(person("tom").pk)))
    assert_an_error_by_the_book(page, "Choose one of the answers shown")
    page = carys.post("/teams/leave/", typed(person=str(person("ben").pk), cover="irene"))
    assert_an_error_by_the_book(page, "Choose one of the answers shown")
    assert not Absence.objects.exists()


def test_carys_ends_bens_leave_for_him(desk):
    absence = leave("ben", since=TODAY - timedelta(1), until=None)
    page = desk.as_("carys").get(f"/leave/{absence.pk}/back/")
    assert "Is Ben back?" in text_of(page)
    page = desk.post(f"/leave/{absence.pk}/back/", follow=True)
    assert page.redirect_chain == [("/teams/", 302)]
    assert Absence.objects.get().until == TODAY - timedelta(1)


def test_the_teams_page_says_who_answers_when_the_cover_is_away_too(desk):
    leave("ben", "carys", since=TODAY)
    leave("carys", "hal", since=TODAY)
    said = text_of(desk.as_("hal").get("/teams/"))
    assert "and 2 are away today" in said
    assert "Hal answers for Ben today: Carys cannot." in said
    Absence.objects.filter(person=person("carys")).update(cover=None)
    assert "Nobody answers for Ben today: Carys cannot." in text_of(desk.get("/teams/"))
