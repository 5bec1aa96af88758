"""A file is put with a case, and stays shut until the virus checker has answered."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.who import machine, visitor
from cases.action import action
from cases.words import Capacity, Part
from core.events import Event
from core.refusals import NotAllowed
from documents.actions.add import About, add
from documents.actions.note_check import note_check
from documents.models import Document
from documents.putting import THERE, put_with_case
from documents.selectors import documents_of
from documents.words import Scan
from ledger.models import Entry
from notices.models import Dispatch
from tests.acts.test_receive import a_file
from tests.acts.test_who_a_child_is import put_on
from tests.acts.together import at_once, everything, queueing_before
from tests.factories.files import PDF
from tests.factories.requests import received
from tests.personas import SALFORD, THURROCK, who

pytestmark = pytest.mark.django_db
STEPS = ["ledger.pen.write", "cases.caseload.keep", "notices.post_office.post"]


@pytest.fixture
def case(world):
    """A request that Amina sent while signed in."""
    return received(by=who("amina")).case


@pytest.fixture
def document(case):
    return add(case.pk, a_file(), by=who("amina"))


def test_it_is_kept_shut_and_history_holds_its_digest_and_not_its_name(case):
    add(case.pk, a_file(name="Ayaan's diagnosis.pdf"), by=who("amina"))
    document = Document.objects.get()
    assert (document.scan, document.part, document.may_open) == (Scan.WAITING, Part.FILES, False)
    entry = Entry.objects.get(event=Event.DOCUMENT_ADDED)
    assert (entry.facts, entry.part, entry.about) == ({"sha256": "ab" * 32}, Part.FILES, document.pk)
    assert not Dispatch.objects.filter(entry_ref=entry.pk).exists()


@pytest.mark.parametrize("name", ["priya", "dev", "tom", "irene"])
def test_nobody_from_outside_the_case_may_add_one(case, name):
    before = everything()
    with pytest.raises(NotAllowed) as refusal:
        add(case.pk, a_file(), by=who(name))
    assert not refusal.value.seen
    assert everything() == before


def test_a_visitor_may_add_none_to_a_case_that_is_there_already(case):
    with pytest.raises(NotAllowed) as refusal:
        add(case.pk, a_file(), by=visitor(SALFORD))
    assert not refusal.value.seen


def test_somebody_who_sees_the_case_by_name_alone_is_told_that_adding_is_not_theirs(case):
    put_on(case, "stella", Capacity.OWNER)
    with pytest.raises(NotAllowed) as refusal:
        add(case.pk, a_file(), by=who("stella"))
    assert refusal.value.seen


def test_the_bridge_adds_evidence_that_only_readers_of_excuses_open(case):
    evidence = add(case.pk, a_file(), by=who("ben"), part=Part.EXCUSES)
    assert evidence in documents_of(who("carys"), case)
    assert Entry.objects.get(event=Event.DOCUMENT_ADDED, about=evidence.pk).part == Part.EXCUSES
    assert evidence not in documents_of(who("amina"), case)


@pytest.mark.parametrize("step", STEPS)
def test_when_a_later_step_fails_no_file_is_there(case, monkeypatch, step):
    def falls(*args, **kwargs):
        raise RuntimeError("the roof fell in")

    before = everything()
    monkeypatch.setattr(step, falls)
    with pytest.raises(RuntimeError):
        add(case.pk, a_file(), by=who("amina"))
    assert everything() == before


@pytest.mark.parametrize("result", [Scan.CLEAN, Scan.INFECTED, Scan.UNCHECKED])
def test_the_checkers_answer_is_kept_and_an_infected_file_stays_shut(document, result):
    note_check(document.pk, result)
    document.refresh_from_db()
    assert document.may_open is (result != Scan.INFECTED)
    entry = Entry.objects.get(event=Event.DOCUMENT_CHECKED)
    assert (entry.facts, entry.actor_ref) == ({"result": result.value}, "system:scanner")


@pytest.mark.parametrize(("first", "then"), [(Scan.INFECTED, Scan.CLEAN), (Scan.CLEAN, Scan.INFECTED)])
def test_the_first_answer_stands(document, first, then):
    note_check(document.pk, first)
    before = everything()
    note_check(document.pk, then)
    assert everything() == before


def test_no_answer_yet_leaves_no_trace(document):
    before = everything()
    note_check(document.pk, Scan.WAITING)
    assert everything() == before


def test_a_file_that_does_not_exist_is_not_there(case):
    with pytest.raises(Document.DoesNotExist):
        note_check(uuid4(), Scan.CLEAN)


@pytest.mark.parametrize("by", ["visitor", "ben", "carys", "amina", "another council's machine"])
def test_nobody_but_this_councils_machine_answers_for_the_checker(document, by):
    """None of them is told why: whoever may not do what needs no sight has not shown that they see it."""
    asker = {"visitor": visitor(SALFORD), "another council's machine": machine("scanner", THURROCK)}.get(by)
    before = everything()
    with (
        pytest.raises(NotAllowed) as refusal,
        action(
            Event.DOCUMENT_CHECKED, by=asker or who(by), subject=lambda: Document.objects.get(pk=document.pk)
        ) as act,
    ):
        act.subject.scan = Scan.CLEAN
    assert not refusal.value.seen
    assert everything() == before


@pytest.mark.parametrize("step", STEPS)
def test_when_a_later_step_fails_it_was_never_checked(document, monkeypatch, step):
    def falls(*args, **kwargs):
        raise RuntimeError("the roof fell in")

    before = everything()
    monkeypatch.setattr(step, falls)
    with pytest.raises(RuntimeError):
        note_check(document.pk, Scan.CLEAN)
    assert everything() == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_checkers_at_once_exactly_one_answer_stands(document):
    with queueing_before(document.case, waiters=2):
        given = at_once(
            lambda: note_check(document.pk, Scan.CLEAN),
            lambda: note_check(document.pk, Scan.INFECTED),
        )
    assert given == [None, None]
    entry = Entry.objects.get(event=Event.DOCUMENT_CHECKED)
    assert Document.objects.get().scan == entry.facts["result"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_files_at_once_are_both_kept(case):
    amina = who("amina")
    with queueing_before(case, waiters=2):
        at_once(
            lambda: add(case.pk, a_file(), by=amina),
            lambda: add(case.pk, a_file(sha256="cd" * 32, stored_as="1" * 32), by=amina),
        )
    assert Document.objects.count() == Entry.objects.filter(event=Event.DOCUMENT_ADDED).count() == 2


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_one_file_put_by_two_presses_at_once_is_there_once(case, settings, tmp_path):
    settings.FILES_DIR = tmp_path
    ben = who("ben")

    def press():
        upload = SimpleUploadedFile("report.pdf", PDF)
        return put_with_case(case.pk, [upload], About("Report", "The clinic"), part=Part.FILES, by=ben)

    with queueing_before(case, waiters=2):
        given = at_once(press, press)
    assert sorted((put.kept, put.refused) for put in given) == [([], [("report.pdf", THERE)]), (["report.pdf"], [])]
    assert Document.objects.count() == Entry.objects.filter(event=Event.DOCUMENT_ADDED).count() == 1
    assert sum(path.is_file() for path in tmp_path.rglob("*")) == 1, "the bytes of the second are gone"
