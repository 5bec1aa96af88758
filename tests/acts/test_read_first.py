"""What tells of a worry stands first in the Bridge's queue until somebody takes it on; then what was answered."""

from datetime import datetime

import pytest

from cases.concerns import concerns_seen
from cases.models import Case
from cases.words import Part
from core import clock
from core.clock import LONDON
from core.past import hold
from core.refusals import Refused
from ledger.models import Entry
from ledger.selectors import history
from notices.models import Dispatch
from notices.selectors import letters_of
from pathway.actions.answer_request import answer_request
from pathway.actions.go_to_social_care import go_to_social_care
from people.models import Carer
from referrals import selectors
from referrals.actions.answering import Answer
from referrals.actions.read_worry import read_worry
from referrals.actions.reply import Heard, hear
from referrals.actions.telling import tell_family
from referrals.models import Referral, TriageAnswer
from referrals.selectors import queue
from referrals.words import Said, Why
from tests.factories.requests import at_work, received
from tests.personas import who

pytestmark = pytest.mark.django_db
TOLD = "She told me her uncle touches her at night."


def early(count: int) -> list[Referral]:
    with hold(datetime(2026, 11, 9, 12, tzinfo=LONDON)):
        return [received() for _one in range(count)]


def order(name: str = "ben") -> list[str]:
    return [row.reference for row in queue(who(name)).rows]


def of_professional(**changes) -> Referral:
    return received(work=at_work(**changes))


def asked_and_answered(referral: Referral, words: str = "He sleeps badly.") -> None:
    answer_request(referral.pk, Said.ASK, Answer("How does he sleep?"), by=who("ben"))
    asked = TriageAnswer.objects.get(referral=referral)
    hear(asked.pk, Heard(words, "Nasreen", clock.today()), by=who("ben"), name="Ben")


def test_a_concern_stands_first_then_what_was_answered_then_the_day(world):
    old = early(3)
    answered = received()
    asked_and_answered(answered)
    ticked = of_professional(concern="He has marks on his arms.")
    whole = order()
    assert whole[:2] == [ticked.case.reference, answered.case.reference]
    assert set(whole[2:]) == {one.case.reference for one in old}
    first, second, *_rest = queue(who("ben")).rows
    assert (first.concern, first.they_answered) == (True, False)
    assert (second.concern, second.they_answered) == (False, True)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_every_row_stands_on_one_page(world, monkeypatch, size):
    early(3)
    for _one in range(2):
        of_professional(concern="He has marks on his arms.")
    received(words=TOLD)
    asked_and_answered(received())
    whole = order()
    monkeypatch.setattr(selectors, "PAGE", size)
    found, after = [], ""
    while True:
        page = queue(who("ben"), after=after)
        found += [row.reference for row in page.rows]
        if not (after := page.after):
            break
    assert found == whole
    assert len(set(found)) == len(found) == 7


@pytest.mark.parametrize("said", [{"words": TOLD}, {"work": at_work(tried=TOLD)}, {"wanted": "He self-harms. Help."}])
def test_words_that_can_mean_harm_are_read_first_and_nobody_is_written_to(world, said):
    early(2)
    referral = received(**said)
    assert referral.may_tell_of_harm
    assert not referral.concern
    row = queue(who("ben")).rows[0]
    assert (row.reference, row.may_tell_of_harm, row.concern) == (referral.case.reference, True, False)
    letters = {one.template for one in Dispatch.objects.filter(case_ref=referral.case_id)}
    assert "read_first" in letters
    assert not letters & {"family_told", "new_request"}
    assert not Carer.objects.filter(case_ref=referral.case_id).exclude(told_from=None).exists()


def test_other_words_change_nothing(world):
    referral = received(work=at_work())
    assert not referral.may_tell_of_harm
    letters = {one.template for one in Dispatch.objects.all()}
    assert {"new_request", "family_told"} <= letters
    assert "read_first" not in letters


def test_the_bridges_letter_says_nothing_but_to_read_it_first(world):
    referral = of_professional(concern="He has marks on his arms.")
    (letter,) = Dispatch.objects.filter(template="read_first")
    assert letter.subject == f"Read this first: {referral.case.reference}"
    for word in ("Ayaan", "Chowdhury", "marks", "concern", "safe", "harm"):
        assert word not in letter.subject + letter.body
    assert not Dispatch.objects.filter(template="new_request").exists()


