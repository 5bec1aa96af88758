"""How allauth behaves here: nobody signs themselves up, and each door has its own way home."""

import logging
from concurrent.futures import ThreadPoolExecutor

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from sendpath.limits import guess

log = logging.getLogger(__name__)

SENDER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sign-in-mail")
"""Sends the links for a new password beside the request: how long an answer takes must not tell who has an account.
They hold a secret, so neither the outbox nor the queue keeps them."""


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _("Too many wrong tries. Wait 15 minutes, then try again."),
        "email_password_mismatch": _(
            "That email address and password do not fit together. Check both, then try again."
        ),
    }

    def is_open_for_signup(self, request) -> bool:
        """Staff are invited and families are introduced by an officer."""
        return False

    def get_login_redirect_url(self, request) -> str:
        return reverse("home") if settings.DOOR == "desk" else reverse("portal:mine")

    def get_logout_redirect_url(self, request) -> str:
        return reverse("home")

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not while somebody who has just typed their password sets up their first second step."""
        return bool(self.request.has_second_factor)

    def get_login_stages(self) -> list[str]:
        """allauth's, but our second step knows of single sign-on."""
        own = {"allauth.mfa.stages.AuthenticateStage": "sendpath.sso.OwnSecondStep"}
        return [own.get(stage, stage) for stage in super().get_login_stages()]

    def pre_authenticate(self, request, **credentials) -> None:
        """Counts the guess before it is looked at, whether there is such an account or not."""
        self.guess = guess(request, "password", credentials.get("email", ""))
        if not self.guess.may_be_looked_at():
            raise self.validation_error("too_many_login_attempts")

    def _rollback_login_failed_rl_usage(self) -> None:
        """The password was right."""
        self.guess.was_right()

    def _delete_login_attempts_cached_email(self, request, **credentials) -> None:
        """A new password, chosen through the mailbox: the wrong tries from here are forgotten."""
        guess(request, "password", credentials.get("email", "")).was_right()

    def reauthenticate(self, user, password: str) -> bool:
        """allauth looks an address up in a table of its own, which is empty here."""
        tried = guess(self.request, "password", user.email)
        if not tried.may_be_looked_at():
            raise self.validation_error("too_many_login_attempts")
        if right := user.check_password(password):
            tried.was_right()
        return right

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Hands the letter over and goes on, with nothing of the request that wording it could read from."""
        words = {name: value for name, value in context.items() if name != "request"}
        SENDER.submit(self._word_and_send, template_prefix, email, words)

    def send_now(self, template_prefix: str, email: str, context: dict) -> bool:
        """Sends a letter that somebody waits for, and says whether the mail server took it. For letters whose
        recipient is known to whoever asks: how long it takes tells them nothing."""
        return self._word_and_send(template_prefix, email, context)

    def _word_and_send(self, template_prefix: str, email: str, context: dict) -> bool:
        try:
            with translation.override(settings.LANGUAGE_CODE):
                return bool(self.render_mail(template_prefix, email, context).send())
        except Exception as trouble:  # its words could hold the address
            log.error("a letter about signing in could not be sent: %s", type(trouble).__name__)
            return False

    def format_email_subject(self, subject: str) -> str:
        """The subject as written, with no site's name in brackets before it."""
        return subject.strip()

    def add_message(self, *args, **kwargs) -> None:
        """No floating messages: each page says what happened in its own words."""
