"""The operator's commands."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Authority, Membership, Team
from referrals.words import AsksFor
from tests.factories.requests import received

pytestmark = pytest.mark.django_db


def said(*command: str, **options) -> str:
    out = StringIO()
    call_command(*command, stdout=out, **options)
    return out.getvalue()


def test_the_drawing_of_the_pathway_is_fresh():
    from pathlib import Path

    from pathway.drawing import page

    written = Path("docs/pathway.md").read_text()
    assert written == page(), "run: python3 start.py manage draw_pathway"


def test_a_deadline_is_explained_from_the_command_line(world):
    case = received(AsksFor.ASSESSMENT).case
    words = said("explain_deadline", case.reference.lower())
    assert "SEND Regulations 2014, reg 13(2)" in words
    assert "Started by: assessment.requested" in words
    with pytest.raises(CommandError, match="no case"):
        said("explain_deadline", "SAL-0000-0000")


def test_deadlines_are_checked_against_the_ledger(world):
    received(AsksFor.ASSESSMENT)
    assert "agrees" in said("rebuild_deadlines", "--check")


def test_a_council_is_opened_without_us(db):
    options = {"name": "Anytown Council", "slug": "anytown", "letters": "any", "mailbox": "bridge@anytown.example"}
    assert "Anytown Council is open" in said("open_authority", "999", **options)
    assert Authority.objects.get(pk="999").letters == "ANY"
    assert Team.objects.get(authority="999").mailbox == "bridge@anytown.example"
    with pytest.raises(CommandError, match="code"):
        said("open_authority", "99", **{**options, "slug": "other", "letters": "OTH"})


def test_a_person_is_admitted_once_and_told_what_is_wrong(world):
    admit = ("admit", "new@people.example", "New Person", "--authority", "355", "--role", "bridge_worker")
    assert "from today" in said(*admit)
    assert "already is" in said(*admit)
    assert Membership.objects.filter(person__email="new@people.example").count() == 1
    with pytest.raises(CommandError, match="No council has the code 111"):
        said("admit", "x@people.example", "X", "--authority", "111", "--role", "parent")
    with pytest.raises(CommandError, match="in the past"):
        said(*admit, "--until", "2020-01-01")
