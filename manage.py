#!/usr/bin/env python3
"""Django's own command line. Most people want ``python3 start.py`` instead."""

import os
import sys


def main() -> None:
    """Hand the arguments to Django. Settings that refuse to start say why in their own words alone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _ = settings.MODE
    except ImproperlyConfigured as refusal:
        sys.exit(str(refusal))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
