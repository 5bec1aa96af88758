"""What a family wants known about the child, at both doors and by a link."""

import pytest

from cases.words import Capacity
from profiles.actions.share import make_link
from profiles.actions.write import write, write_for
from profiles.links import address_of
from profiles.models import ProfileOpening
from profiles.words import LONGEST, Section
from tests.acts.test_meetings import LEAD
from tests.acts.test_talking import a_second_parent, talked
from tests.acts.test_who_a_child_is import put_on
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db
QUIET = {Section.HELPS: "A quiet corner."}


@pytest.fixture
def lead(desk):
    return desk.as_(LEAD)


def at(referral, more="") -> str:
    return f"/cases/{referral.case.reference}/about/{more}"


def theirs(referral, more="") -> str:
    return f"/mine/{referral.case.reference}/about/{more}"


def path_of(link) -> str:
    return "/about/" + address_of(link.pk).split("/about/")[1]


def test_a_parent_writes_it_once_and_the_lead_reads_it_before_talking(lead, family):
    referral, amina = talked(), family.as_("amina")
    assert "About Ayaan, told once" in text_of(amina.get(f"/mine/{referral.case.reference}/"))
    assert "You do not have to" in text_of(amina.get(theirs(referral)))
    form = theirs(referral, "write/")
    assert_an_error_by_the_book(amina.post(form, {"before": 0}), "Write something under at least one heading")
    long = amina.post(form, {"before": 0, "helps": "x" * (LONGEST + 1), "hopes": "A friend."})
    assert b"x" * (LONGEST + 1) in long.content and b"A friend." in long.content
    said = text_of(amina.post(form, {"before": 0, "helps": "A quiet corner.", "hopes": "A friend."}, follow=True))
    assert "Everybody who helps is asked to read it" in said and "What helps Ayaan A quiet corner." in said

    work = text_of(lead.get("/work/"))
    assert "Read before you talk with the family" in work and "Ayaan’s mother wrote what to know about Ayaan" in work
    assert "You have not read it yet" in text_of(lead.get(f"/cases/{referral.case.reference}/"))
    page = lead.get(at(referral))
    assert "What helps Ayaan A quiet corner." in text_of(page)
    profile = page.context["profiles"][0].profile
    said = text_of(lead.post(at(referral), {"profile": profile, "version": 1}, follow=True))
    assert "You have read this." in said
    assert "Read before you talk" not in text_of(lead.get("/work/"))
    assert f"{person(LEAD).name}, on Wednesday 18 November 2026" in text_of(amina.get(theirs(referral)))


def test_a_colleague_writes_down_what_they_are_told(lead, family):
    referral = talked()
    here = at(referral, f"{referral.sender_id}/write/")
    assert "Write it as they say it" in text_of(lead.get(here))
    said = text_of(lead.post(here, {"before": 0, "worries": "Hand dryers."}, follow=True))
    assert "It is written down. Nasreen Chowdhury can read and change it." in said
    assert f"Written down by {person(LEAD).name}" in said
    assert f"{person(LEAD).name} wrote this down for you" in text_of(family.as_("amina").get(theirs(referral)))


def test_what_was_changed_meanwhile_stands_beside_what_was_typed(lead, family):
    referral, amina = talked(), family.as_("amina")
    write_for(referral.case_id, referral.sender_id, QUIET, 0, by=who(LEAD))
    late = amina.post(theirs(referral, "write/"), {"before": 0, "hopes": "A friend."})
    assert late.status_code == 409
    said = text_of(late)
    assert "What it says now" in said and "A quiet corner." in said and "A friend." in said
    assert 'name="before" value="1"' in late.content.decode()
    again = amina.post(theirs(referral, "write/"), {"before": 1, "helps": "A quiet corner.", "hopes": "A friend."})
    assert again.status_code == 302


def test_reading_something_that_was_changed_a_moment_ago_is_asked_again(lead):
    referral = talked()
    profile = write(referral.case_id, QUIET, 0, by=who("amina"))
    write(referral.case_id, {Section.HELPS: "Music."}, 1, by=who("amina"))
    late = lead.post(at(referral), {"profile": profile.pk, "version": 1})
    assert late.status_code == 409
    assert "It was changed a moment ago" in text_of(late) and "Music." in text_of(late)


