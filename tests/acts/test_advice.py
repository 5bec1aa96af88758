"""Advice is asked for by letter, given by whoever was asked, and stands as it was given."""

from datetime import date, timedelta

import pytest

from cases.models import Deadline, Task
from cases.need_words import SenType
from core.events import Event
from core.refusals import NotAllowed, Refused
from ehcp.actions.advice import Asked, ask, give_own, reuse, take_out_point, write_point
from ehcp.models import Advice, AdvicePoint
from ehcp.selectors_advice import advice_on
from ehcp.words import AdviceState, Adviser, Point, Why
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.advice import ask_for_advice, end_advice, give_advice
from pathway.actions.go_to_social_care import finish_task
from people.models import Carer
from tests.acts.together import at_once, everything, queueing_before
from tests.factories.ehcp import AUTHOR, agreed, person, put_forward, sought, written
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
EP = "educational_psychologist"


def owed(advice: Advice) -> tuple[str, str]:
    row = Deadline.objects.get(about=advice.pk)
    return row.duty, row.ended_as


def test_a_colleague_is_asked_and_has_six_weeks(world):
    advice = sought(agreed())
    row = Deadline.objects.get(about=advice.pk)
    assert (row.duty, row.due_ordinary, row.due_strict) == ("ADV-RESP-OTHER", date(2026, 12, 30), date(2026, 12, 29))
    task = Task.objects.get(pk=advice.task)
    assert (task.person, task.due_on) == (person(EP), date(2026, 12, 29))
    assert "psychological advice" in task.title
    assert Dispatch.objects.filter(template="task_set", address=person(EP).email).exists()


def test_a_health_body_is_bound_by_law(world):
    advice = sought(agreed(), "health_adviser", adviser=Adviser.MEDICAL, binds=True)
    assert owed(advice) == ("ADV-RESP", "")


def test_somebody_outside_is_asked_by_letter_and_it_is_typed_in_when_it_comes(world):
    advice = sought(agreed(), person=None, named="Dr Amir Shah, by letter", adviser=Adviser.MEDICAL, binds=True)
    assert advice.task is None
    written(advice, by=AUTHOR)
    given = give_advice(advice.pk, by=who(AUTHOR), came_on=TODAY)
    assert (given.state, given.took_down, owed(advice)[1]) == ("given", True, "met")


def test_whoever_was_asked_gives_it_and_has_it_to_do_no_more(world):
    advice = written(sought(agreed()))
    given = give_advice(advice.pk, by=who(EP))
    assert (given.state, given.given_on, given.took_down) == ("given", TODAY, False)
    assert owed(advice) == ("ADV-RESP-OTHER", "met")
    assert Task.objects.get(pk=advice.task).state == "done"
    assert len(given.digest) == 64
    with pytest.raises(Refused) as refusal:
        write_point(advice.pk, Point.NEED, {"what": "More"}, by=who(EP))
    assert refusal.value.reasons == (Why.NOT_ASKED,)


def test_half_of_it_is_not_given(world):
    advice = sought(agreed())
    write_point(advice.pk, Point.PROVISION, {"what": "Paired reading"}, by=who(EP))
    with pytest.raises(Refused) as refusal:
        give_advice(advice.pk, by=who(EP))
    assert len(refusal.value.reasons) == 3
    assert Advice.objects.get(pk=advice.pk).state == "asked"


def test_where_a_child_cannot_hear_a_specialist_is_consulted(world):
    from cases.actions.needs import name_needs
    from cases.needs_seen import Needs

    request = agreed()
    name_needs(request.case_id, more=Needs(frozenset(), frozenset({SenType.HI})), by=who(AUTHOR))
    advice = written(sought(request, "senco", adviser=Adviser.EDUCATION), by="senco")
    with pytest.raises(Refused) as refusal:
        give_advice(advice.pk, by=who("senco"))
    assert "qualified to teach" in str(refusal.value.reasons[0])
    about = AdvicePoint.objects.get(advice=advice, kind=Point.ABOUT)
    said = about.said | {"consulted": "Mrs Hale, teacher of the deaf"}
    write_point(advice.pk, Point.ABOUT, said, by=who("senco"), version=about.version)
    assert give_advice(advice.pk, by=who("senco")).state == "given"


def test_nobody_writes_over_what_they_have_not_read(world):
    advice = sought(agreed())
    first = write_point(advice.pk, Point.NEED, {"what": "Reads words."}, by=who(EP)).row
    write_point(advice.pk, Point.NEED, {"what": "Reads pages."}, by=who(EP), number=1, version=first.version)
    second = write_point(advice.pk, Point.NEED, {"what": "Mine."}, by=who(AUTHOR), number=1, version=first.version)
    assert second.clash and second.row.said["what"] == "Reads pages."


def test_a_paragraph_taken_out_leaves_the_numbers_of_the_others(world):
    advice = sought(agreed())
    rows = [write_point(advice.pk, Point.NEED, {"what": str(n)}, by=who(EP)).row for n in range(3)]
    take_out_point(advice.pk, rows[1].pk, by=who(EP))
    write_point(advice.pk, Point.NEED, {"what": "4"}, by=who(EP))
    assert list(AdvicePoint.objects.filter(gone=False).order_by("number").values_list("number", flat=True)) == [1, 3, 4]


