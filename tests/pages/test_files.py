"""Letters and reports: what is taken is what it says it is, and what is not taken is said to be so."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import DraftFile
from documents.models import Document
from documents.tasks import check_waiting
from documents.words import Scan
from tests.factories import files as made
from tests.pages.asking import answer_everything, send
from tests.pages.reading import assert_an_error_by_the_book

pytestmark = pytest.mark.django_db
BIG = 30 * 1024 * 1024
UNKNOWN = "We cannot open this kind of file."
MISMATCH = "The file's name does not match what is inside it."
BROKEN = "The file is broken."


@pytest.fixture
def asking(family, settings, tmp_path):
    """A family that has come as far as the files."""
    settings.FILES_DIR = tmp_path / "files"
    answer_everything(family)
    return family


def add(family, *files: tuple[str, bytes], go_on: bool = False):
    chosen = [SimpleUploadedFile(name, data) for name, data in files]
    return family.post("/salford/ask/files/", {"files": chosen, "go_on" if go_on else "add": "1"})


def kept() -> list[str]:
    return list(DraftFile.objects.order_by("pk").values_list("name", flat=True))


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("letter.pdf", made.PDF, "application/pdf"),
        ("LETTER.PDF", made.PDF, "application/pdf"),
        ("photo.jpg", made.JPEG, "image/jpeg"),
        ("photo.jpeg", made.JPEG, "image/jpeg"),
        ("drawing.png", made.PNG, "image/png"),
        ("IMG_0142.HEIC", made.HEIC, "image/heic"),
        ("report.docx", made.WORD, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        *made.POLYGLOTS.values(),
    ],
)
def test_what_families_send_is_taken(asking, name, data, media_type):
    assert add(asking, (name, data)).status_code == 302
    row = DraftFile.objects.get()
    assert (row.name, row.media_type, row.size) == (name, media_type, len(data))


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("letter.pdf", made.PROGRAM, UNKNOWN),
        ("photo.jpg", made.PAGE, UNKNOWN),
        ("photo.png", made.DRAWING, UNKNOWN),
        ("drawing.svg", made.DRAWING, UNKNOWN),
        ("page.html", made.PAGE, UNKNOWN),
        ("page.pdf", b"\n" + made.PAGE + made.PDF, UNKNOWN),
        ("letters.zip", made.archive(letter_dot_pdf=made.PDF), UNKNOWN),
        ("report.docx", made.archive(letter_dot_pdf=made.PDF), UNKNOWN),
        ("report.doc", made.OLD_WORD, UNKNOWN),
        ("report.docx", made.OLD_WORD, UNKNOWN),
        ("report.docm", made.WITH_MACROS, MISMATCH),
        ("report.docx", made.WITH_MACROS, "The file holds a program (macros)."),
        ("report.docx", made.WORD[:-30], BROKEN),
        ("script.sh", made.SCRIPT, UNKNOWN),
        ("letter.pdf", made.ELF, UNKNOWN),
        ("photo.gif", made.GIF, UNKNOWN),
        ("letter.rtf", made.RICH_TEXT, UNKNOWN),
        ("notes.txt", b"just some words", UNKNOWN),
        ("letter.pdf.exe", made.PDF, MISMATCH),
        ("letter.html", made.PDF, MISMATCH),
        ("photo.jpg.svg", made.JPEG, MISMATCH),
        ("photo.png", made.JPEG, MISMATCH),
        ("letter", made.PDF, MISMATCH),
        (".pdf", made.PDF, MISMATCH),
        ("letter.pdf ‮gpj.exe", made.PDF, MISMATCH),
        ("empty.pdf", b"", "empty"),
        ("big.pdf", made.PDF + b"0" * BIG, "The file is too big. Each file can be up to 10 MB."),
    ],
)
def test_what_cannot_be_taken_is_said_to_be_so_and_costs_nothing_typed(asking, name, data, message):
    page = add(asking, (name, data))
    assert page.status_code == 200
    assert_an_error_by_the_book(page, message)
    assert kept() == []
    assert send(asking)


def test_a_good_file_beside_a_bad_one_is_kept(asking):
    page = add(asking, ("letter.pdf", made.PDF), ("virus.pdf", made.PROGRAM))
    assert_an_error_by_the_book(page, f"virus.pdf: {UNKNOWN}")
    assert kept() == ["letter.pdf"]
    assert "letter.pdf" in page.content.decode()


def different(number: int) -> tuple[str, bytes]:
    return f"letter{number}.pdf", made.PDF + str(number).encode()


def test_ten_files_are_taken_and_the_eleventh_is_not(asking):
    assert add(asking, *(different(n) for n in range(10))).status_code == 302
    page = add(asking, different(10))
    assert_an_error_by_the_book(page, "letter10.pdf was not added: there are already 10 files.")
    assert len(kept()) == 10


def test_eleven_at_once_are_not_taken(asking):
    page = add(asking, *(different(n) for n in range(11)))
    assert_an_error_by_the_book(page, "Choose 10 files or fewer at a time")
    assert kept() == []


def test_a_hundred_at_once_are_refused_before_they_are_read(asking):
    page = add(asking, *(different(n) for n in range(100)))
    assert page.status_code == 400
    assert "We could not read that" in page.content.decode()
    assert send(asking), "nothing typed is lost"


def test_the_same_file_twice_is_one_file(asking):
    add(asking, ("letter.pdf", made.PDF))
    add(asking, ("the same again.pdf", made.PDF))
    assert kept() == ["letter.pdf"]


def test_going_on_takes_what_was_chosen(asking):
    assert add(asking, ("letter.pdf", made.PDF), go_on=True).headers["Location"] == "/salford/ask/check/"
    assert kept() == ["letter.pdf"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\nasreen\\letter.pdf", "letter.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "img src=x onerror=alert(1).pdf"),
        ('a"b.pdf', "ab.pdf"),
        ("Ayaan’s диагноз 診断.pdf", "Ayaan’s диагноз 診断.pdf"),
        ("ann‮fdp.exe.pdf", "annfdp.exe.pdf"),
        ("x" * 240 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_and_stays_readable(asking, name, shown):
    assert add(asking, (name, made.PDF)).status_code == 302
    assert kept() == [shown]
    assert shown in unescape(asking.get("/salford/ask/files/").content.decode())


def test_when_the_disk_is_full_it_is_said_and_the_request_can_still_be_sent(asking, settings, tmp_path):
    full = tmp_path / "full"
    full.write_text("no folder can be made here")
    settings.FILES_DIR = full
    page = add(asking, ("letter.pdf", made.PDF))
    assert_an_error_by_the_book(page, "We could not keep the file just now.")
    assert kept() == []
    assert send(asking)


@pytest.mark.parametrize("kind", made.POLYGLOTS)
def test_two_things_at_once_leave_the_house_as_a_download_and_nothing_else(asking, desk, kind):
    name, data, media_type = made.POLYGLOTS[kind]
    add(asking, (name, data))
    send(asking)
    check_waiting()
    answer = desk.as_("ben").get(f"/files/{Document.objects.get().pk}/")
    assert answer.getvalue() == data
    assert answer["Content-Type"] == media_type
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("scan", "code"), [(Scan.WAITING, 403), (Scan.INFECTED, 403), (Scan.CLEAN, 200), (Scan.UNCHECKED, 200)]
)
def test_a_file_opens_only_when_the_checker_has_answered_well(asking, desk, scan, code):
    from documents.actions.note_check import note_check

    add(asking, ("letter.pdf", made.PDF))
    send(asking)
    document = Document.objects.get()
    note_check(document.pk, scan)
    page = desk.as_("ben").get(f"/files/{document.pk}/")
    assert page.status_code == code
    assert page.getvalue()
