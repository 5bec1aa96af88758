"""The pages of advice, at both doors."""

from datetime import date

import pytest

from ehcp.models import Advice, AdvicePoint
from ehcp.words import Adviser, Point
from pathway.actions.advice import give_advice
from tests.factories.ehcp import AUTHOR, agreed, person, sought, written
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.pages.test_meetings import day
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
EP = "educational_psychologist"


def at(request, more="") -> str:
    return f"/cases/{request.case.reference}/ehc/{request.pk}/advice/{more}"


def one(advice, more="") -> str:
    return f"/cases/{advice.case.reference}/ehc/advice/{advice.pk}/{more}"


def test_a_coordinator_asks_a_psychologist_writes_and_the_family_adds_its_own(desk, family):
    request = agreed(by=who("amina"))
    coordinator = desk.as_(AUTHOR)
    assert "Whose advice is asked for" in text_of(coordinator.get(f"/cases/{request.case.reference}/ehc/"))
    assert "5 pieces of advice that the law wants are not asked for" in text_of(coordinator.get(at(request)))
    asked = {"person": str(person(EP).pk), "why": "How does he learn?", **day(TODAY, "received_on")}
    assert coordinator.post(at(request, "d/ask/"), asked).status_code == 302
    advice = Advice.objects.get(adviser=Adviser.PSYCHOLOGY)
    page = text_of(coordinator.get(at(request)))
    assert "due by 29 December 2026 (guidance)" in page and "4 pieces of advice" in page
    amina = family.as_("amina")
    theirs = f"/mine/{request.case.reference}/advice/{request.pk}/"
    assert "Write your own advice" in text_of(amina.get(f"/mine/{request.case.reference}/decision/{request.pk}/"))
    assert amina.post(theirs, {"helps": "Drums at home."}).status_code == 302
    assert "Drums at home." in text_of(amina.get(theirs))
    psychologist = desk.as_(EP)
    page = text_of(psychologist.get(one(advice)))
    assert "How does he learn?" in page and "Drums at home." in page
    for kind, said in (
        ("about", {"knows": "I saw him twice."}),
        ("need", {"what": "Reads single words."}),
        ("outcome", {"what": "Reads a page."}),
        ("provision", {"what": "Paired reading", "often": "Daily", "who": "A teaching assistant"}),
    ):
        assert psychologist.post(one(advice, f"{kind}/"), {"version": "0", **said}).status_code == 302
    assert psychologist.get(one(advice, "give/")).status_code == 200
    assert psychologist.post(one(advice, "give/")).status_code == 302
    page = text_of(psychologist.get(one(advice)))
    assert "It stands as it was given." in page and "Paired reading" in page
    assert psychologist.get(one(advice, "need/")).status_code == 404
    assert "Here 18 November 2026" in text_of(desk.as_(AUTHOR).get(at(request)))


def test_what_is_said_on_the_telephone_is_written_down_as_theirs(desk):
    request = agreed(by=who("amina"))
    coordinator = desk.as_(AUTHOR)
    empty = coordinator.post(at(request, "own/"), {})
    assert_an_error_by_the_book(empty, "whose", "Choose who said it")
    nothing = coordinator.post(at(request, "own/"), {"whose": str(request.asked_by_id)})
    assert nothing.status_code == 409 and "Write something under at least one heading" in text_of(nothing)
    said = {"whose": str(request.asked_by_id), "wants": "A friend."}
    assert coordinator.post(at(request, "own/"), said).status_code == 302
    page = text_of(coordinator.get(at(request)))
    assert "written down by" in page
    advice = Advice.objects.get()
    assert "A friend." in text_of(coordinator.get(one(advice)))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"why": "Why?", **day(TODAY, "received_on")}, "Choose a colleague, or enter whom you asked"),
        ({"named": "Dr Shah", **day(TODAY, "received_on")}, "Write why they are asked"),
        ({"named": "Dr Shah", "why": "Why?", **day(date(2026, 11, 30), "received_on")}, "today or earlier"),
        ({"named": "Dr Shah", "why": "Why?"}, "Enter the day they received it"),
    ],
)
def test_a_wrong_asking_is_said_and_kept(desk, sent, words):
    request = agreed()
    answer = desk.as_(AUTHOR).post(at(request, "c/ask/"), sent)
    assert words in text_of(answer) and "There is a problem" in text_of(answer)
    for typed in sent.values():
        assert str(typed) in answer.content.decode()
    assert not Advice.objects.exists()


def test_two_who_write_one_paragraph_lose_nothing(desk):
    advice = sought(agreed())
    psychologist = desk.as_(EP)
    psychologist.post(one(advice, "need/"), {"version": "0", "what": "Reads words."})
    assert psychologist.post(one(advice, "need/1/"), {"version": "1", "what": "Reads pages."}).status_code == 302
    answer = desk.as_(AUTHOR).post(one(advice, "need/1/"), {"version": "1", "what": "Mine."})
    page = answer.content.decode()
    assert answer.status_code == 409 and "Somebody else wrote here meanwhile" in text_of(answer)
    assert "Reads pages." in page and "Mine." in page and 'name="version" value="2"' in page
    assert AdvicePoint.objects.get().said["what"] == "Reads pages."


def test_what_is_wanting_is_said_before_it_is_given(desk):
    advice = sought(agreed())
    answer = desk.as_(EP).post(one(advice, "give/"))
    assert answer.status_code == 409 and "Write how you know" in text_of(answer)
    late = desk.as_(AUTHOR).post(one(advice, "give/"), {})
    assert_an_error_by_the_book(late, "came_on", "Enter the day it came")


def test_an_adviser_declines_and_does_not_say_that_they_are_not_asked(desk):
    advice = sought(agreed())
    psychologist = desk.as_(EP)
    form = text_of(psychologist.get(one(advice, "end/")))
    assert "They declined" in form and "They are not asked any more" not in form
    assert psychologist.post(one(advice, "end/"), {"how": "stopped", "because": "No time."}).status_code == 200
    assert psychologist.post(one(advice, "end/"), {"how": "declined", "because": "We cannot."}).status_code == 302
    assert "We cannot." in text_of(desk.as_(AUTHOR).get(at(advice.request)))


def test_earlier_advice_needs_all_three(desk):
    request = agreed()
    all_three = {"which": "Dr Shah, of 2 May", "adviser": "Dr Shah", "council": "F. Hassan", "family": "Mum"}
    answer = desk.as_(AUTHOR).post(at(request, "c/earlier/"), {**all_three, "family": ""})
    assert_an_error_by_the_book(answer, "family", "Enter who of the family agrees")
    assert desk.as_(AUTHOR).post(at(request, "c/earlier/"), all_three).status_code == 302
    assert "Dr Shah, of 2 May" in text_of(desk.as_(AUTHOR).get(at(request)))


def test_advice_is_nobody_elses_to_read(desk, family):
    request = agreed(by=who("amina"))
    advice = written(sought(request))
    give_advice(advice.pk, by=who(EP))
    for name in ("health_adviser", "senco", "tom"):
        assert desk.as_(name).get(one(advice)).status_code == 404
    assert family.as_("priya").get(f"/mine/{request.case.reference}/advice/{request.pk}/").status_code == 404
    assert AdvicePoint.objects.filter(kind=Point.NEED).exists()
