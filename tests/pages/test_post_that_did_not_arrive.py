"""A manager sees what did not arrive, and why; sends it again, has it printed, or says what else was done."""

from html import unescape

import pytest
from django.utils import timezone

from cases.actions.letters import deal_with, print_instead, try_again
from cases.models import Case
from core.refusals import Refused
from ledger.models import Entry, Viewing
from notices.models import Dispatch
from notices.selectors import undelivered_count
from notices.tasks import deliver
from notices.words import Standing
from tests.acts.test_letters_to_staff import write
from tests.acts.together import at_once
from tests.factories.requests import received
from tests.personas import SALFORD, THURROCK, who

pytestmark = pytest.mark.django_db
ADDRESS = "Nasreen Chowdhury\n14 Broadwalk\nSalford\nM5 4WT"


def stop(letter: Dispatch) -> Dispatch:
    Dispatch.objects.filter(pk=letter.pk).update(
        stopped_at=timezone.now(), stopped_because="Nobody took it.", attempts=5
    )
    letter.refresh_from_db()
    return letter


def come_back(letter: Dispatch) -> Dispatch:
    Dispatch.objects.filter(pk=letter.pk).update(
        sent_at=timezone.now(), returned_at=timezone.now(), returned_because="The mailbox is full (5.2.2).", attempts=1
    )
    letter.refresh_from_db()
    return letter


@pytest.fixture(params=[stop, come_back], ids=["would not go", "came back"])
def lost(request, letter) -> Dispatch:
    return request.param(letter)


def shown(desk, query: str = "", name: str = "carys") -> str:
    return desk.as_(name).get(f"/post/{query}").content.decode()


def test_it_is_shown_with_its_reason_and_counted(desk, lost):
    page = shown(desk)
    assert "1 letter did not arrive" in page
    assert Case.objects.get().reference in page
    assert "nasreen@families.example" in page
    assert (lost.returned_because or lost.stopped_because) in page
    assert lost.standing.words in page
    assert (undelivered_count(SALFORD), undelivered_count(THURROCK)) == (1, 0)


def test_another_council_sees_none_of_it(desk, lost):
    assert "Every letter has gone" in shown(desk, name="irene")
    for path in ("", "again/", "print-instead/", "dealt-with/"):
        assert desk.as_("irene").post(f"/post/{lost.pk}/{path}", {"note": "x", "address": ADDRESS}).status_code == 404
    lost.refresh_from_db()
    assert lost.dealt_at is None


def test_one_that_would_not_go_goes_as_itself(desk, letter):
    stop(letter)
    assert desk.as_("carys").post(f"/post/{letter.pk}/again/").status_code == 302
    assert deliver() == 1
    letter.refresh_from_db()
    assert (letter.standing, letter.attempts) == (Standing.SENT, 1)
    assert Dispatch.objects.count() == 1
    assert undelivered_count(SALFORD) == 0


def test_one_that_came_back_stays_provable_and_another_goes_in_its_place(desk, letter):
    come_back(letter)
    assert desk.as_("carys").post(f"/post/{letter.pk}/again/").status_code == 302
    assert deliver() == 1
    letter.refresh_from_db()
    again = Dispatch.objects.get(instead_of=letter)
    assert letter.standing == Standing.RETURNED
    assert letter.dealt_by == who("carys").ref
    assert again.standing == Standing.SENT
    assert (again.body, again.subject, again.address) == (letter.body, letter.subject, letter.address)
    assert undelivered_count(SALFORD) == 0
    page = shown(desk, "?show=dealt")
    assert "Carys sent it again" in page
    assert str(again.pk) in page


def test_the_same_words_are_printed_instead(desk, lost):
    carys = desk.as_("carys")
    assert "Where should the printed letter go?" in carys.get(f"/post/{lost.pk}/print-instead/").content.decode()
    answer = carys.post(f"/post/{lost.pk}/print-instead/", {"address": ADDRESS.replace("\n", "\r\n\r\n")}, follow=True)
    assert "It is on the list of letters to print" in answer.content.decode()
    printed = Dispatch.objects.get(instead_of=lost)
    assert (printed.channel, printed.address, printed.subject) == ("print", ADDRESS, lost.subject)
    assert printed.body.splitlines()[0] == lost.body.splitlines()[0]
    assert printed.standing == Standing.TO_PRINT
    assert "Carys had it printed instead" in shown(desk, "?show=dealt")
    assert Entry.objects.get(event="letter.printed_instead").facts == {"instead_of": str(lost.pk)}


@pytest.mark.parametrize("typed", ["", "Nasreen\nSalford", "\n".join("12345678")])
def test_an_address_that_will_not_do_is_kept_and_explained(desk, lost, typed):
    answer = desk.as_("carys").post(f"/post/{lost.pk}/print-instead/", {"address": typed})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert page.count("the name and postal address") >= 2
    assert "<title>Error:" in page
    assert all(line in page for line in typed.split("\n"))
    assert Dispatch.objects.count() == 1


def test_it_is_dealt_with_and_stays_listed_with_who_and_what(desk, lost):
    assert "Mark this letter as dealt with" in desk.as_("carys").get(f"/post/{lost.pk}/dealt-with/").content.decode()
    empty = desk.as_("carys").post(f"/post/{lost.pk}/dealt-with/", {"note": " "}).content.decode()
    assert "Say in a few words what you did" in empty
    desk.as_("carys").post(f"/post/{lost.pk}/dealt-with/", {"note": "Rang her and read it out."})
    assert "Every letter has gone" in shown(desk)
    assert "Carys: Rang her and read it out." in shown(desk, "?show=dealt")
    facts = Entry.objects.get(event="letter.dealt_with").facts
    assert "Rang" not in str(facts), "history holds no prose"


