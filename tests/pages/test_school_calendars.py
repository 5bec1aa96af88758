"""The pages of settings and their term dates: listed, typed, checked, read from a file, brought back."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import SchoolCalendar, Setting
from accounts.selectors_school import school_days_of
from tests.factories.settings import a_setting, a_year
from tests.law.years_of_school import TERMS_2026, TERMS_2027, YEAR_2026, closed
from tests.pages.reading import assert_an_error_by_the_book, read
from tests.personas import SALFORD

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parents[1] / "factories" / "term_dates"
OWN = "/calendars/council/2026/"
TYPED = {
    "term1_name": "Autumn",
    "term1_first": "2/9/2026",
    "term1_last": "Friday 18 December 2026",
    "term2_name": "",
    "term2_first": "2027-01-04",
    "term2_last": "25 March 2027",
    "term3_first": "12/4/2027",
    "term3_last": "23rd July 2027",
    "inset": "2/9/2026, Staff training\n4/1/2027",
    "closed": "26/10/2026 to 30/10/2026, Half-term\n15/2/2027 - 19/2/2027\n31/5/2027 to 4/6/2027, Half-term",
    "note": "From the school’s own page",
    "after": "0",
}


@pytest.fixture
def dev(desk):
    return desk.as_("dev")


@pytest.fixture
def oakfield(world) -> Setting:
    return a_setting(urn="105432")


def of(setting: Setting, more: str = "", year: int = 2026) -> str:
    return f"/calendars/{setting.pk}/{year}/{more}"


def words(response) -> str:
    """What a page says, on one line."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode().partition("<main")[2].partition("</main")[0])
    return " ".join(unescape(text).split())


def upload(name: str, contents: bytes | None = None) -> dict:
    return {"file": SimpleUploadedFile(name, (FILES / name).read_bytes() if contents is None else contents)}


def hidden(response, name: str) -> str:
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', response.content.decode()).group(1))


def test_an_empty_house_says_what_to_do_first(dev):
    said = words(dev.get("/calendars/"))
    assert "No settings yet" in said
    assert "2026/27 : the council’s own dates : not in yet" in said


def test_a_setting_is_added_and_its_page_asks_for_dates(dev):
    page = dev.post("/calendars/add/", {"name": " Oakfield Primary ", "kind": "primary", "urn": "105 432"}, follow=True)
    kept = Setting.objects.get()
    assert (kept.name, kept.urn) == ("Oakfield Primary", "105432")
    assert page.redirect_chain[-1][0] == of(kept)
    assert "Oakfield Primary is added." in words(page)
    assert "has no term dates for 2026/27 yet" in words(page)
    assert "counts in school days cannot be worked out for Oakfield Primary" in words(page)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"name": ""}, "Name"),
        ({"kind": ""}, "What it is"),
        ({"kind": "castle"}, ""),
        ({"urn": "12"}, "Enter a URN of 5 to 8 digits"),
        ({"urn": "10543x"}, "Enter a URN of 5 to 8 digits"),
        ({"urn": "١٢٣٤٥"}, "Enter a URN of 5 to 8 digits"),
        ({"urn": "105432"}, "Another setting has this number already"),
        ({"name": "OAKFIELD primary"}, "There is a setting of this name already"),
        ({"name": "x" * 161}, "160"),
    ],
)
def test_a_slip_about_a_setting_is_told_and_keeps_what_was_typed(dev, oakfield, wrong, message):
    typed = {"name": "Beech Nursery", "kind": "nursery", "urn": "", **wrong}
    page = dev.post("/calendars/add/", typed)
    assert_an_error_by_the_book(page, *([message] if message else []), kept=tuple(filter(None, (typed["name"],))))
    assert Setting.objects.count() == 1


def test_a_setting_is_renamed_and_keeps_its_dates(dev, oakfield):
    a_year(oakfield)
    about = f"/calendars/{oakfield.pk}/about/"
    assert "Oakfield Primary" in read(dev.get(about)).values
    page = dev.post(about, {"name": "Oakfield Academy", "kind": "primary", "urn": "105432"}, follow=True)
    assert "Oakfield Academy has 191 school days in 2026/27, to Thursday 22 July 2027." in words(page)


