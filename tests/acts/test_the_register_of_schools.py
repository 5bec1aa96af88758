"""The official register is read from its file however it was saved, shown before it changes anything, and deletes
nothing."""

import time
from datetime import date, timedelta

import pytest
from django.db import connection

from accounts.gias.readers import Settings
from accounts.gias.reading import SILENT, lines_of, path_of, read_next
from accounts.gias.taking import take_next
from accounts.gias.words import Scope, Stage, What
from accounts.models import BringingIn, RegisterLine, Setting
from accounts.selectors_register import in_place_of
from cases.actions.bring_in_settings import BUSY, HAS_BAD, NOT_READ, agree, begin, drop, follow
from cases.actions.keep_setting import keep_setting
from cases.tasks import bring_in_settings
from core import clock
from core.events import Event
from core.keys import new_key
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from tests.factories.gias import HEADER, a_line, england, written
from tests.personas import who

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_folder(settings, tmp_path):
    settings.FILES_DIR = tmp_path
    (tmp_path / "registers").mkdir()


def chosen(content: bytes, scope: Scope = Scope.OURS, by: str = "dev") -> BringingIn:
    """A file that somebody chose and nobody has read."""
    name = f"{new_key()}.csv"
    path_of(name).write_bytes(content)
    return begin(file_name="edubasealldata.csv", stored_as=name, size=len(content), scope=scope, by=who(by))


def read(content: bytes, scope: Scope = Scope.OURS) -> BringingIn:
    """A file that the worker has read."""
    it = chosen(content, scope)
    assert read_next()
    it.refresh_from_db()
    return it


def taken(content: bytes, scope: Scope = Scope.OURS) -> BringingIn:
    it = read(content, scope)
    assert it.stage == Stage.READ, it.refused
    agree(it.pk, good_alone=True, by=who("dev"))
    assert take_next()
    it.refresh_from_db()
    return it


def counts(it: BringingIn) -> dict[str, int]:
    return {name: count for name, count in it.counts.items() if count}


def test_as_downloaded(world):
    it = read(written([a_line(100008), a_line(100001, **{"LA (code)": "855"})]))
    assert (it.stage, counts(it), it.rows) == (Stage.READ, {"new": 1, "elsewhere": 1}, 2)
    assert not Setting.objects.exists()
    agree(it.pk, good_alone=False, by=who("dev"))
    assert take_next()
    one = Setting.objects.get()
    assert (one.urn, one.name, one.kind) == ("100008", "Ashbrook Café School 100008", "primary")
    assert (one.opened_on, one.inspected, one.inspected_on) == (date(1998, 9, 1), "Good", date(2024, 3, 12))
    assert (one.unit_capacity, one.base_capacity, one.capacity) == (12, None, 210)
    assert (one.sen_types, one.section_41) == ("ASD - Autistic Spectrum Disorder", False)
    assert (one.la_code, one.number_at_la, one.ward, one.postcode) == (
        "355",
        "0008",
        "Eastfold",
        "ZZ1 0AB",
    )
    entry = Entry.objects.get(event=Event.SETTINGS_BROUGHT_IN)
    assert entry.facts["new"] == "1"
    assert not read_next()
    assert not take_next()


@pytest.mark.parametrize(
    "saved",
    [
        {"encoding": "utf-8-sig"}, {"encoding": "utf-8"}, {"encoding": "utf-16"},
        {"encoding": "utf-8-sig", "delimiter": ";"}, {"encoding": "cp1252", "delimiter": "\t"}, {"blank": 4},
    ],
)  # fmt: skip
@pytest.mark.parametrize("day", ["01-09-1998", "1998-09-01", "1/9/1998", "01/09/1998", "01-09-1998 00:00:00"])
def test_saved_again_by_a_spreadsheet(world, saved, day):
    taken(written([a_line(100008, OpenDate=day, EstablishmentNumber="8")], **saved))
    one = Setting.objects.get()
    assert (one.name, one.opened_on, one.number_at_la) == ("Ashbrook Café School 100008", date(1998, 9, 1), "0008")


