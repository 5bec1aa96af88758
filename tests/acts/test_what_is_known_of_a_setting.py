"""A setting's type, its grade and the day of it, its bases and units: from the register, and as a named person says."""

from datetime import date

import pytest

from accounts.gias.grades import grade_of
from accounts.gias.kinds import kind_of
from accounts.models import Provision, Setting
from accounts.places import Area
from accounts.selectors_register import provisions, register
from accounts.setting_words import EIGHT, Grade
from cases.actions.keep_setting import keep_setting
from cases.actions.know_setting import Places, keep_grade, keep_provision, mark_mistaken
from cases.actions.staff.council import WrongFields
from cases.actions.staff.locality import keep_locality
from core import clock
from core.past import hold
from core.refusals import NotAllowed
from ledger.models import Entry
from tests.acts.test_the_register_of_schools import a_folder, taken  # noqa: F401
from tests.factories.gias import a_line, written
from tests.factories.settings import a_setting
from tests.personas import who

pytestmark = pytest.mark.django_db
GIVEN = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("type_name", "phase", "name", "ends", "kind"),
    [
        ("Other independent school", "Nursery", "Acorns", 5, "pvi"),
        ("Children’s centre", "Not applicable", "Acorns", None, "centre"),
        ("Community school", "Primary", "Acorns", 11, "primary"),
        ("Academy converter", "Secondary", "Acorns High", 16, "secondary"),
        ("Community special school", "Not applicable", "Acorns", 19, "special"),
        ("Pupil referral unit", "Not applicable", "Acorns Primary PRU", 11, "primary_pru"),
        ("Pupil referral unit", "Not applicable", "Acorns Hospital and Home Tuition", 16, "medical_pru"),
        ("Pupil referral unit", "Not applicable", "Acorns", 16, "secondary_pru"),
        ("Local authority nursery school", "Nursery", "Acorns", 5, "nursery"),
        ("Other independent school", "Not applicable", "Acorns", 16, "independent"),
    ],
)
def test_the_eight_types_come_from_the_columns_of_the_register(type_name, phase, name, ends, kind):
    assert kind_of(type_name, phase, name, ends) == kind


def test_the_eight_are_kinds_and_come_first_where_one_is_chosen():
    assert tuple(Setting.Kind.values[: len(EIGHT)]) == EIGHT
    assert Setting(kind="pvi").is_of_the_eight
    assert not Setting(kind="college").is_of_the_eight


@pytest.mark.parametrize(
    ("said", "on", "type_name", "grade"),
    [
        ("Outstanding", GIVEN, "Community special school", Grade.OUTSTANDING),
        ("Requires improvement", GIVEN, "", Grade.IMPROVEMENT),
        ("Special Measures", GIVEN, "", Grade.INADEQUATE),
        ("", date(2025, 11, 12), "Community school", Grade.NO_OVERALL),
        ("Not judged", date(2025, 2, 1), "Community school", Grade.NO_OVERALL),
        ("Good", date(2025, 2, 1), "Community school", Grade.GOOD),
        ("", date(2024, 9, 1), "Community school", ""),
        ("", date(2025, 2, 1), "Other independent school", ""),
        ("", None, "Community school", ""),
        ("Satisfactory", date(2010, 2, 1), "Community school", ""),
    ],
)
def test_a_grade_or_that_there_is_none_or_that_nobody_can_tell(said, on, type_name, grade):
    assert grade_of(said, on, type_name) == grade


def graded(**said: str) -> Setting:
    taken(written([a_line(100008, **said)]))
    return Setting.objects.get()


def test_no_overall_grade_is_brought_in_with_its_day(world):
    one = graded(**{"OfstedRating (name)": "", "OfstedLastInsp": "12-11-2025"})
    assert (one.grade, one.grade_on) == ("no_overall", date(2025, 11, 12))


def test_what_a_named_person_said_stays_until_the_register_tells_of_a_later_inspection(world):
    one = graded()
    assert (one.grade, one.grade_on) == ("good", GIVEN)
    keep_grade(one.pk, grade="no_overall", on=date(2025, 5, 6), by=who("dev"))
    entry = Entry.objects.get(about=one.pk)
    assert (entry.actor_ref, entry.facts) == (
        who("dev").ref, {"done": "grade", "grade": "no_overall", "on": "2025-05-06"},
    )  # fmt: skip
    one = graded(SchoolCapacity="240")
    assert (one.grade, one.grade_on, one.grade_chosen, one.capacity) == ("no_overall", date(2025, 5, 6), True, 240)
    one = graded(**{"OfstedRating (name)": "Outstanding", "OfstedLastInsp": "01-09-2026"})
    assert (one.grade, one.grade_on, one.grade_chosen) == ("outstanding", date(2026, 9, 1), False)


