"""Looks up who did something."""

from django import template

register = template.Library()


@register.filter
def told_by(names: dict[str, str], ref: str) -> str:
    """The name of an actor: ``{{ names|told_by:entry.actor_ref }}``."""
    return names.get(ref, "")
