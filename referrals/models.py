"""What somebody asked, in their own words, and what an officer found it to be."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from door.guarded import Guarded
from door.tenancy import tenant_link
from referrals.rules import ReferralFacts
from referrals.words import (
    OPEN,
    OPEN_TO_REPLIES,
    UNREAD,
    AsksFor,
    Channel,
    FamilyKnows,
    MainReason,
    Said,
    SentAs,
    ServiceKind,
    ServiceStands,
    State,
)  # fmt: skip


def _choice(length: int, of, default: str = "") -> models.CharField:
    """One word of a list; empty where it was not asked."""
    return models.CharField(
        max_length=length,
        blank=not default,
        default=default,
        db_default=default,
        choices=[(c.value, c.words) for c in of],
    )


def _text(said: str = "") -> models.TextField:
    """Something in the sender's words, or nothing."""
    return models.TextField(blank=True, default="", db_default="", help_text=said)


class Referral(Guarded):
    """One request. It is never rewritten: an officer's finding stands beside what was asked."""

    case = tenant_link("cases.Case", related_name="referrals")
    sender = tenant_link("people.Carer")
    state = FSMField(choices=[(s.value, s.value) for s in State], protected=True)
    asks_for = models.CharField(max_length=12, choices=[(a.value, a.words) for a in AsksFor])
    words = models.TextField()
    wanted = models.TextField(blank=True)
    consent = models.BooleanField(default=False, help_text="Agreed that services who may help can read it.")
    channel = models.CharField(max_length=12, choices=[(c.value, c.value) for c in Channel])
    received_at = models.DateTimeField()
    received_on = models.DateField()
    sent_once = models.UUIDField(help_text="The draft it was sent from: a second press finds the first.")
    sent_as = _choice(14, SentAs, SentAs.FAMILY.value)
    main_reason = _choice(20, MainReason)
    tried = _text("What has been tried.")
    complex_because = _text("What makes the needs complex, in the sender's words.")
    concern = _text("A safeguarding concern, in the sender's words.")
    family_knows = _choice(14, FamilyKnows)
    may_tell_of_harm = models.BooleanField(
        default=False,
        db_default=False,
        help_text="Words in it can mean that somebody is not safe: a person reads them.",
    )
    they_answered = models.BooleanField(
        default=False, db_default=False, help_text="The sender answered, and the Bridge has said nothing since."
    )
    child_as_sent = models.CharField(
        max_length=161, blank=True, default="", db_default="", help_text="The child's name as the sender wrote it."
    )
    pass_on_to = models.CharField(
        max_length=120, blank=True, default="", db_default="", help_text="Another council, whose area the home is in."
    )
    not_telling = _text("Why the Bridge does not let the family be told.")
    not_telling_by = models.CharField(max_length=60, blank=True, default="", db_default="")
    not_telling_at = models.DateTimeField(null=True, blank=True)
    worry_read = _text("Why what may tell of harm is not for social care.")
    worry_read_by = models.CharField(max_length=60, blank=True, default="", db_default="")
    worry_read_at = models.DateTimeField(null=True, blank=True)
    settled_as = models.CharField(max_length=12, choices=[(a.value, a.words) for a in AsksFor], blank=True)
    settled_because = models.TextField(blank=True)
    settled_by = models.CharField(max_length=60, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "sent_once"], name="one_referral_a_draft"),
            models.CheckConstraint(
                condition=Q(settled_as="", settled_by="", settled_at__isnull=True)
                | (~Q(settled_as="") & ~Q(settled_by="") & Q(settled_at__isnull=False)),
                name="settled_by_somebody_sometime",
            ),
        ]
        indexes = [
            models.Index(
                fields=["authority", "case"],
                condition=Q(state__in=UNREAD) & (~Q(concern="") | Q(may_tell_of_harm=True) | Q(they_answered=True)),
                name="what_is_read_first",
            )
        ]

    class Privacy:
        personal = {
            "may_tell_of_harm",
            "words", "wanted", "settled_because", "tried", "complex_because", "concern", "child_as_sent", "not_telling",
            "worry_read",
            "main_reason", "family_knows", "pass_on_to",
        }  # fmt: skip
        plain = {
            "sent_as", "they_answered", "not_telling_by", "not_telling_at", "worry_read_by", "worry_read_at",
            "id", "authority", "case", "sender", "state", "asks_for", "consent", "channel", "received_at",
            "received_on", "sent_once", "settled_as", "settled_by", "settled_at",
        }  # fmt: skip

    def settle(self, answer: AsksFor, because: str, by: str, at) -> None:
        """An officer says what it is. Help that had been answered stays as it was answered."""
        self.settled_as, self.settled_because, self.settled_by, self.settled_at = answer, because, by, at
        if self.state == State.TO_SETTLE:
            self.read()

    @transition(field=state, source=State.TO_SETTLE, target=State.WAITING)
    def read(self) -> None:
        """It is known what was asked."""

    @transition(field=state, source=[*OPEN], target=State.ACCEPTED)
    def accept(self) -> None:
        """It goes on."""
        self.they_answered = False

    @transition(field=state, source=State.WAITING, target=State.ASKED)
    def ask(self) -> None:
        """The sender is to say more."""
        self.they_answered = False

    @transition(field=state, source=[*OPEN_TO_REPLIES], target=State.WAITING)
    def reply(self) -> None:
        """The sender said more, and somebody has to read it."""
        self.they_answered = True

    @transition(field=state, source=[*OPEN], target=State.SENT_ON)
    def send_on(self) -> None:
        """A named service has it."""
        self.they_answered = False

    @transition(field=state, source=State.SENT_ON, target=State.WAITING)
    def come_back(self) -> None:
        """The service it was passed to says that it is not for them."""

    @transition(field=state, source=[*OPEN], target=State.DECLINED)
    def decline(self) -> None:
        """It goes no further."""
        self.they_answered = False

    @transition(
        field=state, source=[State.ASKED, State.ACCEPTED, State.SENT_ON, State.DECLINED, State.WITHDRAWN],
        target=State.WAITING,
    )  # fmt: skip
    def reopen(self) -> None:
        """What was said is taken back."""

    @transition(field=state, source=[*OPEN, State.ACCEPTED], target=State.WITHDRAWN)
    def withdraw(self) -> None:
        """The sender does not want it any more."""
        self.they_answered = False

    @property
    def facts(self) -> ReferralFacts:
        """What the rules need to know of it."""
        return ReferralFacts(
            AsksFor(self.asks_for),
            AsksFor(self.settled_as) if self.settled_as else None,
            self.consent,
            family_knows=FamilyKnows(self.family_knows) if self.family_knows else None,
            concern=bool(self.concern),
            may_tell_of_harm=self.may_tell_of_harm,
        )


