"""A colleague puts files with a case: what they are is kept, what was not taken is said, and few may be let read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.words import Capacity, Part
from documents import putting
from documents.models import Document
from documents.store import path_of
from ledger.models import Entry
from notices.models import Dispatch
from tests.acts.test_who_a_child_is import put_on
from tests.factories import files as made
from tests.factories.children import two_homes
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
GIVEN = {
    "title": "Speech and language report", "from_whom": "Dr Iqbal, the clinic",
    "dated_on_day": "3", "dated_on_month": "11", "dated_on_year": "2026", "part": "files",
}  # fmt: skip


@pytest.fixture
def case(world, settings, tmp_path):
    settings.FILES_DIR = tmp_path / "files"
    return received(by=who("amina")).case


def put(client, case, *files: tuple[str, bytes], **more):
    chosen = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(f"/cases/{case.reference}/files/add/", GIVEN | more | {"files": chosen})


def stored(settings) -> int:
    return sum(1 for path in settings.FILES_DIR.rglob("*") if path.is_file())


def test_it_stands_on_the_case_with_what_it_is_from_whom_and_its_date(desk, case):
    ben = desk.as_("ben")
    page = put(ben, case, ("report.pdf", made.PDF), ("photo.png", made.PNG))
    assert page.status_code == 302
    assert page["Location"] == f"/cases/{case.reference}/"
    text = text_of(ben.get(page["Location"]))
    assert "2 files are with the case" in text
    assert "Speech and language report from Dr Iqbal, the clinic, 3 November 2026 report.pdf" in text
    entries = Entry.objects.filter(event="document.added", case_ref=case.pk)
    assert [set(entry.facts) for entry in entries] == [{"sha256"}] * 2
    assert {entry.actor_ref for entry in entries} == {who("ben").ref}
    assert not Dispatch.objects.filter(entry_ref__in=entries.values("pk")).exists()


def test_what_cannot_be_taken_is_said_the_good_one_is_kept_and_nothing_typed_is_lost(desk, case, settings):
    ben = desk.as_("ben")
    page = put(ben, case, ("report.pdf", made.PDF), ("bill.pdf", made.PROGRAM), ("page.html", made.PAGE))
    assert_an_error_by_the_book(
        page, "bill.pdf: We cannot open this kind of file.", "page.html: We cannot open this kind of file.",
        kept=(GIVEN["title"], GIVEN["from_whom"], "3", "11", "2026", "files"),
    )  # fmt: skip
    assert "Put with the case: report.pdf" in text_of(page)
    assert list(Document.objects.values_list("name", flat=True)) == ["report.pdf"]
    assert stored(settings) == 1


def test_the_same_file_twice_is_one_file(desk, case, settings):
    ben = desk.as_("ben")
    put(ben, case, ("report.pdf", made.PDF))
    assert_an_error_by_the_book(put(ben, case, ("report.pdf", made.PDF)), f"report.pdf: {putting.THERE}")
    assert Document.objects.count() == stored(settings) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "Say what it is"),
        ({"from_whom": ""}, "Say who it is from"),
        ({"title": "x" * 121}, "Use no more than 120 characters"),
        ({"dated_on_year": "2027"}, "This day is still to come."),
        ({"dated_on_day": "31"}, "The date on it must be a real date"),
        ({"part": "office"}, "Choose who may open it"),
        ({"part": ""}, "Choose who may open it"),
    ],
)
def test_each_thing_left_out_or_wrong_is_said_and_no_file_is_kept(desk, case, settings, wrong, said):
    page = put(desk.as_("ben"), case, ("report.pdf", made.PDF), **wrong)
    kept = {**GIVEN, **wrong}["from_whom"] or {**GIVEN, **wrong}["title"]
    assert_an_error_by_the_book(page, said, kept=(kept,))
    assert not Document.objects.exists()
    assert not settings.FILES_DIR.exists() or stored(settings) == 0


def test_no_file_an_empty_one_and_too_many_are_said(desk, case):
    ben = desk.as_("ben")
    assert_an_error_by_the_book(put(ben, case), "Choose at least one file")
    assert_an_error_by_the_book(put(ben, case, ("empty.pdf", b"")), "empty")
    many = [(f"{number}.pdf", made.PDF + bytes([number])) for number in range(11)]
    assert_an_error_by_the_book(put(ben, case, *many), "Choose 10 files or fewer at a time")
    assert not Document.objects.exists()


def test_a_file_about_a_worry_is_open_to_few_and_its_entry_too(desk, case):
    put_on(case, "caf_worker", Capacity.TASKED)
    put(desk.as_("ben"), case, ("bruise.pdf", made.PDF), part="safeguarding")
    assert Document.objects.get().part == Part.SAFEGUARDING
    assert Entry.objects.get(event="document.added").part == Part.SAFEGUARDING
    assert "bruise.pdf" in text_of(desk.as_("ben").get(f"/cases/{case.reference}/"))
    page = text_of(desk.as_("caf_worker").get(f"/cases/{case.reference}/"))
    assert "bruise.pdf" not in page
    assert "A file was put with the case" not in page


def test_nobody_puts_one_where_they_may_not_read(desk, case):
    put_on(case, "caf_worker", Capacity.TASKED)
    caf = desk.as_("caf_worker")
    assert "safeguarding concern" not in text_of(caf.get(f"/cases/{case.reference}/files/add/"))
    assert_an_error_by_the_book(put(caf, case, ("report.pdf", made.PDF), part="safeguarding"), "Choose who may open it")
    assert put(caf, case, ("report.pdf", made.PDF)).status_code == 302


def test_a_former_lead_reads_and_adds_nothing(desk, case, settings):
    put_on(case, "engagement_lead", Capacity.FORMER_LEAD)
    lead = desk.as_("engagement_lead")
    assert f"/cases/{case.reference}/files/add/" not in lead.get(f"/cases/{case.reference}/").content.decode()
    assert lead.get(f"/cases/{case.reference}/files/add/").status_code == 403
    assert put(lead, case, ("report.pdf", made.PDF)).status_code == 403
    assert stored(settings) == 0 if settings.FILES_DIR.exists() else True
    assert not Document.objects.exists()


def test_whoever_may_not_open_files_is_not_asked_for_any(desk, case):
    put_on(case, "health_adviser", Capacity.ADVISER)
    adviser = desk.as_("health_adviser")
    page = adviser.get(f"/cases/{case.reference}/")
    assert page.status_code == 200
    assert "Add a file" not in text_of(page)
    assert adviser.get(f"/cases/{case.reference}/files/add/").status_code == 404


def test_an_address_in_what_it_is_is_asked_about_where_one_is_secret(desk, case):
    two_homes(case, bar=True)
    page = put(desk.as_("ben"), case, ("report.pdf", made.PDF), title="Report sent from M5 4WT")
    assert_an_error_by_the_book(page, "This looks as if it holds an address.", kept=("Report sent from M5 4WT",))
    assert not Document.objects.exists()


def test_when_the_act_falls_no_bytes_are_left(desk, case, settings, monkeypatch):
    def falls(*args, **kwargs):
        raise RuntimeError("the roof fell in")

    monkeypatch.setattr(putting, "add", falls)
    with pytest.raises(RuntimeError):
        put(desk.as_("ben"), case, ("report.pdf", made.PDF))
    assert stored(settings) == 0
    assert not Document.objects.exists()


def test_the_bytes_that_are_kept_are_the_ones_sent(desk, case):
    put(desk.as_("ben"), case, ("report.pdf", made.PDF))
    assert path_of(Document.objects.get().stored_as).read_bytes() == made.PDF
