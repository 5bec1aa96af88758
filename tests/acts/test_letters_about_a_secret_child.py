"""Letters to the family of a child whose address somebody may not be told: held, looked through, and asked again."""

import pytest
from django.core import mail

from cases.actions.child.bar import answer_bar, ask_to_lift, put_bar
from cases.actions.child.person import Person, keep_person
from cases.actions.letters import mark_posted, print_instead, try_again
from cases.letters import sheets
from cases.secret_letters import CARRIES, NOT_THEIRS, addresses_open_to
from core import clock
from core.events import Event
from core.refusals import Refused
from ledger.models import Entry
from notices.models import Dispatch
from notices.tasks import deliver
from notices.words import HELD, Postage
from pathway.actions.settle_request import settle_request
from people.models import Around
from people.words import Tie
from referrals.actions.confirm_sender import confirm_sender
from referrals.words import AsksFor
from tests.factories.children import two_homes
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_of_a_mother(world):
    """Nadia asked, and her first letters are out."""
    referral = received(AsksFor.UNSURE, by=who("amina"), sender_name="Nadia Rahman", email="nadia@families.example")
    confirm_sender(referral.sender_id)
    deliver()
    mail.outbox.clear()
    return referral


@pytest.fixture
def family(request_of_a_mother):
    return two_homes(request_of_a_mother.case)


def settled(referral, words: str = "It asks for help.") -> Dispatch:
    settle_request(referral.pk, AsksFor.HELP, words, by=who("ben"))
    return Dispatch.objects.get(template="settled_help", case_ref=referral.case_id)


def test_where_nothing_is_secret_a_letter_goes(request_of_a_mother):
    settled(request_of_a_mother)
    deliver()
    assert len(mail.outbox) == 1


def test_it_waits_until_a_person_has_read_it(request_of_a_mother, family):
    letter = settled(request_of_a_mother)
    deliver()
    letter.refresh_from_db()
    assert (mail.outbox, letter.stopped_because, letter.held) == ([], HELD, True)
    try_again(letter.pk, by=who("carys"))
    deliver()
    letter.refresh_from_db()
    assert [message.to for message in mail.outbox] == [["nadia@families.example"]]
    assert letter.looked_by == who("carys").ref
    assert Entry.objects.filter(event=Event.LETTER_LOOKED_AT, about=letter.pk).exists()


def test_a_letter_to_the_team_waits_for_nobody(request_of_a_mother, family):
    received(by=who("amina"))
    deliver()
    assert ["bridge@salford.example"] in [message.to for message in mail.outbox]


def test_what_was_on_its_way_when_the_bar_was_put_is_asked_again(request_of_a_mother):
    letter = settled(request_of_a_mother)
    around = keep_person(request_of_a_mother.case_id, None, Person(Tie.FATHER, "Karim Rahman"), by=who("ben"))
    put_bar(request_of_a_mother.case_id, around.pk, [], "An order.", by=who("ben"))
    deliver()
    letter.refresh_from_db()
    assert letter.held and not mail.outbox


def test_once_the_bar_is_lifted_nothing_is_held(request_of_a_mother):
    case = request_of_a_mother.case_id
    around = keep_person(case, None, Person(Tie.FATHER, "Karim Rahman"), by=who("ben"))
    bar = put_bar(case, around.pk, [], "An order.", by=who("ben"))
    answer_bar(case, bar.pk, True, by=who("carys"))
    ask_to_lift(case, bar.pk, "It ended.", by=who("ben"))
    answer_bar(case, bar.pk, True, by=who("hal"))
    settled(request_of_a_mother)
    deliver()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("written", ["They moved to m30-0aa.", "Now at 3 hidden  lane, they say."])
def test_one_that_holds_an_address_its_reader_may_not_be_told_never_goes(world, written):
    """The father asked. An officer wrote the mother’s address into the reason."""
    referral = received(AsksFor.UNSURE, sender_name="Karim Rahman", email="karim@families.example")
    confirm_sender(referral.sender_id)
    deliver()
    mail.outbox.clear()
    two_homes(referral.case, bar=True)
    letter = settled(referral, written)
    deliver()
    letter.refresh_from_db()
    assert (mail.outbox, letter.stopped_because) == ([], CARRIES)
    try_again(letter.pk, by=who("carys"))
    deliver()
    letter.refresh_from_db()
    assert (mail.outbox, letter.stopped_because) == ([], CARRIES)
    with pytest.raises(Refused, match="may not be told"):
        print_instead(letter.pk, "Karim Rahman\n1 High Street\nSalford\nM5 1AA", by=who("carys"))


def test_the_mother_may_be_told_her_own(request_of_a_mother, family):
    letter = settled(request_of_a_mother, "They moved to M30 0AA.")
    deliver()
    letter.refresh_from_db()
    assert letter.held
    assert addresses_open_to(letter) == [
        "Nadia Rahman\n3 Hidden Lane\nEccles\nM30 0AA", "Nadia Rahman\n14 Broadwalk\nSalford\nM5 4WT",
    ]  # fmt: skip


def test_paper_goes_to_an_address_that_is_written_down_and_that_its_reader_may_be_told(request_of_a_mother, family):
    letter = settled(request_of_a_mother)
    deliver()
    with pytest.raises(Refused) as refused:
        print_instead(letter.pk, "Nadia Rahman\n9 Old Street\nSalford\nM5 1AA", by=who("carys"))
    assert refused.value.reasons == (NOT_THEIRS,)
    printed = print_instead(letter.pk, "Nadia Rahman\n3 Hidden Lane\nEccles\nM30 0AA", by=who("carys"))
    assert [seen.letter.pk for seen in sheets(who("ben"), [str(printed.pk)])] == [printed.pk]
    mother = Around.objects.get(pk=family.mother.pk)
    put_bar(request_of_a_mother.case_id, mother.pk, [str(family.secret_home.pk)], "She is to move.", by=who("ben"))
    assert sheets(who("ben"), [str(printed.pk)]) == []
    with pytest.raises(Refused):
        mark_posted([printed.pk], Postage.FIRST, clock.today(), by=who("ben"))


def test_where_nothing_is_secret_an_address_may_be_typed(request_of_a_mother):
    letter = settled(request_of_a_mother)
    Dispatch.objects.filter(pk=letter.pk).update(stopped_at=clock.now(), stopped_because="Nobody took it.")
    assert print_instead(letter.pk, "Nadia Rahman\n9 Old Street\nSalford\nM5 1AA", by=who("carys")).address
