"""Any earlier answer may be changed at any time, and nothing breaks: what is missing then is asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.models import Case, Draft
from tests.conftest import DoorClient
from tests.pages.asking import ANSWERS, answer, answer_everything
from tests.pages.reading import read

pytestmark = pytest.mark.django_db
ASKING = ["help", "assessment", "unsure"]
STEP = st.one_of(
    st.tuples(st.just("who"), st.fixed_dictionaries({"who": st.sampled_from(["self", "child"])})),
    st.tuples(st.just("what"), st.fixed_dictionaries({"asks_for": st.sampled_from(ASKING)})),
    st.tuples(st.just("sharing"), st.fixed_dictionaries({"consent": st.sampled_from(["yes", "no"])})),
    st.tuples(st.sampled_from(list(ANSWERS)), st.just({})),
)


@pytest.mark.slow
@settings(
    max_examples=25, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(asker=st.sampled_from(["self", "child"]), steps=st.lists(STEP, max_size=6), change=st.booleans())
def test_whatever_is_changed_every_page_opens_or_leads_on(world, asker, steps, change):
    family = DoorClient("family")
    answer_everything(family, asks_for="unsure", who={"who": asker})
    for key, changes in steps:
        family.post(f"/salford/ask/{key}/{'?change=1' if change else ''}", {**ANSWERS[key], **changes})
        for path in (*(f"{asked}/" for asked in ANSWERS), "files/", "save/", "check/", ""):
            assert family.get(f"/salford/ask/{path}").status_code in {200, 302}
    assert family.post("/salford/ask/check/").status_code in {302, 409}


@pytest.mark.parametrize("after", list(ANSWERS))
def test_myself_turned_into_my_child_asks_what_is_missing_about_the_one_who_asks(family, after):
    for key in ANSWERS:
        answer(family, key, **({"who": "self"} if key == "who" else {}))
        if key == after:
            answer(family, "who", who="child")
    answer(family, "who", who="child")
    page = family.get("/salford/ask/check/")
    if after in {"who", "what", "child", "happening", "home"}:
        assert page.status_code == 200, "it was asked of the parent"
    else:
        assert page.headers["Location"] == "/salford/ask/you/"
        assert 'name="sender_name"' in family.get("/salford/ask/you/").content.decode()
        assert answer(family, "you").status_code == 302
        assert family.get("/salford/ask/check/").status_code == 200


def test_a_consent_that_no_longer_fits_is_refused_with_a_link_to_its_question(family):
    answer_everything(family, asks_for="unsure", sharing={"consent": "no"})
    answer(family, "what", asks_for="help")
    page = family.post("/salford/ask/check/")
    assert page.status_code == 409
    assert not Case.objects.exists()
    text = page.content.decode()
    assert '<a href="/salford/ask/sharing/?change=1">Help needs the agreement' in text
    assert read(page).title.strip().startswith("Error:")


def test_an_answer_without_a_question_that_was_added_since_is_asked_again(family):
    """A draft may be older than a question."""
    answer_everything(family)
    draft = Draft.objects.get()
    del draft.answers["you"]["cares_for"]
    draft.save()
    assert family.get("/salford/ask/check/").headers["Location"] == "/salford/ask/you/"
