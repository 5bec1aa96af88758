"""Two records of one child, entered by two people, are found, joined, looked at from both sides and separated again,
and nothing is lost."""

import pytest
from django.apps import apps

from door.privacy import our_models
from referrals.words import AsksFor
from sendpath.patrols import findings
from tests.factories.requests import received
from tests.pages.reading import text_of

pytestmark = pytest.mark.django_db
GROWS = {"ledger_entry", "ledger_viewing", "ledger_link", "cases_joining"}
"""History is added to, and nothing of it goes. Who joined two records, and why, is part of it."""


def every_row() -> dict[str, dict]:
    """All our tables, whole, by their keys."""
    assert apps.ready
    return {
        model._meta.db_table: {row[model._meta.pk.attname]: row for row in model.objects.values()}
        for model in our_models()
        if model._meta.managed
    }


def test_found_joined_looked_at_from_both_sides_and_separated_again(desk):
    mothers = received(AsksFor.ASSESSMENT).case
    schools = received(
        AsksFor.HELP, given_name="Ayan", family_name="Choudhry", sender_name="Imran Chowdhury",
        email="imran@families.example", words="He is quiet at school.",
    ).case  # fmt: skip
    ben = desk.as_("ben")

    assert "Ayaan Chowdhury" in text_of(ben.get("/find/", {"q": "Ayan Choudhry"}))
    page = text_of(ben.get(f"/requests/{schools.reference}/"))
    assert "Very likely" in page
    assert "Sounds the same; born the same day; same postcode" in page
    before = every_row()

    assert (
        ben.post(
            f"/requests/{schools.reference}/same/", {"into": mothers.reference, "reason": "One child."}
        ).status_code
        == 302
    )
    own, joined = (text_of(ben.get(f"/requests/{case.reference}/")) for case in (mothers, schools))
    assert f"Also Ayaan’s {schools.reference} As Ayan Choudhry" in own
    assert f"Joined to {mothers.reference} {mothers.reference} (their own record) As Ayaan Chowdhury" in joined
    assert "He is quiet at school." in joined
    for case in (mothers, schools):
        whole = text_of(ben.get(f"/cases/{case.reference}/"))
        assert "Two records were joined" in whole
        assert mothers.reference in whole
        assert schools.reference in whole
    assert list(findings()) == []

    assert ben.post(f"/requests/{schools.reference}/apart/", {"reason": "Cousins."}).status_code == 302
    after = every_row()
    for table, rows in before.items():
        if table in GROWS:
            assert rows.items() <= after[table].items(), table
        else:
            assert rows == after[table], table
    assert list(findings()) == []
    assert "Could this be someone we know?" in text_of(ben.get(f"/requests/{schools.reference}/"))
    assert schools.reference not in text_of(ben.get(f"/cases/{mothers.reference}/"))


def test_somebody_on_one_of_the_two_is_shown_that_one_alone(desk):
    from cases.words import Capacity
    from tests.doors.test_the_list_and_the_door_agree import involve

    mothers, schools = received().case, received(given_name="Ayan").case
    assert (
        desk.as_("ben")
        .post(f"/requests/{schools.reference}/same/", {"into": mothers.reference, "reason": "One child."})
        .status_code
        == 302
    )
    involve("ehc_coordinator", schools, Capacity.COORDINATOR)
    page = text_of(desk.as_("ehc_coordinator").get(f"/requests/{schools.reference}/"))
    assert mothers.reference not in page
    assert "Joined to another record" in page
