"""What must be true when all is quiet. Reads the database and the letters that arrived, and nothing of ours but the law
(``statute``) and the reckoning. Each function answers what is wrong, a line each."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from core.events import Event
from drill.load import Asked
from drill.reckoning import Done, Owed, reminders
from statute.effects import Start, effects

Rows = Callable[..., list[tuple[Any, ...]]]
"""Asks the database one question."""
ENTRIES = {
    "help": ({"referral.received"}, {"help_received", "new_request"}),
    "unsure": ({"referral.received"}, {"unsure_received", "new_request"}),
    "assessment": ({"referral.received", "assessment.requested"}, {"assessment_received", "new_request"}),
}
"""What each kind of request must leave behind: its history, and its letters."""

OF_A_REQUEST = """
SELECT r.sent_once::text, c.reference, c.received_on,
  ARRAY(SELECT event FROM ledger_entry e WHERE e.case_ref = c.id AND event <> 'deadline.missed'),
  ARRAY(SELECT template FROM notices_dispatch d WHERE d.case_ref = c.id),
  ARRAY(SELECT ROW(duty, plan_for, due_strict, due_ordinary)::text FROM cases_deadline d WHERE d.case_id = c.id)
FROM referrals_referral r JOIN cases_case c ON c.id = r.case_id
"""


def promised(rows: Rows, asked: Iterable[Asked]) -> Iterator[str]:
    """Every acknowledged request has its case, its history, its deadlines and its letters, once each."""
    found = {row[0]: row[1:] for row in rows(OF_A_REQUEST)}
    for each in asked:
        if str(each.sent_once) not in found:
            yield f"{each.reference} was acknowledged and is not there"
            continue
        reference, received, history, letters, deadlines = found[str(each.sent_once)]
        events, templates = ENTRIES[each.kind]
        facts = (
            (reference, each.reference, "reference"),
            (received, each.day, "day"),
            (sorted(history), sorted(events), "history"),
            (sorted(letters), sorted(templates), "letters"),
            (sorted(deadlines), sorted(_by_law(each)), "deadlines"),
        )
        yield from (f"{each.reference}: {name} {is_} and not {should}" for is_, should, name in facts if is_ != should)


def _by_law(asked: Asked) -> Iterator[str]:
    for event in ENTRIES[asked.kind][0]:
        for effect in effects(Event(event), {"asks_for": asked.kind}, asked.day):
            if isinstance(effect, Start):
                dates = effect.dates
                yield f"({effect.code},{dates.plan_for},{dates.strict},{dates.ordinary})"


def letters(rows: Rows, arrived: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Every letter was sent, and arrived, or was stopped with a reason; and nothing arrived that we did not write."""
    keys = {key.strip("<>").partition("@")[0] for _, key in arrived}
    known = set()
    for pk, sent, stopped, why in rows("SELECT id::text, sent_at, stopped_at, stopped_because FROM notices_dispatch"):
        known.add(pk)
        if sent and pk not in keys:
            yield f"letter {pk} is marked as sent and never arrived"
        elif not sent and not stopped:
            yield f"letter {pk} still waits"
        elif stopped and not why:
            yield f"letter {pk} was stopped without a reason"
    yield from (f"letter {key} arrived and was never written" for key in sorted(keys - known))
    to_whom = defaultdict(set)
    for address, key in arrived:
        to_whom[key].add(address)
    yield from (f"letter {key} went to several addresses" for key, whom in to_whom.items() if len(whom) > 1)


def repeats(arrived: Mapping[tuple[str, str], int]) -> int:
    """How often a letter came again, under its own Message-ID."""
    return sum(times - 1 for times in arrived.values())


OWED = """
SELECT d.id::text, (e.recorded_at AT TIME ZONE 'Europe/London')::date, counted_from, plan_for, due_strict, due_ordinary
FROM cases_deadline d JOIN ledger_entry e ON e.id = d.entry_ref
"""
RAISED = """
SELECT deadline_id::text, rung, (raised_at AT TIME ZONE 'Europe/London')::date FROM cases_reminder ORDER BY raised_at
"""


