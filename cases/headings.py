"""What each duty is about one child, short enough for a heading."""

from core.words import _
from statute.timetable.services import PROMISES

SERVICES = dict.fromkeys((f"SERVICE-{days}-LOCAL" for days in PROMISES), _("Answer the request passed on for {name}"))

HEADINGS = SERVICES | {
    "TRIAGE-LOCAL": _("Tell the sender what happens about {name}"),
    "CHASE-LOCAL": _("Read what the sender answered about {name}, or ask again"),
    "LEAD-LOCAL": _("Name an engagement lead for {name}"),
    "FIRST-CONTACT-LOCAL": _("Get in touch with {name}’s family for the first time, and say so"),
    "MAM-LOCAL": _("Hold the first meeting about {name}"),
    "SUPPORT-REVIEW-LOCAL": _("Review the support plan for {name}"),
    "SETTLE-LOCAL": _("Read the request for {name} and say what it is"),
    "EHCNA-DECIDE": _("Decide whether to assess {name}"),
    "ADV-RESP": _("A health body’s advice about {name}"),
    "ADV-RESP-OTHER": _("Advice about {name}"),
    "NOPLAN": _("Say so, if {name} does not need a plan"),
    "PLAN-FINAL": _("{name}’s final plan, if there is to be one"),
}


def heading(code: str, what: str, name: str) -> str:
    """The duty with the child's name in it; as the rule book says it where it has no heading of its own."""
    return str(HEADINGS.get(code, what)).replace("{name}", name)
