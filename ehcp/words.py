"""The vocabulary of the assessment."""

from enum import StrEnum

from core.words import _


class RequestState(StrEnum):
    """Where a request for an EHC needs assessment stands."""

    RECEIVED = "received"
    AGREED = "agreed"
    """The council assesses."""
    REFUSED = "refused"
    """The council does not, and the family has a notice that says why and what it may do."""
    WITHDRAWN = "withdrawn"
    """Whoever asked wants it no longer. They may ask again at any time."""

    @property
    def words(self) -> str:
        return REQUESTS[self]


REQUESTS = {
    RequestState.RECEIVED: _("Waits for the decision whether to assess"),
    RequestState.AGREED: _("The council assesses"),
    RequestState.REFUSED: _("The council does not assess"),
    RequestState.WITHDRAWN: _("Withdrawn by whoever asked"),
}


class Limb(StrEnum):
    """A half of the legal test (Children and Families Act 2014 s.36(8)). Both, and nothing more; no local bar."""

    NEEDS = "needs"
    NECESSARY = "necessary"

    @property
    def words(self) -> str:
        return LIMBS[self]


LIMBS = {
    Limb.NEEDS: _("{child} has, or may have, special educational needs"),
    Limb.NECESSARY: _("It may be necessary for provision to be made through an EHC plan"),
}


class Whom(StrEnum):
    """Whom the law has the council consult (SEND Regulations 2014 reg 3) or tell (reg 4(2)) while it considers."""

    FAMILY = "family"
    HEALTH = "health"
    SOCIAL_CARE = "social_care"
    SETTING = "setting"

    @property
    def words(self) -> str:
        return WHOMS[self]

    @property
    def basis(self) -> str:
        """The law, to the paragraph."""
        return "SEND Regulations 2014, reg 3" if self == Whom.FAMILY else "SEND Regulations 2014, reg 4(2)"


WHOMS = {
    Whom.FAMILY: _("The parent or young person was consulted"),
    Whom.HEALTH: _("The health board was told"),
    Whom.SOCIAL_CARE: _("The council’s social care officers were told"),
    Whom.SETTING: _("The head teacher, early years provider or principal was told"),
}


class DecisionState(StrEnum):
    """How far the decision whether to assess has come."""

    WRITING = "writing"
    PROPOSED = "proposed"
    """Written, and waits for a second person."""
    MADE = "made"

    @property
    def words(self) -> str:
        return DECISIONS[self]


DECISIONS = {
    DecisionState.WRITING: _("Being written"),
    DecisionState.PROPOSED: _("Waits for a manager"),
    DecisionState.MADE: _("Decided"),
}


class Found(StrEnum):
    """How we came to know that this is a request under section 36."""

    IN_TERMS = "in_terms"
    ON_READING = "on_reading"


class Source(StrEnum):
    """Who asked, as far as the law goes. A parent, a young person or a school may ask (CFA 2014 s.36(1)); from
    anybody else the request still brings the child to the council's attention (s.24), so the clocks run."""

    PARENT = "parent"
    YOUNG_PERSON = "young_person"
    PARENT_OF_YOUNG_PERSON = "parent_of_young_person"
    CHILD = "child"
    SCHOOL = "school"
    ATTENTION = "attention"
    """Somebody who works with the child and acts for no school: it is brought to the council's attention (s.24)."""
    OTHER = "other"

    @property
    def to_check(self) -> str:
        """What an officer must find out about the right to ask; empty when it is plain from what was said."""
        return TO_CHECK.get(self, "")


TO_CHECK = {
    Source.PARENT_OF_YOUNG_PERSON: _(
        "Over compulsory school age, so the right to ask is the young person’s own. Ask them whether they want this."
    ),
    Source.CHILD: _("Not yet over compulsory school age, so the right to ask is a parent’s. Find out who that is."),
    Source.ATTENTION: _(
        "The sender works with the child and acts for no school or college, so this is no request under section 36(1). "
        "It brings the child to the council’s attention, and the council must decide all the same (Children and "
        "Families Act 2014, sections 24 and 36(3)). The parent or the young person must be asked for their views."
    ),
    Source.OTHER: _(
        "The sender says neither that they have parental responsibility nor that they look after the child. "
        "Find out whether they may ask."
    ),
}


