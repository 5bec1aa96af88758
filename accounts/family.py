"""What the family's door may know of authorities, and as whom it may act."""

from accounts.models import Authority
from accounts.roles import FAMILY
from accounts.selectors import authorities, authority_called
from accounts.who import Who, visitor

__all__ = ["Authority", "FAMILY", "asker", "authorities", "authority_called", "is_family"]


def asker(who: Who, authority: Authority) -> Who:
    """Who is asking ``authority``: the signed-in family member where they have a standing there, else a visitor."""
    return who if is_family(who) and who.authority_id == authority.pk else visitor(authority.pk)


def is_family(who: Who) -> bool:
    """Whether somebody signed in here as a parent, a carer, a young person or their advocate."""
    return bool(who.roles & FAMILY)
