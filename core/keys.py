"""Primary keys: UUID version 7, so that rows that were made together lie together."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_key() -> UUID:
    """A fresh key. It tells when it was made: never show one where that moment is sensitive."""
    return uuid7()
