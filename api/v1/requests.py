"""The Bridge's queue, for machines."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.roles import Role
from api.permissions import HoldsARole
from referrals.selectors import queue
from referrals.words import AsksFor


class RowOut(serializers.Serializer):
    """One request that waits."""

    reference = serializers.CharField()
    child = serializers.CharField()
    age = serializers.IntegerField()
    asks_for = serializers.ChoiceField(choices=[a.value for a in AsksFor])
    received_on = serializers.DateField()
    next_on = serializers.DateField()


class QueueOut(serializers.Serializer):
    """A page of requests, and the cursor of the next."""

    rows = RowOut(many=True)
    count = serializers.IntegerField()
    more_than = serializers.BooleanField()
    after = serializers.CharField(allow_blank=True)


class QueueIn(serializers.Serializer):
    """What may be asked of the queue."""

    route = serializers.ChoiceField(choices=[a.value for a in AsksFor], required=False, default="")
    after = serializers.CharField(required=False, default="", max_length=120)


class Requests(APIView):
    """Requests that wait at the Bridge, most urgent first."""

    permission_classes = [HoldsARole]
    roles = frozenset({Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER})

    @extend_schema(
        responses=QueueOut,
        parameters=[OpenApiParameter("route", str, enum=[a.value for a in AsksFor]), OpenApiParameter("after", str)],
    )
    def get(self, request):
        """One page of the queue."""
        asked = QueueIn(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        return Response(QueueOut(queue(request._request.who, **asked.validated_data)).data)
