"""What a notice must contain (rule book 3).

A faulty notice is a recognised ground for a late appeal, so a window is not called closed until every item is ticked.
"""

from dataclasses import dataclass

from statute.evidence import Evidence

APPEAL_RIGHT = "the right to appeal"
TIME_LIMITS = "the time limits"
MEDIATION_INFORMATION = "the regulation 32 information on mediation"
DISAGREEMENT = "that disagreement resolution is available"
ADVICE = "where to find information and advice"
RECOMMENDATIONS = "that the Tribunal may make health and social care recommendations"


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind of notice and everything in it."""

    about: str
    items: tuple[str, ...]
    basis: str
    evidence: Evidence


NOTICES = {
    "NC-1": Notice(
        "Refusing to assess, to make a plan or to reassess, or ceasing a plan",
        ("the reasons", APPEAL_RIGHT, TIME_LIMITS, MEDIATION_INFORMATION, DISAGREEMENT, ADVICE,
         f"{RECOMMENDATIONS} (not where it refuses to assess)"),
        "SEND Regulations 2014, regs 5(3), 10(3), 25(2) and 31(3)",
        Evidence.TEXT,
    ),
    "NC-2": Notice(
        "A final or amended plan",
        ("the right to appeal sections B, F and I, or that no place is named", TIME_LIMITS, MEDIATION_INFORMATION,
         DISAGREEMENT, ADVICE, RECOMMENDATIONS),
        "SEND Regulations 2014, regs 14 and 22",
        Evidence.TEXT,
    ),
    "NC-3": Notice(
        "Keeping or ceasing a plan after a review",
        ("the decision", "the reasons", APPEAL_RIGHT, TIME_LIMITS, MEDIATION_INFORMATION, DISAGREEMENT, ADVICE,
         RECOMMENDATIONS),
        "SEND Regulations 2014, regs 20(11) and 21(10)",
        Evidence.TEXT,
    ),
    "MEDIATION": Notice(
        "The mediation information inside other notices",
        ("the right to ask for mediation", "that a certificate is needed before an appeal",
         "the adviser's contact details", "the time to ask in",
         "the duty to tell the council that mediation is wanted, the issues, and any health provision missing",
         "whom to contact at the council"),
        "SEND Regulations 2014, reg 32",
        Evidence.TEXT,
    ),
    "AMENDMENT": Notice(
        "Proposed amendments",
        ("a copy of the plan", "the proposed amendments", "the evidence for them", "the right to ask for a school",
         "the 15 days", "the right to a meeting", "where to find out about schools and colleges"),
        "SEND Regulations 2014, reg 22(2)",
        Evidence.TEXT,
    ),
    "TRANSFER": Notice(
        "A plan that has moved in",
        ("that the plan has transferred", "whether the council will assess", "when it will review"),
        "SEND Regulations 2014, reg 15(4)",
        Evidence.TEXT,
    ),
    "NC-4": Notice(
        "A suspension or permanent exclusion",
        ("how long, or that it is permanent", "the reasons", "the right to make representations",
         "how the pupil may be involved", "how and where to send them",
         "when the board will meet, if it must, and the right to attend",
         "other education, or when its details will follow",
         "the days on which the parent must keep the pupil out of public places"),
        "SI 2012/1033, regs 5, 14 and 23; Education and Inspections Act 2006, s.104; SI 2007/1870, regs 6-7",
        Evidence.TEXT,
    ),
    "NC-5": Notice(
        "A board's decision not to reinstate",
        ("the reasons", "that the exclusion is permanent", "the right to a review", "how to apply and what to put in",
         "where, to whom, and the date by which the application must be received",
         "the right to a special needs expert, and what the expert does",
         "that somebody may speak for the parent at the parent's own cost",
         "the right to claim under the Equality Act, and its time limit",
         "that the expert is free even where no special needs are recognised (guidance, not verified)"),
        "SI 2012/1033, reg 6(6)",
        Evidence.TEXT_AND_MEMORY,
    ),
}  # fmt: skip
