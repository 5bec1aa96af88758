"""Somebody says what the term dates of a setting, or of the council itself, are for a school year."""

from collections.abc import Sequence
from uuid import UUID

from accounts.models import Authority, SchoolCalendar, Setting
from accounts.who import Who
from accounts.words import Source
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _
from statute.school_days import Span, faults

OVERTAKEN = _("These dates were changed while you were working on them. Look at them again before you change them.")
NOT_THERE = _("There is no such version of these dates.")
IN_FORCE = _("This version is in force already.")
NOTHING_TO_LEAVE = _("This already follows the council’s own dates.")


def keep_calendar(
    setting_key: UUID | None, year: int, spans: Sequence[Span], *, by: Who, source: Source, after: int, note: str = ""
) -> SchoolCalendar:
    """Keeps a new version of a year, in force at once; earlier versions stay. Without a key: the council's own.

    ``after`` is the version the person was looking at, 0 for none. Raises Refused when somebody has changed it since,
    and when the spans cannot be a school year.
    """
    calendar = SchoolCalendar(
        authority_id=by.authority_id,
        setting_id=setting_key,
        year=year,
        version=after + 1,
        source=source,
        note=note,
        entered_by=by.ref,
        entered_at=clock.now(),
    )
    with office_act(Event.CALENDAR_KEPT, by=by, subject=lambda: calendar) as act:
        if _newest(setting_key, year, by) != after:
            raise Refused(OVERTAKEN)
        if source != Source.COUNCIL:
            if found := faults(year, spans):
                raise Refused(*(f"{fault}." for fault in found))
            calendar.take(list(spans))
        act.facts = {"year": str(year), "version": str(calendar.version), "source": str(source)}
        if setting_key:
            act.facts["setting"] = str(setting_key)
    return calendar


def bring_back(setting_key: UUID | None, year: int, version: int, *, by: Who, after: int) -> SchoolCalendar:
    """Puts an earlier version in force again, as a new one. Raises Refused as ``keep_calendar`` does."""
    earlier = SchoolCalendar.objects.filter(
        authority_id=by.authority_id, setting_id=setting_key, year=year, version=version
    ).first()
    if earlier is None or not earlier.spans:
        raise Refused(NOT_THERE)
    if version == after:
        raise Refused(IN_FORCE)
    return keep_calendar(
        setting_key, year, earlier.stretches, by=by, source=Source.BROUGHT_BACK, after=after,
        note=f"Version {version}",
    )  # fmt: skip


def follow_council(setting_key: UUID, year: int, *, by: Who, after: int) -> SchoolCalendar:
    """From now on the setting follows the council's own dates in this year. Its own stay readable."""
    newest = SchoolCalendar.objects.filter(
        authority_id=by.authority_id, setting_id=setting_key, year=year, version=after
    ).first()
    if newest is None or not newest.spans:
        raise Refused(NOTHING_TO_LEAVE)
    return keep_calendar(setting_key, year, [], by=by, source=Source.COUNCIL, after=after)


def _newest(setting_key: UUID | None, year: int, by: Who) -> int:
    """The newest version of this year, with its owner locked, so that two people saving follow one another."""
    if setting_key:
        Setting.objects.select_for_update(no_key=True).get(pk=setting_key, authority_id=by.authority_id)
    else:
        Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)
    rows = SchoolCalendar.objects.filter(authority_id=by.authority_id, setting_id=setting_key, year=year)
    return max(rows.values_list("version", flat=True), default=0)
