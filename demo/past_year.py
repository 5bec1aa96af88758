"""Loads the pathfinder's children through the acts that people use, each at its own moment, eight years ago."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

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
    cases = [_live_through(child, manager) for child in children()]
    _posted(cases)
    with hold(datetime.combine(DATED, time(11), LONDON)):
        figure = Said(Result.ASSESSMENT, YEAR - 1, PUBLISHED["assessments_before"], SOURCE, DATED)
        keep_baseline(figure, by=manager)
    return len(cases)


def _places(by: Who) -> None:
    if not Locality.objects.filter(authority_id=COUNCIL, name=LOCALITY).exists():
        keep_locality(None, Area(LOCALITY, FIRST, None, frozenset(DISTRICTS)), by=by)
    known = set(Setting.objects.filter(authority_id=COUNCIL).values_list("name", flat=True))
    for kind, names in PLACES.items():
        for name in names:
            if name not in known:
                keep_setting(None, name=name, kind=kind, urn="", by=by)


def _live_through(child: Child, by: Who) -> UUID:
    with hold(child.at):
        referral = receive_request(child.request, by=visitor(COUNCIL))
        case = referral.case_id
    with hold(child.at + timedelta(days=2)):
        keep_learning(case, None, Attended(child.place, since=date(2017, 9, 1), until=date(2018, 7, 31)), by=by)
        answer_request(referral.pk, Answered.SEND_ON, ANSWER, by=by)
    if child.assessed_on:
        with hold(datetime.combine(child.assessed_on, time(15), LONDON)):
            note_result(case, Result.ASSESSMENT, child.assessed_on, "", by=by)
    return case


def _posted(cases: list[UUID]) -> None:
    """Their letters went out when they were written, long ago: none is sent today."""
    Dispatch.objects.filter(case_ref__in=cases, sent_at=None).update(
        sent_at=F("written_at") + timedelta(minutes=1), attempts=1, carrier=Carrier.MAIL
    )
