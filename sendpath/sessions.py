"""Sessions that belong to one door: the desk's session is nothing at the family door, and the reverse."""

from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore


class SessionStore(DatabaseSessionStore):
    """Django's database sessions, signed with the door's name."""

    @property
    def key_salt(self) -> str:
        """What the stored session is signed with."""
        return f"sendpath.sessions.{settings.DOOR}"

    def load(self) -> dict[str, Any]:
        """Read the session; one that was signed at the other door counts as no session at all.

        Forgetting its key too means that this door can never write over the other door's session.
        """
        data = super().load()
        if not data:
            self._session_key = None
        return data
