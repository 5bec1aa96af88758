"""The notice of a decision not to assess, complete item by item (SEND Regulations 2014 regs 5(3) and 32).

What it says is drawn up here once, kept word for word with the decision, and every page and file reads that."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from door.words import long_date
from ehcp.models import NoticeContacts
from ehcp.words import Limb
from statute.counting import dates_of
from statute.duty import Anchor
from statute.timetable import duty


def appeal_by(sent_on: date) -> date:
    """The last day for the Tribunal to receive an appeal, on the earliest reading (HESC Rules 2008 r.20(1)(c)); a
    certificate from the mediation adviser can only make it later."""
    return dates_of(duty("APPEAL", sent_on), {Anchor.DECISION_SENT: sent_on}).strict


def mediation_by(sent_on: date) -> date:
    """The last day to ring the mediation adviser, on the earliest reading (SEND Regulations 2014 regs 33, 34)."""
    return dates_of(duty("MED-CONTACT", sent_on), {Anchor.SENT: sent_on}).strict


def drawn_up(
    *, called: str, council: str, sent_on: date, because: Mapping[Limb, str], found: Mapping[Limb, bool | None],
    family_view: str, instead: str, contact: str, meet_by: date, contacts: NoticeContacts,
) -> dict[str, Any]:  # fmt: skip
    """The notice: a title and items, each a heading with paragraphs. Every item of the rule book's NC-1 is one of
    ``items`` under its own key."""
    appeal, mediate = long_date(appeal_by(sent_on)), long_date(mediation_by(sent_on))
    items = [
        ("decision", "What we decided", [
            f"{council} will not carry out an EHC needs assessment for {called} (Children and Families Act 2014, "
            "section 36).",
        ]),
        ("reasons", "Why", [*_reasons(called, because, found), *_paragraphs("What you told us, and what it changed",
                                                                            family_view)]),
        ("instead", f"What we do for {called} instead", [
            *instead.splitlines(), f"We look for a way forward together with you by {long_date(meet_by)}.",
            f"Whom you can ask: {contact}.",
        ]),
        ("appeal", "You can appeal", [
            "If you do not agree, you can appeal to the First-tier Tribunal (Special Educational Needs and "
            "Disability). A parent can appeal, and a young person over compulsory school age (section 51(2)(a)).",
        ]),
        ("time_limits", "By when", [
            f"The Tribunal must have your appeal by {appeal}: two months from the day of this notice, or one month "
            "from the day of your mediation certificate if that is later.",
            f"Before you appeal you need a certificate. Ring the mediation adviser by {mediate}.",
        ]),
        ("mediation", "Mediation", [
            "You have the right to mediation: to talk with us and somebody independent (sections 52 to 54). It is "
            "free, and you need not take part. Either way the adviser gives you the certificate that you need to "
            "appeal (section 55).",
            f"Mediation adviser: {contacts.mediation_adviser}, {contacts.mediation_reach}.",
            "If you want mediation, tell us that you do and what it should be about. If health provision is missing, "
            "say which you seek.",
            f"Whom to tell at {council}: {contacts.council_contact}, {contacts.council_reach}.",
        ]),
        ("disagreement", "Somebody to help us agree", [
            "Independent disagreement resolution is available, with or without an appeal (section 57). It is another "
            "thing than mediation, and both sides must want it.",
            f"{contacts.disagreement_service}, {contacts.disagreement_reach}.",
        ]),
        ("advice", "Information and advice", [
            "You can get free, impartial information, advice and support about all of this.",
            f"{contacts.advice_service}, {contacts.advice_reach}.",
        ]),
    ]  # fmt: skip
    return {
        "called": called,
        "council": council,
        "sent_on": sent_on.isoformat(),
        "appeal_by": appeal_by(sent_on).isoformat(),
        "mediation_by": mediation_by(sent_on).isoformat(),
        "items": [{"key": key, "heading": heading, "lines": lines} for key, heading, lines in items],
    }


def _reasons(called: str, because: Mapping[Limb, str], found: Mapping[Limb, bool | None]) -> list[str]:
    lines = []
    for limb in Limb:
        said = limb.words.format(child=called)
        answer = "Yes" if found.get(limb) else "No"
        lines += [f"The law asks whether this is so: {said}. We found: {answer}.", *because.get(limb, "").splitlines()]
    return [line for line in lines if line.strip()]


def _paragraphs(heading: str, words: str) -> list[str]:
    return [f"{heading}:", *(line for line in words.splitlines() if line.strip())]


def as_file(notice: Mapping[str, Any], reference: str) -> dict[str, Any]:
    """A notice as its file says it."""
    sent = long_date(date.fromisoformat(notice["sent_on"]))
    return {
        "title": f"Notice of our decision about {notice['called']}",
        "author": notice["council"],
        "foot": f"{notice['council']}. Case {reference}. Sent {sent}",
        "about": [f"Sent {sent} by {notice['council']}. Case {reference}."],
        "items": notice["items"],
    }
