"""Who may use the machines' door: a signed-in person with a second factor and one of the roles a view names."""

from django.http import Http404
from rest_framework.permissions import BasePermission


class HoldsARole(BasePermission):
    """Reads ``roles`` from the view. Anybody else gets the same not-found as for an address that does not exist."""

    def has_permission(self, request, view) -> bool:
        inner = request._request
        if not request.user.is_authenticated or not inner.has_second_factor or not (view.roles & inner.who.roles):
            raise Http404
        return True
