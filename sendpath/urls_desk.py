"""The desk's addresses."""

from django.conf import settings
from django.urls import include, path

from desk.home import home
from sendpath.ways_in import WAYS_IN

urlpatterns = [
    path("", home, name="home"),
    *WAYS_IN,
    path("requests/", include("referrals.urls")),
    path("rules/", include("rulebook.urls")),
    path("in-time/", include("insight.urls")),
    path("files/", include("documents.urls")),
    path("", include("desk.urls")),
    path("api/", include("api.urls")),
]

if settings.MODE != "production":
    from demo.urls import DEMO

    urlpatterns += DEMO
