"""An authority chooses how early its people are reminded of a duty, or goes back to the usual."""

from dataclasses import asdict
from enum import StrEnum

from django.db import IntegrityError, connection, transaction

from accounts.who import Who
from cases.ladder import SHORT, Lead, Rung, against
from cases.models import ReminderPlan
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _
from statute.timetable import codes, duty

LOOK_AGAIN = """
UPDATE cases_deadline SET chase_on = %s WHERE id IN (
  SELECT id FROM cases_deadline WHERE authority = %s AND duty = %s AND ended_on IS NULL AND rung <= %s AND chase_on > %s
  FOR NO KEY UPDATE SKIP LOCKED
)
"""
"""The next watch works each of them out again. One that somebody holds at this moment is left to its own day: to wait
for it here could stand in the way of an act that waits for another of these."""


class Why(StrEnum):
    """Why reminders cannot be set."""

    NO_SUCH_DUTY = _("Nobody is reminded of this duty.")
    JUST_SET = _("Somebody else set these reminders a moment ago. Look at them and try again.")


class Invalid(Refused):
    """A choice outside the limits; ``fields`` says what is wrong where."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(*fields.values())
        self.fields = fields


def reminded_of() -> list[str]:
    """The duties that can start, and so are reminded of."""
    return [code for code in codes() if duty(code).starts]


def set_reminders(code: str, lead: Lead | None, *, by: Who) -> None:
    """Keeps a choice; None goes back to the usual. Raises Invalid, Refused, NotAllowed."""
    if code not in reminded_of():
        raise Refused(Why.NO_SUCH_DUTY)
    if lead and (wrong := against(lead)):
        raise Invalid(wrong)
    try:
        with transaction.atomic():
            _keep(code, lead, by)
            with connection.cursor() as cursor:
                cursor.execute(LOOK_AGAIN, [clock.today(), by.authority_id, code, Rung.TODAY, clock.today()])
    except IntegrityError as taken:
        if "one_plan_a_duty" not in str(taken):
            raise
        raise Refused(Why.JUST_SET) from taken


def _keep(code: str, lead: Lead | None, by: Who) -> None:
    here = ReminderPlan.objects.filter(authority_id=by.authority_id, duty=code)
    kept = here.select_for_update(no_key=True).first()
    plan = kept or ReminderPlan(authority_id=by.authority_id, duty=code, **asdict(lead or SHORT))
    with office_act(Event.REMINDERS_SET, by=by, subject=lambda: plan) as act:
        act.facts = {"duty": code, "done": "chosen" if lead else "usual"}
        for name, days in asdict(lead).items() if lead else ():
            setattr(act.subject, name, days)
    if lead is None:
        plan.delete()