def test_a_link_asks_who_reads_and_shows_one_page(family, lead):
    referral, amina = talked(), family.as_("amina")
    assert amina.get(theirs(referral, "share/")).status_code == 302, "nothing to share yet"
    write(referral.case_id, QUIET, 0, by=who("amina"))
    share = theirs(referral, "share/")
    assert_an_error_by_the_book(
        amina.post(share, {}), "Enter who the link is for", "Choose how long the link opens"
    )  # fmt: skip
    page = amina.post(share, {"for_whom": "Brownies", "days": "30"}, follow=True)
    assert "Opens until the end of Friday 18 December 2026" in text_of(page)
    address = page.context["seen"].links[0].address
    assert address in page.content.decode()
    path = "/about/" + address.split("/about/")[1]
    stranger = type(family)("family")
    asked = stranger.get(path)
    assert "Who are you?" in text_of(asked) and "Ayaan" not in text_of(asked) and "quiet" not in text_of(asked)
    assert asked["Cache-Control"].startswith("no-store") or "no-store" in asked["Cache-Control"]
    assert_an_error_by_the_book(stranger.post(path, {"name": ""}), "Enter who you are")
    read = text_of(stranger.post(path, {"name": "Brown Owl"}))
    assert "About Ayaan" in read and "A quiet corner." in read
    assert "Written by Nasreen Chowdhury" in read
    for told in (referral.case.reference, "M5", "07700", "Ayaan Chowdhury"):
        assert told not in read
    assert "Brown Owl opened it on Wednesday 18 November 2026" in text_of(amina.get(theirs(referral)))
    assert "Brown Owl" not in text_of(lead.get(at(referral)))


def test_a_stopped_link_says_that_it_is_over_and_the_page_asks_before(family):
    referral, amina = talked(), family.as_("amina")
    write(referral.case_id, QUIET, 0, by=who("amina"))
    link = make_link(referral.case_id, "Brownies", 7, by=who("amina"))
    stop = theirs(referral, f"links/{link.pk}/stop/")
    assert "Stop the link for Brownies?" in text_of(amina.get(stop))
    assert "The link opens no more" in text_of(amina.post(stop, follow=True))
    assert amina.get(stop).status_code == 404
    stranger = type(family)("family")
    for answer in (stranger.get(path_of(link)), stranger.post(path_of(link), {"name": "Brown Owl"})):
        assert answer.status_code == 404 and "does not work any more" in text_of(answer)
    assert not ProfileOpening.objects.exists()


def test_neither_parent_reads_the_others(family):
    referral = talked()
    a_second_parent(referral)
    write(referral.case_id, QUIET, 0, by=who("amina"))
    his = text_of(family.as_("priya").get(theirs(referral)))
    assert "quiet" not in his and "You do not have to" in his


def test_one_page_to_print_at_both_doors(lead, family):
    referral = talked()
    assert lead.get(at(referral, f"{referral.sender_id}/print/")).status_code == 404
    write(referral.case_id, QUIET, 0, by=who("amina"))
    desk = text_of(lead.get(at(referral, f"{referral.sender_id}/print/")))
    assert "About Ayaan Chowdhury" in desk and "A quiet corner." in desk and person(LEAD).name in desk
    assert "A quiet corner." in text_of(family.as_("amina").get(theirs(referral, "print/")))


@pytest.mark.parametrize("name", ["caf_worker", "adviser", "senco"])
def test_whoever_was_given_something_to_do_reads_it_as_well_and_writes_nothing(desk, name):
    from cases.actions.tasks import agree_action
    from core import clock

    referral = talked()
    write(referral.case_id, QUIET, 0, by=who("amina"))
    agree_action(referral.case_id, "Ring school", person(name).pk, clock.today(), by=who(LEAD))
    visit = desk.as_(name)
    page = visit.get(at(referral))
    assert page.status_code == 200 and "A quiet corner." in text_of(page)
    assert "Ayaan’s mother wrote" in text_of(visit.get("/work/"))
    assert ("Write down what" in text_of(page)) is (
        visit.get(at(referral, f"{referral.sender_id}/write/")).status_code == 200
    )


def test_who_may_not_know_how_to_reach_the_parent_reads_what_they_are_to_the_child_and_no_name(desk):
    referral = talked()
    write(referral.case_id, QUIET, 0, by=who("amina"))
    put_on(referral.case, "health_adviser", Capacity.ADVISER)
    visit = desk.as_("health_adviser")
    page = visit.get(at(referral))
    said = text_of(page) + text_of(visit.get("/work/")) + text_of(visit.get(f"/cases/{referral.case.reference}/"))
    said += text_of(visit.get(at(referral, f"{referral.sender_id}/print/")))
    assert "A quiet corner." in said and "Nasreen" not in said
    assert "Mother" in text_of(page)
    done = visit.post(at(referral), {"profile": page.context["profiles"][0].profile, "version": 1}, follow=True)
    assert "You have read this." in text_of(done) and "Nasreen" not in text_of(done)
