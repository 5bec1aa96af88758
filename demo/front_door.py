"""What became of the first council's requests for help: accepted, asked about, declined; a meeting that named leads,
one for today, and a safeguarding concern. All by the acts that people use, each at its own moment."""

from datetime import datetime, time, timedelta

from accounts.models import Membership, Person, Team
from accounts.roles import AT_DOOR, Role
from accounts.who import Who, standing
from cases.actions.staff.team import Wanted as WantedTeam
from cases.actions.staff.team import keep_team
from cases.actions.tasks import take_on
from cases.models import Task
from core import clock
from core.past import hold
from demo.cast import CAST, Somebody
from demo.services import FIRST, administrator, place
from panels.actions.items import put_off
from panels.actions.sittings import Wanted, note_who_came, plan
from panels.models import AgendaItem
from panels.words import Came
from pathway.actions.answer_request import answer_request
from pathway.actions.go_to_social_care import finish_task, go_to_social_care
from pathway.actions.hold_allocation import begin, end, name_lead_at
from referrals.actions.answering import Answer
from referrals.models import Referral
from referrals.words import Said
from statute.calendar import add_working_days

TEAMS = (
    ("CAF team", "caf", "caf"),
    ("South locality team", "locality", "south"),
    ("Children’s front door", "safeguarding", "childrens-front-door"),
)
PEOPLE = (
    (Somebody("Bernadette Quill", Role.CAF_WORKER, (FIRST,), "Salford City Council"), "CAF team"),
    (Somebody("Laurence Tighe", Role.LOCALITY_MANAGER, (FIRST,), "Salford City Council"), "South locality team"),
)
"""Who works in them and may be signed in as. The social worker moves to the front door."""

CAME = {"Shauna Kirk": Came.HERE, "Laurence Tighe": Came.HERE, "Joan Pemberton": Came.APOLOGIES}
YES = "Several services are involved, and what has been tried at school has not been enough."
NOT_YET = "Which services have you seen this year, and what did they say?"
NO = Answer(
    "The school can give this help itself, with what it has.",
    instead="The SENCO rings you this week, and we look again with the school after half term.",
)
WORRY = "Came in with a bruise on the arm and said that it must not be told. Seen by the class teacher on Monday."


def answer_some() -> None:
    """Once, for the oldest requests for help of the first council."""
    teams_and_people()
    if Task.objects.filter(authority_id=FIRST).exists():
        return
    waiting = Referral.objects.filter(authority_id=FIRST, asks_for="help", state="waiting").order_by("received_at")
    early = list(waiting.filter(received_at__lt=_at(4, 9))[:3])
    later = list(waiting.filter(received_at__lt=_at(2, 15)).exclude(pk__in=[one.pk for one in early])[:5])
    if len(early) < 3 or len(later) < 5:
        return
    today = clock.today()
    with hold(_at(4, 9)):
        for referral in early:
            answer_request(referral.pk, Said.ACCEPT, Answer(YES), by=_who("Shauna Kirk"))
    _meeting(_at(3, 14), early)
    with hold(_at(2, 15)):
        for referral in later[:3]:
            answer_request(referral.pk, Said.ACCEPT, Answer(YES), by=_who("Sara Lindqvist"))
        answer_request(later[3].pk, Said.ASK, Answer(NOT_YET), by=_who("Shauna Kirk"))
        answer_request(later[4].pk, Said.DECLINE, NO, by=_who("Shauna Kirk"))
    with hold(_at(1, 10)):
        go_to_social_care(later[0].case_id, WORRY, by=_who("Sara Lindqvist"))
        _done(early)
    with hold(_at(1, 16)):
        plan(Wanted(today, time(14), "Room 2, Unity House"), by=_who("Anita Rowe"))


def teams_and_people() -> None:
    """Teams beside the Bridge, through the acts of an administrator."""
    with hold(clock.now() - timedelta(days=30)):
        by = administrator(FIRST)
        for name, kind, mailbox in TEAMS:
            if not Team.objects.filter(authority_id=FIRST, name=name).exists():
                keep_team(None, WantedTeam(name, kind, mailbox=f"{mailbox}@salford.example"), by=by)
    for somebody, team in PEOPLE:
        place(somebody, team)
    care = Team.objects.get(authority_id=FIRST, name=TEAMS[2][0])
    Membership.objects.filter(authority_id=FIRST, role=Role.SOCIAL_WORKER, team=None).update(team=care)


def _meeting(at: datetime, referrals: list[Referral]) -> None:
    """A meeting some days ago: two leads were named and one case put off."""
    manager = _who("Anita Rowe")
    with hold(at - timedelta(days=1)):
        sitting = plan(Wanted(clock.london_day(at), time(14), "Room 2, Unity House"), by=manager)
    with hold(at):
        begin(sitting.pk, by=manager)
        for name, came in CAME.items():
            note_who_came(sitting.pk, _person(name).pk, came, by=manager)
        items = [AgendaItem.objects.get(case=referral.case_id, sitting=sitting) for referral in referrals]
        for item, lead, because in zip(
            items, ("Grace Mensah", "Owen Pritchard"),
            ("She knows the family from the clinic.", "He works with the school already."), strict=False,
        ):  # fmt: skip
            name_lead_at(item.pk, _person(lead).pk, because, by=manager)
        put_off(items[2].pk, "The health visitor is heard first.", by=manager)
    with hold(at + timedelta(hours=1)):
        end(sitting.pk, "The next meetings begin with what was put off.", by=manager)


def _done(referrals: list[Referral]) -> None:
    """Some of what accepting gave to others is done or taken on."""
    tasks = {(row.case_id, row.kind): row for row in Task.objects.filter(case__in=[one.case_id for one in referrals])}
    bridge, caf = _who("Shauna Kirk"), _who("Bernadette Quill")
    for number, referral in enumerate(referrals[:2]):
        finish_task(tasks[referral.case_id, "crm_record"].pk, by=bridge, reference=f"CRM-26-{4410 + number}")
        take_on(tasks[referral.case_id, "family_assessment"].pk, by=caf)


def _at(days: int, hour: int) -> datetime:
    """So many working days ago, so that nothing falls on one day with what came after it."""
    return datetime.combine(add_working_days(clock.today(), -days), time(hour), clock.LONDON)


def _person(name: str) -> Person:
    one = next(each for each in (*CAST, *(somebody for somebody, _team in PEOPLE)) if each.name == name)
    return Person.objects.get(email=one.email)


def _who(name: str) -> Who:
    return standing(_person(name), on=clock.today(), among=AT_DOOR["desk"], chosen=FIRST)
