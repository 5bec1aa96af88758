"""The pages on which a service says what came of its work, and what is counted of it."""

import pytest

from cases.need_words import PathwayNeed
from pathway.actions.end_service_work import end_service_work
from provision.actions.end_work import CameOfIt
from provision.models import ServiceOutcome, ServiceRequest
from provision.words import Asked, Came
from tests.acts.test_asked_of_services import elin, service  # noqa: F401  the service and its psychologist
from tests.acts.test_what_came_of_it import SPEECH, ending, taken
from tests.pages.reading import text_of

pytestmark = pytest.mark.django_db


def came(result: Came) -> CameOfIt:
    return CameOfIt(*SPEECH, result, "Asks for things now.")


@pytest.fixture
def nine(service):  # noqa: F811
    """Six achieved, two partly, one not: of nine children with one need."""
    for number, result in enumerate([Came.ACHIEVED] * 6 + [Came.PARTLY] * 2 + [Came.NOT]):
        row = taken(service, PathwayNeed.SPEECH, given_name=f"Child{number}")
        end_service_work(row.pk, ending(came(result)), by=elin())
    return service


def test_each_need_is_asked_about_and_nothing_typed_is_lost(desk, service):  # noqa: F811
    row = taken(service, PathwayNeed.SPEECH, PathwayNeed.ADHD)
    psychologist, here = desk.as_("educational_psychologist"), f"/services/{service.pk}/requests/{row.pk}/end/"
    page = text_of(psychologist.get(here))
    assert "Speech and language: what came of it?" in page and "ADHD: what came of it?" in page
    assert "Something else: what came of it?" in page and "We did not work on this" in page
    page = text_of(psychologist.post(here, {"because": "The school goes on."}))
    assert (
        "There is a problem" in page
        and "Choose why the work ends" in page
        and "at least one thing" in page
        and "The school goes on." in page
    )
    sent = {"why": "done", "because": "The school goes on.", "came_pathway_speech": "partly"}
    assert "Say it in a sentence" in text_of(psychologist.post(here, sent))
    assert "of at least one thing" in text_of(psychologist.post(here, sent | {"came_pathway_speech": "not_ours"}))
    named = text_of(psychologist.post(here, sent | {"words_pathway_speech": "Ayaan asks for things now."}))
    assert "name" in named and "Ayaan asks for things now." in named
    adrift = text_of(psychologist.post(here, sent | {"words_pathway_speech": "Good.", "words_rest": "Calmer."}))
    assert "you wrote a sentence about it" in adrift
    assert ServiceOutcome.objects.count() == 0
    answer = psychologist.post(here, sent | {"words_pathway_speech": "Asks for things now."}, follow=True)
    assert "has ended, and the family is told" in text_of(answer)
    assert ServiceRequest.objects.get(pk=row.pk).state == Asked.FINISHED
    assert psychologist.get(here).status_code == psychologist.get(f"/cases/{row.case.reference}/").status_code == 404
    page = text_of(desk.as_("ben").get(f"/requests/{row.case.reference}/"))
    assert "What came of it: what was planned is done" in page
    assert "Speech and language Partly achieved. Asks for things now." in page


def test_one_who_oversees_reads_each_number_and_others_none_that_is_small(desk, nine):
    page = text_of(desk.as_("carys").get(f"/services/{nine.pk}/outcomes/"))
    assert "9 pieces of work ended in the last 12 months. This is what came of them." in page
    assert "Speech and language 6 2 1 0 9" in page
    assert "What was planned is done 9" in page
    for name in ("educational_psychologist", "commissioner"):
        page = text_of(desk.as_(name).get(f"/services/{nine.pk}/outcomes/"))
        assert "Speech and language" in page and "hidden" in page
        assert "6 2 1" not in page and "What was planned is done 9" not in page, "all of them: it would tell of each"


def test_nothing_has_ended_yet_and_others_do_not_know_the_page(desk, service):  # noqa: F811
    here = f"/services/{service.pk}/outcomes/"
    assert "No work of this service has ended" in text_of(desk.as_("carys").get(here))
    for name in ("ben", "adviser", "dev", "tom"):
        assert desk.as_(name).get(here).status_code == 404
    assert "What came of its work" in text_of(desk.as_("carys").get(f"/services/{service.pk}/"))
