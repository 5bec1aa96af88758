"""Half-done requests: kept as typed, found again by their owner alone, emptied when sent, forgotten in time."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cases import drafts
from cases.models import Case, Draft, DraftFile
from core.past import hold
from documents.models import Document
from documents.store import path_of
from documents.tasks import forget_old_drafts
from tests.acts.test_the_way_back import saved_link
from tests.acts.together import at_once
from tests.pages.asking import answer, answer_everything, send

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.FILES_DIR = tmp_path / "files"


def stored() -> set[Path]:
    """Every file in the private store."""
    from django.conf import settings

    return {path for path in Path(settings.FILES_DIR).rglob("*") if path.is_file()}


def add_file(family, name="letter.pdf", data=PDF):
    return family.post("/salford/ask/files/", {"files": SimpleUploadedFile(name, data), "add": "1"})


def later(days: int):
    """So many days from now."""
    return hold(timezone.now() + timedelta(days=days))


def test_nothing_typed_stays_in_a_draft_that_was_sent(family):
    answer_everything(family)
    add_file(family)
    link = saved_link(family)
    send(family)
    draft = Draft.objects.get()
    assert (draft.answers, draft.way_back, draft.became) == ({}, "", Case.objects.get().pk)
    assert not DraftFile.objects.exists()
    assert family.get(link).status_code == 404


def test_its_files_are_the_cases_from_then_on(family):
    answer_everything(family)
    add_file(family)
    send(family)
    assert path_of(Document.objects.get().stored_as).read_bytes() == PDF


def test_an_answer_that_arrives_after_it_was_sent_is_not_kept(family):
    """A second tab, still on an old question, cannot fill an emptied draft again."""
    answer_everything(family)
    in_the_other_tab = Draft.objects.get()
    send(family)
    drafts.answer(in_the_other_tab, "happening", {"words": "again", "wanted": ""})
    assert Draft.objects.get().answers == {}
    assert answer(family, "home").headers["Location"] == "/salford/ask/sent/"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_answers_given_in_two_tabs_at_once_are_both_kept(family):
    answer(family, "what")
    draft = Draft.objects.get()
    tabs = [Draft.objects.get(pk=draft.pk) for _ in range(6)]
    at_once(*[lambda n=n, tab=tab: drafts.answer(tab, f"question{n}", {"n": n}) for n, tab in enumerate(tabs)])
    assert {f"question{n}" for n in range(6)} <= set(Draft.objects.get().answers)


def test_left_for_28_days_it_is_forgotten_with_its_files(family):
    answer_everything(family)
    add_file(family)
    assert len(stored()) == 1
    with later(27):
        assert forget_old_drafts() == 0
    with later(29):
        assert forget_old_drafts() == 1
    assert not Draft.objects.exists()
    assert not DraftFile.objects.exists()
    assert stored() == set()


def test_one_somebody_came_back_to_is_kept(family):
    answer_everything(family)
    old = Draft.objects.get()
    Draft.objects.update(changed_at=timezone.now() - timedelta(days=40))
    answer(family, "home", learns_at="Oakfield Primary")
    assert drafts.forget(old) == []
    assert Draft.objects.get().answers["home"]["learns_at"] == "Oakfield Primary"


def test_when_a_sent_draft_is_forgotten_the_cases_file_stays(family):
    answer_everything(family)
    add_file(family)
    send(family)
    with later(29):
        assert forget_old_drafts() == 1
    assert path_of(Document.objects.get().stored_as).exists()


def test_a_file_taken_out_leaves_no_bytes(family):
    answer_everything(family)
    add_file(family)
    family.post("/salford/ask/files/", {"remove": str(DraftFile.objects.get().pk)})
    assert stored() == set()


def test_taking_out_a_file_that_was_sent_meanwhile_leaves_the_cases_bytes(family):
    """The page in the other tab still shows its button."""
    answer_everything(family)
    add_file(family)
    key = DraftFile.objects.get().pk
    send(family)
    from documents.family import drop

    drop(Draft.objects.get(), key)
    assert path_of(Document.objects.get().stored_as).exists()


def test_another_browsers_file_cannot_be_taken_out(family, desk):
    from tests.conftest import DoorClient

    answer_everything(family)
    add_file(family)
    stranger = DoorClient("family")
    answer_everything(stranger)
    stranger.post("/salford/ask/files/", {"remove": str(DraftFile.objects.get().pk)})
    assert DraftFile.objects.count() == len(stored()) == 1
