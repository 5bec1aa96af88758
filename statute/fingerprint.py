"""Which wording of a rule somebody signed off: anything a reader would read, boiled down to a few characters.

The day a wording came into force tells versions of the law apart. This tells our own corrections apart too: a basis
put right, a period, an evidence mark, the reading of an open question. How the program listens for events is left out.
"""

import hashlib
import json

from statute.ambiguities import REGISTER
from statute.contents import NOTICES
from statute.duty import Duty, EarlierOf, Limit
from statute.exceptions import Ground

LENGTH = 16


def fingerprint(rule: Duty) -> str:
    """The same for the same words, and another when any of them changes."""
    return hashlib.sha256(json.dumps(_read(rule), ensure_ascii=False).encode()).hexdigest()[:LENGTH]


def _read(rule: Duty) -> list[object]:
    notice = NOTICES.get(rule.notice)
    return [
        rule.code, rule.process, rule.what, rule.who, rule.whom, rule.trigger, rule.basis, rule.kind.value,
        rule.evidence.value, rule.in_force_from.isoformat(), rule.in_force_to and rule.in_force_to.isoformat(),
        [_limit(each) for each in rule.limits], rule.joined and isinstance(rule.joined, EarlierOf),
        rule.calendar.value, rule.limit,
        sorted((ground.value, ground.words) for ground in Ground if ground in rule.excused_by), rule.excuse_basis,
        [(name, REGISTER[name].question, REGISTER[name].conservative) for name in rule.open_questions],
        [rule.notice, *(notice.items if notice else ()), notice.basis if notice else ""],
        rule.next_step, rule.note,
    ]  # fmt: skip


def _limit(limit: Limit) -> list[object]:
    return [limit.anchor.value, type(limit.period).__name__, str(limit.period), limit.counted.value, limit.optional]
