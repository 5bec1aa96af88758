"""Postcodes and ward names are brought in by the same way as the register of schools; a child's ward follows from where
they live, and from nowhere that its reader may not know."""

import pytest

from accounts.gias.reading import lines_of, path_of, read_next
from accounts.gias.taking import take_next
from accounts.gias.words import Of, Stage, What
from accounts.models import BringingIn, Ward, WardPostcode
from accounts.selectors_wards import last_council, wards, wards_at
from accounts.wards.reading import fifth_of
from cases.actions.bring_in_settings import agree, begin
from cases.actions.mark_ward import mark_ward
from cases.child_seen import child_seen
from cases.secret_seen import secrets
from core.events import Event
from core.keys import new_key
from core.refusals import NotAllowed
from ledger.models import Entry
from tests.acts.test_the_register_of_schools import a_folder, counts  # noqa: F401
from tests.factories.children import two_homes
from tests.factories.requests import received
from tests.factories.wards import BELHUS, NEW, OLD, SALFORDS, TILBURY, a_postcode, directory, names
from tests.personas import who

pytestmark = pytest.mark.django_db


def read(content: bytes, of: Of = Of.POSTCODES, by: str = "dev") -> BringingIn:
    name = f"{new_key()}.csv"
    path_of(name).write_bytes(content)
    it = begin(file_name="ONSPD_UK_M.csv", stored_as=name, size=len(content), of=of, council=SALFORDS, by=who(by))
    assert read_next()
    it.refresh_from_db()
    return it


def taken(content: bytes, of: Of = Of.POSTCODES) -> BringingIn:
    it = read(content, of)
    assert it.stage == Stage.READ, it.refused
    agree(it.pk, good_alone=True, by=who("dev"))
    assert take_next()
    return it


@pytest.mark.parametrize(("rank", "fifth"), [(1, 1), (6568, 1), (6569, 2), (13137, 2), (13138, 3), (32844, 5)])
def test_fifths_of_englands_areas(rank, fifth):
    assert fifth_of(rank, 32_844) == fifth


@pytest.mark.parametrize("columns", [OLD, NEW])
def test_postcodes_of_the_council_come_in_with_ward_and_fifth_whatever_the_year(world, columns):
    elsewhere = {"oslaua": "E08000003", "lad25cd": "E08000003"}
    it = taken(
        directory([a_postcode(), a_postcode("M5  4WU", TILBURY, "30000"), a_postcode("M1 1AA", **elsewhere)], columns)
    )
    assert counts(it) == {"new": 2, "elsewhere": 1}
    kept = WardPostcode.objects.order_by("postcode").values_list("postcode", "ward__code", "area", "fifth")
    assert list(kept) == [("M5 4WT", BELHUS, "E01005678", 1), ("M5 4WU", TILBURY, "E01005678", 5)]
    entry = Entry.objects.get(event=Event.WARDS_BROUGHT_IN)
    assert (entry.facts["of"], entry.facts["new"]) == ("postcodes", "2")
    assert last_council(who("dev")) == SALFORDS


def test_a_second_area_adds_and_a_new_year_changes_and_nothing_is_deleted(world):
    taken(directory([a_postcode()]))
    it = taken(directory([a_postcode("M6 5AA"), a_postcode("M7 5AA")]))
    assert counts(it) == {"new": 2}
    it = taken(directory([a_postcode(), a_postcode("M6 5AA", TILBURY)]))
    assert counts(it) == {"same": 1, "changed": 1}
    assert WardPostcode.objects.count() == 3
    assert wards_at("355", ["M6 5AA"]) == {"M6 5AA": TILBURY}


BAD = {
    "“M5” is not a postcode": {"pcds": "M5"},
    "“E08000006” is not the code of a ward in England": {"wd25cd": SALFORDS},
    "“12” is not the code of a small area": {"lsoa21cd": "12"},
    "“many” is not a rank of deprivation from 1 to 32844": {"imd20ind": "many"},
    "“33000” is not a rank of deprivation from 1 to 32844": {"imd20ind": "33000"},
    "M5 4WT stands in line 2 already": {"pcds": "M54WT"},
}


