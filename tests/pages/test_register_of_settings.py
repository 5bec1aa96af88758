"""The register of settings at the desk: a file is chosen, watched, seen and taken; the list finds and pages."""

import csv
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import settings as try_with
from hypothesis import strategies as some

from accounts.models import BringingIn, Setting
from cases.tasks import bring_in_settings
from desk.settings.bring_in import _safe
from tests.factories.gias import a_line, written
from tests.factories.settings import a_setting
from tests.pages.reading import assert_an_error_by_the_book, text_of

pytestmark = pytest.mark.django_db
REGISTER = "/settings/register/"


@pytest.fixture
def keeper(desk, settings, tmp_path):
    settings.FILES_DIR = tmp_path
    return desk.as_("dev")


def chosen(keeper, content: bytes, name: str = "edubasealldata20261118.csv", scope: str = "ours") -> str:
    """The address of a file that was chosen."""
    answer = keeper.post(REGISTER, {"file": SimpleUploadedFile(name, content), "scope": scope})
    assert answer.status_code == 302, text_of(answer)
    return answer.url


def test_from_the_choice_to_the_register(keeper):
    here = chosen(keeper, written([a_line(100008), a_line(100009, OpenDate="31-02-2020")]))
    assert "The file waits to be read" in text_of(keeper.get(here))
    assert keeper.get(REGISTER).url == here
    bring_in_settings()
    page = text_of(keeper.get(f"{here}?show=bad"))
    assert "The file is read. Nothing is changed yet." in page
    assert "OpenDate “31-02-2020” is not a date" in page
    assert_an_error_by_the_book(keeper.post(f"{here}take/"), "Choose what to do about the lines")
    refused = keeper.post(f"{here}take/", {"how": "all"})
    assert refused.status_code == 409
    assert "Mend the file and choose it again" in text_of(refused)
    assert keeper.post(f"{here}take/", {"how": "good"}).status_code == 302
    assert "The register is being changed" in text_of(keeper.get(here))
    bring_in_settings()
    assert "The register was changed, " in text_of(keeper.get(here))
    page = text_of(keeper.get("/settings/"))
    assert "1 setting is open" in page
    assert "Ashbrook Café School 100008" in page
    one = Setting.objects.get()
    page = text_of(keeper.get(f"/settings/{one.pk}/"))
    for words in ("is open", "Ward: Eastfold", "210 in all", "12 in a SEN unit", "Good, 12 March 2024", "Autistic"):
        assert words in page, words


def test_how_far_it_is_shows_without_a_script(keeper):
    here = chosen(keeper, written([a_line(100008)]))
    BringingIn.objects.update(stage="reading", size=1000, done_bytes=420, rows=20_000)
    page = text_of(keeper.get(here))
    assert "The file is being read: 42%" in page
    assert "20000 lines so far" in page


def test_a_file_of_something_else_is_refused_in_words(keeper):
    here = chosen(keeper, b"Name,Birthday\r\nA,B\r\n")
    bring_in_settings()
    page = text_of(keeper.get(here))
    assert "This file could not be read" in page
    assert "does not name the columns of the register" in page
    assert keeper.get(REGISTER).status_code == 200


def test_nothing_chosen_and_nothing_in_it(keeper):
    assert_an_error_by_the_book(keeper.post(REGISTER, {"scope": "ours"}), "Choose the file of the register")
    empty = {"file": SimpleUploadedFile("a.csv", b""), "scope": "ours"}
    assert_an_error_by_the_book(keeper.post(REGISTER, empty), "The file is empty")


def test_dropped(keeper):
    here = chosen(keeper, written([a_line(100008)]))
    assert keeper.post(f"{here}drop/").status_code == 302
    assert "This file was dropped. Nothing was changed." in text_of(keeper.get(here))
    assert keeper.post(f"{here}drop/").status_code == 409


def test_bad_lines_for_a_spreadsheet(keeper):
    name = '=HYPERLINK("http://nowhere.example")'
    here = chosen(keeper, written([a_line(100008, EstablishmentName=name, OpenDate="x")]))
    bring_in_settings()
    answer = keeper.get(f"{here}lines.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows == [["Line", "URN", "Name", "Why"], ["2", "100008", f"'{name}", "OpenDate “x” is not a date"]]
    assert "attachment" in answer["Content-Disposition"]


@try_with(max_examples=200, deadline=None)
@given(some.text(alphabet=some.sampled_from("=+-@\t\r\n \uff1d\uff0bA1'"), max_size=8))
def test_no_cell_begins_a_formula(cell):
    assert not re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]", _safe(cell))


