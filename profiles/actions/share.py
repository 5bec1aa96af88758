"""Somebody of the family lets others read what they wrote, by a link that opens for some days; somebody opens it."""

from datetime import timedelta
from uuid import UUID

from accounts.who import Who
from cases.action import action
from cases.company import partner_called, partner_signed_in
from cases.models import Case
from cases.secrecy import records_of_child
from cases.secret_letters import holds_hidden
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from people.models import Around
from profiles import rules
from profiles.actions.write import profile_with, standing_words
from profiles.models import Profile, ProfileLink, ProfileOpening
from profiles.words import MOST_OPENINGS, Why


def make_link(case_key: UUID, for_whom: str, days: int, *, by: Who) -> ProfileLink:
    """A link for somebody, which opens until the end of the last day. Raises Refused, NotAllowed."""
    with action(
        Event.PROFILE_LINK_MADE, by=by, subject=lambda: Case.objects.get(pk=case_key), part=Part.TOGETHER
    ) as act:
        profile = _own(act.case, by)
        open_ones = open_links(profile).count()
        hidden = _tells_where(profile)
        if why := rules.against_link(for_whom, days, open_ones, written=profile.written_at is not None, hidden=hidden):
            raise Refused(*why)
        link = ProfileLink(
            authority_id=profile.authority_id, case=act.case, profile=profile, for_whom=for_whom.strip(),
            made_at=clock.now(), until=clock.today() + timedelta(days=days),
        )  # fmt: skip
        link.save()
        act.about = link.pk
    return link


def stop_link(case_key: UUID, link_key: UUID, *, by: Who) -> None:
    """It opens no more, from now on. Raises NotAllowed, ProfileLink.DoesNotExist."""
    with action(
        Event.PROFILE_LINK_STOPPED, by=by, subject=lambda: Case.objects.get(pk=case_key), part=Part.TOGETHER
    ) as act:
        link = ProfileLink.objects.get(pk=link_key, profile=_own(act.case, by))
        act.about = link.pk
        if link.stopped_at:
            act.abandon()
            return
        link.stopped_at = clock.now()
        link.save()


def open_link(link_key: UUID, name: str, *, by: Who) -> ProfileLink:
    """Somebody who was given the link says who they are, and reads. The same name within a day is one opening. Raises
    Refused; NotAllowed where the link opens no more."""

    def the_link() -> ProfileLink:
        return ProfileLink.objects.select_for_update(no_key=True).get(pk=link_key)

    with action(Event.PROFILE_OPENED, by=by, subject=the_link, part=Part.TOGETHER) as act:
        link = act.subject
        if not opens(link):
            raise NotAllowed("the link is over")
        if why := [why for is_so, why in rules.against_name(name) if is_so]:
            raise Refused(*why)
        before = ProfileOpening.objects.filter(link=link)
        if before.count() >= MOST_OPENINGS:
            raise Refused(Why.LINK_OVER)
        lately = clock.now() - timedelta(days=1)
        if before.filter(name__iexact=name.strip(), opened_at__gt=lately).exists():
            act.abandon()
            return link
        ProfileOpening(
            authority_id=link.authority_id, case=act.case, link=link, name=name.strip(), opened_at=clock.now()
        ).save()
    return link


def open_links(profile: Profile):
    """Those of its links that open today."""
    return ProfileLink.objects.filter(profile=profile, stopped_at=None, until__gte=clock.today())


def opens(link: ProfileLink) -> bool:
    """Whether it opens now: not stopped, not too old, its writer may still be talked with, and nothing in it tells what
    is kept secret."""
    if link.stopped_at or link.until < clock.today():
        return False
    profile = Profile.objects.select_related("case", "carer", "around").get(pk=link.profile_id)
    partner = partner_called(profile.case, profile.carer_id or profile.around_id)
    return profile.written_at is not None and partner is not None and not _tells_where(profile)


def _own(case: Case, by: Who) -> Profile:
    partner = partner_signed_in(case, by.person_id)
    profile = profile_with(case, partner.key) if partner else None
    if profile is None:
        raise NotAllowed("nothing of theirs")
    return profile


def _tells_where(profile: Profile) -> bool:
    """Whether it has in it an address that somebody may not be told: whoever holds a link is nobody we know."""
    written = "\n".join(row.words for row in standing_words(profile).values())
    everybody = list(Around.objects.filter(case_ref__in=records_of_child(profile.case_id), mistaken_at=None))
    return any(holds_hidden(profile.case_id, written, rows) for rows in ([], everybody))
