"""What people wrote about meetings is sorted by themes by those who may, and tells nobody who wrote it."""

from datetime import timedelta

import pytest

from core.past import hold
from core.refusals import NotAllowed, Refused
from feedback.actions.comments import look_up, sort_comment
from feedback.actions.themes import keep_theme
from feedback.comments import comments
from feedback.models import Answer, Sorting, Theme
from feedback.words import Audience, Why
from insight.feedback import results
from ledger.models import Entry
from tests.acts.test_feedback import held
from tests.conftest import NOW
from tests.factories.feedback import answered
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db
WORDS = "They let me finish, and I knew who to ask."


def wrote(group="parent", words=WORDS) -> Answer:
    held()
    answered(group, {}, words)
    return Answer.objects.get(words=words) if words != WORDS else Answer.objects.filter(words=words).latest("pk")


def test_a_comment_waits_without_a_name_a_case_or_a_day_and_is_sorted(world, desk):
    answer = wrote()
    carys, case = desk.as_("carys"), answer.case
    said = text_of(carys.get("/feedback/comments/"))
    assert "1 comment waits to be sorted" in said and WORDS in said and "Parents and carers" in said
    one = f"/feedback/comments/{answer.ticket}/"
    for path in ("/feedback/comments/", one):
        page = carys.get(path).content.decode()
        for told in (case.reference, case.child.given_name, "Nasreen", str(answer.pk), "18 November"):
            assert told not in page
    said = text_of(carys.get(one))
    assert "Knowing who to ask" in said and "Easy paperwork" not in said
    carys.post(one, {"codes": ["who_to_ask", "involvement"]})
    assert Sorting.objects.get().codes == ["involvement", "who_to_ask"]
    assert "0 comments wait" in text_of(carys.get("/feedback/comments/"))
    assert WORDS in text_of(carys.get("/feedback/comments/?show=sorted"))
    carys.post(one, {"before": Sorting.objects.get().sorted_at.isoformat()})
    assert Sorting.objects.get().codes == []
    assert_an_error_by_the_book(carys.post(one, {"codes": ["paperwork"]}), "Choose one of the answers shown")
    assert WORDS not in str(list(Entry.objects.values_list("facts", flat=True)))


@pytest.mark.parametrize(
    ("group", "theme"), [("parent", "Meeting SEN workers face to face"), ("lead", "A forum to discuss concerns")]
)
def test_each_has_the_themes_of_its_own_list(world, desk, group, theme):
    answer = wrote(group)
    assert theme in text_of(desk.as_("sena").get(f"/feedback/comments/{answer.ticket}/"))


def test_where_somebody_may_be_in_danger_it_is_looked_up_and_that_is_kept(world, desk):
    answer = wrote()
    carys = desk.as_("carys")
    which = f"/feedback/comments/{answer.ticket}/which/"
    assert "somebody may be in danger" in text_of(carys.get(which))
    assert not Sorting.objects.exists()
    said = text_of(carys.post(which, follow=True))
    assert f"a meeting of {answer.case.reference}" in said and "Carys looked it up" in said
    entry = Entry.objects.get(event="feedback.looked_up")
    assert (entry.actor_ref, entry.facts, entry.case_ref) == (who("carys").ref, {"answer": str(answer.pk)}, None)
    assert "1 comment waits" in text_of(carys.get("/feedback/comments/"))
    with hold(NOW + timedelta(days=3)):
        desk.as_("sena").post(which)
    assert Sorting.objects.get().looked_up_by == who("carys").ref
    assert Entry.objects.filter(event="feedback.looked_up").count() == 2


def test_nobody_undoes_what_they_have_not_seen_another_tick(world, desk):
    answer = wrote()
    carys, here = desk.as_("carys"), f"/feedback/comments/{answer.ticket}/"
    assert 'name="before" value=""' in carys.get(here).content.decode()
    sort_comment(answer.ticket, ["timescales"], by=who("sena"))
    page = carys.post(here, {"before": "", "codes": ["involvement"]})
    assert page.status_code == 409 and "Somebody else sorted this comment meanwhile" in text_of(page)
    assert Sorting.objects.get().codes == ["timescales"]
    seen = page.content.decode().partition('name="before" value="')[2].partition('"')[0]
    carys.post(here, {"before": seen, "codes": ["involvement", "timescales"]})
    assert Sorting.objects.get().codes == ["involvement", "timescales"]


def test_only_those_who_sort_read_and_another_councils_nothing(world, desk):
    answer = wrote()
    for stranger in ("engagement_lead", "hal", "analyst", "ben"):
        with pytest.raises(NotAllowed):
            comments(who(stranger))
        with pytest.raises(NotAllowed):
            sort_comment(answer.ticket, [], by=who(stranger))
        with pytest.raises(NotAllowed):
            look_up(answer.ticket, by=who(stranger))
        with pytest.raises(NotAllowed):
            keep_theme(Audience.FAMILIES, "", "Parking", by=who(stranger))
    with pytest.raises(Answer.DoesNotExist):
        look_up(answer.ticket, by=who("irene"))
    assert not comments(who("irene")).object_list
    assert person("carys")


def test_the_list_is_the_councils_own(world, desk):
    answer = wrote()
    carys = desk.as_("carys")
    assert_an_error_by_the_book(carys.post("/feedback/themes/", {"audience": "families"}), "Write what the theme is")
    again = carys.post("/feedback/themes/", {"audience": "families", "words": "transparency"})
    assert again.status_code == 409 and "There is a theme of this name already." in text_of(again)
    assert "Parking" in text_of(
        carys.post("/feedback/themes/", {"audience": "families", "words": " Parking "}, follow=True)
    )
    ours = f"/feedback/themes/families/{Theme.objects.get().code}/"
    carys.post(ours, {"words": "Parking and buses"})
    carys.post("/feedback/themes/families/timescales/", {"words": "How long it took"})
    sort_comment(answer.ticket, ["timescales"], by=who("carys"))
    carys.post("/feedback/themes/families/timescales/", {"do": "end"})
    said = text_of(carys.get("/feedback/themes/"))
    assert "Parking and buses" in said and "How long it took Offered no more." in said
    assert "How long it took" in text_of(carys.get(f"/feedback/comments/{answer.ticket}/"))
    other = wrote(words="Another one.")
    assert "How long it took" not in text_of(carys.get(f"/feedback/comments/{other.ticket}/"))
    carys.post("/feedback/themes/families/timescales/", {"do": "back"})
    assert "How long it took" in text_of(carys.get(f"/feedback/comments/{other.ticket}/"))
    assert "Timescales" in text_of(desk.as_("irene").get("/feedback/themes/"))
    with pytest.raises(Refused) as refused:
        sort_comment(other.ticket, ["made-up"], by=who("carys"))
    assert refused.value.reasons == (Why.NOT_A_THEME,)


def test_themes_are_counted_from_five_on(world, desk):
    for number in range(5):
        answer = wrote(words=f"Comment {number}")
        sort_comment(answer.ticket, ["involvement", *(["timescales"] if number < 4 else [])], by=who("carys"))
    counted = next(one for one in results(who("carys")).themes if one.audience == Audience.FAMILIES)
    assert counted.sorted == 5
    assert dict(counted.counts) == {
        "Being involved": 5, "Transparency": 0, "Timescales": None, "Knowing who to ask": 0,
        "Meeting SEN workers face to face": 0,
    }  # fmt: skip
    said = text_of(desk.as_("analyst").get("/feedback/"))
    assert "Being involved 5" in said and "Timescales Hidden" in said and "Read and sort" not in said
