from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from accounts.roles import STAFF
from api.v1.requests import Requests
from door.page import page

app_name = "api"


def by_cookie(view, roles):
    """A marked view that, like every page, takes nothing without the token against forgery: DRF would let it off."""
    marked = page(roles=roles)(view)
    marked.csrf_exempt = False
    return marked


urlpatterns = [
    path("v1/schema/", by_cookie(SpectacularAPIView.as_view(), STAFF), name="schema"),
    path("v1/requests/", by_cookie(Requests.as_view(), Requests.roles), name="requests"),
]
