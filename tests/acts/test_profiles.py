"""Told once: what each of the family wants known, who read it, and the links by which they share it."""

from datetime import timedelta

import pytest

from cases.actions.child.follow import end_following
from cases.models import Case, Involvement
from cases.words import Capacity
from core import clock
from core.past import hold
from core.refusals import NotAllowed, Refused
from door.guarded import opened
from ledger.models import Entry
from people.models import Carer
from profiles.actions.read import mark_read
from profiles.actions.share import make_link, open_link, opens, stop_link
from profiles.actions.write import write, write_for
from profiles.family import has_profile, link_seen, my_profile, read_by_link
from profiles.links import address_of
from profiles.models import Profile, ProfileLink, ProfileOpening, ProfileWords
from profiles.rules import against_link, against_writing
from profiles.selectors import profiles_on, to_read, written_on
from profiles.words import LINK_DAYS, LONGEST, MOST_LINKS, Section, Why
from tests.acts.test_meetings import LEAD, TODAY, _bar
from tests.acts.test_talking import a_second_parent, talked
from tests.acts.test_who_a_child_is import put_on
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
QUIET = {Section.HELPS: "A quiet corner, and a warning before change.", Section.MATTERS: "His drum."}


def wrote(referral, words=None, before=0, by="amina"):
    return write(referral.case_id, words or QUIET, before, by=who(by))


def read(referral, profile, by=LEAD):
    mark_read(referral.case_id, profile.pk, profile.version, by=who(by))


def events(referral) -> list[str]:
    rows = Entry.objects.filter(case_ref=referral.case_id, event__startswith="profile.")
    return list(rows.order_by("recorded_at", "pk").values_list("event", flat=True))


@pytest.mark.parametrize(
    ("written", "before", "why"),
    [
        ({Section.HELPS: " "}, 0, [Why.NOTHING]),
        ({Section.HELPS: "x" * (LONGEST + 1)}, 0, [Why.TOO_LONG]),
        ({Section.HELPS: "x" * LONGEST}, 0, []),
        ({Section.HELPS: "x"}, 1, [Why.CHANGED]),
    ],
)
def test_what_is_not_kept(written, before, why):
    assert against_writing(written, before, 0) == why


@pytest.mark.parametrize(
    ("for_whom", "days", "open_ones", "written", "hidden", "why"),
    [
        ("Brownies", 7, 0, True, False, []),
        (" ", 7, 0, True, False, [Why.NO_NAME]),
        ("x" * 101, 7, 0, True, False, [Why.LONG_NAME]),
        ("Brownies", 365, 0, True, False, [Why.NO_DAYS]),
        ("Brownies", 7, MOST_LINKS, True, False, [Why.MANY_LINKS]),
        ("Brownies", 7, 0, False, False, [Why.NOTHING_WRITTEN]),
        ("Brownies", 7, 0, True, True, [Why.HIDDEN]),
    ],
)
def test_when_no_link_is_made(for_whom, days, open_ones, written, hidden, why):
    assert against_link(for_whom, days, open_ones, written=written, hidden=hidden) == why


def test_what_a_parent_writes_everybody_who_helps_is_asked_to_read(world):
    referral = talked()
    assert has_profile(who("amina"), referral.case.reference) is False
    assert to_read(who(LEAD)) == []
    profile = wrote(referral)
    [one] = to_read(who(LEAD))
    assert (one.reference, one.child, one.by, one.again) == (
        referral.case.reference, "Ayaan", "Mother", False,
    )  # fmt: skip
    assert written_on(who(LEAD), referral.case) == [("Mother", False)]
    [seen] = profiles_on(who(LEAD), referral.case)
    assert [part.heading for part in seen.written] == ["What matters to Ayaan", "What helps Ayaan"]
    assert not seen.read_by_me
    read(referral, profile)
    assert to_read(who(LEAD)) == []
    [seen] = profiles_on(who(LEAD), referral.case)
    assert seen.read_by_me and [mark.newest for mark in seen.marks] == [True]
    mine = my_profile(who("amina"), referral.case.reference)
    assert [name for name, _at in mine.readers] == [person(LEAD).name]
    assert events(referral) == ["profile.written", "profile.read"]


def test_saying_twice_that_it_was_read_is_said_once(world):
    referral = talked()
    profile = wrote(referral)
    read(referral, profile)
    read(referral, profile)
    assert events(referral).count("profile.read") == 1


