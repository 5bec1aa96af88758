"""The timekeeper is away for three days while people work on, and comes back in four processes at once. Then every day
for twenty days four processes look at the same moment.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from accounts.models import Absence, Membership, Person
from accounts.roles import STAFF, Role
from accounts.who import Who, standing
from cases.actions import excuse
from cases.actions.name_owner import name_owner
from cases.actions.take_up import take_up
from cases.models import Case, Deadline
from cases.tasks import watch
from core import clock
from core.clock import LONDON
from core.events import Event
from core.past import hold
from drill import invariants
from drill.database import rows
from drill.hands import Hands
from drill.load import AUTHORITY, ask
from drill.reckoning import MANAGER, Done, Owed, reminders
from drill.report import Row
from drill.sink import Sink
from pathway.actions.settle_request import settle_request
from referrals.models import Referral
from referrals.words import AsksFor
from statute.calendar import is_working_day
from statute.effects import Start, effects
from statute.exceptions import Ground

GONE = date(2027, 2, 1)
"""A Monday: the last look before the timekeeper is gone, in the evening, when people are no longer written to."""
BACK = GONE + timedelta(days=3)
RECENT = 12
ROUNDS, EACH, OF = 20, 50, 500
"""Rounds with four at once; and how many are done, and how many excused or taken up, of so many deadlines."""


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """A moment of a day in London."""
    return datetime.combine(day, time(hour, minute), LONDON)


def somebody(role: Role, number: int = 0) -> Person:
    """One of the people of the stage."""
    held = Membership.objects.filter(authority_id=AUTHORITY, role=role).order_by("person__name")
    return held[number].person


def who(person: Person) -> Who:
    """As they stand today at the desk."""
    return standing(person, on=clock.today(), among=STAFF, chosen=AUTHORITY)


class Story:
    """What people did, as the reckoning must know it."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.looks: list[date] = []
        self.done: dict[str, list[Done]] = defaultdict(list)
        self.owners: dict[str, Person] = {}
        self.keys = iter(lambda: UUID(int=self.dice.getrandbits(128), version=4), None)
        workers = [somebody(Role.BRIDGE_WORKER, number) for number in range(3)]
        self.officer, self.on_leave, self.cover = workers
        self.manager, self.head = somebody(Role.OPERATIONAL_MANAGER), somebody(Role.HEAD_OF_SERVICE)

    def hearers(self, reference: str, rung: int, day: date) -> set[str]:
        """Who should hear of a case's deadline on a rung."""
        if rung >= MANAGER:
            return {f"person:{(self.manager if rung == MANAGER else self.head).pk}"}
        owner = self.owners.get(reference)
        if owner == self.on_leave and day > GONE:
            owner = self.cover
        return {f"person:{owner.pk}" if owner else self.bridge}

    @property
    def bridge(self) -> str:
        return "team:" + rows("SELECT id::text FROM accounts_team WHERE authority = %s", AUTHORITY)[0][0]

    def check(self) -> Iterator[str]:
        """Everything that must be true after the last look."""
        yield from invariants.reminded(rows, self.looks, self.done)
        yield from invariants.told(rows, self.hearers)
        yield from invariants.noted(rows, self.looks[-1])


