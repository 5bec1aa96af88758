"""Loads the pathfinder's children through the acts that people use, each at its own moment, eight years ago."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from accounts.models import Locality, Setting
from accounts.places import Area
from accounts.who import Who, visitor
from cases.actions.child.learning import Attended, keep_learning
from cases.actions.keep_setting import keep_setting
from cases.actions.results import Said, keep_baseline, note_result
from cases.actions.staff.locality import keep_locality
from cases.models import Case
from cases.result_words import Result
from core.clock import LONDON
from core.past import hold
from demo.pathfinder import (
    COUNCIL,
    DATED,
    DISTRICTS,
    FIRST,
    LAST,
    LOCALITY,
    PLACES,
    PUBLISHED,
    SOURCE,
    YEAR,
    Child,
    children,
)  # fmt: skip
from notices.models import Dispatch
from notices.words import Carrier
from pathway.actions.answer_request import answer_request
from pathway.actions.receive_request import receive_request
from referrals.actions.answering import Answer
from referrals.words import Said as Answered
from statute.calendar import add_working_days

ANSWER = Answer(
    because="What you tell us is what the pathfinder is for: one plan, with everybody around one table.",
    sent_to="The South locality pathfinder. Somebody rings you within a week.",
)
STARTED = datetime(2017, 9, 1, 9, tzinfo=LONDON)


def load_pathfinder(manager: Who, administrator: Who) -> int:
    """The locality, the settings, the children and the figure of the year before. Once; returns how many were added."""
    if Case.objects.filter(authority_id=COUNCIL, received_on__range=(FIRST, LAST)).exists():
        return 0
    with hold(STARTED):
        _places(administrator)
    told = list(children())
    for child in told:
        _live_through(child, manager)
    with hold(_ten(DATED)):
        figure = Said(Result.ASSESSMENT, YEAR - 1, PUBLISHED["assessments_before"], SOURCE, DATED)
        keep_baseline(figure, by=manager)
    return len(told)


def _places(by: Who) -> None:
    if not Locality.objects.filter(authority_id=COUNCIL, name=LOCALITY).exists():
        keep_locality(None, Area(LOCALITY, FIRST, None, frozenset(DISTRICTS)), by=by)
    known = set(Setting.objects.filter(authority_id=COUNCIL).values_list("name", flat=True))
    for kind, names in PLACES.items():
        for name in names:
            if name not in known:
                keep_setting(None, name=name, kind=kind, urn="", by=by)


@transaction.atomic
def _live_through(child: Child, by: Who) -> None:
    with hold(child.at):
        referral = receive_request(child.request, by=visitor(COUNCIL))
        case = referral.case_id
    with hold(_ten(add_working_days(child.at.date(), 2))):
        keep_learning(case, None, Attended(child.place, since=date(2017, 9, 1), until=date(2018, 7, 31)), by=by)
        answer_request(referral.pk, Answered.SEND_ON, ANSWER, by=by)
    if child.assessed_on:
        with hold(_ten(child.assessed_on)):
            note_result(case, Result.ASSESSMENT, child.assessed_on, "", by=by)
    _posted(case)


def _ten(day: date) -> datetime:
    return datetime.combine(day, time(10, 20), LONDON)


def _posted(case: UUID) -> None:
    """Their letters went out when they were written, long ago: the postman of today never sees them."""
    Dispatch.objects.filter(case_ref=case, sent_at=None).update(
        sent_at=F("written_at") + timedelta(minutes=1), attempts=1, carrier=Carrier.MAIL
    )