class Adviser(StrEnum):
    """Whose advice the law has the council seek, each under its letter in reg 6(1) of the SEND Regulations 2014."""

    FAMILY = "a"
    EDUCATION = "b"
    MEDICAL = "c"
    PSYCHOLOGY = "d"
    SOCIAL_CARE = "e"
    OTHER = "f"
    ADULTHOOD = "g"
    """In or beyond year 9: preparing for adulthood and independent living."""
    WANTED = "h"
    """Somebody from whom the parent or young person reasonably asks that advice is sought."""

    @property
    def words(self) -> str:
        return ADVISERS[self]

    @property
    def basis(self) -> str:
        """The law, to the paragraph."""
        return f"SEND Regulations 2014, reg 6(1)({self.value})"


ADVISERS = {
    Adviser.FAMILY: _("The parent or young person"),
    Adviser.EDUCATION: _("The head teacher or principal, or somebody else who teaches"),
    Adviser.MEDICAL: _("A health care professional whom the health board names"),
    Adviser.PSYCHOLOGY: _("An educational psychologist"),
    Adviser.SOCIAL_CARE: _("Social care"),
    Adviser.OTHER: _("Somebody else whose advice is appropriate"),
    Adviser.ADULTHOOD: _("About preparing for adulthood and independent living"),
    Adviser.WANTED: _("Somebody whom the family asks for"),
}
ALWAYS = (Adviser.FAMILY, Adviser.EDUCATION, Adviser.MEDICAL, Adviser.PSYCHOLOGY, Adviser.SOCIAL_CARE)
"""Advice that every assessment needs."""


class AdviceState(StrEnum):
    """How far one piece of advice has come."""

    ASKED = "asked"
    GIVEN = "given"
    REUSED = "reused"
    """Earlier advice serves: adviser, council and family all agree that it is enough (reg 6(4))."""
    DECLINED = "declined"
    """A body said in writing why it may not (Children and Families Act 2014, section 31(2) and (3))."""
    STOPPED = "stopped"
    """Not asked any more: entered by mistake, or somebody else is asked instead."""

    @property
    def words(self) -> str:
        return ADVICE_STATES[self]


ADVICE_STATES = {
    AdviceState.ASKED: _("Asked, not here yet"),
    AdviceState.GIVEN: _("Here"),
    AdviceState.REUSED: _("Earlier advice serves"),
    AdviceState.DECLINED: _("Declined, with reasons"),
    AdviceState.STOPPED: _("Not asked any more"),
}


class Point(StrEnum):
    """What a piece of advice is made of: how its writer knows the child, and points that a plan can draw on."""

    ABOUT = "about"
    NEED = "need"
    OUTCOME = "outcome"
    PROVISION = "provision"

    @property
    def words(self) -> str:
        return POINTS[self]


POINTS = {
    Point.ABOUT: _("How you know {child}"),
    Point.NEED: _("What {child} can do, and needs"),
    Point.OUTCOME: _("What should be different"),
    Point.PROVISION: _("What would make the difference"),
}
POINT_FIELDS: dict[Point, tuple[str, ...]] = {
    Point.ABOUT: ("knows", "no_need", "consulted"),
    Point.NEED: ("what", "how_seen"),
    Point.OUTCOME: ("what", "by_when"),
    Point.PROVISION: ("what", "often", "who", "group"),
}
OF_FAMILY = ("like", "hard", "helps", "wants", "child")
"""What a parent or young person writes as their own advice."""