def test_the_list_finds_by_name_number_kind_and_status_and_pages_without_an_offset(keeper):
    here = chosen(keeper, written([
        *(a_line(100000 + n * 8, EstablishmentName=f"School {n:03}") for n in range(60)),
        a_line(200001, EstablishmentName="Shut", **{"EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2026"}),
    ]))  # fmt: skip
    bring_in_settings()
    keeper.post(f"{here}take/")
    bring_in_settings()
    page = keeper.get("/settings/")
    assert "60 settings are open" in text_of(page)
    assert "School 049" in text_of(page)
    assert "School 050" not in text_of(page)
    following = re.search(r'href="(\?[^"]*after=[^"]*)"', page.content.decode()).group(1).replace("&amp;", "&")
    page = text_of(keeper.get(f"/settings/{following}"))
    assert "School 050" in page
    assert "School 049" not in page
    for asked, name in (("q=school+007", "School 007"), ("q=100016", "School 002"), ("status=closed", "Shut")):
        assert name in text_of(keeper.get(f"/settings/?{asked}"))
    assert "No setting fits" in text_of(keeper.get("/settings/?kind=hospital"))
    assert "No setting fits" in text_of(keeper.get("/settings/?area=out"))
    assert keeper.get("/settings/?after=made-up").status_code == 200


def test_closed_and_open_under_another_number_is_answered_by_a_person(keeper):
    old = a_line(100002, **{"EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2026"})
    new = a_line(200002, EstablishmentName=old["EstablishmentName"], Postcode=old["Postcode"])
    here = chosen(keeper, written([old, new]))
    bring_in_settings()
    keeper.post(f"{here}take/")
    bring_in_settings()
    assert "1 setting closed where another stands now" in text_of(keeper.get("/settings/in-place/"))
    gone, there = (Setting.objects.get(urn=urn) for urn in ("100002", "200002"))
    assert keeper.post(f"/settings/{gone.pk}/in-place/", {"successor": str(there.pk)}).status_code == 302
    assert "Every setting that closed is answered for" in text_of(keeper.get("/settings/in-place/"))
    assert "In its place now" in text_of(keeper.get(f"/settings/{gone.pk}/"))
    assert "Before it" in text_of(keeper.get(f"/settings/{there.pk}/"))
    assert keeper.post(f"/settings/{gone.pk}/in-place/", {"successor": ""}).status_code == 302
    assert "1 setting closed" in text_of(keeper.get("/settings/in-place/"))
    assert keeper.post(f"/settings/{gone.pk}/in-place/", {"successor": "made-up"}).status_code == 404


def test_a_grade_and_bases_are_said_on_pages_of_their_own(keeper):
    one = a_setting("Irwell Brook Nursery", "pvi")
    here = f"/settings/{one.pk}/"
    assert "No grade known" in text_of(keeper.get(here))
    assert_an_error_by_the_book(
        keeper.post(f"{here}inspection/", {"on_day": "31"}), "Choose what the inspectorate said"
    )
    day = {"on_day": "12", "on_month": "11", "on_year": "2025"}
    assert keeper.post(f"{here}inspection/", {"grade": "no_overall", **day}).url == here
    page = text_of(keeper.get(here))
    assert "No overall grade, 12 November 2025" in page
    assert "The grade of a setting, or the day of its inspection, was said" in page
    assert "Dev" in page
    typed = {"sort": "base", "need": "asd", "name": "The Harbour", "places": "12", "since_day": "1", "since_month": "9",
             "since_year": "2026"}  # fmt: skip
    wrong = keeper.post(f"{here}places/", typed | {"places": "0"})
    assert_an_error_by_the_book(wrong, "There must be at least one place", kept=("The Harbour",))
    backwards = {"until_day": "1", "until_month": "8", "until_year": "2026"}
    assert_an_error_by_the_book(keeper.post(f"{here}places/", typed | backwards), "The last day must be the same as")
    assert keeper.post(f"{here}places/", typed).url == here
    assert "The Harbour Resource base (resourced provision) Autism (ASD) 12 since 1 September 2026" in text_of(
        keeper.get(here)
    )
    assert "No overall grade 12 November 2025 Not known 12" in text_of(keeper.get("/settings/?grade=no_overall"))
    base = one.provisions.get()
    assert keeper.post(f"{here}places/{base.pk}/not-so/").url == here
    assert "No bases or units are entered" in text_of(keeper.get(here))


def test_a_nursery_that_no_register_tells_of_is_added_with_its_postcode_and_places(keeper):
    typed = {"name": "Irwell Brook Nursery", "kind": "pvi", "urn": "", "postcode": "m54w", "capacity": "40"}
    page = keeper.post("/calendars/add/", typed)
    assert_an_error_by_the_book(page, "Enter a full postcode, like M5 4WT, or leave it empty", kept=("m54w",))
    assert keeper.post("/calendars/add/", typed | {"postcode": "m54wt"}).status_code == 302
    one = Setting.objects.get()
    assert (one.postcode, one.capacity, one.kind) == ("M5 4WT", 40, "pvi")
    assert "Irwell Brook Nursery" in text_of(keeper.get("/settings/?kind=pvi"))