def test_columns_come_and_go(world):
    fewer = [name for name in HEADER if not name.startswith(("Ofsted", "SEN", "Section41", "Resourced", "Props"))]
    taken(written([a_line(100008)], columns=[*reversed(fewer), "SomethingNew"]))
    assert Setting.objects.get().inspected == ""


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (written([a_line(1)], columns=[n for n in HEADER if n != "EstablishmentName"]), "column EstablishmentName"),
        (written([a_line(1)], columns=[n for n in HEADER if n not in {"URN", "LA (code)"}]), "columns URN, LA (code)"),
        (b"Name,Birthday\r\nA,B\r\n", "does not name the columns of the register"),
        (b"", "empty"),
        (b"\r\n\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "does not name the columns"),
    ],
)
def test_another_file_is_refused_and_says_what_is_missing(world, content, says):
    it = read(content)
    assert it.stage == Stage.REFUSED
    assert says in it.refused
    assert not RegisterLine.objects.exists()


BAD = {
    "URN “1.0E+05” is not a number of 5 to 8 digits": {"URN": "1.0E+05"},
    "OpenDate “31-02-2020” is not a date": {"OpenDate": "31-02-2020"},
    "EstablishmentStatus “Ajar” is not a status of the register": {"EstablishmentStatus (name)": "Ajar"},
    "EstablishmentName is empty": {"EstablishmentName": ""},
    "capacity “many” is not a whole number": {"SchoolCapacity": "many"},
    "name is longer than 160 letters": {"EstablishmentName": "x" * 161},
    "URN 100008 stands in line 2 already": {"URN": "100008"},
}


def test_each_bad_line_is_told_by_its_number_and_reason(world):
    it = read(written([a_line(100008), *(a_line(100100 + n, **said) for n, said in enumerate(BAD.values()))]))
    assert counts(it) == {"new": 1, "bad": len(BAD)}
    told = list(lines_of(it).filter(what=What.BAD).order_by("line").values_list("line", "why"))
    assert told == list(enumerate(BAD, 3))
    with pytest.raises(Refused) as refusal:
        agree(it.pk, good_alone=False, by=who("dev"))
    assert refusal.value.reasons == (HAS_BAD,)
    agree(it.pk, good_alone=True, by=who("dev"))
    assert take_next()
    assert Setting.objects.count() == 1


def test_what_changed_since_last_time(world):
    taken(written([a_line(n) for n in range(100000, 100006)]))
    again = [
        a_line(100000),
        a_line(100001, EstablishmentName="Another Name"),
        a_line(100002, **{"EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2026"}),
        a_line(200002, EstablishmentName=a_line(100002)["EstablishmentName"], Postcode=a_line(100002)["Postcode"]),
        a_line(200003),
        a_line(100004), a_line(100005, **{"LA (code)": "855"}),
    ]  # fmt: skip
    before = {row.urn: row.pk for row in Setting.objects.all()}
    it = taken(written(again))
    assert counts(it) == {"same": 2, "changed": 2, "closed": 1, "reopened": 1, "new": 1, "missing": 1}
    after = {row.urn: row for row in Setting.objects.all()}
    assert {urn: after[urn].pk for urn in before} == before
    assert after["100001"].name == "Another Name"
    assert (after["100002"].status, after["100002"].closed_on) == ("closed", date(2026, 8, 31))
    assert after["100005"].la_code == "855"
    assert len(after) == 8
    assert [(old.urn, new.urn) for old, new in in_place_of(who("dev"))] == [("100002", "200002")]
    follow(after["100002"].pk, after["200002"].pk, by=who("dev"))
    assert in_place_of(who("dev")) == []
    follow(after["100002"].pk, None, by=who("dev"))
    assert len(in_place_of(who("dev"))) == 1
    with pytest.raises(Refused):
        follow(after["200002"].pk, after["100002"].pk, by=who("dev"))


def test_the_same_number_at_the_council_and_the_same_home_is_an_academy_in_its_place(world):
    taken(written([
        a_line(100002, **{"EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2026"}),
        a_line(200002, EstablishmentName="Quite Another Academy", Postcode=a_line(100002)["Postcode"],
               EstablishmentNumber="0002"),
        a_line(200011, EstablishmentName="A Neighbour", Postcode=a_line(100002)["Postcode"]),
    ]))  # fmt: skip
    assert [(old.urn, new.urn) for old, new in in_place_of(who("dev"))] == [("100002", "200002")]


