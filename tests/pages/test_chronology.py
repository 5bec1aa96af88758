"""What happened on a case: cut by kind, by organisation and by time, by month, and nothing of what one may not see."""

import html
import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
import typst

import door.pdf
from accounts.models import Agency, Membership
from cases.words import Capacity
from core import clock
from core.events import Event
from core.past import hold
from ledger.chronology import PAGE
from ledger.kinds import Kind, kind_of
from ledger.models import Entry
from pathway.actions.go_to_social_care import go_to_social_care
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
TIMELINE = re.compile(r'(?s)moj-timeline__title">(.*?)</h4>')
SELECT = {name: re.compile(rf'(?s)<select[^>]* name="{name}">(.*?)</select>') for name in ("kind", "by", "when")}


@pytest.fixture
def case(world):
    return received(by=who("amina")).case


def titles(page) -> list[str]:
    return TIMELINE.findall(page.content.decode())


def choices(page, name: str) -> str:
    return SELECT[name].search(page.content.decode()).group(1)


def aged(case, number: int, *, part: str = "files", actor: str = "visitor", days: int = 1) -> None:
    """So many files that came, each so many days before the one after it."""
    Entry.objects.bulk_create(
        Entry(authority=SALFORD, event=Event.DOCUMENT_ADDED, case_ref=case.pk, part=part, actor_ref=actor,
              facts={"sha256": str(one)}, effective_on=clock.today(),
              recorded_at=clock.now() - timedelta(days=days * (one + 1)))
        for one in range(number)
    )  # fmt: skip


def here(case, more: str = "") -> str:
    return f"/cases/{case.reference}/{more}"


def test_it_stands_by_month_with_who_did_it_and_from_where(desk, case):
    midnight = datetime(2026, 9, 30, 23, 30, tzinfo=UTC)  # half past midnight in London, so October
    with hold(midnight + timedelta(days=1)):
        aged(case, 1, actor=who("ben").ref)
    text = text_of(desk.as_("ben").get(here(case)))
    assert text.index("November 2026") < text.index("October 2026") < text.index("A file was put with the case")
    assert "Ben, Salford City Council" in text
    assert "September 2026" not in text


def test_what_was_written_down_later_says_from_which_day_it_counts(desk, case):
    Entry.objects.create(
        authority=SALFORD, event=Event.DOCUMENT_ADDED, case_ref=case.pk, part="files", actor_ref=who("ben").ref,
        effective_on=date(2026, 11, 3), recorded_at=clock.now(),
    )  # fmt: skip
    assert "It counts from 3 November 2026" in text_of(desk.as_("ben").get(here(case)))


def test_a_kind_alone_is_shown_and_only_kinds_that_are_there_are_offered(desk, case):
    ben = desk.as_("ben")
    aged(case, 2)
    assert titles(ben.get(here(case, "?kind=files"))) == ["A file was put with the case"] * 2
    page = ben.get(here(case))
    assert "Files" in choices(page, "kind")
    assert "Whether the child is safe" not in choices(page, "kind")
    assert len(titles(page)) > 2


def test_an_organisation_alone_is_shown(desk, case):
    school = Agency.objects.create(name="Broadwalk Primary", kind="school")
    Membership.objects.filter(person=person("caf_worker")).update(agency=school)
    aged(case, 1, actor=who("caf_worker").ref)
    aged(case, 2, actor=who("ben").ref, days=3)
    ben = desk.as_("ben")
    assert "Broadwalk Primary" in choices(ben.get(here(case)), "by")
    page = ben.get(here(case, f"?kind=files&by={school.pk}"))
    assert titles(page) == ["A file was put with the case"]
    assert f"{person('caf_worker').name}, Broadwalk Primary" in text_of(page)
    assert len(titles(ben.get(here(case, "?kind=files&by=council")))) == 2
    assert titles(ben.get(here(case, "?by=family"))) == ["Help was asked for"]


def test_a_year_alone_is_shown_and_the_last_days(desk, case):
    aged(case, 5, days=100)
    ben = desk.as_("ben")
    page = ben.get(here(case, "?kind=files&when=2026"))
    assert len(titles(page)) == 3
    assert len(titles(ben.get(here(case, "?kind=files&when=2025")))) == 2
    assert len(titles(ben.get(here(case, "?kind=files&when=365")))) == 3
    assert len(titles(ben.get(here(case, "?kind=files&when=30")))) == 0
    assert "Nothing of this kind happened then." in text_of(ben.get(here(case, "?kind=files&when=30")))
    assert 'value="2025"' in choices(page, "when")
    assert 'value="2024"' not in choices(page, "when")


def test_older_entries_follow_each_once_with_the_filter_kept(desk, case):
    aged(case, PAGE * 2 + 5)
    ben, at, seen = desk.as_("ben"), here(case, "?kind=files"), []
    moments = re.compile(r'<time datetime="([^"]+)"')
    for _page in range(3):
        page = ben.get(at).content.decode()
        timeline = page[page.index('id="history"') : page.index("<aside")]
        seen += moments.findall(timeline)
        found = re.search(r'href="(\?kind=files&amp;before=[^"]+)#history"', page)
        at = here(case, found.group(1).replace("&amp;", "&")) if found else ""
    assert at == ""
    assert len(seen) == len(set(seen)) == PAGE * 2 + 5
    assert seen == sorted(seen, reverse=True)


