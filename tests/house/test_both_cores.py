"""Tests that share one long walk are sent to the same core: a version of pytest once broke that, and nothing failed."""

import os

import pytest


@pytest.mark.xdist_group("kept together")
def test_a_group_of_tests_is_known_as_one(request):
    if "PYTEST_XDIST_WORKER" in os.environ:
        assert request.node.nodeid.endswith("@kept together")