@pytest.mark.parametrize("name", ["health_adviser", "senco", "locality_manager"])
def test_others_write_and_give_nothing(world, name):
    advice = written(sought(agreed()))
    before = everything()
    for act in (
        lambda: write_point(advice.pk, Point.NEED, {"what": "Mine."}, by=who(name)),
        lambda: give_advice(advice.pk, by=who(name)),
        lambda: end_advice(advice.pk, "No.", declined=True, by=who(name)),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert everything() == before


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"person": None}, Why.WHO),
        ({"named": "Somebody too"}, Why.WHO),
        ({"why": " "}, Why.NO_WHY_ASKED),
        ({"received_on": TODAY + timedelta(days=1)}, Why.AHEAD),
        ({"received_on": TODAY - timedelta(days=1)}, Why.BEFORE_REQUEST),
        ({"adviser": Adviser.FAMILY}, Why.OWN_PAGE),
    ],
)
def test_a_wrong_asking_is_said_and_nothing_is_asked(world, changes, why):
    request = agreed()
    before = everything()
    with pytest.raises(Refused) as refusal:
        sought(request, **changes)
    assert why in refusal.value.reasons
    assert everything() == before


def test_nobody_is_asked_twice_while_it_is_open(world):
    request = agreed()
    sought(request)
    with pytest.raises(Refused) as refusal:
        sought(request)
    assert refusal.value.reasons == (Why.ASKED_ALREADY,)


def test_before_the_council_agreed_nobody_is_asked(world):
    request = put_forward()
    asked = Asked(Adviser.PSYCHOLOGY, "Why?", TODAY, person=person(EP).pk)
    for act in (
        lambda: ask(request.pk, asked, by=who(AUTHOR)),
        lambda: ask_for_advice(request.pk, asked, by=who(AUTHOR)),
        lambda: reuse(request.pk, Adviser.MEDICAL, "A", dict.fromkeys(("adviser", "council", "family"), "B"),
                      by=who(AUTHOR)),
    ):  # fmt: skip
        with pytest.raises(Refused) as refusal:
            act()
        assert Why.NOT_AGREED in refusal.value.reasons
    assert not Advice.objects.exists() and not Task.objects.filter(person=person(EP)).exists()


def test_a_body_declines_with_reasons_and_nothing_is_owed(world):
    advice = sought(agreed(), "health_adviser", adviser=Adviser.MEDICAL, binds=True)
    with pytest.raises(Refused) as refusal:
        end_advice(advice.pk, " ", declined=True, by=who("health_adviser"))
    assert refusal.value.reasons == (Why.NO_STOP_REASON,)
    ended = end_advice(advice.pk, "We have never seen him.", declined=True, by=who("health_adviser"))
    assert (ended.state, owed(advice)) == ("declined", ("ADV-RESP", "withdrawn"))
    assert Task.objects.get(pk=advice.task).state == "dropped"


def test_whoever_is_asked_cannot_say_that_they_are_not_asked(world):
    advice = sought(agreed())
    with pytest.raises(NotAllowed):
        end_advice(advice.pk, "No time.", declined=False, by=who(EP))


def test_what_the_law_wants_and_nobody_was_asked_for_is_missing(world):
    request = agreed()
    sought(request)
    letters = {one.adviser: one for one in advice_on(request.case, request)}
    missing = {letter for letter, one in letters.items() if one.is_missing}
    assert missing == {Adviser.FAMILY, Adviser.EDUCATION, Adviser.MEDICAL, Adviser.SOCIAL_CARE}
    for one in Advice.objects.all():
        end_advice(one.pk, "Another is asked.", declined=False, by=who(AUTHOR))
    assert {one.adviser for one in advice_on(request.case, request) if one.is_missing} == missing | {Adviser.PSYCHOLOGY}


def test_earlier_advice_serves_where_all_three_agree(world):
    request = agreed()
    all_three = {"adviser": "Dr Shah, 3 November", "council": "F. Hassan", "family": "Mum, 5 November"}
    row = reuse(request.pk, Adviser.MEDICAL, "Dr Shah, of 2 May", all_three, by=who(AUTHOR))
    assert (row.state, row.agreed) == (AdviceState.REUSED, all_three)
    with pytest.raises(Refused):
        reuse(request.pk, Adviser.MEDICAL, "Dr Shah", {**all_three, "family": ""}, by=who(AUTHOR))


def test_a_parents_own_advice_counts_however_it_came(world):
    request = agreed(by=who("amina"))
    carer = Carer.objects.get(pk=request.asked_by_id)
    typed = give_own(request.pk, {"helps": "Drums."}, by=who("amina"), carer=carer)
    heard = give_own(request.pk, {"wants": "A friend."}, by=who(AUTHOR), carer=carer, took_down=True)
    assert [(row.state, row.took_down) for row in (typed, heard)] == [("given", False), ("given", True)]
    with pytest.raises(Refused):
        give_own(request.pk, {"helps": " "}, by=who("amina"), carer=carer)
    with pytest.raises(NotAllowed):
        give_own(request.pk, {"helps": "Mine."}, by=who("priya"), carer=carer)
    events = Entry.objects.filter(case_ref=request.case_id, event=Event.ADVICE_GIVEN)
    assert events.count() == 2 and "Drums" not in str(list(events.values("facts")))


@pytest.mark.django_db(transaction=True)
def test_two_who_give_it_at_once_give_it_once(world):
    advice = written(sought(agreed()))
    with queueing_before(advice.case, 2):
        given = at_once(
            lambda: give_advice(advice.pk, by=who(EP)), lambda: give_advice(advice.pk, by=who(AUTHOR), came_on=TODAY)
        )
    assert sorted(type(one).__name__ for one in given) == ["Advice", "Refused"]


def test_the_task_is_not_ticked_off_without_the_advice(world):
    advice = sought(agreed())
    with pytest.raises(Refused) as refusal:
        finish_task(advice.task, by=who(EP))
    assert refusal.value.reasons == (Why.IS_GIVEN_ELSEWHERE,)
    assert Task.objects.get(pk=advice.task).state == "open"
