"""Primary keys: UUID version 7, so that rows that were made together lie together."""

from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7


def new_key() -> UUID:
    """A fresh key. It tells when it was made: never show one where that moment is sensitive."""
    return uuid7()


def first_key_of(moment: datetime) -> UUID:
    """Every key made before ``moment`` is smaller than this one, and none made after it."""
    return UUID(int=int(moment.timestamp() * 1000) << 80)