@pytest.mark.parametrize(
    "asked",
    ["kind=nonsense", "by=nobody", "when=1066", "when=-1", "before=made-up", "before=2026-01-01~x",
     f"before=2026-01-01~{UUID(int=1)}", "before=~", "kind=safety", "when=99999999999999999999"],
)  # fmt: skip
def test_what_nobody_offers_is_as_if_it_did_not_stand_there(desk, case, asked):
    ben = desk.as_("ben")
    assert titles(ben.get(here(case, f"?{asked}"))) == titles(ben.get(here(case)))
    assert ben.get(here(case, f"history/?{asked}")).status_code == 200


def test_what_one_may_not_see_is_no_entry_no_choice_and_no_page(desk, case):
    """A worry and whoever raised it leave no trace for somebody who may not read it, however much there is of it."""
    put_on(case, "caf_worker", Capacity.TASKED)
    caf = desk.as_("caf_worker")
    for path in ("", "history/"):
        before = {name: choices(caf.get(here(case, path)), name) for name in SELECT}
        titles_before = titles(caf.get(here(case, path)))
        with hold(clock.now() - timedelta(days=800)):
            aged(case, PAGE * 2, part="safeguarding", actor=who("social_worker").ref)
        page = caf.get(here(case, path))
        assert {name: choices(page, name) for name in SELECT} == before
        assert titles(page) == titles_before
        assert "Older entries" not in text_of(page)
    go_to_social_care(case.pk, "A bruise.", by=who("ben"))
    assert titles(caf.get(here(case, "?kind=safety"))) == titles(caf.get(here(case)))
    assert "Whether the child is safe" in choices(desk.as_("ben").get(here(case)), "kind")


def test_the_page_to_print_holds_everything_that_was_asked_for(desk, case):
    aged(case, PAGE * 3)
    ben = desk.as_("ben")
    link = re.search(rf'href="({here(case, "history/")}[^"]*)"', ben.get(here(case, "?kind=files")).content.decode())
    page = ben.get(link.group(1))
    assert len(titles(page)) == PAGE * 3
    assert "Everything that happened: Files" in text_of(page)
    assert "Drawn up Wednesday 18 November 2026" in text_of(page)


def test_every_kind_has_words_and_an_event(world):
    kinds = {kind_of(event) for event in Event}
    assert set(Kind) - {Kind.OTHER} <= kinds
    assert all(kind.words for kind in Kind)
    assert kind_of("never.heard_of") == Kind.OTHER


@pytest.fixture
def drawn(monkeypatch):
    """What a file was made of, beside the file itself."""
    data, really = [], door.pdf.made
    monkeypatch.setattr(door.pdf, "made", lambda name, given: data.append(given) or really(name, given))
    return data


def test_it_is_saved_as_a_tagged_file_without_the_childs_name_in_its_own(desk, case, drawn):
    ben = desk.as_("ben")
    link = re.search(r'href="([^"]*history/file/)"', ben.get(here(case, "history/")).content.decode())
    answer = ben.get(link.group(1))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{case.reference}-history.pdf"'
    assert answer.content.startswith(b"%PDF-") and b"pdfuaid:part" in answer.content, "it says that it is PDF/UA"
    page, (found,) = ben.get(here(case, "history/")), drawn
    assert found["title"] == f"{case.child.full_name}: everything that happened"
    assert [line["sentence"] for month in found["months"] for line in month["lines"]] == [
        html.unescape(each) for each in titles(page)
    ]
    assert person("ben").name in found["foot"] and "Drawn up Wednesday 18 November 2026 for Ben" in found["about"][0]


def test_a_file_holds_what_was_chosen_and_nothing_its_reader_may_not_see(desk, case, drawn):
    aged(case, 3, actor=who("ben").ref)
    aged(case, 2, part="safeguarding")
    put_on(case, "adviser", Capacity.ADVISER)
    ben = desk.as_("ben")
    ben.get(here(case, "history/file/?kind=files"))
    desk.as_("adviser").get(here(case, "history/file/"))
    chosen, theirs = drawn
    assert chosen["about"][1] == "Of everything that happened, this is: Files."
    assert sum(len(month["lines"]) for month in chosen["months"]) == 5
    told = titles(desk.as_("adviser").get(here(case, "history/")))
    assert sum(len(month["lines"]) for month in theirs["months"]) == len(told)


def test_words_are_never_markup():
    odd = "#panic() *x* ] \\ $y$ @z <b> “q” é"
    line = {"sentence": odd, "when": odd, "by": odd}
    data = {"title": odd, "author": "SENDPath", "foot": odd, "about": [odd], "months": [{"name": odd, "lines": [line]}]}
    assert door.pdf.made("history", data).startswith(b"%PDF-")
    with pytest.raises(typst.TypstError):
        door.pdf.made("history", {**data, "title": ""})