def test_what_somebody_here_said_it_is_stays_so(world):
    taken(written([a_line(100004)]))
    unit = Setting.objects.get()
    assert unit.kind == "primary_pru"
    keep_setting(unit.pk, name=unit.name, kind="medical_pru", urn=unit.urn, by=who("dev"))
    taken(written([a_line(100004, SchoolCapacity="40")]))
    unit.refresh_from_db()
    assert (unit.kind, unit.capacity) == ("medical_pru", 40)


def test_a_setting_typed_by_hand_with_its_number_is_the_same_setting(world):
    typed = keep_setting(None, name="Ashbrook", kind="primary", urn="100008", by=who("dev"))
    nameless = keep_setting(None, name="Moorside Pathways", kind="alternative", urn="", by=who("dev"))
    it = taken(written([a_line(100008, **{"LA (code)": "855"})]))
    assert counts(it) == {"changed": 1}
    typed.refresh_from_db()
    assert typed.name == "Ashbrook Café School 100008"
    assert Setting.objects.filter(pk=nameless.pk, name="Moorside Pathways").exists()


def test_two_at_once_cannot_mix(world):
    first = chosen(written([a_line(100008)]))
    with pytest.raises(Refused) as refusal:
        chosen(written([a_line(100009)]), by="carys")
    assert refusal.value.reasons == (BUSY,)
    drop(first.pk, by=who("carys"))
    assert not read_next()
    with pytest.raises(Refused) as refusal:
        agree(first.pk, good_alone=True, by=who("dev"))
    assert refusal.value.reasons == (NOT_READ,)
    taken(written([a_line(100009)]))
    assert Setting.objects.get().urn == "100009"


def test_a_reader_that_was_killed_is_followed_by_another_from_the_top(world):
    it = chosen(written([a_line(100008), a_line(100009)]))
    BringingIn.objects.update(stage=Stage.READING, attempt=1, heard_at=clock.now(), done_bytes=99, rows=1)
    RegisterLine.objects.create(authority_id="355", bringing_in=it, attempt=1, line=2, what="new", urn="1", name="Half")
    assert not read_next()
    with hold(clock.now() + SILENT + timedelta(seconds=1)):
        assert read_next()
    it.refresh_from_db()
    assert (it.attempt, it.rows, counts(it)) == (2, 2, {"new": 2})
    assert not lines_of(it).filter(name="Half").exists()


def test_files_done_with_leave_their_counts_and_nothing_else(world):
    first = taken(written([a_line(100008)]))
    assert path_of(first.stored_as).exists()
    taken(written([a_line(100009)]))
    first.refresh_from_db()
    assert counts(first) == {"new": 1}
    assert not path_of(first.stored_as).exists()
    assert not first.lines.exists()


def test_a_file_dropped_while_it_is_read_is_left_alone(world, monkeypatch):
    it = chosen(written([a_line(100008)]))
    real = Settings.told

    def dropped_meanwhile(*args):
        drop(it.pk, by=who("dev"))
        return real(*args)

    monkeypatch.setattr(Settings, "told", dropped_meanwhile)
    assert read_next()
    it.refresh_from_db()
    assert it.stage == Stage.DROPPED
    assert not RegisterLine.objects.exists()


def test_the_worker_does_both_and_another_council_sees_nothing(world):
    it = chosen(written([a_line(100008)]))
    assert bring_in_settings() == 1
    with pytest.raises(BringingIn.DoesNotExist):
        agree(it.pk, good_alone=True, by=who("irene"))
    with pytest.raises(NotAllowed):
        agree(it.pk, good_alone=True, by=who("ben"))
    agree(it.pk, good_alone=True, by=who("dev"))
    assert bring_in_settings() == 1
    assert Setting.objects.get().authority_id == "355"


@pytest.mark.slow
def test_all_of_england_in_under_a_minute(world, capsys):
    content = written(england(50_000))
    began = time.perf_counter()
    it = taken(content, Scope.ALL)
    took = time.perf_counter() - began
    assert counts(it) == {"new": 50_000}
    assert Setting.objects.count() == 50_000
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE accounts_setting")
    again = read(content, Scope.ALL)
    assert counts(again) == {"same": 50_000}
    with capsys.disabled():
        print(f"\n{len(content) / 1e6:.0f} MB, 50,000 lines: {took:.1f} s")
    assert took < 60
