"""The grade of a setting as a whole, from what the register says of its last inspection."""

from datetime import date

from accounts.setting_words import Grade

NO_MORE_GRADES = date(2024, 9, 2)
"""From this day inspections of state schools give no single grade."""
SAID = {
    "outstanding": Grade.OUTSTANDING, "good": Grade.GOOD, "requires improvement": Grade.IMPROVEMENT,
    "inadequate": Grade.INADEQUATE, "serious weaknesses": Grade.INADEQUATE, "special measures": Grade.INADEQUATE,
    "not judged": Grade.NO_OVERALL, "no overall grade": Grade.NO_OVERALL,
}  # fmt: skip


def grade_of(inspected: str, on: date | None, type_name: str) -> str:
    """One of ``Grade``, or nothing where nobody can tell. An inspection since grades ended, of which the register says
    no grade, gave none; independent schools went on being graded for a while, so of those nothing is guessed."""
    said = SAID.get(inspected.casefold().strip())
    if said:
        return said
    ungraded = not inspected and on is not None and on >= NO_MORE_GRADES
    return Grade.NO_OVERALL if ungraded and "independent" not in type_name.casefold() else ""