class NamedService(Guarded):
    """A service that a request says is there for the child already, or expected to be."""

    case = tenant_link("cases.Case", related_name="named_services")
    referral = tenant_link("referrals.Referral", related_name="services")
    kind = models.CharField(max_length=20, choices=[(k.value, k.words) for k in ServiceKind])
    name = models.CharField(max_length=160, blank=True, help_text="Its name, where it is none of the list.")
    stands = models.CharField(max_length=10, choices=[(s.value, s.words) for s in ServiceStands])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "referral", "kind", "name"], name="a_service_is_named_once"),
            models.CheckConstraint(
                condition=Q(kind="other") & ~Q(name="") | ~Q(kind="other") & Q(name=""),
                name="another_service_is_named",
            ),
        ]

    class Privacy:
        personal = {"name"}
        plain = {"id", "authority", "case", "referral", "kind", "stands"}

    @property
    def called(self) -> str:
        """Its name as people read it."""
        return self.name or ServiceKind(self.kind).words


class TriageAnswer(Guarded):
    """One thing the Bridge said to a request for help, with its reasons. Rows are added and never rewritten: what was
    taken back stands, with the row that took it back after it."""

    case = tenant_link("cases.Case", related_name="triage_answers")
    referral = tenant_link("referrals.Referral", related_name="said")
    said = models.CharField(max_length=12, choices=[(s.value, s.words) for s in Said])
    because = models.TextField(help_text="In words the family reads; for a question, the question.")
    sent_to = models.CharField(max_length=200, blank=True, help_text="The named service, and how it is reached.")
    instead = models.TextField(blank=True, help_text="What happens instead of what was asked.")
    said_by = models.CharField(max_length=60)
    said_at = models.DateTimeField()
    reply = models.TextField(blank=True, help_text="What the sender answered to a question.")
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(said="send_on") | ~Q(sent_to=""), name="passed_to_a_named_service"),
            models.CheckConstraint(condition=~Q(said="decline") | ~Q(instead=""), name="declined_with_what_instead"),
            models.CheckConstraint(
                condition=Q(reply="", replied_at=None) | Q(said="ask", replied_at__isnull=False) & ~Q(reply=""),
                name="only_a_question_is_answered",
            ),
        ]
        indexes = [models.Index(fields=["referral", "-said_at"], name="what_was_said_last")]

    class Privacy:
        personal = {"because", "sent_to", "instead", "reply"}
        plain = {"id", "authority", "case", "referral", "said", "said_by", "said_at", "replied_at"}
