"""The watch's look along every deadline, beside the same work written by hand, and shared by four."""

import multiprocessing
import time
from collections.abc import Callable
from functools import partial

from django.db import connection

from bench.databases import AUTHORITY, by_hand, use
from bench.report import Claim
from bench.rounds import Group
from cases.models import Deadline, Reminder
from cases.sweep import BATCH, raise_reminders
from core import clock

A_CASE = 10
"""Open deadlines for each case: a million at the larger size."""
DUE = 0.012
"""How many of them have reached a rung: 12,000 of a million."""
MANY = 0.1
"""How many at once on the morning of a date that everybody shares: 100,000 of a million."""

LAY = """
INSERT INTO cases_deadline (id, authority, case_id, duty, rule_version, about, entry_ref, counted_from, plan_for,
                            due_strict, due_ordinary, ended_as, rung, chase_on)
SELECT gen_random_uuid(), c.authority, c.id, 'PLAN-FINAL', '2014-09-01', gen_random_uuid(), gen_random_uuid(),
       d.day - 139, d.day, d.day, d.day + 1, '', 0, d.day + 1000
FROM cases_case c, generate_series(1, %(a_case)s) n,
     LATERAL (SELECT %(today)s::date + 14 + (abs(hashtext(c.id::text || n::text)) %% 200) AS day) d
"""
PICK = """
CREATE TABLE bench_due AS
SELECT id, row_number() OVER () AS place
FROM (SELECT id FROM cases_deadline ORDER BY hashtext(id::text) LIMIT %(most)s) d
"""
LATER = "UPDATE cases_deadline SET chase_on = %(today)s + 1000 WHERE chase_on <= %(today)s"
RESET = """
UPDATE cases_deadline SET rung = 0, chase_on = %(today)s - 2, plan_for = %(today)s + 1, due_strict = %(today)s + 1,
                          due_ordinary = %(today)s + 2
WHERE id IN (SELECT id FROM bench_due WHERE place <= %(some)s)
"""
CLAIM = """
SELECT id, authority FROM cases_deadline WHERE ended_on IS NULL AND chase_on <= %s
ORDER BY chase_on, id LIMIT %s FOR NO KEY UPDATE SKIP LOCKED
"""
RAISE = """
INSERT INTO cases_reminder (id, authority, deadline_id, rung, fell_on, raised_at, told)
SELECT gen_random_uuid(), %s, d, 1, %s, now(), false FROM unnest(%s::uuid[]) d ON CONFLICT DO NOTHING
"""
MOVE = "UPDATE cases_deadline SET rung = 2, chase_on = %s WHERE id = ANY(%s::uuid[])"
AT_ONCE = """
WITH moved AS (
  UPDATE cases_deadline SET rung = 2, chase_on = %(today)s + 1 WHERE ended_on IS NULL AND chase_on <= %(today)s
  RETURNING id, authority
)
INSERT INTO cases_reminder (id, authority, deadline_id, rung, fell_on, raised_at, told)
SELECT gen_random_uuid(), authority, id, 1, %(today)s - 2, now(), false FROM moved
"""
IDLE = 0.001