def test_history_and_the_letters_others_see_say_nothing_of_it(world):
    referral = received(words=TOLD)
    assert set(Entry.objects.get(case_ref=referral.case_id).facts) == {"asks_for", "channel"}
    shown = {one.template for one in letters_of([referral.case_id], [Part.CORE])}
    assert "read_first" not in shown
    assert "read_first" in {one.template for one in letters_of([referral.case_id], [Part.CORE, Part.SAFEGUARDING])}


def test_it_stands_first_no_longer_once_social_care_has_it_or_the_bridge_answered(world):
    old = early(1)[0]
    taken, answered = received(words=TOLD), received(words=TOLD)
    assert order()[-1] == old.case.reference
    go_to_social_care(taken.case_id, "The words of the request.", by=who("ben"))
    answer_request(answered.pk, Said.ASK, Answer("Who told you?"), by=who("ben"))
    assert order()[0] == old.case.reference
    assert not any(row.may_tell_of_harm for row in queue(who("ben")).rows)
    assert concerns_seen([taken.case_id], frozenset({Part.SAFEGUARDING}))


def test_an_answer_that_can_mean_harm_is_read_first_too(world):
    early(1)
    referral = received()
    asked_and_answered(referral, TOLD)
    row = queue(who("ben")).rows[0]
    assert (row.reference, row.may_tell_of_harm, row.they_answered) == (referral.case.reference, True, True)
    assert Dispatch.objects.filter(template="read_first", case_ref=referral.case_id).exists()


def test_whoever_may_not_know_sees_the_day_and_no_mark(world, monkeypatch):
    """The order gives nothing away, whoever comes to read the queue."""
    early(1)
    received(words=TOLD)
    of_professional(concern="He has marks on his arms.")
    monkeypatch.setattr("cases.sight.open_in", lambda _who, _part: Case.objects.none())
    rows = queue(who("ben")).rows
    assert not any(row.concern or row.may_tell_of_harm for row in rows)
    assert [row.next_on for row in rows] == sorted(row.next_on for row in rows)


def test_the_family_is_told_once_somebody_made_sure(world):
    referral = received(work=at_work(tried=TOLD))
    with pytest.raises(Refused) as refusal:
        tell_family(referral.pk, by=who("ben"))
    assert "safe" in str(refusal.value.reasons)
    tell_family(referral.pk, by=who("ben"), safe=True)
    assert Dispatch.objects.filter(template="family_told").exists()


def test_what_is_not_for_social_care_stands_in_the_ordinary_order_until_new_words_of_that_kind(world):
    old, referral = early(1)[0], received(words=TOLD)
    assert order() == [referral.case.reference, old.case.reference]
    with pytest.raises(Refused) as refused:
        read_worry(referral.pk, "  ", by=who("ben"))
    assert refused.value.reasons == (Why.NO_REASON_NOT_FOR_CARE,)
    read_worry(referral.pk, "She plays the doctor in the school’s play: her teacher says so.", by=who("ben"))
    assert order() == [old.case.reference, referral.case.reference]
    with pytest.raises(Refused):
        read_worry(referral.pk, "Again.", by=who("ben"))
    asked_and_answered(referral, "Her uncle touches her at night.")
    assert order()[0] == referral.case.reference, "what was read was the first of it"
    go_to_social_care(referral.case_id, "The answer.", by=who("ben"))
    with pytest.raises(Refused) as refused:
        read_worry(referral.pk, "Again.", by=who("ben"))
    assert refused.value.reasons == (Why.WITH_SOCIAL_CARE,)


def test_an_ordinary_request_has_nothing_to_read_for_harm_and_few_read_what_was_found(world):
    with pytest.raises(Refused) as refused:
        read_worry(received().pk, "Nothing.", by=who("ben"))
    assert refused.value.reasons == (Why.NO_WORRY_TO_READ,)
    referral = of_professional(concern="He has marks on his arms.")
    read_worry(referral.pk, "Chickenpox, says the health visitor.", by=who("ben"))
    with pytest.raises(Refused):
        tell_family(referral.pk, by=who("ben"))
    told = [one.event for one in history([referral.case_id], {Part.CORE})]
    assert "referral.worry_read" not in told