def test_an_inspection_to_come_is_refused(world):
    one = a_setting()
    with pytest.raises(WrongFields) as wrong:
        keep_grade(one.pk, grade="good", on=date(2030, 1, 1), by=who("dev"))
    assert set(wrong.value.fields) == {"on"}
    assert Setting.objects.get().grade == ""


BASE = Places("base", "asd", 12, date(2026, 9, 1), name="The Harbour")


def test_a_base_is_added_changed_ended_and_taken_out_and_history_says_so(world):
    one = a_setting()
    base = keep_provision(one.pk, None, BASE, by=who("dev"))
    keep_provision(one.pk, base.pk, Places("base", "asd", 16, date(2026, 9, 1), date(2027, 7, 23)), by=who("carys"))
    assert [(row.places, row.until) for row in provisions(one)] == [(16, date(2027, 7, 23))]
    mark_mistaken(one.pk, base.pk, by=who("dev"))
    assert provisions(one) == []
    told = Entry.objects.filter(about=one.pk).order_by("recorded_at", "id").values_list("facts__done", "facts__places")
    assert list(told)[1:] == [("base_added", "12"), ("base_changed", "16"), ("base_mistaken", "16")]
    with pytest.raises(Provision.DoesNotExist):
        keep_provision(one.pk, base.pk, BASE, by=who("dev"))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Places("unit", "slcn", 0, date(2026, 9, 1)), "places"),
        (Places("unit", "slcn", 2001, date(2026, 9, 1)), "places"),
        (Places("unit", "slcn", 8, date(2026, 9, 1), date(2026, 8, 31)), "until"),
    ],
)
def test_a_slip_about_places_is_refused(world, wrong, field):
    one = a_setting()
    with pytest.raises(WrongFields) as refusal:
        keep_provision(one.pk, None, wrong, by=who("dev"))
    assert set(refusal.value.fields) == {field}


def test_who_keeps_no_settings_or_another_councils_may_not(world):
    one = a_setting()
    for name in ("ben", "stella"):
        with pytest.raises(NotAllowed):
            keep_grade(one.pk, grade="good", on=GIVEN, by=who(name))
    with pytest.raises(Setting.DoesNotExist):
        keep_provision(one.pk, None, BASE, by=who("irene"))


def test_places_in_bases_are_what_the_council_knows_and_else_what_the_register_says(world):
    taken(written([a_line(100008), a_line(100016)]))
    ours = Setting.objects.get(urn="100008")
    keep_provision(ours.pk, None, BASE, by=who("dev"))
    keep_provision(ours.pk, None, Places("unit", "slcn", 8, date(2026, 9, 1)), by=who("dev"))
    keep_provision(ours.pk, None, Places("unit", "hi", 9, date(2030, 9, 1)), by=who("dev"))
    found = {row.urn: row.placed for row in register(who("dev")).rows}
    assert found == {"100008": 20, "100016": 12}
    with hold(clock.now().replace(year=2031)):
        assert {row.urn: row.placed for row in register(who("dev")).rows}["100008"] == 29


def test_settings_are_found_by_locality_grade_and_bases(world):
    """By the district of the postcode, or by the ward that the register names; M5 is not M50."""
    keep_locality(
        None, Area("South", date(2026, 1, 5), None, frozenset({"M5"}), frozenset({"eastfold"})), by=who("dev")
    )
    for name, postcode in (("Brook", "M5 4WT"), ("Quay", "M50 3AZ")):
        keep_setting(None, name=name, kind="pvi", by=who("dev"), postcode=postcode, capacity=40)
    taken(
        written([a_line(100008), a_line(100016, **{"AdministrativeWard (name)": "Elsewhere", "SenUnitCapacity": ""})])
    )
    everywhere = register(who("dev"))
    south = str(everywhere.areas[0].key)
    names = {row.name: row.locality for row in everywhere.rows}
    assert (names["Brook"], names["Quay"], names["Ashbrook Café School 100008"]) == ("South", "", "South")
    assert {row.name for row in register(who("dev"), locality=south).rows} == {"Brook", "Ashbrook Café School 100008"}
    assert register(who("dev"), locality="made-up").count == 0
    assert register(who("dev"), grade="good").count == 2
    assert register(who("dev"), grade="unknown").count == 2
    assert [row.urn for row in register(who("dev"), bases="yes").rows] == ["100008"]


def test_where_the_register_says_where_a_setting_is_a_name_is_all_that_is_typed(world):
    taken(written([a_line(100008)]))
    one = Setting.objects.get()
    keep_setting(one.pk, name=one.name, kind=one.kind, urn=one.urn, by=who("dev"), postcode="M5 4WT", capacity=1)
    one.refresh_from_db()
    assert (one.postcode, one.capacity) == (a_line(100008)["Postcode"], 210)