class Field:
    """A database with very many open deadlines, of which some are due."""

    def __init__(self, place) -> None:
        self.place, self.today = place, clock.today()
        self.hand = by_hand(place.name)
        self.count = place.size * A_CASE
        use(place.name)
        self._do(LAY, {"a_case": A_CASE, "today": self.today})
        self._do(PICK, {"most": int(self.count * MANY)})
        self._do(LATER, {"today": self.today})
        self._do("VACUUM ANALYZE cases_deadline")

    def _do(self, sql: str, values: dict | None = None) -> None:
        with self.hand.cursor() as cursor:
            cursor.execute(sql, values)

    def due(self, share: float) -> None:
        """So many are due again, and nobody has been reminded."""
        use(self.place.name)
        self._do("TRUNCATE cases_reminder")
        self._do(RESET, {"today": self.today, "some": int(self.count * share)})
        self._do("VACUUM cases_deadline")
        self._do("CHECKPOINT")

    def tidied(self) -> None:
        """As PostgreSQL's own tidying leaves the table within a minute or two (``cases/migrations/0011``)."""
        use(self.place.name)
        self._do("VACUUM cases_deadline")

    def by_hand(self) -> None:
        """The same work, as somebody would write it for this one purpose."""
        day = self.today.replace(year=self.today.year + 2)
        self.hand.autocommit = False
        try:
            while True:
                with self.hand.cursor() as cursor:
                    cursor.execute(CLAIM, [self.today, BATCH])
                    keys = [str(key) for key, _authority in cursor.fetchall()]
                    if keys:
                        cursor.execute(RAISE, [AUTHORITY, self.today, keys])
                        cursor.execute(MOVE, [day, keys])
                self.hand.commit()
                if len(keys) < BATCH:
                    return
        finally:
            self.hand.autocommit = True

    def at_once(self) -> None:
        """All of it in one statement."""
        self._do(AT_ONCE, {"today": self.today})

    def sweep(self) -> None:
        """Ours. Each deadline once, or the figure means nothing."""
        raised = raise_reminders(self.today)
        if raised != Reminder.objects.count():
            raise AssertionError("a deadline was told twice, or not at all")

    def idle(self) -> None:
        """Ours, when nothing is due."""
        raise_reminders(self.today)

    def five_questions(self) -> None:
        """Five times the shortest question there is, and a millisecond."""
        with connection.cursor() as cursor:
            for _ in range(5):
                cursor.execute("SELECT 1")
                cursor.fetchone()
        time.sleep(IDLE)


class Crew:
    """Processes that look along the same deadlines at the same moment."""

    def __init__(self, number: int, name: str) -> None:
        fork = multiprocessing.get_context("fork")
        connection.close()
        self.pipes = []
        for _ in range(number):
            ours, theirs = fork.Pipe()
            fork.Process(target=_work, args=(theirs, name), daemon=True).start()
            self.pipes.append(ours)
        for pipe in self.pipes:
            pipe.recv()

    def sweep(self) -> None:
        """All of them, until nothing is left."""
        for pipe in self.pipes:
            pipe.send("go")
        raised = sum(pipe.recv() for pipe in self.pipes)
        if raised != Reminder.objects.count():
            raise AssertionError("a deadline was told twice, or not at all")


def _work(pipe, name: str) -> None:
    use(name)
    pipe.send("ready")
    while pipe.recv():
        pipe.send(raise_reminders())


def sweep(_small, large):
    """A million open deadlines, 12,000 due; 100,000 due at once; nothing due; one process and four."""
    field = Field(large)
    one, four = Crew(1, large.name), Crew(4, large.name)
    some, many = partial(field.due, DUE), partial(field.due, MANY)

    def group(name: str, do: Callable[[], object], before: Callable[[], object]) -> Group:
        return Group({name: do}, turns=1, before=before, warm=0)

    groups = [
        group("by hand", field.by_hand, some),
        group("watch", field.sweep, some),
        group("one", one.sweep, some),
        group("four", four.sweep, some),
        group("one statement", field.at_once, many),
        group("watch, many", field.sweep, many),
        Group({"nothing due": field.idle, "five questions": field.five_questions}, turns=25, before=field.tidied),
    ]
    total = Deadline.objects.filter(ended_on=None).count()
    claims = [
        Claim("speed of the watch / batches by hand, 12 in 1,000 due", ("by hand",), ("watch",), at_least=0.5),
        Claim("speed of four together / one", ("one",), ("four",), at_least=1.5),
        Claim("speed of the watch / one statement, 1 in 10 due", ("one statement",), ("watch, many",), at_least=0.3),
        Claim("nothing due / (five SELECT 1 and a millisecond)", ("nothing due",), ("five questions",), at_most=1),
    ]
    return f"The watch, {total:,} open deadlines", groups, claims
