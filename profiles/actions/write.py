"""Somebody of the family writes about the child; or a colleague writes down what they were told."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q

from accounts.who import Who
from cases import sight
from cases.act import Act
from cases.action import action
from cases.company import Partner, partner_called, partner_signed_in
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from profiles import rules
from profiles.models import Profile, ProfileWords
from profiles.words import Section


def write(case_key: UUID, written: Mapping[Section, str], before: int, *, by: Who) -> Profile:
    """Somebody of the family writes at their own door. ``before``: the version they read. Raises Refused,
    NotAllowed."""
    with action(Event.PROFILE_WRITTEN, by=by, subject=lambda: _case(case_key), part=Part.TOGETHER) as act:
        return _kept(act, partner_signed_in(act.case, by.person_id), written, before, by, told=False)


def write_for(case_key: UUID, key: UUID, written: Mapping[Section, str], before: int, *, by: Who) -> Profile:
    """A colleague writes down what somebody of the family told them, who then reads and changes it as their own.
    Raises Refused, NotAllowed."""
    with action(Event.PROFILE_TAKEN_DOWN, by=by, subject=lambda: _case(case_key), part=Part.TOGETHER) as act:
        sight.require_part(by, act.case, Part.TOGETHER)
        return _kept(act, partner_called(act.case, key), written, before, by, told=True)


def profile_with(case: Case, key: UUID) -> Profile | None:
    """What one person wrote, by the key of their row, or None where they wrote nothing yet."""
    return Profile.objects.filter(Q(carer=key) | Q(around=key), case=case).first()


def standing_words(profile: Profile) -> dict[Section, ProfileWords]:
    """What stands under each heading now."""
    return {Section(row.section): row for row in ProfileWords.objects.filter(profile=profile, replaced_at=None)}


def _case(key: UUID) -> Case:
    return Case.objects.get(pk=key)


def _kept(
    act: Act, partner: Partner | None, written: Mapping[Section, str], before: int, by: Who, *, told: bool
) -> Profile:
    if partner is None:
        raise NotAllowed("nobody of the family who may be talked with")
    profile = profile_with(act.case, partner.key)
    if profile is None:
        profile = Profile(authority_id=act.case.authority_id, case=act.case, carer=partner.carer, around=partner.around)
    if why := rules.against_writing(written, before, profile.version):
        raise Refused(*why)
    stands = standing_words(profile) if profile.version else {}
    changed = {
        section: words.strip()
        for section, words in written.items()
        if words.strip() != (stands[section].words if section in stands else "")
    }
    act.about = profile.pk
    if not changed:
        act.abandon()
        return profile
    now = clock.now()
    left = {**{section: row.words for section, row in stands.items()}, **changed}
    profile.version, profile.written_at = profile.version + 1, now if any(left.values()) else None
    profile.save()
    for section, words in changed.items():
        if section in stands:
            stands[section].replaced_at = now
            stands[section].save()
        if words:
            ProfileWords(
                authority_id=profile.authority_id, case=act.case, profile=profile, section=section, words=words,
                version=profile.version, kept_by=by.ref, told=told, kept_at=now,
            ).save()  # fmt: skip
    return profile