def reminded(rows: Rows, looks: Iterable[date], done: Mapping[str, list[Done]] | None = None) -> Iterator[str]:
    """Every reminder that should have been raised was, once, on its day; and no other."""
    looks, raised = list(looks), defaultdict(list)
    for key, rung, day in rows(RAISED):
        raised[key].append((rung, day))
    for row in rows(OWED):
        owed = Owed(*row)
        acts = (done or {}).get(owed.key, [])
        should = reminders(owed, looks, acts)
        if sorted(raised[owed.key]) != sorted(should):
            yield f"deadline {owed.key}: reminded {_short(raised[owed.key])} and not {_short(should)}"
        days = [day for _, day in raised[owed.key]]
        in_order = acts or raised[owed.key] == sorted(raised[owed.key])  # an act may begin the ladder again
        if len(days) != len(set(days)) or not in_order:
            yield f"deadline {owed.key}: the ladder was not climbed a rung a day"


def _short(raised: Iterable[tuple[int, date]]) -> str:
    return ", ".join(f"{rung} on {day}" for rung, day in raised) or "never"


LATE = """
SELECT d.id::text, d.due_ordinary, d.missed_on, count(e.id) FROM cases_deadline d
LEFT JOIN ledger_entry e ON e.event = 'deadline.missed' AND e.about = d.id
WHERE d.ended_on IS NULL AND d.excused_by IS NULL GROUP BY d.id
"""


def noted(rows: Rows, last_look: date) -> Iterator[str]:
    """Every open deadline whose last day passed is in history as missed, once; and no other is."""
    for key, last, missed_on, times in rows(LATE):
        if times != (last < last_look) or bool(missed_on) != bool(times):
            yield f"deadline {key}, last day {last}: noted as missed {times} times by {last_look}"


UNTOLD = "SELECT id::text FROM cases_reminder WHERE settled_at IS NULL"
TOLD = """
SELECT c.reference, r.deadline_id::text, r.rung, (r.settled_at AT TIME ZONE 'Europe/London')::date, r.told,
       coalesce(d.ended_on < r.settled_at::date, false), d.ended_on IS NOT NULL OR r.rung >= 3 AND
       greatest(coalesce(d.recover_by, d.due_ordinary), d.taken_up_until) >= r.settled_at::date
FROM cases_reminder r JOIN cases_deadline d ON d.id = r.deadline_id JOIN cases_case c ON c.id = d.case_id
WHERE r.settled_at IS NOT NULL
"""
TO_STAFF = """
SELECT to_ref, (written_at AT TIME ZONE 'Europe/London')::date, template, subject, body FROM notices_dispatch
WHERE template IN ('morning', 'urgent', 'urgent_text')
"""
NAMED = re.compile(r"^([A-Z]{3}-\w{4}-\w{4}): ", re.MULTILINE)


def told(rows: Rows, hearers: Callable[[str, int, date], set[str]]) -> Iterator[str]:
    """Every reminder was told to whom it should, on the day it was settled, and counted once; or it had become moot and
    nobody heard. A long letter counts them all and names the first. And nobody had two morning letters."""
    yield from (f"reminder {key} is neither told nor moot" for (key,) in rows(UNTOLD))
    should: dict[tuple[str, date, str], set[str]] = defaultdict(set)
    for reference, deadline, rung, day, was_told, ended, may_be_moot in rows(TOLD):
        if was_told and ended:
            yield f"a reminder of {reference} was told after its end"
        if not was_told and not may_be_moot:
            yield f"a reminder of {reference}, rung {rung}, was put away untold, and it was owed"
        if was_told:
            for hearer in hearers(reference, rung, day):
                should[hearer, day, reference].add(deadline)
    named: Counter[tuple[str, date, str]] = Counter()
    counted: Counter[tuple[str, date]] = Counter()
    mornings: Counter[tuple[str, date]] = Counter()
    for to, day, template, subject, body in rows(TO_STAFF):
        mornings[to, day] += template == "morning"
        counted[to, day] += int(subject.split()[0])
        named.update((to, day, reference) for reference in NAMED.findall(body))
    owed: Counter[tuple[str, date]] = Counter()
    for (to, day, _), deadlines in should.items():
        owed[to, day] += len(deadlines)
    for to, day in sorted(set(owed) | set(counted)):
        if owed[to, day] != counted[to, day]:
            yield f"{to} heard of {counted[to, day]} deadlines on {day} and not of {owed[to, day]}"
    for key, times in named.items():
        if times > len(should[key]):
            yield f"{key[0]} heard {times} times of {key[2]} on {key[1]} and not {len(should[key])}"
    yield from (f"{to} had {n} morning letters on {day}" for (to, day), n in mornings.items() if n > 1)
