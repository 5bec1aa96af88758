"""Every field says whether it is personal. Safe copies, subject access and retention read these labels.

Each model of ours has an inner class::

    class Privacy:
        personal = {"given_name"}
        plain = {"id", "authority"}
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import models


def our_models() -> Iterator[type[models.Model]]:
    """Every model defined in this repository."""
    for model in apps.get_models():
        if not model.__module__.startswith(("django.", "allauth.", "guardian.", "rest_framework")):
            yield model


def unlabelled(model: type[models.Model]) -> set[str]:
    """The fields of ``model`` that no label covers, or that two labels claim."""
    privacy = getattr(model, "Privacy", None)
    personal = set(getattr(privacy, "personal", ()))
    plain = set(getattr(privacy, "plain", ()))
    fields = {field.name for field in model._meta.concrete_fields}
    return (fields ^ (personal | plain)) | (personal & plain)
