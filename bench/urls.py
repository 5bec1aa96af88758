from django.http import HttpResponse
from django.urls import path

from sendpath.urls_desk import urlpatterns as desk


def constant(request):
    """The least that a page can do."""
    return HttpResponse("constant")


urlpatterns = [path("constant/", constant), *desk]
