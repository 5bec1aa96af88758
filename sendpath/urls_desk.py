"""The desk's addresses."""

from django.conf import settings
from django.urls import include, path

from desk.home import home
from door.page import page
from sendpath import sso
from sendpath.ways_in import WAYS_IN

urlpatterns = [
    path("", home, name="home"),
    *WAYS_IN,
    path("sign-in/with/<slug:provider_id>/", page(public=True)(sso.go), name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", page(public=True)(sso.back), name="openid_connect_callback"),
    path("requests/", include("referrals.urls")),
    path("rules/", include("rulebook.urls")),
    path("in-time/", include("insight.urls")),
    path("activity/", include("insight.activity_urls")),
    path("capacity/", include("insight.capacity_urls")),
    path("counts/", include("insight.footprint_urls")),
    path("feedback/", include("insight.feedback_urls")),
    path("files/", include("documents.urls")),
    path("", include("desk.urls")),
    path("api/", include("api.urls")),
]

if settings.MODE != "production":
    from demo.urls import DEMO

    urlpatterns += DEMO
