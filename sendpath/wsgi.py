"""The web server's entry. SENDPATH_DOOR says which door this process opens."""

import os

# read by the settings: only a web process gets the short limit on a database statement
os.environ.setdefault("SENDPATH_ROLE", "web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402 - the settings read the lines above

application = get_wsgi_application()