def test_typing_a_year_shows_what_it_comes_to_and_only_then_keeps_it(dev, oakfield):
    check = dev.post(of(oakfield, "change/"), TYPED)
    said = words(check)
    assert "Is that right?" in said
    assert "school days in 2026/27, Thursday 3 September 2026 to Friday 23 July 2027" in said
    assert not SchoolCalendar.objects.exists()

    back = dev.post(of(oakfield, "change/"), {**TYPED, "back": "1"})
    assert {"2/9/2026", "Friday 18 December 2026", "23rd July 2027", TYPED["inset"], TYPED["closed"]} <= set(
        read(back).values
    )
    assert not SchoolCalendar.objects.exists()

    done = dev.post(of(oakfield, "change/"), {**TYPED, "sure": "1"}, follow=True)
    kept = SchoolCalendar.objects.get()
    assert kept.days == 194
    assert kept.note == "From the school’s own page"
    assert f"{kept.days} school days in 2026/27 are saved" in words(done)
    assert "Version 1 In force Typed in. 194 school days. From the school’s own page Dev, Wednesday 18" in words(done)


def test_the_hidden_answers_of_the_check_are_those_that_were_typed(dev, oakfield):
    check = dev.post(of(oakfield, "change/"), TYPED)
    typed = {name: value for name, value in TYPED.items() if value}
    assert {name: hidden(check, name) for name in typed} == typed


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"term1_first": "31/9/2026"}, "Term 1, first day: “31/9/2026” is not a real date"),
        ({"term1_first": "soon"}, "Term 1, first day: “soon” is not a date we can read"),
        ({"term1_last": "Monday 18 December 2026"}, "is a Friday. Check the day and the date"),
        ({"term2_last": ""}, "Term 2 needs its last day"),
        ({"term4_name": "Extra"}, "Term 4 needs its first day"),
        ({"term2_first": "18/12/2026"}, "Two terms share days"),
        ({"term2_first": "26/3/2027"}, "comes after"),
        ({"term1_first": "2/9/2025"}, "is not in the school year 2026/27"),
        ({"inset": "26/12/2026"}, "INSET on Saturday 26 December 2026 falls outside every term"),
        ({"inset": "Staff day"}, "INSET days: line 1: begin with a date"),
        ({"closed": "26/10/2026\n\n30/2/2027"}, "Closed days: line 3: “30/2/2027” is not a real date"),
        ({"closed": "2/9/2028"}, "is not in the school year 2026/27"),
        ({"note": "x" * 201}, "200"),
        (dict.fromkeys(TYPED, "") | {"after": "0"}, "There is no term yet"),
    ],
)
def test_a_slip_in_the_dates_is_told_beside_its_box_and_nothing_typed_is_lost(dev, oakfield, wrong, message):
    typed = {**TYPED, **wrong}
    page = dev.post(of(oakfield, "change/"), {**typed, "sure": "1"})
    kept = tuple(value for name, value in typed.items() if value and name != "after")
    assert_an_error_by_the_book(page, message, kept=kept)
    assert not SchoolCalendar.objects.exists()


def test_replacing_a_year_says_what_it_replaces(dev, oakfield):
    a_year(oakfield)
    form = dev.get(of(oakfield, "change/"))
    assert {"2/9/2026", "23/10/2026", "Autumn, first half"} <= set(read(form).values)
    check = dev.post(of(oakfield, "change/"), {**TYPED, "after": "1"})
    assert "This takes the place of version 1 (191 school days)" in words(check)
    dev.post(of(oakfield, "change/"), {**TYPED, "after": "1", "sure": "1"})
    assert len(school_days_of(oakfield.pk, SALFORD)) == 194


def test_what_a_colleague_saved_meanwhile_is_shown_and_what_was_typed_is_kept(dev, oakfield):
    a_year(oakfield, by="carys")
    page = dev.post(of(oakfield, "change/"), {**TYPED, "sure": "1"})
    assert page.status_code == 409
    assert "were changed while you were working on them" in words(page)
    assert "Friday 18 December 2026" in read(page).values
    assert hidden(page, "after") == "1"
    assert SchoolCalendar.objects.count() == 1


def test_a_year_can_start_from_the_councils_dates(dev, oakfield):
    a_year(None)
    page = dev.get(of(oakfield))
    assert "Oakfield Primary follows the council’s own dates in 2026/27: 191 school days" in words(page)
    assert "Start from the council’s dates" in words(page)
    form = dev.get(of(oakfield, "change/?from=council"))
    assert "The boxes hold the council’s own dates" in words(form)
    assert "2/9/2026" in read(form).values
    assert not SchoolCalendar.objects.filter(setting=oakfield).exists()


def test_a_setting_goes_back_to_the_councils_dates_after_a_second_look(dev, oakfield):
    assert dev.get(of(oakfield, "council/")).status_code == 404
    a_year(None, TERMS_2026)
    a_year(oakfield)
    ask = dev.get(of(oakfield, "council/"))
    assert "They give 196 school days, to Friday 23 July 2027. Its own give 191." in words(ask)
    done = dev.post(of(oakfield, "council/"), {"after": "1"}, follow=True)
    assert "follows the council’s own dates in 2026/27: 196 school days" in words(done)
    assert "Version 2 In force Follows the council’s own dates" in words(done)