def test_what_is_dealt_with_or_on_its_way_is_refused_in_words(desk, lost):
    deal_with(lost.pk, "Rang.", by=who("carys"))
    for act in (
        lambda: try_again(lost.pk, by=who("hal")),
        lambda: print_instead(lost.pk, ADDRESS, by=who("hal")),
        lambda: deal_with(lost.pk, "Rang too.", by=who("hal")),
    ):
        with pytest.raises(Refused, match="dealt with this letter already"):
            act()
    answer = desk.as_("hal").post(f"/post/{lost.pk}/dealt-with/", {"note": "Rang too."})
    assert answer.status_code == 409
    assert "Rang too." in answer.content.decode(), "what was typed is kept"


def test_a_letter_on_its_way_is_left_alone(letter):
    with pytest.raises(Refused, match="on its way"):
        try_again(letter.pk, by=who("carys"))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_four_managers_at_once_make_one_letter_in_its_place(letter):
    come_back(letter)
    hal = who("hal")
    answers = at_once(*[lambda: print_instead(letter.pk, ADDRESS, by=hal)] * 4)
    assert sum(isinstance(answer, Dispatch) for answer in answers) == 1
    assert sum(isinstance(answer, Refused) for answer in answers) == 3
    assert Dispatch.objects.filter(instead_of=letter).count() == 1


def test_it_can_be_searched_narrowed_and_paged(desk, world):
    for number in range(30):
        received(email=f"family{number}@families.example")
    letters = Dispatch.objects.filter(template="help_received")
    letters.exclude(address="family7@families.example").update(stopped_at=timezone.now(), stopped_because="No.")
    seventh = come_back(letters.get(address="family7@families.example"))
    reference = Case.objects.get(pk=seventh.case_ref).reference
    assert "30 letters did not arrive" in shown(desk)
    assert shown(desk).count("Dealt with<span") == 25
    assert shown(desk, "?page=2").count("Dealt with<span") == 5
    assert "?show=stopped&amp;page=2" in shown(desk, "?show=stopped")
    for query in ("?show=returned", f"?q={reference}", "?q=FAMILY7@"):
        page = shown(desk, query)
        assert page.count("Dealt with<span") == 1, query
        assert "family7@" in page
    for query in ("?channel=text", "?q=nobody", "?show=dealt"):
        assert "Nothing like that" in shown(desk, query), query
    for odd in ("?page=99", "?page=x", "?show=x", "?channel=x", "?q=%25"):
        assert desk.as_("carys").get(f"/post/{odd}").status_code == 200


def test_a_letter_shows_its_exact_text_its_reader_its_tries_and_the_proof(desk, letter):
    deliver()
    page = unescape(desk.as_("ben").get(f"/post/{letter.pk}/").content.decode())
    before, _, after = letter.body.partition("http://127.0.0.1:8001/confirm/")
    assert after, "this letter has a link that proves that the mailbox was opened"
    assert before in page, "line by line and word by word"
    assert after.partition("/")[2] in page
    assert "nasreen@families.example" in page
    assert f"<{letter.pk}@localhost>" in page
    assert "The mail server" in page
    assert Viewing.objects.get().page == "letter"
    assert Viewing.objects.get().case_ref == letter.case_ref


def test_a_letter_is_open_to_who_sees_how_its_case_is_reached(desk, letter):
    codes = {name: desk.as_(name).get(f"/post/{letter.pk}/").status_code for name in ("ben", "carys", "hal", "tom")}
    assert codes == {"ben": 200, "carys": 200, "hal": 200, "tom": 404}
    assert Viewing.objects.count() == 3


def test_a_letter_of_no_case_is_open_to_the_overseers_alone_and_no_looking_is_written(desk, world):
    write()
    key = Dispatch.objects.get().pk
    codes = {name: desk.as_(name).get(f"/post/{key}/").status_code for name in ("ben", "carys", "hal", "irene")}
    assert codes == {"ben": 404, "carys": 200, "hal": 200, "irene": 404}
    assert not Viewing.objects.exists()


def test_a_link_that_proves_a_mailbox_was_opened_is_shown_to_nobody_else_and_never_printed(desk, letter):
    """Staff who opened it, or a family who typed it from paper, would confirm an address that no mail reaches."""
    link = next(word for word in letter.body.split() if "/confirm/" in word)
    printed = print_instead(come_back(letter).pk, ADDRESS, by=who("carys"))
    for path in (f"/post/{letter.pk}/", f"/post/{printed.pk}/", f"/post/to-print/letters/?letter={printed.pk}"):
        page = desk.as_("carys").get(path).content.decode()
        assert link.rstrip("/").rpartition("/")[2] not in page, path
        assert "(a link that only works from the email)" in page
    assert "is kept, and not shown" in desk.as_("carys").get(f"/post/{letter.pk}/").content.decode()
    again = try_again(Dispatch.objects.get(pk=come_back_anew(letter)).pk, by=who("carys"))
    assert link in again.body, "the email itself still has it"


def come_back_anew(letter: Dispatch):
    """The same letter, written once more and come back."""
    again = Dispatch.objects.create(
        authority_id=letter.authority_id, entry_ref=letter.entry_ref, case_ref=letter.case_ref, to_ref=letter.to_ref,
        template="another", address=letter.address, subject=letter.subject, body=letter.body,
    )  # fmt: skip
    return come_back(again).pk
