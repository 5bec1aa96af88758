"""Wards at the desk: nothing speaks of them until a file is in; then they are listed, marked, and beside an address."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Ward
from cases.tasks import bring_in_settings
from tests.factories.children import two_homes
from tests.factories.requests import received
from tests.factories.wards import BELHUS, SALFORDS, TILBURY, a_postcode, directory, names
from tests.pages.reading import assert_an_error_by_the_book, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(desk, settings, tmp_path):
    settings.FILES_DIR = tmp_path
    return desk.as_("dev")


def brought_in(keeper, kind: str, content: bytes) -> str:
    file = SimpleUploadedFile("ONSPD_UK_M.csv", content)
    answer = keeper.post(f"/wards/{kind}/", {"file": file, "council": " e0800 0006 "})
    assert answer.status_code == 302, text_of(answer)
    bring_in_settings()
    assert "The file is read. Nothing is changed yet." in text_of(keeper.get(answer.url))
    assert keeper.post(f"{answer.url}take/", {"how": "good"}).status_code == 302
    bring_in_settings()
    return answer.url


def test_from_the_files_to_a_ward_beside_an_address(keeper, desk):
    case = received().case
    two_homes(case)
    page = f"/cases/{case.reference}/child/"
    assert "Ward" not in text_of(desk.as_("ben").get(page))
    keeper = desk.as_("dev")
    assert "No wards are known yet. Bring in the postcodes first." in text_of(keeper.get("/wards/"))
    bad = a_postcode("M5")
    here = brought_in(keeper, "postcodes", directory([a_postcode(), a_postcode("M30 0AA", TILBURY), bad]))
    seen = text_of(keeper.get(f"{here}?show=bad"))
    assert "The wards were changed" in seen
    assert "“M5” is not a postcode" in seen
    assert "2 wards have no name yet" in text_of(keeper.get("/wards/"))
    assert 'value="E08000006"' in keeper.get("/wards/names/").content.decode()
    brought_in(keeper, "names", names({BELHUS: "Belhus", TILBURY: "Tilbury St Chads"}))
    ward = Ward.objects.get(code=TILBURY)
    assert keeper.post(f"/wards/{ward.pk}/mark/", {"of_interest": "yes"}).url == "/wards/"
    said = text_of(keeper.get("/wards/"))
    assert "2 wards, 1 of them of interest" in said
    assert said.index("Tilbury St Chads E05") < said.index("Belhus E05")
    ben = desk.as_("ben")
    said = text_of(ben.get(page))
    assert "M5 4WT Ward: Belhus" in said
    assert "Tilbury" not in said
    assert "M30 0AA Ward: Tilbury St Chads" in text_of(ben.get(f"{page}secret/"))


@pytest.mark.parametrize("code", ["", "E0800000", "W06000015", "355"])
def test_a_code_that_is_no_councils_is_told(keeper, code):
    file = SimpleUploadedFile("a.csv", directory([a_postcode()]))
    said = "Enter your council’s ONS code" if not code else "Enter an ONS code of a council in England"
    assert_an_error_by_the_book(keeper.post("/wards/postcodes/", {"file": file, "council": code}), said)


def test_a_wrong_file_is_dropped_and_another_chosen(keeper):
    file = SimpleUploadedFile("a.csv", directory([a_postcode()]))
    here = keeper.post("/wards/postcodes/", {"file": file, "council": SALFORDS}).url
    assert keeper.get("/wards/names/").url == here
    assert keeper.post(f"{here}drop/").url == "/wards/"
    assert keeper.get("/wards/names/").status_code == 200