def test_an_earlier_version_is_read_and_brought_back(dev, oakfield):
    a_year(oakfield)
    a_year(oakfield, [*YEAR_2026, closed("2027-01-21", note="Snow")], after=1, by="carys")
    page = dev.get(of(oakfield, "versions/1/"))
    assert "Version 1: 191 school days" in words(page)
    assert "Bringing it back saves it again as version 3" in words(page)
    assert "in force" in words(dev.get(of(oakfield, "versions/2/")))
    done = dev.post(of(oakfield, "versions/1/"), {"after": "2"}, follow=True)
    assert "Version 1 is in force again. Nothing was lost." in words(done)
    assert len(school_days_of(oakfield.pk, SALFORD)) == 191
    late = dev.post(of(oakfield, "versions/1/"), {"after": "2"})
    assert late.status_code == 409
    assert "were changed while you were working" in words(late)
    assert dev.get(of(oakfield, "versions/9/")).status_code == 404
    assert dev.post(of(oakfield, "versions/1/"), {"after": "two"}).status_code == 409


def test_the_year_is_told_month_by_month_in_words(dev, oakfield):
    a_year(oakfield, [*YEAR_2026, closed("2027-01-21", "2027-01-22", "Boiler")])
    said = words(dev.get(of(oakfield)))
    assert "September 2026: 20 school days" in said
    assert "January 2027: 17 school days" in said
    assert "21 closed 22 closed" in said
    assert "2 INSET" in said
    assert "3 bank" in said, "the first Monday of May"
    assert "Thu 21 January to Fri 22 January: Boiler" in said


def test_the_summer_after_is_told_when_both_years_are_in(dev, oakfield):
    a_year(oakfield)
    assert "After this year it is closed" not in words(dev.get(of(oakfield)))
    a_year(oakfield, TERMS_2027, 2027)
    said = words(dev.get(of(oakfield)))
    assert "closed from Saturday 24 July 2027 and opens again on Thursday 2 September 2027: 5 whole weeks" in said
    assert "long enough to count in law" in said


def test_a_csv_file_is_shown_row_by_row_before_anything_is_kept(dev, oakfield):
    page = dev.post(of(oakfield, "file/"), upload("oakfield.csv"))
    said = words(page)
    assert "The file gives 192 school days in 2026/27, and 5 rows could not be taken." in said
    assert "14 term, 31/02/2027, 01/03/2027, No such day “31/02/2027” is not a real date." in said
    assert "9 INSET Wednesday 2 September 2026 Staff training" in said
    assert not SchoolCalendar.objects.exists()
    done = dev.post(of(oakfield, "file/"), {"read": hidden(page, "read")}, follow=True)
    assert "192 school days in 2026/27 are saved" in words(done)
    assert "Read from a CSV file" in words(done)
    assert len(school_days_of(oakfield.pk, SALFORD)) == 192


def test_a_calendar_file_of_the_councils_dates_is_read_with_its_last_days_right(dev):
    page = dev.post(OWN + "file/", upload("salmouth.ics"))
    said = words(page)
    assert "Term Wednesday 2 September 2026 to Friday 18 December 2026 Autumn term" in said
    assert "94 INSET days It repeats" in said
    dev.post(OWN + "file/", {"read": hidden(page, "read")})
    kept = SchoolCalendar.objects.get()
    assert (kept.setting_id, kept.source, kept.until.isoformat()) == (None, "icalendar", "2027-07-23")


def test_what_was_read_can_be_mended_by_hand_first(dev, oakfield):
    page = dev.post(of(oakfield, "file/"), upload("oakfield.csv"))
    form = dev.post(of(oakfield, "change/"), {"read": hidden(page, "read")})
    assert "The boxes hold what was read from the file. Nothing is saved yet." in words(form)
    assert {"2/9/2026", "Autumn 2, to Christmas", "21/1/2027 to 22/1/2027, Boiler"} <= set(read(form).values)
    assert not SchoolCalendar.objects.exists()


