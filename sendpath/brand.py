"""A council's colours, as the smallest of style sheets."""

from django.http import HttpResponse
from django.views.decorators.cache import cache_control

from accounts.selectors import authority_called
from door.page import page


@page(public=True)
@cache_control(public=True, max_age=3600)
def brand(request, slug):
    """``:root { --sp-brand: … }`` for one authority."""
    authority = authority_called(slug)
    return HttpResponse(f":root {{ --sp-brand: {authority.brand_colour}; }}\n", content_type="text/css")
