"""The directory of services: set up by an administrator, changed by whoever answers for it, and never rewritten."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cases.actions.staff.council import WrongFields
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from provision.actions.keep_service import as_wanted, keep_service
from provision.actions.keep_threshold import keep_threshold
from provision.models import Service, ServiceVersion, Threshold
from provision.rules import Line
from provision.selectors import lines_of, services, thresholds_of, versions_of
from provision.words import Weight, Why
from tests.factories.services import LINES, a_service, wanted
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db
ANOTHER = (Line(Weight.MUST, "The parents agree", "Do the parents agree?"),)


def test_an_administrator_sets_a_service_up_and_history_says_so(world):
    service = a_service()
    assert service.slug == "educational-psychology-service"
    assert (service.version, service.threshold) == (1, 1)
    entries = Entry.objects.filter(about=service.pk).order_by("recorded_at", "pk")
    assert [(entry.event, entry.facts) for entry in entries] == [
        (
            Event.SERVICE_KEPT,
            {"done": "added", "kind": "psychology", "version": "1", "within": "10", "takes": "yes"},
        ),
        (Event.THRESHOLD_KEPT, {"version": "1", "lines": "3"}),
    ]
    assert all(entry.case_ref is None for entry in entries)


def test_a_change_is_a_version_and_the_earlier_one_can_be_put_back(world):
    service = a_service()
    first = as_wanted(service)
    keep_service(service.pk, replace(first, room=12, within=20), by=who("dev"))
    keep_service(service.pk, first, by=who("dev"))
    service.refresh_from_db()
    assert (service.room, service.within, service.version) == (40, 10, 3)
    seen = versions_of(service)
    assert [(one.version, dict(one.said)["Room for"], one.by) for one in seen] == [
        (3, "40", "Dev"), (2, "12", "Dev"), (1, "40", "Dev"),
    ]  # fmt: skip


def test_a_threshold_has_versions_of_its_own_and_the_old_ones_are_read(world):
    service = a_service()
    keep_threshold(service.pk, ANOTHER, "Schools asked for less", by=who("dev"))
    service.refresh_from_db()
    assert service.threshold == 2
    assert lines_of(service) == ANOTHER
    assert lines_of(service, 1) == LINES
    assert [(one.version, one.note) for one in thresholds_of(service)] == [(2, "Schools asked for less"), (1, "")]
    assert ServiceVersion.objects.filter(service=service).count() == 1


def test_what_is_not_different_is_no_version(world):
    service = a_service()
    with pytest.raises(Refused) as nothing_new:
        keep_service(service.pk, as_wanted(service), by=who("dev"))
    assert nothing_new.value.reasons == (Why.SAME,)
    with pytest.raises(Refused):
        keep_threshold(service.pk, LINES, "", by=who("dev"))
    with pytest.raises(Refused):
        keep_threshold(service.pk, (), "", by=who("dev"))
    assert (Threshold.objects.count(), ServiceVersion.objects.count()) == (1, 1)


def test_whoever_answers_for_a_service_changes_it_and_no_other(world):
    theirs, other = a_service(owner=person("ben").pk), a_service("Another")
    keep_service(theirs.pk, replace(as_wanted(theirs), room=5), by=who("ben"))
    keep_threshold(theirs.pk, ANOTHER, "", by=who("ben"))
    for service in (other, theirs):
        for name in ("carys", "adviser"):
            with pytest.raises(NotAllowed):
                keep_service(service.pk, replace(as_wanted(service), room=6), by=who(name))
    with pytest.raises(NotAllowed):
        keep_service(other.pk, replace(as_wanted(other), room=6), by=who("ben"))
    with pytest.raises(NotAllowed):
        keep_threshold(other.pk, ANOTHER, "", by=who("ben"))
    with pytest.raises(NotAllowed):
        keep_service(None, wanted("A third"), by=who("ben"))
    with pytest.raises(NotAllowed):
        keep_service(None, wanted("A third"), by=who("amina"))


def test_another_councils_service_is_as_if_it_were_not_there(world):
    service = a_service()
    thurrock = replace(who("dev"), authority_id=THURROCK)
    with pytest.raises(Service.DoesNotExist):
        keep_service(service.pk, wanted("Ours now", code=THURROCK), by=thurrock)
    with pytest.raises(Service.DoesNotExist):
        keep_threshold(service.pk, ANOTHER, "", by=thurrock)
    assert list(services(THURROCK)) == []
    a_service(by=thurrock)  # the same name, at another council
    assert services(THURROCK).count() == services(SALFORD).count() == 1


@pytest.mark.parametrize(
    ("wrong", "field", "why"),
    [
        ({"name": "educational psychology SERVICE"}, "name", Why.NAME_TAKEN),
        ({"owner": "amina"}, "owner", None),
        ({"share": 0}, "share", Why.SHARE),
        ({"share": 101}, "share", Why.SHARE),
        ({"room": 5001}, "room", Why.ROOM),
        ({"contract_since": date(2026, 4, 1), "contract_until": date(2026, 3, 31)}, "contract_until", Why.ENDS_FIRST),
        ({"takes": False}, "not_taking", Why.NOT_TAKING),
    ],
)
def test_what_cannot_be_kept_so(world, wrong, field, why):
    a_service()
    if wrong.get("owner"):
        wrong, why = {"owner": person("eve").pk}, Why.NO_OWNER  # Eve works nowhere
    with pytest.raises(WrongFields) as refusal:
        keep_service(None, replace(wanted("A second"), **wrong), by=who("dev"))
    assert refusal.value.fields == {field: why}
    assert Service.objects.count() == 1


def test_a_team_of_another_council_cannot_answer(world):
    with pytest.raises(WrongFields) as refusal:
        keep_service(None, wanted(code=THURROCK), by=who("dev"))
    assert refusal.value.fields == {"team": Why.NO_TEAM}


def test_two_services_of_a_like_name_have_addresses_of_their_own(world):
    assert [a_service(name).slug for name in ("Out-reach", "Out reach", "???")] == [
        "out-reach",
        "out-reach-2",
        "service",
    ]


def test_one_that_is_no_longer_offered_leaves_the_directory_and_nothing_is_lost(world):
    service = a_service()
    keep_service(service.pk, replace(as_wanted(service), ended=True), by=who("dev"))
    assert list(services(SALFORD)) == []
    assert list(services(SALFORD, ended=True)) == [service]
    assert lines_of(service) == LINES


def test_the_database_holds_what_the_rules_say(world):
    service = a_service()
    for wrong in ({"share": 0}, {"takes": False, "not_taking": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Service.objects.filter(pk=service.pk).update(**wrong)
