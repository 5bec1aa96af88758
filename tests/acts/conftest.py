"""What several acts' tests begin with."""

import pytest

from notices.models import Dispatch
from tests.factories.requests import received


@pytest.fixture
def letter(world) -> Dispatch:
    """The acknowledgement of a request, waiting alone."""
    received()
    Dispatch.objects.exclude(template="help_received").delete()
    return Dispatch.objects.get()
