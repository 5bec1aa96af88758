"""A colleague says that they have read what somebody of the family wrote."""

from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from profiles.models import Profile, ProfileRead
from profiles.words import Why


def mark_read(case_key: UUID, profile_key: UUID, version: int, *, by: Who) -> None:
    """They have read this version; saying it twice changes nothing. Raises Refused where it was changed meanwhile,
    NotAllowed."""

    def the_profile() -> Profile:
        return Profile.objects.select_for_update(no_key=True).get(pk=profile_key, case=case_key)

    with action(Event.PROFILE_READ, by=by, subject=the_profile, part=Part.TOGETHER) as act:
        sight.require_part(by, act.case, Part.TOGETHER)
        profile = act.subject
        if by.person_id is None:
            raise NotAllowed("nobody who can have read it")
        if version != profile.version:
            raise Refused(Why.CHANGED_READING)
        marks = ProfileRead.objects.filter(profile=profile, person=by.person_id, version=version)
        if marks.exists():
            act.abandon()
            return
        ProfileRead(
            authority_id=profile.authority_id, case=act.case, profile=profile, version=version,
            person_id=by.person_id, read_at=clock.now(),
        ).save()  # fmt: skip
