"""Recording why a date cannot be kept, from the page: typed, refused, put, answered, taken back. The date stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.excusing import REFUSED
from cases.models import Deadline, Excuse
from cases.words import ExcuseState, Part
from documents.models import Document
from documents.store import path_of
from referrals.words import AsksFor
from tests.factories.files import PAGE, PDF
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, read, text_of

pytestmark = pytest.mark.django_db
ILL = {
    "ground": "exceptional",
    "from_on_day": "17",
    "from_on_month": "11",
    "from_on_year": "2026",
    "account": "Her mother was taken to hospital.",
    "evidence": "The ward’s letter.",
    "recover_by_day": "8",
    "recover_by_month": "1",
    "recover_by_year": "2027",
}


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.FILES_DIR = tmp_path / "files"


@pytest.fixture
def owed(world) -> Deadline:
    case = received(AsksFor.ASSESSMENT, by=world.who("amina")).case
    return Deadline.objects.select_related("case").get(case=case, duty="EHCNA-DECIDE")


def at(owed: Deadline, more: str = "") -> str:
    return f"/cases/{owed.case.reference}/deadlines/{owed.pk}/{more}"


def put(desk, owed, name="ben", **changed):
    return desk.as_(name).post(at(owed, "excuse/"), ILL | changed, follow=True)


def test_nothing_entered_says_what_is_missing_at_each_field(owed, desk):
    assert_an_error_by_the_book(desk.as_("ben").post(at(owed, "excuse/"), {}), "Choose the reason")
    page = desk.post(at(owed, "excuse/"), {"ground": "exceptional"})
    assert_an_error_by_the_book(
        page,
        "Enter the day it began.",
        "Say what happened, and why it made keeping the date impractical.",
        "Nothing is excused without evidence.",
        "Enter the day you mean to have it done.",
        kept=("exceptional",),
    )


@pytest.mark.parametrize("offered", REFUSED)
def test_what_is_often_said_is_refused_with_its_reason_and_nothing_typed_is_lost(owed, desk, offered):
    page = put(desk, owed, ground=offered)
    assert_an_error_by_the_book(
        page, REFUSED[offered].because, kept=(offered, "17", "2027", ILL["account"], ILL["evidence"])
    )
    assert not Excuse.objects.exists()


@pytest.mark.parametrize(
    ("ground", "asked"),
    [
        ("", ("From which day", "Until which day", "The day you asked the school")),
        ("setting_closed", ("The first day they were closed", "The day they opened again", "The day you asked them")),
        ("away_four_weeks", ("The first day they were away", "The day they came back")),
        ("exceptional", ("The day it began", "The day it ended")),
    ],
)
def test_the_days_are_asked_for_in_the_words_of_the_ground(owed, desk, ground, asked):
    page = desk.as_("ben").get(at(owed, "excuse/") + (f"?ground={ground}" if ground else ""))
    text = text_of(page)
    for words in asked:
        assert words in text
    assert ("asked_on" in page.content.decode()) == (len(asked) == 3)
    assert (ground in read(page).values) == bool(ground)


def test_put_answered_and_the_date_stays_while_the_reason_shows(owed, desk):
    before = (owed.plan_for, owed.due_strict, owed.due_ordinary)
    text = text_of(put(desk, owed))
    assert "It excuses nothing until a manager agrees." in text
    assert "A manager who is not you must answer." in text
    assert "Waiting for your answer" not in text_of(desk.get("/work/"))

    carys = desk.as_("carys")
    assert "Waiting for your answer: 1" in text_of(carys.get("/work/"))
    where = at(owed, f"excuse/{Excuse.objects.get().pk}/")
    assert where in carys.get("/work/").content.decode()
    assert where in carys.get(at(owed)).content.decode()
    sure = carys.post(where, {"agreed": "yes", "words": "The letter is clear."})
    text = text_of(sure)
    assert "Stays Tuesday 29 December 2026." in text
    assert "Our own day, Friday 8 January 2027 (in 51 days)" in text
    assert Excuse.objects.get().state == ExcuseState.PROPOSED, "nothing is recorded before the effect was shown"
    back = carys.post(where, {"agreed": "yes", "words": "The letter is clear.", "back": "1"})
    assert {"yes", "The letter is clear."} <= set(read(back).values)
    done = text_of(carys.post(where, {"agreed": "yes", "words": "The letter is clear.", "sure": "1"}, follow=True))
    assert "Tuesday 29 December 2026 (excused)" in done
    assert "Agreed Exceptional personal circumstances" in done
    assert "By Carys" in done
    after = Deadline.objects.get(pk=owed.pk)
    assert (after.plan_for, after.due_strict, after.due_ordinary) == before
    assert "Waiting for your answer" not in text_of(carys.get("/work/"))


def test_a_no_needs_words_and_its_author_reads_them(owed, desk):
    put(desk, owed)
    where = at(owed, f"excuse/{Excuse.objects.get().pk}/")
    carys = desk.as_("carys")
    assert_an_error_by_the_book(
        carys.post(where, {"agreed": "", "words": "x"}), "Choose whether you agree", kept=("x",)
    )
    assert_an_error_by_the_book(carys.post(where, {"agreed": "no", "words": " "}), "Say why.", kept=("no",))
    carys.post(where, {"agreed": "no", "words": "That was another week."})
    text = text_of(desk.as_("ben").get(at(owed)))
    assert "Not agreed" in text
    assert "That was another week." in text
    assert "Record why it cannot be kept" in text, "a better one may be put"


def test_a_manager_does_not_answer_their_own(owed, desk):
    put(desk, owed, "carys")
    where = at(owed, f"excuse/{Excuse.objects.get().pk}/")
    text = text_of(desk.get(where))
    assert "Another manager must answer it." in text
    assert "Do you agree?" not in text
    refused = desk.post(where, {"agreed": "yes", "words": "", "sure": "1"})
    assert refused.status_code == 409
    assert "Waiting for your answer" not in text_of(desk.get("/work/"))
    assert "Waiting for your answer: 1" in text_of(desk.as_("hal").get("/work/"))


def test_the_author_takes_it_back_and_a_manager_ends_it(owed, desk):
    put(desk, owed)
    one = Excuse.objects.get().pk
    where = at(owed, f"excuse/{one}/back/")
    ben = desk.as_("ben")
    assert_an_error_by_the_book(ben.post(where, {"words": ""}), "Say why. It stays on record.")
    assert "The reason is taken back." in text_of(ben.post(where, {"words": "Not her."}, follow=True))
    put(desk, owed)
    two = Excuse.objects.get(state=ExcuseState.PROPOSED).pk
    where = at(owed, f"excuse/{two}/")
    desk.as_("carys").post(where, {"agreed": "yes", "words": "", "sure": "1"})
    refused = desk.as_("ben").post(f"{where}back/", {"words": "Mine."})
    assert refused.status_code == 409
    assert "Only a manager can end it." in text_of(refused)
    assert "Mine." in read(refused).values
    text = text_of(desk.as_("hal").post(f"{where}back/", {"words": "She is home."}, follow=True))
    assert "The reason is ended." in text
    assert "(excused)" not in text


def test_evidence_comes_with_it_and_opens_only_for_those_who_read_reasons(owed, desk, world, family):
    letter = SimpleUploadedFile("ward.pdf", PDF, "application/pdf")
    put(desk, owed, file=letter, evidence="")
    document = Document.objects.get(name="ward.pdf")
    assert (document.part, document.case_id) == (Part.EXCUSES, owed.case_id)
    assert Excuse.objects.get().evidence_file == document.pk
    assert "ward.pdf" in text_of(desk.as_("carys").get(at(owed)))
    assert "ward.pdf" not in text_of(desk.get(f"/requests/{owed.case.reference}/")), "it did not come with the request"
    assert "ward.pdf" not in text_of(family.as_("amina").get(f"/mine/{owed.case.reference}/"))
    for name in ("tom", "stella", "dev"):
        assert desk.as_(name).get(f"/files/{document.pk}/").status_code == 404


def test_a_file_that_cannot_be_taken_is_said_at_its_field_and_leaves_nothing(owed, desk, settings):
    page = put(desk, owed, file=SimpleUploadedFile("letter.pdf", PAGE, "application/pdf"))
    assert_an_error_by_the_book(page, "We cannot open this kind of file.", kept=(ILL["account"],))
    late = put(desk, owed, ground="not_0", file=SimpleUploadedFile("ward.pdf", PDF, "application/pdf"))
    assert_an_error_by_the_book(late, "That does not excuse it.")
    assert "choose it again" in text_of(late)
    assert not Document.objects.exists()
    assert not [file for file in settings.FILES_DIR.rglob("*") if file.is_file()], "the bytes are forgotten too"


def test_a_second_reason_is_refused_and_what_was_typed_is_kept(owed, desk):
    put(desk, owed)
    again = put(desk, owed, account="Something else.")
    assert again.status_code == 409
    assert "A reason is recorded for this date already." in text_of(again)
    assert "Something else." in read(again).values


def test_the_bytes_of_evidence_are_kept(owed, desk):
    put(desk, owed, file=SimpleUploadedFile("ward.pdf", PDF, "application/pdf"))
    assert path_of(Document.objects.get().stored_as).read_bytes() == PDF


@pytest.mark.parametrize("more", ["", "back/"])
def test_a_reason_of_another_date_is_not_found(owed, desk, more):
    put(desk, owed)
    other = Deadline.objects.get(case=owed.case, duty="NOPLAN")
    assert desk.as_("carys").get(at(other, f"excuse/{Excuse.objects.get().pk}/{more}")).status_code == 404
