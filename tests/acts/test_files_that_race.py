"""A file and the Send it comes with, the bytes nobody names, and a checker that chokes on one file."""

import os
import socket
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from cases import drafts
from cases.models import Draft, DraftFile
from core import clock
from documents.actions.add import add
from documents.family import MOST, put
from documents.models import Document
from documents.scanning import CheckerAway, NoAnswer, scan
from documents.store import keep, path_of
from documents.tasks import check_waiting, sweep
from documents.words import Scan
from tests.acts.test_drafts import PDF, add_file, own_store, stored  # noqa: F401 - a fixture
from tests.acts.test_receive import a_file
from tests.acts.together import at_once
from tests.factories.requests import received
from tests.pages.asking import answer_everything, send
from tests.personas import SALFORD, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(world) -> Draft:
    return drafts.start(SALFORD, "ask", None)


def upload(text: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile("letter.pdf", PDF + text)


def test_a_file_that_comes_after_send_is_refused_and_nothing_is_left_of_it(draft):
    Draft.objects.filter(pk=draft.pk).update(became=draft.pk)
    assert "sent before this file came" in put(draft, upload())
    assert (DraftFile.objects.count(), stored()) == (0, set())


def test_no_more_than_fit_even_from_two_windows(draft):
    for number in range(MOST):
        assert put(draft, upload(b"%d" % number)) is None
    assert "as many files as we can take" in put(draft, upload(b"one more"))
    assert DraftFile.objects.count() == len(stored()) == MOST


def test_a_draft_deleted_meanwhile_leaves_no_bytes(draft):
    Draft.objects.filter(pk=draft.pk).delete()
    with pytest.raises(Draft.DoesNotExist):
        put(draft, upload())
    assert stored() == set()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_file_waits_for_the_send_that_is_under_way(draft):
    def sending():
        with transaction.atomic(), drafts.held(draft):
            time.sleep(0.5)
            drafts.close(draft, draft.pk)

    def adding():
        time.sleep(0.1)
        return put(draft, upload())

    assert "sent before this file came" in at_once(sending, adding)[1]
    assert (DraftFile.objects.count(), stored()) == (0, set())


def lying(days: float, name: str | None = None) -> str:
    """Bytes that have lain there for so many days."""
    name = name or keep([b"bytes"]).stored_as
    moment = (clock.now() - timedelta(days=days)).timestamp()
    os.utime(path_of(name), (moment, moment))
    return name


def test_the_sweep_takes_what_nobody_names_and_nothing_else(family):
    answer_everything(family)
    add_file(family)
    send(family)
    kept = {lying(30, Document.objects.get().stored_as)}
    other = drafts.start(SALFORD, "ask", None)
    put(other, upload())
    kept |= {lying(30, other.files.get().stored_as), lying(1.9)}
    assert path_of(lying(2.1)).exists()
    assert sweep() == 1
    assert {path.name for path in stored()} == kept
    assert sweep() == 0


def test_half_written_bytes_are_swept_and_what_is_not_ours_is_left(draft):
    put(draft, upload())
    path = path_of(lying(30))
    half, not_ours = path.with_suffix(".part"), path.with_name("README.txt")
    for one in (half, not_ours):
        one.write_bytes(b"x")
        os.utime(one, (0, 0))
    assert sweep() == 2
    assert not_ours.exists()
    assert not half.exists()


def test_a_database_that_names_no_file_sweeps_none(world):
    name = lying(400)
    assert sweep() == 0
    assert path_of(name).exists()


@pytest.fixture
def checker(world, monkeypatch):
    """Six files that wait, and a checker that says of each what it is told, by the first letter of its place."""
    case = received(by=who("amina")).case
    for number in range(6):
        add(case.pk, a_file(sha256=f"{number}" * 64, stored_as=f"{number}" * 32), by=who("amina"))
    told: dict[str, object] = {}
    asked: list[str] = []

    def scan(path):
        asked.append(path.name[0])
        answer = told.get(path.name[0], Scan.CLEAN)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr("documents.tasks.scan", scan)
    return SimpleNamespace(told=told, asked=asked)


def still_waiting() -> str:
    places = Document.objects.filter(scan=Scan.WAITING).order_by("stored_as").values_list("stored_as", flat=True)
    return "".join(place[0] for place in places)


@pytest.mark.parametrize("trouble", [NoAnswer(), ValueError("what is this"), Scan.WAITING])
def test_one_file_without_an_answer_does_not_hold_up_the_rest(checker, trouble):
    checker.told["0"] = trouble
    assert check_waiting() == 5
    assert still_waiting() == "0"


def test_files_that_never_get_an_answer_leave_room_for_the_others(checker):
    checker.told |= dict.fromkeys("0123", Scan.WAITING)
    for _ in range(60):
        check_waiting(at_most=2)
    assert still_waiting() == "0123"


@pytest.mark.parametrize(("trouble", "times"), [(CheckerAway(), 1), (NoAnswer(), 2)])
def test_a_checker_that_is_away_is_not_asked_about_every_file(checker, trouble, times):
    checker.told |= dict.fromkeys("012345", trouble)
    assert check_waiting() == 0
    assert len(checker.asked) == times
    assert still_waiting() == "012345"


def test_a_checker_that_is_silent_is_told_from_one_that_is_gone(settings, monkeypatch, tmp_path):
    settings.CLAMD_ADDRESS = f"{tmp_path}/nobody.sock"
    with pytest.raises(CheckerAway) as gone:
        scan(tmp_path)
    assert not isinstance(gone.value, NoAnswer)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(settings.CLAMD_ADDRESS)
        silent.listen()
        monkeypatch.setattr("documents.scanning.PATIENCE", 0.1)
        letter = tmp_path / "letter.pdf"
        letter.write_bytes(PDF)
        with pytest.raises(NoAnswer):
            scan(letter)
