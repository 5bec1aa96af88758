"""The desk with one more address: a bare page that asks nothing of anybody."""

import os

os.environ.setdefault("SENDPATH_ROLE", "web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.ROOT_URLCONF = "bench.urls"
application = get_wsgi_application()
