"""A statutory lead signs a rule off or notes a doubt; nobody else can, and a changed rule is asked again."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError

from core.clock import LONDON
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from demo.standing import stand_up
from demo.verdicts import DOUBTED, SIGNED, give_verdicts
from ledger.models import Entry
from rulebook import selectors
from rulebook.actions.give_verdict import give_verdict
from rulebook.models import Verdict
from rulebook.rules import CHANGED, NO_DOUBT_SAID, NOTHING_READ, SAID_ALREADY
from rulebook.selectors import opinions_of, standing_of
from rulebook.words import Said
from statute.evidence import Evidence
from statute.fingerprint import fingerprint
from statute.timetable import TIMETABLE, duty
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 18, 11, 2, tzinfo=LONDON)
FINAL = duty("PLAN-FINAL")
UNVERIFIED = next(rule for rule in TIMETABLE if rule.evidence is Evidence.MEMORY)


def say(said, why="", *, by="stella", rule=FINAL, minutes=0):
    with hold(NOW + timedelta(minutes=minutes)):
        return give_verdict(rule.code, said, why, read=fingerprint(rule), by=who(by))


def standing(by="stella", rule=FINAL):
    return standing_of(opinions_of(who(by), rule))


def test_a_sign_off_says_who_when_and_which_wording_and_is_history(world):
    verdict = say(Said.SIGNED_OFF, "Read against legislation.gov.uk on 17 November.")
    assert (verdict.rule, verdict.version, verdict.wording) == ("PLAN-FINAL", "2014-09-01", fingerprint(FINAL))
    assert (standing().newest.said, standing().newest.by, standing().newest.at) == (Said.SIGNED_OFF, "Stella", NOW)
    entry = Entry.objects.get(event=Event.RULE_SIGNED_OFF)
    assert entry.facts == {"rule": "PLAN-FINAL", "version": "2014-09-01"}
    assert (entry.authority, entry.case_ref, entry.about) == (SALFORD, None, verdict.pk)
    assert entry.actor_ref == f"person:{person('stella').pk}"


def test_the_newest_verdict_is_the_view_and_the_older_ones_stay_listed(world):
    say(Said.SIGNED_OFF)
    say(Said.DOUBTED, "Regulation 13(2) was amended, I think.", minutes=1)
    assert standing().newest.said == Said.DOUBTED
    say(Said.SIGNED_OFF, "Read it: it was not.", minutes=2)
    assert standing().newest.said == Said.SIGNED_OFF
    assert [each.said for each in opinions_of(who("stella"), FINAL)] == [
        Said.SIGNED_OFF,
        Said.DOUBTED,
        Said.SIGNED_OFF,
    ]
    assert Entry.objects.filter(event=Event.RULE_DOUBTED).count() == 1


def test_a_changed_rule_is_not_signed_off_any_more_and_says_that_it_was(world, monkeypatch):
    say(Said.SIGNED_OFF)
    changed = replace(FINAL, basis="SEND Regulations 2014, reg 13(2A)")
    monkeypatch.setattr(selectors, "duty", lambda code, on: changed)
    now = standing_of(opinions_of(who("stella"), changed))
    assert now.newest is None
    assert now.key == "open"
    assert now.before.said == Said.SIGNED_OFF
    with pytest.raises(Refused, match=CHANGED):
        give_verdict("PLAN-FINAL", Said.SIGNED_OFF, "", read=fingerprint(FINAL), by=who("stella"))
    assert Verdict.objects.count() == 1


def test_a_doubt_says_why(world):
    with pytest.raises(Refused, match=NO_DOUBT_SAID):
        say(Said.DOUBTED, "  ")
    assert not Verdict.objects.exists()
    assert not Entry.objects.exists()


def test_the_database_refuses_a_doubt_without_a_reason_too(world):
    with pytest.raises(IntegrityError, match="a_doubt_says_why"):
        Verdict.objects.create(
            authority_id=SALFORD, rule="PLAN-FINAL", version="x", wording="y", said="doubted", by_ref="z", at=NOW
        )


def test_signing_off_what_nobody_has_verified_needs_to_say_what_was_read(world):
    with pytest.raises(Refused, match=NOTHING_READ):
        say(Said.SIGNED_OFF, rule=UNVERIFIED)
    say(Said.SIGNED_OFF, "The Act, on legislation.gov.uk.", rule=UNVERIFIED)
    assert standing(rule=UNVERIFIED).key == Said.SIGNED_OFF
    assert duty(UNVERIFIED.code).evidence is Evidence.MEMORY, "a sign-off never improves the evidence mark"


def test_the_same_words_twice_are_one_verdict(world):
    say(Said.SIGNED_OFF, "Read.")
    with pytest.raises(Refused, match=SAID_ALREADY):
        say(Said.SIGNED_OFF, "Read.", minutes=1)
    assert Verdict.objects.count() == 1


@pytest.mark.parametrize("name", ["ben", "carys", "hal", "dev", "tom", "irene", "amina", "eve"])
@pytest.mark.parametrize("said", Said)
def test_nobody_but_the_statutory_lead_may(world, name, said):
    with pytest.raises(NotAllowed):
        say(said, "Because.", by=name)
    assert not Verdict.objects.exists()
    assert not Entry.objects.exists()


def test_each_authority_has_its_own_lead_and_its_own_verdicts(world):
    say(Said.SIGNED_OFF)
    assert standing(by="tom").key == "open"
    assert opinions_of(who("tom"), FINAL) == []
    assert Verdict.objects.filter(authority_id=THURROCK).count() == 0


def test_there_is_no_verdict_on_a_rule_that_is_not_there(world):
    with pytest.raises(Verdict.DoesNotExist):
        give_verdict("NOT-A-RULE", Said.SIGNED_OFF, "", read="", by=who("stella"))


def test_the_demonstration_s_lead_has_said_something_once(db):
    stand_up()
    give_verdicts()
    give_verdicts()
    assert Verdict.objects.count() == len(SIGNED) + len(DOUBTED)
    assert {row.authority_id for row in Verdict.objects.all()} == {SALFORD}
    assert max(row.at for row in Verdict.objects.all()) < NOW