def test_what_was_changed_is_to_be_read_again_and_the_old_words_are_kept(world):
    referral = talked()
    first = wrote(referral)
    read(referral, first)
    second = wrote(referral, {**QUIET, Section.MATTERS: "His drum, and Leo."}, before=1)
    assert second.version == 2
    [one] = to_read(who(LEAD))
    assert one.again
    mine = my_profile(who("amina"), referral.case.reference)
    assert mine.readers == [] and mine.readers_before == 1
    with pytest.raises(Refused) as refusal:
        read(referral, first)
    assert refusal.value.reasons == (Why.CHANGED_READING,)
    old = ProfileWords.objects.get(profile=second, section=Section.MATTERS, replaced_at__isnull=False)
    assert old.words == "His drum."
    assert ProfileWords.objects.filter(profile=second, section=Section.HELPS).count() == 1, "unchanged stays one row"


def test_saving_what_stands_already_leaves_no_trace(world):
    referral = talked()
    wrote(referral)
    assert wrote(referral, before=1).version == 1
    assert events(referral) == ["profile.written"]


def test_emptying_a_heading_takes_it_off_the_page(world):
    referral = talked()
    wrote(referral)
    wrote(referral, {**QUIET, Section.MATTERS: ""}, before=1)
    [seen] = profiles_on(who(LEAD), referral.case)
    assert [part.section for part in seen.written] == [Section.HELPS]


def test_whoever_wrote_it_may_take_all_of_it_away(world):
    referral = talked()
    wrote(referral)
    link = make_link(referral.case_id, "Brownies", 7, by=who("amina"))
    wrote(referral, dict.fromkeys(Section, ""), before=1)
    assert not opens(link)
    assert to_read(who(LEAD)) == [] and written_on(who(LEAD), referral.case) == []
    [seen] = profiles_on(who(LEAD), referral.case)
    assert not seen.written and seen.version == 2
    assert has_profile(who("amina"), referral.case.reference) is False
    wrote(referral, before=2)
    assert opens(link)


def test_two_who_write_at_once_lose_nothing(world):
    referral = talked()
    wrote(referral)
    write_for(referral.case_id, referral.sender_id, {**QUIET, Section.HOPES: "A friend."}, 1, by=who(LEAD))
    with pytest.raises(Refused) as refusal:
        wrote(referral, {**QUIET, Section.WORRIES: "Lorries."}, before=1)
    assert refusal.value.reasons == (Why.CHANGED,)
    [seen] = profiles_on(who(LEAD), referral.case)
    hopes = next(part for part in seen.written if part.section == Section.HOPES)
    assert (hopes.words, hopes.told_to) == ("A friend.", person(LEAD).name)


def test_two_parents_write_two_pages_and_neither_reads_the_others(world):
    referral = talked()
    a_second_parent(referral)
    wrote(referral)
    write(referral.case_id, {Section.HELPS: "Fishing."}, 0, by=who("priya"))
    mine, his = (my_profile(who(name), referral.case.reference) for name in ("amina", "priya"))
    assert "Fishing." not in str(mine) and "quiet corner" not in str(his)
    assert len(profiles_on(who(LEAD), referral.case)) == 2


def test_whoever_does_not_work_with_the_child_neither_reads_nor_writes(world):
    referral = talked()
    profile = wrote(referral)
    for name in ("tom", "priya", "dev"):
        with pytest.raises((NotAllowed, Case.DoesNotExist)):
            read(referral, profile, by=name)
    with pytest.raises((NotAllowed, Case.DoesNotExist)):
        wrote(referral, by="priya", before=1)
    with pytest.raises(NotAllowed):
        write_for(referral.case_id, referral.sender_id, QUIET, 1, by=who("amina"))


def test_a_parent_who_may_not_know_where_the_child_is_writes_nothing_more(world):
    referral = talked()
    father = a_second_parent(referral)
    wrote(referral, by="priya")
    link = make_link(referral.case_id, "Brownies", 7, by=who("priya"))
    assert opens(link)
    _bar(father)
    assert not opens(link)
    assert link_seen(token(link)) is None
    with pytest.raises(NotAllowed):
        wrote(referral, before=1, by="priya")
    seen = next(one for one in profiles_on(who(LEAD), referral.case) if one.version)
    assert seen.version == 1 and not seen.may_be_talked_with, "what they wrote stays to be read by those who help"


def token(link: ProfileLink) -> str:
    return address_of(link.pk).rstrip("/").split("/")[-1]


