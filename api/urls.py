from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from accounts.roles import STAFF
from api.v1.requests import Requests
from door.page import page

app_name = "api"

urlpatterns = [
    path("v1/schema/", page(roles=STAFF)(SpectacularAPIView.as_view()), name="schema"),
    path("v1/requests/", page(roles=Requests.roles)(Requests.as_view()), name="requests"),
]
