"""Puts a child's name into a sentence kept with a place for it."""

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.filter
def named(sentence: str, name: str) -> str:
    """``{{ "We assess {name}"|named:child.called }}``, translated first."""
    return gettext(sentence).replace("{name}", str(name))
