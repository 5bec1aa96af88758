"""What the family's door may know of authorities, and as whom it may act."""

from accounts.models import Authority
from accounts.roles import Role
from accounts.selectors import authorities, authority_called
from accounts.who import Who, visitor

__all__ = ["Authority", "Role", "asker", "authorities", "authority_called", "is_parent"]


def asker(who: Who, authority: Authority) -> Who:
    """Who is asking ``authority``: the signed-in parent where they have a standing there, else a visitor."""
    return who if is_parent(who) and who.authority_id == authority.pk else visitor(authority.pk)


def is_parent(who: Who) -> bool:
    """Whether somebody signed in here as a parent or carer."""
    return Role.PARENT in who.roles
