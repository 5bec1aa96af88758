"""Puts what was read and agreed into its register: one transaction, nothing deleted."""

from django.db import connection, transaction

from accounts.gias.words import Of, Stage
from accounts.models import BringingIn
from accounts.wards.taking import TAKE_NAMES, TAKE_POSTCODES, TAKE_WARDS
from core import clock

COLUMNS = (
    "name", "kind", "status", "opened_on", "closed_on", "la_code", "la_name", "number_at_la", "type_name", "phase",
    "address", "postcode", "ward", "capacity", "inspected", "inspected_on", "base_capacity", "unit_capacity",
    "section_41", "sen_types", "digest", "grade", "grade_on",
)  # fmt: skip
TYPES = {
    "opened_on": "date", "closed_on": "date", "inspected_on": "date", "capacity": "int", "base_capacity": "int",
    "unit_capacity": "int", "section_41": "boolean", "grade_on": "date",
}  # fmt: skip
CHOSEN = {
    "kind": "kept.kind_chosen",
    **dict.fromkeys(
        ("grade", "grade_on"), "kept.grade_chosen AND kept.grade_on >= coalesce(excluded.grade_on, '-infinity')"
    ),
}
"""What somebody here said stays as they said: a grade until the register tells of a later inspection."""
TAKE = f"""
INSERT INTO accounts_setting AS kept (id, authority, urn, kind_chosen, grade_chosen, {", ".join(COLUMNS)})
SELECT l.id, l.authority, l.urn, false, false,
       {", ".join(f"(l.values->>'{name}')::{TYPES.get(name, 'text')}" for name in COLUMNS)}
FROM accounts_registerline l
WHERE l.bringing_in_id = %s AND l.attempt = %s AND l.what <> 'bad'
ON CONFLICT (authority, urn) WHERE NOT (urn = '') DO UPDATE SET
  grade_chosen = {CHOSEN["grade"]},
  {", ".join(f"{name} = CASE WHEN {said} THEN kept.{name} ELSE excluded.{name} END" for name, said in CHOSEN.items())},
  {", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name not in CHOSEN)}
"""  # noqa: S608

TAKES = {Of.SETTINGS: [TAKE], Of.POSTCODES: [TAKE_WARDS, TAKE_POSTCODES], Of.WARDS: [TAKE_NAMES]}
"""Each is given the file and the attempt that finished."""


def take_next() -> bool:
    """Takes the next file that somebody agreed to. False when there is none. Killed on the way, it begins again."""
    with transaction.atomic():
        agreed = BringingIn.objects.select_for_update(skip_locked=True).filter(stage=Stage.AGREED)
        mine = agreed.order_by("brought_at").first()
        if mine is None:
            return False
        with connection.cursor() as cursor:
            for statement in TAKES[Of(mine.of)]:
                cursor.execute(statement, [mine.pk, mine.attempt])
        mine.stage, mine.taken_at = Stage.TAKEN, clock.now()
        mine.save()
    return True