def test_a_file_read_for_one_setting_is_not_kept_for_another_nor_twice(dev, oakfield):
    other = a_setting("Beech Nursery", "nursery")
    seal = hidden(dev.post(of(oakfield, "file/"), upload("oakfield.csv")), "read")
    for address in (of(other, "file/"), of(oakfield, "file/", 2027), OWN + "file/"):
        assert "Choose the file again" in words(dev.post(address, {"read": seal}))
    for page in ("file/", "change/"):
        assert "Choose the file again" in words(dev.post(of(oakfield, page), {"read": seal + "x"}))
    assert not SchoolCalendar.objects.exists()
    dev.post(of(oakfield, "file/"), {"read": seal})
    again = dev.post(of(oakfield, "file/"), {"read": seal})
    assert again.status_code == 409
    assert SchoolCalendar.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "contents", "message"),
    [
        ("dates.xlsx", b"PK\x03\x04 something", "This is a spreadsheet or a zip file"),
        ("dates.xls", b"\xd0\xcf\x11\xe0 old", "This is an old spreadsheet"),
        ("dates.pdf", b"%PDF-1.7", "This is a PDF"),
        ("dates.html", b"\n<!doctype html>", "This is a web page"),
        ("dates.csv", b"a\x00b", "This is not a text file"),
        ("dates.csv", b"kind,from,to,note\r\n", "It has no rows"),
        ("dates.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "It has no events"),
        ("dates.csv", b"", "This file is empty"),
        ("dates.csv", b"term,2/9/2026,18/12/2026\n" * 20_001, "larger than 500KB"),
    ],
)
def test_a_file_that_is_no_such_thing_says_what_to_do(dev, oakfield, name, contents, message):
    assert_an_error_by_the_book(dev.post(of(oakfield, "file/"), upload(name, contents)), message)


def test_no_file_at_all_is_told(dev, oakfield):
    assert_an_error_by_the_book(dev.post(of(oakfield, "file/"), {}), "Choose a CSV file or a calendar file")


def test_a_file_with_nothing_for_this_year_shows_why_and_offers_nothing_to_save(dev, oakfield):
    said = words(dev.post(of(oakfield, "file/", 2029), upload("oakfield.csv")))
    assert "Nothing in this file can be taken." in said
    assert "There are no terms in it for 2029/30" in said
    assert "Save" not in said


def test_the_list_says_whose_dates_count_and_until_when(dev, oakfield):
    a_setting("Beech Nursery", "nursery")
    a_year(oakfield)
    said = words(dev.get("/calendars/"))
    assert "1 setting has no school days to count in 2026/27." in said
    assert (
        "Oakfield Primary Primary school, 105432 Its own dates Not in yet : Oakfield Primary Thursday 22 July" in said
    )
    assert "Beech Nursery Maintained nursery school No dates yet Not in yet : Beech Nursery Nothing to count" in said
    a_year(None, TERMS_2026[:2])
    said = words(dev.get("/calendars/"))
    assert "Every setting has school days to count" in said
    assert "The council’s Not in yet : Beech Nursery Friday 18 December 2026 in 30 days" in said


def names(response) -> list[str]:
    return re.findall(r'scope="row"[^>]*><a[^>]*>([^<]+)</a>', response.content.decode())


def test_the_list_is_searched_narrowed_sorted_and_paged(dev, oakfield):
    for number in range(30):
        a_setting(f"Wood {number:02}", "secondary" if number % 2 else "nursery", urn=str(200_000 + number))
    a_year(oakfield)
    a_year(None, TERMS_2026[:2])
    assert names(dev.get("/calendars/"))[:2] == ["Oakfield Primary", "Wood 00"]
    assert len(names(dev.get("/calendars/"))) == 25
    assert names(dev.get("/calendars/?page=2")) == [f"Wood {n}" for n in range(24, 30)]
    assert names(dev.get("/calendars/?page=900")) == names(dev.get("/calendars/?page=2"))
    assert names(dev.get("/calendars/?q=200007")) == ["Wood 07"]
    assert names(dev.get("/calendars/?q=oak")) == ["Oakfield Primary"]
    assert names(dev.get("/calendars/?show=own")) == ["Oakfield Primary"]
    assert names(dev.get("/calendars/?show=none")) == []
    assert "Nothing fits" in words(dev.get("/calendars/?q=zebra"))
    assert names(dev.get("/calendars/?show=soon"))[0] == "Wood 00"
    assert names(dev.get("/calendars/?sort=until&page=2"))[-1] == "Oakfield Primary"
    assert names(dev.get("/calendars/?sort=kind"))[0] == "Wood 00"
    assert names(dev.get("/calendars/?sort=weight&show=dear&page=minus"))[0] == "Oakfield Primary"


@pytest.mark.parametrize("year", [2013, 2031, 9999])
def test_a_year_too_far_away_is_not_there(dev, oakfield, year):
    assert dev.get(of(oakfield, year=year)).status_code == 404


def test_the_way_there_stands_in_the_menu_of_those_who_keep_it(desk):
    assert "School calendars" in desk.as_("carys").get("/calendars/").content.decode().partition("<main")[0]
    assert "School calendars" not in desk.as_("ben").get("/requests/").content.decode()
