"""On which days of the week, and from when to when, a colleague works, as they said it themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from accounts.models import Preference
from accounts.who import Who
from core.words import _
from door.words import clock_time, written

A_MONDAY = date(2024, 1, 1)
WORKDAYS = range(5)
"""Monday to Friday, as ``date.weekday`` numbers them."""


@dataclass(frozen=True)
class Hours:
    """From when to when on one day."""

    begins: time
    ends: time


Week = Mapping[int, Hours]
USUAL: Week = {day: Hours(time(9), time(17)) for day in WORKDAYS}
"""What is taken for somebody who has not said when they work: our own assumption, and pages that use it say so."""


def week_kept(kept: Mapping[str, list[str]]) -> Week:
    """A week as it stands in the row of a person. Empty where they have not said."""
    found = {int(day): Hours(*(time.fromisoformat(at) for at in span)) for day, span in kept.items()}
    return dict(sorted(found.items()))


def keep_week(who: Who, week: Week) -> None:
    """Keeps when somebody works, at the authority they act for. An empty week says that they do not say."""
    hours = {str(day): [f"{one.begins:%H:%M}", f"{one.ends:%H:%M}"] for day, one in sorted(week.items())}
    Preference.objects.update_or_create(
        authority_id=who.authority_id, person_id=who.person_id, defaults={"hours": hours}
    )


def weeks_of(people: Iterable[UUID], authority_id: str) -> dict[UUID, Week]:
    """When each of these people works; only those who said it."""
    rows = Preference.objects.filter(authority_id=authority_id, person__in=list(people)).exclude(hours={})
    return {person: week_kept(kept) for person, kept in rows.values_list("person_id", "hours")}


def weekday(day: int) -> str:
    """Monday, in the reader's language."""
    return written(A_MONDAY + timedelta(days=day), "l")


def said(week: Week) -> str:
    """Monday to Wednesday, 9am to 3pm; Friday, 9am to midday. Empty for an empty week."""
    runs: list[tuple[list[int], Hours]] = []
    for day, hours in week.items():
        if runs and runs[-1][1] == hours and runs[-1][0][-1] == day - 1:
            runs[-1][0].append(day)
        else:
            runs.append(([day], hours))
    return "; ".join(_run(days, hours) for days, hours in runs)


def _run(days: list[int], hours: Hours) -> str:
    times = {"begins": clock_time(hours.begins), "ends": clock_time(hours.ends)}
    if len(days) == 1:
        return str(_("{day}, {begins} to {ends}")).format(day=weekday(days[0]), **times)
    return str(_("{first} to {last}, {begins} to {ends}")).format(
        first=weekday(days[0]), last=weekday(days[-1]), **times
    )