def test_a_link_shows_the_page_and_who_opened_it(world):
    referral = talked()
    wrote(referral)
    link = make_link(referral.case_id, "Brownies", 7, by=who("amina"))
    seen = link_seen(token(link))
    assert seen.called == "Ayaan" and "Chowdhury" not in seen.called
    assert not ProfileOpening.objects.exists(), "looking is not opening"
    with pytest.raises(Refused) as refusal:
        read_by_link(token(link), " ")
    assert refusal.value.reasons == (Why.NO_NAME,)
    read_by_link(token(link), "Brown Owl")
    read_by_link(token(link), "brown owl")
    [shown] = my_profile(who("amina"), referral.case.reference).links
    assert [name for name, _at in shown.openings] == ["Brown Owl"]
    entry = Entry.objects.get(event="profile.opened")
    assert "Owl" not in str(entry.facts) and entry.actor_ref == "visitor"


@pytest.mark.parametrize("days", LINK_DAYS)
def test_a_link_opens_on_its_last_day_and_not_on_the_next(world, days):
    referral = talked()
    wrote(referral)
    link = make_link(referral.case_id, "Brownies", days, by=who("amina"))
    with hold(clock.now() + timedelta(days=days)):
        assert opens(link)
    with hold(clock.now() + timedelta(days=days + 1)):
        assert not opens(link)
        with pytest.raises(NotAllowed):
            read_by_link(token(link), "Brown Owl")


def test_a_stopped_link_opens_no_more(world):
    referral = talked()
    wrote(referral)
    link = make_link(referral.case_id, "Brownies", 7, by=who("amina"))
    stop_link(referral.case_id, link.pk, by=who("amina"))
    stop_link(referral.case_id, link.pk, by=who("amina"))
    assert link_seen(token(link)) is None
    assert events(referral).count("profile.link_stopped") == 1
    mine = my_profile(who("amina"), referral.case.reference)
    assert not mine.links and mine.over[0].stopped


def test_nobody_stops_anothers_link_or_makes_one_from_anothers_words(world):
    referral = talked()
    a_second_parent(referral)
    wrote(referral)
    link = make_link(referral.case_id, "Brownies", 7, by=who("amina"))
    for act in (
        lambda: stop_link(referral.case_id, link.pk, by=who("priya")),
        lambda: make_link(referral.case_id, "Brownies", 7, by=who("priya")),
        lambda: make_link(referral.case_id, "Brownies", 7, by=who(LEAD)),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_who_follows_no_longer_has_links_that_open_no_more(world):
    referral = talked()
    father = a_second_parent(referral)
    write(referral.case_id, QUIET, 0, by=who("priya"))
    link = make_link(referral.case_id, "Grandma", 30, by=who("priya"))
    assert opens(link)
    end_following(referral.case_id, father.pk, by=who("ben"))
    assert not opens(link)


def test_only_a_visitor_opens_a_link(world):
    referral = talked()
    wrote(referral)
    link = make_link(referral.case_id, "Brownies", 7, by=who("amina"))
    for name in ("amina", LEAD):
        with pytest.raises(NotAllowed):
            open_link(link.pk, "Somebody", by=who(name))


def test_a_young_person_writes_of_themselves(world):
    referral = talked()
    with opened(referral.case_id):
        Carer.objects.filter(pk=referral.sender_id).update(relationship="self")
    wrote(referral)
    mine = my_profile(who("amina"), referral.case.reference)
    assert mine.oneself
    assert [part.heading for part in mine.written] == ["What matters to me", "What helps me"]


def test_a_name_a_family_may_not_learn_is_not_among_those_who_read(world):
    """Social care reads it too, and that alone would tell of a concern."""
    referral = talked()
    profile = wrote(referral)
    with opened(referral.case_id):
        Involvement(
            authority_id=SALFORD, case=referral.case, person=person("social_worker"), capacity=Capacity.SOCIAL_CARE,
            since=TODAY,
        ).save()  # fmt: skip
    mark_read(referral.case_id, profile.pk, 1, by=who("social_worker"))
    mine = my_profile(who("amina"), referral.case.reference)
    assert mine.readers == [] and mine.readers_before == 0
    assert Profile.objects.get(pk=profile.pk).version == 1


def test_who_may_not_know_of_a_person_kept_secret_reads_nothing_of_theirs(world):
    referral = talked()
    father = a_second_parent(referral)
    write(referral.case_id, QUIET, 0, by=who("priya"))
    link = make_link(referral.case_id, "Brownies", 7, by=who("priya"))
    with opened(referral.case_id):
        father.secret = True
        father.save()
    put_on(referral.case, "health_adviser", Capacity.ADVISER)
    theirs = profiles_on(who("health_adviser"), referral.case)
    assert father.pk not in {one.key for one in theirs}
    assert to_read(who("health_adviser")) == []
    assert father.pk in {one.key for one in profiles_on(who(LEAD), referral.case)}
    assert father.name not in str(link_seen(token(link)))
