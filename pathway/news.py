"""Families who asked to hear of services that start: one quiet letter at most in four weeks, matched to what their
child needs. Level-triggered: it asks who should have had a letter and has not, and may run late or twice."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from accounts.models import Authority, Person
from accounts.roles import AT_DOOR
from accounts.who import Who, standing
from cases import sight
from cases.family import my_cases
from cases.family_letters import ByTheClock, write_by_the_clock
from cases.models import Case, CaseNeed
from cases.need_words import NeedList
from cases.secrecy import secret_among
from core import clock
from notices.models import Dispatch
from provision.models import Service, ServiceNews
from referrals.models import Referral
from referrals.words import State

log = logging.getLogger(__name__)

EVERY = timedelta(days=28)
FRESH = timedelta(days=92)
"""A service that started longer ago than that is no news."""
SPACE = UUID("5d1f2f0a-9f0c-4c3b-8f7e-1f3f5a6f0b21")
"""The names of these letters are drawn in here: one a day to each reader."""
STOPPED = "Its reader does not want to hear of new services any more."
NOT_THEIRS = "Its reader may not be told of this case any more."
ADDRESS_CHANGED = "The address has changed since the letter was written."


@dataclass(frozen=True)
class News:
    """What somebody is told, and by which of their cases it is filed."""

    case: Case
    services: list[Service]


def write_news() -> int:
    """Writes to everybody whose letter is due. Says how many letters."""
    now, written = clock.now(), 0
    fresh = Service.objects.filter(opened_at__gt=now - FRESH, opened_at__lte=now, ended=False, takes=True)
    offered: dict[str, list[Service]] = {}
    for service in fresh.exclude(needs=[]).order_by("name"):
        offered.setdefault(service.authority_id, []).append(service)
    due = ServiceNews.objects.filter(authority__in=offered, stopped_at=None)
    due = due.exclude(last_on__gt=clock.london_day(now) - EVERY)
    for key in list(due.order_by("pk").values_list("pk", flat=True)):
        try:
            written += _write_one(key, offered)
        except Exception as trouble:  # one who cannot be written to holds up no other
            log.error("news of services cannot be written to %s: %s", key, type(trouble).__name__)
    return written


@transaction.atomic
def _write_one(key: UUID, offered: dict[str, list[Service]]) -> bool:
    row = ServiceNews.objects.select_for_update(no_key=True, skip_locked=True).filter(pk=key, stopped_at=None).first()
    if row is None or (row.last_on and row.last_on > clock.today() - EVERY):
        return False
    new = [service for service in offered[row.authority_id] if service.opened_at > row.told_until]
    news = _matched(_reader(row), new) if new else None
    if news is None:
        return False
    row.told_until, row.last_on = clock.now(), clock.today()
    row.save()
    return _post(row, news)


def _reader(row: ServiceNews) -> Who | None:
    """The person as they stand today at the family's door of that council; None where they do not."""
    person = Person.objects.filter(pk=row.person_id, is_active=True).first()
    who = person and standing(person, on=clock.today(), among=AT_DOOR["family"], chosen=row.authority_id)
    return who if who and who.authority_id == row.authority_id else None


def _open(who: Who) -> list[Case]:
    """The cases somebody follows today about which they may be written to by the way: none about whose child anything
    is secret, and none whose request was withdrawn."""
    cases = my_cases(who)
    left_out = secret_among([case.pk for case in cases]) | set(
        Referral.objects.filter(case__in=cases, state=State.WITHDRAWN).values_list("case", flat=True)
    )
    return [case for case in cases if case.pk not in left_out]


def _matched(who: Who | None, services: list[Service]) -> News | None:
    """Those that help with a need that stands on one of the cases; from each case alone, and not from another record of
    the child that this reader may not know of."""
    cases = _open(who) if who else []
    needs: dict[UUID, set[str]] = {case.pk: set() for case in cases}
    standing_ = CaseNeed.objects.filter(case__in=cases, which=NeedList.PATHWAY, ended_at=None)
    for case, code in standing_.values_list("case", "code"):
        needs[case].add(code)
    theirs = [case for case in cases if any(needs[case.pk] & set(service.needs) for service in services)]
    if not theirs:
        return None
    wanted = set().union(*(needs[case.pk] for case in theirs))
    return News(theirs[0], [service for service in services if wanted & set(service.needs)])


def _post(row: ServiceNews, news: News) -> bool:
    authority = Authority.objects.get(pk=row.authority_id)
    told = [(service, _at_the_door("portal:service", authority.slug, service.slug)) for service in news.services]
    to = ByTheClock(
        uuid5(SPACE, f"{row.pk} {clock.today().isoformat()}"), f"news:{row.pk}", row.person.email, news.case
    )
    context = {"authority": authority, "services": told, "stop_url": _at_the_door("portal:stop_news")}
    return write_by_the_clock("services_started", to, context)


def _at_the_door(name: str, *of: str) -> str:
    return settings.FAMILY_URL + reverse(name, args=of, urlconf="sendpath.urls_family")


def still_may_have(letter: Dispatch, key: UUID) -> str | None:
    """Why a letter must no longer go, asked as it leaves: its reader stopped, or may not follow the case, or something
    about the child became secret, or the request was withdrawn."""
    row = ServiceNews.objects.select_related("person").filter(pk=key, authority_id=letter.authority_id).first()
    if row is None or row.stopped_at:
        return STOPPED
    who = _reader(row)
    case = who and sight.visible_to(who).filter(pk=letter.case_ref).first()
    if who is None or case is None or case not in _open(who):
        return NOT_THEIRS
    return None if row.person.email.casefold() == letter.address.casefold() else ADDRESS_CHANGED
