"""How allauth behaves here: nobody signs themselves up, and each door has its own way home."""

import logging
from concurrent.futures import ThreadPoolExecutor

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse
from django.utils import translation

log = logging.getLogger(__name__)

SENDER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sign-in-mail")
"""Sends the links for a new password beside the request: how long an answer takes must not tell who has an account.
They hold a secret, so neither the outbox nor the queue keeps them."""


class Adapter(DefaultAccountAdapter):
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

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Hands the letter over and goes on, with nothing of the request that wording it could read from."""
        words = {name: value for name, value in context.items() if name != "request"}
        SENDER.submit(self._word_and_send, template_prefix, email, words)

    def _word_and_send(self, template_prefix: str, email: str, context: dict) -> None:
        try:
            with translation.override(settings.LANGUAGE_CODE):
                self.render_mail(template_prefix, email, context).send()
        except Exception as trouble:  # nobody waits for it, and its words could hold the address
            log.error("a letter about signing in could not be sent: %s", type(trouble).__name__)

    def format_email_subject(self, subject: str) -> str:
        """The subject as written, with no site's name in brackets before it."""
        return subject.strip()

    def add_message(self, *args, **kwargs) -> None:
        """No floating messages: each page says what happened in its own words."""
