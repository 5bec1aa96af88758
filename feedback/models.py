"""Who was asked what they made of a meeting, and what they answered."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from door.guarded import Guarded, OfAnAuthority
from door.tenancy import tenant_link
from feedback.words import Audience, Group, How


class Ask(Guarded):
    """One person who was at a meeting, asked once what they made of it. The group and the locality are kept as they
    were then, so that figures do not change when a family moves."""

    case = tenant_link("cases.Case")
    meeting = tenant_link("meetings.Meeting")
    invitee = tenant_link("meetings.Invitee")
    group = models.CharField(max_length=12, choices=[(g.value, g.words) for g in Group], db_column="of_group")
    locality = tenant_link("accounts.Locality", null=True, blank=True)
    asked_at = models.DateTimeField()
    until = models.DateField(help_text="The last day on which the link opens.")
    by_letter = models.BooleanField(help_text="A letter with a link went; otherwise they are asked on paper.")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "invitee"], name="asked_once_what_they_made_of_it")]
        indexes = [models.Index(fields=["authority", "group", "answered_at"], name="feedback_asked_by_group")]

    class Privacy:
        personal = {"invitee"}
        plain = {
            "id", "authority", "case", "meeting", "group", "locality", "asked_at", "until", "by_letter", "answered_at",
        }  # fmt: skip


class Answer(Guarded):
    """What somebody made of a meeting. Nobody who works on the case is shown it; sums are, of five answers or more.
    ``scores`` maps the code of each question that was answered to a number on its scale."""

    case = tenant_link("cases.Case")
    ask = tenant_link("feedback.Ask")
    ticket = models.UUIDField(default=uuid4, help_text="In addresses: unlike the key it tells no moment.")
    scores = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    how = models.CharField(max_length=8, choices=[(h.value, h.words) for h in How])
    given_on = models.DateField()
    taken_down_by = models.CharField(max_length=60, blank=True, help_text="The colleague who typed it in for them.")
    taken_down_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "ask"], name="answered_once"),
            models.UniqueConstraint(fields=["authority", "ticket"], name="one_comment_a_ticket"),
            models.CheckConstraint(
                condition=~Q(how__in=["paper", "phone"], taken_down_by="") & (Q(taken_down_by="") | ~Q(how="link")),
                name="typed_in_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["authority", "taken_down_at"], name="feedback_as_it_came")]

    class Privacy:
        personal = {"scores", "words"}
        plain = {"id", "authority", "case", "ask", "ticket", "how", "given_on", "taken_down_by", "taken_down_at"}


class Theme(OfAnAuthority):
    """A theme that comments are sorted by: one that the authority added, or its words for one that everybody has."""

    audience = models.CharField(max_length=14, choices=[(a.value, a.words) for a in Audience])
    code = models.CharField(max_length=20)
    words = models.CharField(max_length=80)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "audience", "code"], name="one_theme_a_code"),
        ]

    class Privacy:
        personal = {"words"}
        plain = {"id", "authority", "audience", "code", "ended_at"}


class Sorting(OfAnAuthority):
    """What one comment is about, and who looked up which meeting it is of, because somebody may be in danger."""

    answer = tenant_link("feedback.Answer", related_name="sortings")
    codes = models.JSONField(default=list)
    sorted_by = models.CharField(max_length=60, blank=True)
    sorted_at = models.DateTimeField(null=True, blank=True)
    looked_up_by = models.CharField(max_length=60, blank=True)
    looked_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "answer"], name="sorted_in_one_place")]

    class Privacy:
        plain = {
            "id", "authority", "answer", "codes", "sorted_by", "sorted_at", "looked_up_by", "looked_up_at",
        }  # fmt: skip
