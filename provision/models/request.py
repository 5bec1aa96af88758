"""What was asked of a service for one child, and what the service answered."""

from django.db import models
from django.db.models import Q
from django_fsm import FSMField, transition

from cases.need_words import NeedList
from door.guarded import Guarded
from door.tenancy import tenant_link
from provision.words import OPEN, Asked, Came, Outcome, ServiceSaid, WhyEnds


class ServiceRequest(Guarded):
    """A request that was passed to a service, with the version of its threshold that was used."""

    case = tenant_link("cases.Case", related_name="service_requests")
    service = tenant_link("provision.Service", related_name="requests")
    referral_ref = models.UUIDField(null=True, blank=True, help_text="The request that was passed on.")
    state = FSMField(choices=[(one.value, one.words) for one in Asked], default=Asked.WAITING, protected=True)
    threshold = models.PositiveSmallIntegerField(help_text="The version of the threshold that was used.")
    answers = models.JSONField(default=dict, help_text="What was answered, by the place of each line.")
    outcome = models.CharField(max_length=10, choices=[(one.value, one.words) for one in Outcome], blank=True)
    within = models.PositiveSmallIntegerField(help_text="The working days promised when it was asked.")
    asked_by = models.CharField(max_length=60)
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    began_on = models.DateField(null=True, blank=True, help_text="The day it was taken on.")
    over_on = models.DateField(null=True, blank=True, help_text="The day the work ended, or the request did.")
    why_ended = models.CharField(max_length=12, choices=[(one.value, one.words) for one in WhyEnds], blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "case", "service"], condition=Q(over_on=None), name="asked_once_of_a_service"
            ),
        ]
        indexes = [models.Index(fields=["service", "state", "asked_on"], name="what_waits_for_a_service")]

    class Privacy:
        personal = {"answers", "outcome", "why_ended"}
        plain = {
            "id", "authority", "case", "service", "referral_ref", "state", "threshold", "within", "asked_by",
            "asked_at", "asked_on", "began_on", "over_on",
        }  # fmt: skip

    @transition(field=state, source=[*OPEN], target=Asked.TAKEN)
    def take_on(self, on) -> None:
        """The service works with the child."""
        self.began_on = on

    @transition(field=state, source=Asked.WAITING, target=Asked.MORE)
    def want_more(self, on) -> None:
        """The service cannot tell yet."""

    @transition(field=state, source=Asked.MORE, target=Asked.WAITING)
    def ask_again(self) -> None:
        """What was wanted has come."""

    @transition(field=state, source=[*OPEN], target=Asked.NOT_US)
    def turn_down(self, on) -> None:
        """It is not for this service."""
        self.over_on = on

    @transition(field=state, source=[*OPEN], target=Asked.DROPPED)
    def drop(self, on) -> None:
        """Whoever passed it on took it back."""
        self.over_on = on

    @transition(field=state, source=Asked.TAKEN, target=Asked.FINISHED)
    def finish(self, on) -> None:
        """The work with the child ended."""
        self.over_on = on


class ServiceAnswer(Guarded):
    """One thing a service said, or was told again. Rows are added and never rewritten."""

    case = tenant_link("cases.Case", related_name="service_answers")
    request = tenant_link("provision.ServiceRequest", related_name="said")
    said = models.CharField(max_length=10, choices=[(one.value, one.words) for one in ServiceSaid])
    because = models.TextField()
    instead = models.TextField(blank=True, help_text="What happens instead, or next.")
    said_by = models.CharField(max_length=60)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(said="not_us") | ~Q(instead=""), name="not_us_says_what_instead")
        ]

    class Privacy:
        personal = {"because", "instead"}
        plain = {"id", "authority", "case", "request", "said", "said_by", "said_at"}


class ServiceOutcome(Guarded):
    """What came of a service's work on one need, or on what no need names. Written once, when the work ends."""

    case = tenant_link("cases.Case", related_name="service_outcomes")
    request = tenant_link("provision.ServiceRequest", related_name="outcomes")
    which = models.CharField(max_length=8, choices=[(one.value, one.words) for one in NeedList], blank=True)
    code = models.CharField(max_length=16, blank=True, help_text="The need; empty where none names it.")
    came = models.CharField(max_length=10, choices=[(one.value, one.words) for one in Came])
    words = models.CharField(max_length=500, help_text="In a sentence, for the family to read.")
    noted_by = models.CharField(max_length=60)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "request", "which", "code"], name="one_outcome_a_need_of_a_request"
            ),
            models.CheckConstraint(
                condition=Q(which="", code="") | ~Q(which="") & ~Q(code=""), name="an_outcome_names_a_whole_need"
            ),
        ]

    class Privacy:
        personal = {"code", "came", "words"}
        plain = {"id", "authority", "case", "request", "which", "noted_by", "noted_at"}


class ServiceWish(Guarded):
    """The service that whoever asked would like, with the version of its threshold that they answered."""

    case = tenant_link("cases.Case", related_name="service_wishes")
    service = tenant_link("provision.Service", related_name="+")
    referral_ref = models.UUIDField(help_text="The request it was said in.")
    threshold = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    outcome = models.CharField(max_length=10, choices=[(one.value, one.words) for one in Outcome], blank=True)

    class Privacy:
        personal = {"answers", "outcome"}
        plain = {"id", "authority", "case", "service", "referral_ref", "threshold"}
