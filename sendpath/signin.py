"""How allauth behaves here: nobody signs themselves up, and each door has its own way home."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse


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

    def format_email_subject(self, subject: str) -> str:
        """The subject as written, with no site's name in brackets before it."""
        return subject.strip()

    def add_message(self, *args, **kwargs) -> None:
        """No floating messages: each page says what happened in its own words."""
