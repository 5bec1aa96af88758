"""The words of settings, their term dates, data-sharing agreements and invitations."""

from enum import StrEnum

from core.words import _


class Source(StrEnum):
    """Where a version of a school year came from."""

    TYPED = "typed"
    CSV = "csv"
    ICALENDAR = "icalendar"
    BROUGHT_BACK = "brought_back"
    COUNCIL = "council"
    """The setting has no dates of its own from here on."""

    @property
    def words(self) -> str:
        return SOURCES[self]


SOURCES = {
    Source.TYPED: _("Typed in"),
    Source.CSV: _("Read from a CSV file"),
    Source.ICALENDAR: _("Read from a calendar file"),
    Source.BROUGHT_BACK: _("An earlier version, brought back"),
    Source.COUNCIL: _("Follows the council’s own dates"),
}


class Article6(StrEnum):
    """Why personal data may be used at all: article 6(1) of the UK GDPR."""

    PUBLIC_TASK = "public_task"
    LEGAL_OBLIGATION = "legal_obligation"
    CONSENT = "consent"
    VITAL_INTERESTS = "vital_interests"
    CONTRACT = "contract"
    LEGITIMATE = "legitimate"

    @property
    def words(self) -> str:
        return ARTICLE_6[self]


ARTICLE_6 = {
    Article6.PUBLIC_TASK: _("It is part of a public task that the law gives us: article 6(1)(e)"),
    Article6.LEGAL_OBLIGATION: _("The law obliges us to: article 6(1)(c)"),
    Article6.CONSENT: _("The person agreed: article 6(1)(a)"),
    Article6.VITAL_INTERESTS: _("A life depends on it: article 6(1)(d)"),
    Article6.CONTRACT: _("A contract with the person needs it: article 6(1)(b)"),
    Article6.LEGITIMATE: _("Legitimate interests, weighed against the person’s; not for public tasks: article 6(1)(f)"),
}


class Article9(StrEnum):
    """Why data about health and other sensitive things may be used: article 9(2) of the UK GDPR."""

    HEALTH_CARE = "health_care"
    PUBLIC_INTEREST = "public_interest"
    SOCIAL_LAW = "social_law"
    CONSENT = "consent"
    VITAL_INTERESTS = "vital_interests"
    CLAIMS = "claims"
    RESEARCH = "research"
    NONE = "none"

    @property
    def words(self) -> str:
        return ARTICLE_9[self]


ARTICLE_9 = {
    Article9.HEALTH_CARE: _("Health or social care is given or managed: article 9(2)(h)"),
    Article9.PUBLIC_INTEREST: _("A substantial public interest set out in law, such as safeguarding: article 9(2)(g)"),
    Article9.SOCIAL_LAW: _("Duties in social security or social protection law: article 9(2)(b)"),
    Article9.CONSENT: _("The person agreed in so many words: article 9(2)(a)"),
    Article9.VITAL_INTERESTS: _("A life depends on it and the person cannot agree: article 9(2)(c)"),
    Article9.CLAIMS: _("A legal claim or a court needs it: article 9(2)(f)"),
    Article9.RESEARCH: _("Research or statistics, with safeguards: article 9(2)(j)"),
    Article9.NONE: _("Nothing of that kind is shared"),
}


class InvitationState(StrEnum):
    """How far an invitation has come."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        return INVITATIONS[self]


INVITATIONS = {
    InvitationState.WAITING: _("Waiting"),
    InvitationState.ACCEPTED: _("Accepted"),
    InvitationState.EXPIRED: _("Run out"),
    InvitationState.WITHDRAWN: _("Withdrawn"),
}
