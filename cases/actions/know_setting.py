"""What the council knows of a setting beside the register: its grade and the day of its inspection, its bases and
units."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.models import Provision, Setting
from accounts.setting_words import Grade, Need, Sort
from accounts.who import Who
from cases.actions.staff.council import WrongFields
from cases.office import office_act
from core import clock
from core.events import Event
from core.words import _

MOST_PLACES = 2000
NOT_YET = _("The day of the inspection must be today or in the past")
NO_PLACES = _("Enter how many places there are, from 1 to 2000")
ENDS_FIRST = _("The last day must be the same as or after the first")


def keep_grade(key: UUID, *, grade: str, on: date, by: Who) -> Setting:
    """Says what the inspectorate said of a setting, and when. It stays until the register tells of a later inspection.
    Raises WrongFields, NotAllowed, Setting.DoesNotExist."""
    if on > clock.today():
        raise WrongFields({"on": NOT_YET})

    def subject() -> Setting:
        return Setting.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)

    with office_act(Event.SETTING_KEPT, by=by, subject=subject) as act:
        act.subject.grade, act.subject.grade_on, act.subject.grade_chosen = Grade(grade), on, True
        act.facts = {"done": "grade", "grade": grade, "on": on.isoformat()}
    return act.subject


@dataclass(frozen=True)
class Places:
    """A base or unit as somebody entered it."""

    sort: str
    need: str
    places: int
    since: date
    until: date | None = None
    name: str = ""


def keep_provision(setting: UUID, key: UUID | None, wanted: Places, *, by: Who) -> Provision:
    """Adds a base or unit to a setting, or changes the one with this key. Raises WrongFields, NotAllowed,
    DoesNotExist."""
    wrong = {}
    if not 1 <= wanted.places <= MOST_PLACES:
        wrong["places"] = NO_PLACES
    if wanted.until and wanted.until < wanted.since:
        wrong["until"] = ENDS_FIRST
    if wrong:
        raise WrongFields(wrong)

    with office_act(Event.SETTING_KEPT, by=by, subject=lambda: _subject(setting, key, by)) as act:
        row = act.subject
        row.sort, row.need, row.name = Sort(wanted.sort), Need(wanted.need), " ".join(wanted.name.split())
        row.places, row.since, row.until = wanted.places, wanted.since, wanted.until
        row.entered_by, row.entered_at = by.ref, clock.now()
        act.about = row.setting_id
        act.facts = _facts(row, "base_changed" if key else "base_added")
    return act.subject


def mark_mistaken(setting: UUID, key: UUID, *, by: Who) -> None:
    """Says that a base or unit was entered by mistake. It is off the page; history keeps what it said."""
    with office_act(Event.SETTING_KEPT, by=by, subject=lambda: _subject(setting, key, by)) as act:
        act.subject.mistaken_at = clock.now()
        act.about = act.subject.setting_id
        act.facts = _facts(act.subject, "base_mistaken")


def _subject(setting: UUID, key: UUID | None, by: Who) -> Provision:
    if key is None:
        return Provision(
            authority_id=by.authority_id, setting=Setting.objects.get(pk=setting, authority_id=by.authority_id)
        )
    rows = Provision.objects.select_for_update(no_key=True).filter(mistaken_at=None)
    return rows.get(pk=key, setting=setting, authority_id=by.authority_id)


def _facts(row: Provision, done: str) -> dict[str, str]:
    return {
        "done": done, "sort": row.sort, "need": row.need, "places": str(row.places), "since": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else "",
    }  # fmt: skip