class Why(StrEnum):
    """Why an act on a request is refused."""

    ALREADY_OPEN = _("There is already an open request for an EHC needs assessment on this case.")
    ANSWERED = _("This request is answered already, so nothing about it can be changed.")
    AHEAD = _("The day must be today or earlier.")
    BEFORE_REQUEST = _("The day cannot be before the request came.")
    NOBODY_OR_DAY = _("Enter the day and how, or say why there is nobody to tell. One of the two.")
    ALWAYS_CONSULTED = _("The parent or the young person must always be consulted before the council decides.")
    NOTHING_SHOWN = _("Write what it shows.")
    NO_SOURCE = _("Write where it stands.")
    CHANGED = _("Somebody else wrote here meanwhile. Their words stand below; yours are kept in the boxes.")
    WAITS = _("It waits for a manager. Take it back first to change it.")
    NOT_WRITTEN = _("Write the decision first.")
    NOT_TOLD = _("Not noted yet: {whom}.")
    NO_EVIDENCE = _("No evidence is entered on this half of the test: {limb}.")
    NO_FINDING = _("Choose yes or no on this half of the test: {limb}.")
    NO_REASON = _("Write the reasons on this half of the test: {limb}.")
    NO_FAMILY_VIEW = _("Write what the family said, and what it changed or why not.")
    MUST_ASSESS = _(
        "Both halves of the test are met, so the council must assess (Children and Families Act 2014, section 36(8))."
    )
    MAY_NOT_ASSESS = _("One half of the test is not met, so this is no decision to assess. Change one or the other.")
    NO_INSTEAD = _("Write what is done for {child} instead.")
    NO_CONTACT = _("Choose whom the family can ask.")
    NO_MEETING = _("Enter by when a way forward is looked for together with the family, today or later.")
    NO_CONTACTS = _(
        "The notice cannot be sent: nobody has entered whom it names for mediation, disagreement resolution and "
        "advice. An administrator or a manager enters them under “What notices name”."
    )
    SAME_PERSON = _("You wrote this decision, so somebody else must make it.")
    NOT_PROPOSED = _("This decision does not wait for a manager any more.")
    NO_WHY_BACK = _("Say what should be changed.")
    HIDDEN = _("These words hold an address that {reader} may not be told. Take it out.")
    NO_WAY_FORWARD = _(
        "An assessment was refused, so the case cannot be closed before a way-forward meeting was held with the family."
    )
    NO_SUPPORT_PLAN = _(
        "An assessment was refused, so the case cannot be closed before a support plan is agreed with the family."
    )
    NO_NAMED_CONTACT = _(
        "An assessment was refused, so the case cannot be closed without an engagement lead whom the family can ask."
    )
    NOT_OPEN = _("This request is not open any more.")
    NO_WISH = _("Write who wants it withdrawn, and in which words or by which letter.")
    NOT_AGREED = _("Advice is asked for once the council has decided to assess.")
    NOT_HERE = _("That person does not work here today. Choose somebody from the list, or enter a name.")
    WHO = _("Choose a colleague, or enter whom you asked and how. One of the two.")
    ASKED_ALREADY = _("They are asked already, and the advice is not here yet.")
    OWN_PAGE = _("The parent or young person writes their own advice on their page, or it is typed in for them.")
    NO_WHY_ASKED = _("Write why they are asked, and about what.")
    NOT_ASKED = _("This advice is not waited for any more.")
    NOT_YOURS = _("This advice is somebody else’s to give.")
    NO_KNOWS = _("Write how you know {child}, and when you saw {child}.")
    NO_POINT = _("Write at least one need; or, under how you know {child}, that you found none and why.")
    HALF_PROVISION = _("Say of each provision what it is, how often and how long, and who gives it: {what}.")
    NO_SPECIALIST = _(
        "{child} is noted as having a hearing or visual impairment. Write whom you consulted who is qualified to teach "
        "such children, or that you are (SEND Regulations 2014, reg 6(2))."
    )
    NOT_ALL_AGREE = _(
        "Earlier advice serves only where the adviser, the council and the family each agree that it is enough. Enter "
        "all three (SEND Regulations 2014, reg 6(4))."
    )
    NO_WHICH = _("Write which advice it is, whose, and of which day.")
    NO_STOP_REASON = _("Say why.")
    IS_GIVEN_ELSEWHERE = _("Give the advice on its own page: this is done by itself then.")
    NOTHING_WRITTEN = _("Write something under at least one heading.")
    TOO_LONG = _("This is too long. Use 4,000 characters or fewer in each box.")