def drill(hands: Hands, sink: Sink, seed: int, deadlines: int, rounds: int = ROUNDS) -> Row:
    """The whole of it."""
    story = Story(seed)
    families_ask(story, deadlines)
    before = {deadline: rung for deadline, rung, _ in rows(invariants.RAISED)}
    people_work_on(story, max(EACH * deadlines // OF, 1))
    row = Row("away", 1, 0, 0)

    story.looks.append(BACK)
    for _ in range(2):
        hands.one("watch", at(BACK))
    once = rows("SELECT count(*) FROM cases_reminder")[0][0]
    hands.all("watch", at(BACK, 11))
    row.wrong += story.check()
    if rows("SELECT count(*) FROM cases_reminder")[0][0] != once:
        row.wrong.append("four looks after the first two raised more")
    back = rows("SELECT count(*) FROM cases_reminder WHERE (raised_at AT TIME ZONE 'Europe/London')::date = %s", BACK)
    moot = rows("SELECT count(*) FROM cases_reminder WHERE settled_at IS NOT NULL AND NOT told")[0][0]
    if not back[0][0] or not moot or not before:
        row.wrong.append("nothing was due: this drill proved nothing")

    for number in range(rounds):
        day = BACK + timedelta(days=1 + number)
        hands.all("watch", at(day))
        story.looks.append(day)
        if is_working_day(day) and (number % 4 == 3 or number == rounds - 1):
            row.wrong += [f"after {day}: {line}" for line in story.check()]
    while sum(hands.all("deliver", at(story.looks[-1]))):
        pass
    row.wrong += [*invariants.letters(rows, sink.arrived)]
    row.repeats = invariants.repeats(sink.arrived)
    row.told = f"{back[0][0]} raised on the return, {moot} had become moot, {rounds} rounds of {len(hands.each)}"
    return row


def families_ask(story: Story, deadlines: int) -> None:
    """Requests on such days before that reminders of theirs fall into the three days, looked at as each came in."""
    days = [day for back in range(150, -1, -1) if _matters(day := GONE - timedelta(days=back))]
    kinds = {day: ["assessment"] if (GONE - day).days > RECENT else ["help", "unsure", "assessment"] for day in days}
    a_round = sum(3 if kind == "assessment" else 1 for each in kinds.values() for kind in each)
    for day in days:
        with hold(at(day, 9)):
            for _ in range(max(deadlines // a_round, 1)):
                for kind in kinds[day]:
                    reference = ask(kind, next(story.keys)).reference
                    _name_owner(story, reference)
            if day != GONE:
                watch()
                story.looks.append(day)
    with hold(at(GONE, 19)):
        watch()
        story.looks.append(GONE)


def _name_owner(story: Story, reference: str) -> None:
    """A third is the officer's, a third that of somebody who will be on leave, and a third the team's."""
    owner = story.dice.choice((story.officer, story.on_leave, None))
    if owner:
        name_owner(Case.objects.get(reference=reference).pk, owner.pk, by=who(story.manager))
        story.owners[reference] = owner


def _matters(day: date) -> bool:
    """Whether something asked on this day is reminded of in the three days, were it looked at daily."""
    looks = [day + timedelta(days=n) for n in range(1, (BACK - day).days + 1)]
    asked: list[tuple[Event, dict[str, str]]] = [(Event.ASSESSMENT_REQUESTED, {})]
    if (GONE - day).days <= RECENT:
        asked += [(Event.REFERRAL_RECEIVED, {"asks_for": kind}) for kind in ("help", "unsure")]
    for event, facts in asked:
        for effect in effects(event, facts, day):
            if isinstance(effect, Start):
                dates = effect.dates
                owed = Owed("", day, day, dates.plan_for, dates.strict, dates.ordinary)
                if any(GONE < on <= BACK for _, on in reminders(owed, looks)):
                    return True
    return False


def people_work_on(story: Story, each: int) -> None:
    """While nobody looks: some are done, some excused or taken up, and one owner goes on leave with a cover."""
    tuesday, wednesday = GONE + timedelta(days=1), GONE + timedelta(days=2)
    with hold(at(tuesday)):
        for referral in _some(story, Referral.objects.filter(asks_for="unsure", settled_as=""), each):
            settled = Deadline.objects.get(about=referral.pk, duty="SETTLE-LOCAL")
            settle_request(referral.pk, AsksFor.HELP, "They ask for help in class.", by=who(story.officer))
            story.done[str(settled.pk)].append(Done(tuesday, "ended"))
    with hold(at(wednesday)):
        open_ones = Deadline.objects.filter(ended_on=None, excused_by=None)
        for deadline in _some(story, open_ones.filter(duty="EHCNA-DECIDE", due_ordinary__gte=tuesday), each // 2):
            until = wednesday + timedelta(weeks=2)
            put = excuse.propose(deadline.pk, _ground(until), by=who(story.officer))
            excuse.answer(put.pk, True, "", by=who(story.manager))
            story.done[str(deadline.pk)].append(Done(wednesday, "excused", until))
        chosen = open_ones.filter(duty__in=["TRIAGE-LOCAL", "NOPLAN", "SETTLE-LOCAL", "PLAN-FINAL"])
        for deadline in _some(story, chosen, each - each // 2):
            until = wednesday + timedelta(days=story.dice.randint(0, 9))
            take_up(deadline.pk, until, by=who(story.officer))
            story.done[str(deadline.pk)].append(Done(wednesday, "taken_up", until))
    Absence.objects.create(
        authority_id=AUTHORITY, person=story.on_leave, cover=story.cover, since=tuesday, entered_by="drill"
    )


def _some(story: Story, found, number: int) -> list:
    everything = list(found.order_by("pk"))
    return story.dice.sample(everything, min(number, len(everything)))


def _ground(recover_by: date) -> excuse.Given:
    return excuse.Given(
        ground=Ground.EXCEPTIONAL.value,
        from_on=clock.today() - timedelta(days=1),
        until_on=None,
        asked_on=None,
        account="Their mother was taken to hospital, and nobody could bring the child.",
        evidence="Letter of the ward, seen by the Bridge.",
        evidence_file=None,
        recover_by=recover_by,
    )