def test_each_bad_line_is_told_by_its_number_and_reason(world):
    it = read(
        directory(
            [
                a_postcode(),
                *(a_postcode(f"M6 5A{sign}") | said for sign, said in zip("ABDEFG", BAD.values(), strict=True)),
            ]
        )
    )
    assert counts(it) == {"new": 1, "bad": len(BAD)}
    told = list(lines_of(it).filter(what=What.BAD).order_by("line").values_list("line", "why"))
    assert told == list(enumerate(BAD, 3))


@pytest.mark.parametrize(
    ("content", "of", "says"),
    [
        (b"Name,Birthday\r\nA,B\r\n", Of.POSTCODES, "does not name the columns of a postcode directory"),
        (directory([a_postcode()], ["pcds", "lad25cd"]), Of.POSTCODES, "column osward"),
        (b"Name,Birthday\r\nA,B\r\n", Of.WARDS, "does not name the columns of a list of ward names"),
    ],
)
def test_another_file_is_refused_in_words(world, content, of, says):
    it = read(content, of)
    assert it.stage == Stage.REFUSED
    assert says in it.refused


def test_names_come_in_for_wards_of_the_council_and_those_we_have(world):
    taken(directory([a_postcode()]))
    it = taken(names({BELHUS: "Belhus"}, council=""), Of.WARDS)
    assert counts(it) == {"changed": 1}
    it = taken(names({BELHUS: "Belhus", TILBURY: "Tilbury St Chads"}), Of.WARDS)
    assert counts(it) == {"same": 1, "new": 1}
    assert [str(ward) for ward in wards(who("dev"))] == ["Belhus"]
    mark_ward(Ward.objects.get(code=TILBURY).pk, True, by=who("carys"))
    seen = [(str(ward), ward.homes, ward.deprived) for ward in wards(who("dev"))]
    assert seen == [("Tilbury St Chads", 0, 0), ("Belhus", 1, 1)]
    assert Entry.objects.get(event=Event.WARD_MARKED).facts == {"of_interest": "yes", "code": TILBURY}


def test_who_keeps_no_places_or_another_council_may_not(world):
    taken(directory([a_postcode()]))
    ward = Ward.objects.get()
    for name in ("ben", "stella"):
        with pytest.raises(NotAllowed):
            mark_ward(ward.pk, True, by=who(name))
        with pytest.raises(NotAllowed):
            begin(file_name="a", stored_as="a", size=1, of=Of.POSTCODES, council=SALFORDS, by=who(name))
    with pytest.raises(Ward.DoesNotExist):
        mark_ward(ward.pk, True, by=who("irene"))
    assert list(wards(who("irene"))) == []


def test_a_secret_home_has_no_ward_but_where_its_address_may_be_read(world):
    taken(directory([a_postcode(), a_postcode("M30 0AA", TILBURY)]))
    taken(names({BELHUS: "Belhus", TILBURY: "Tilbury St Chads"}), Of.WARDS)
    case = received().case
    assert child_seen(who("ben"), case).home_ward == "Belhus"
    two_homes(case)
    case.refresh_from_db()
    seen = child_seen(who("ben"), case)
    assert [(one.postcode, one.ward) for one in seen.addresses] == [("M5 4WT", "Belhus")]
    assert "Tilbury" not in repr(seen)
    assert [(one.postcode, one.ward) for one in secrets(who("ben"), case).addresses] == [
        ("M30 0AA", "Tilbury St Chads")
    ]


def test_before_a_file_is_brought_in_nobody_has_a_ward(world):
    case = received().case
    two_homes(case)
    case.refresh_from_db()
    seen = child_seen(who("ben"), case)
    assert [one.ward for one in seen.addresses] == [""]
    assert seen.home_ward == ""
