"""Open questions of law, each with the reading we follow: the one that protects the family.

Nobody is told it has longer than the earliest reading allows, and the council never thinks it is in time when it may
not be. Each rule names the questions it rests on; numbers are those of the rule book's register.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What is unclear, what it could mean, and what we do."""

    question: str
    readings: str
    conservative: str
    source: str


REGISTER = {
    "AMB-01": OpenQuestion(
        'What does "within N weeks of" mean?',
        "The day of the event is not counted, or it is day 1.",
        "We plan on the day of the event being day 1.",
        "Published decisions disagree; national data guidance counts the day of receipt",
    ),
    "AMB-02": OpenQuestion(
        'What does "before 15 February" mean, and "before 31 March"?',
        "By the end of the day before, or on the date itself.",
        "By the end of 14 February and 30 March.",
        'SEND Regulations 2014, reg 18(1); the Code says "by"',
    ),
    "AMB-03": OpenQuestion(
        'When do twelve months "starting with" a date end?',
        "The day before the anniversary, or the anniversary.",
        "The day before the anniversary.",
        "Children and Families Act 2014, s.44(1); IPSEA's worked example",
    ),
    "AMB-04": OpenQuestion(
        "Do the 15 days and the 8 weeks of regulation 22 run from one day or two?",
        "One date, or the day served for one and the day sent for the other.",
        "Both days are kept: 8 weeks from the earlier, 15 days from the later.",
        "SEND Regulations 2014, reg 22",
    ),
    "AMB-05": OpenQuestion(
        "When is something sent by email or post served?",
        "The 2014 Regulations have no rule; Education Act 1996 s.572 wants written consent to email.",
        "The council's time runs from the earliest possible receipt, the family's from the later one.",
        "Education Act 1996, s.572; Children and Families Act 2014, s.83(7)",
    ),
    "AMB-06": OpenQuestion(
        "Does a last day on a weekend or bank holiday move?",
        "It stays, or it moves to the next working day.",
        "It stays, and we act by the working day before.",
        "Council and law firm practice",
    ),
    "AMB-07": OpenQuestion(
        "What is a working day in the 2014 Regulations?",
        "Not defined; days the council itself closes may or may not count.",
        "Monday to Friday without bank holidays; days the council closes do count.",
        "SEND Regulations 2014, reg 2",
    ),
    "AMB-08": OpenQuestion(
        "Which clock runs after a refusal is conceded?",
        "From telling the Tribunal, from a consent order, from the first request, or from agreeing.",
        "The earliest of the dates that can apply.",
        "SEND Regulations 2014, regs 44 and 45; W v Hertfordshire; Ombudsman decisions",
    ),
    "AMB-09": OpenQuestion(
        "Does time run from the day an order was made or the day it was sent?",
        "Made, or sent.",
        "Made, which is earlier.",
        "SEND Regulations 2014, reg 44; HMCTS leaflet SEND18",
    ),
    "AMB-10": OpenQuestion(
        "How long does an order that changes both provision and placement allow?",
        "5 weeks or 2.",
        "2 weeks for naming and 5 for the rest; we aim at 2.",
        "SEND Regulations 2014, reg 44(2)(e) and (f)",
    ),
    "AMB-11": OpenQuestion(
        "How long from a review meeting to the final amended plan?",
        "12 weeks from the meeting, 8 from the meeting, or 8 from the notice.",
        "The earlier of 12 weeks from the meeting and 8 weeks from the notice.",
        "R (L, M, P) v Devon [2022] EWHC 493 (Admin)",
    ),
    "AMB-12": OpenQuestion(
        "When does a council become responsible for a child?",
        "Any knowledge of its staff, or a formal referral.",
        "The first dated record that a child has or may have needs and is brought to its attention.",
        "SEND Regulations 2014, reg 5(1)(b)",
    ),
    "AMB-13": OpenQuestion(
        "What does an exception do, and where is its edge?",
        'Extends, stops, or only relieves; "not less than" or "longer than" 4 weeks.',
        "Only relieves: the date stays. Exactly 28 days is enough.",
        "SEND Regulations 2014, reg 10(4)",
    ),
    "AMB-14": OpenQuestion(
        "What is a phase transfer?",
        "Year 2 to 3 in one primary, a school's own sixth form, first to middle school.",
        'The transfer dates run for all of them, marked "legal basis to confirm".',
        "SEND Regulations 2014, reg 2; Ombudsman",
    ),
    "AMB-15": OpenQuestion(
        'What does "at least two weeks\' notice" mean?',
        "14 days, or 14 clear days.",
        "14 clear days: the meeting less 15.",
        "SEND Regulations 2014, reg 20(3) and (4)",
    ),
    "AMB-16": OpenQuestion(
        "Which is the sixth day of an exclusion?",
        "The first excluded school day is 1, or the day after it is.",
        "The first excluded school day is 1.",
        'SI 2007/1870 as amended: "sixth consecutive school day of exclusion"',
    ),
    "AMB-17": OpenQuestion(
        "Does a governing board's day of receipt count in its 15 school days?",
        "It counts, or it does not.",
        "It is day 1.",
        "SI 2012/1033, reg 6(7)",
    ),
    "AMB-18": OpenQuestion(
        "What are a school's 15 days to reply?",
        "Calendar days or school days; holidays in or out.",
        "Calendar days; the council may decide when they are over.",
        "Code of Practice 9.83",
    ),
    "AMB-19": OpenQuestion(
        "When do the 30 days for mediation start, and which days are they?",
        "From telling the council or the adviser; calendar or working days.",
        "From the earliest contact, in calendar days.",
        "SEND Regulations 2014, regs 35(4) and 36(2)",
    ),
    "AMB-20": OpenQuestion(
        "What does the Tribunal's August rule reach?",
        "All Tribunal time, or lodging only.",
        "Lodging: the first working day of September. Other acts: August is left out. Never told as more time.",
        "HESC Rules, r.12(3)",
    ),
    "AMB-21": OpenQuestion(
        "Whom do the 6 weeks for advice bind?",
        "Only the bodies of section 31, or every adviser.",
        "6 weeks are shown for all, each marked as law or guidance.",
        "Children and Families Act 2014, s.31(1)",
    ),
    "AMB-22": OpenQuestion(
        "Does a move during an assessment restart the clock?",
        "It restarts, or it carries on.",
        "A new clock in law; we aim at the first 20 weeks.",
        "Children and Families Act 2014, ss.24 and 36",
    ),
    "AMB-23": OpenQuestion(
        "Whose school days are the 20 of the fair access protocol?",
        "The receiving school's, the council's; from agreement or from referral.",
        "The calendar that counts fastest, and the days since referral are shown too.",
        "School Admissions Code 3.20",
    ),
    "AMB-24": OpenQuestion(
        "Does the review clock restart after a Tribunal order or a reassessment?",
        "It restarts, or it does not.",
        "Not after an order. After a reassessment, twelve months from sending less a day, and any earlier date stays.",
        "SEND Regulations 2014, reg 27(4)",
    ),
    "AMB-25": OpenQuestion(
        "Do the two months to ring a mediation adviser move in August?",
        "They move as an appeal does, or they do not.",
        "They do not.",
        "SEND Regulations 2014, reg 33",
    ),
    "AMB-26": OpenQuestion(
        "Does a family's time run from the letter's date, its sending or its receipt?",
        "Three dates.",
        "Families are given the last day from the letter's date; the council proves sending.",
        "HESC Rules, r.20",
    ),
    "AMB-27": OpenQuestion(
        "From when are the six months that bar a reassessment?",
        "From the decision, the advice, or the end of the assessment.",
        "Barred only if less than six months since the assessment was completed.",
        "SEND Regulations 2014, reg 24",
    ),
    "AMB-28": OpenQuestion(
        "Some council pages still give 4 weeks for Tribunal orders. Are they right?",
        "The figures of before 2015, or the present ones.",
        "The old figures are not used.",
        "Several council pages",
    ),
    "AMB-29": OpenQuestion(
        "What if there is no corresponding day?",
        "The day before the month's last day, or the last day itself.",
        "The day before (27 February for 29 February).",
        "No authority seen",
    ),
    "AMB-30": OpenQuestion(
        "Do the two months for mediation run from sending or from the notice's date?",
        "Sent (regulation 33), or dated (regulation 34(2)).",
        "From the letter's date.",
        "SEND Regulations 2014, regs 33 and 34",
    ),
    "AMB-31": OpenQuestion(
        "Is a posted notice deemed served?",
        'Yes, through Education Act 1996 s.572; or no, since the Regulations only say "send" and "notify".',
        "The council does not rely on it; the family is given the later date.",
        "Khan v D'Aubigny [2025] EWCA Civ 11",
    ),
    "AMB-32": OpenQuestion(
        "Which Tribunal orders have exceptions?",
        "Only to assess and to make a plan, or all, with a limb for representations.",
        "Only to assess and to make a plan, as the text says.",
        "SEND Regulations 2014, regs 44(3) and 45(7)",
    ),
    "AMB-33": OpenQuestion(
        "When must a family hear that a reassessment changes nothing?",
        "Within 10 weeks, or no period.",
        "We aim at 10 weeks and never call it a breach.",
        "SEND Regulations 2014, reg 27",
    ),
    "AMB-34": OpenQuestion(
        "When does compulsory school age end for a birthday on 1 to 3 September?",
        "Either side, by the day the school year begins.",
        "1 September is the line, and a person checks those birthdays.",
        "Education Act 1996, s.8(3)(a)",
    ),
    "AMB-35": OpenQuestion(
        "How soon after admission is a child's treatment review?",
        "Two weeks, one week, or 5 working days.",
        "5 working days is our aim and two weeks the limit; for an adult four weeks.",
        "NHS England pages",
    ),
    "AMB-36": OpenQuestion(
        "What does 5 working days' notice of mediation mean?",
        "5 counted back, or 5 clear.",
        "5 clear.",
        "SEND Regulations 2014, reg 37(2)",
    ),
    "AMB-37": OpenQuestion(
        "How long has an academy to answer a request to direct admission?",
        "7 calendar days for all, or only for a looked-after child.",
        "7 for all.",
        "Council protocols; School Admissions Code",
    ),
}
