"""The walks of the matrix, each made once."""

import pytest

from tests.doors.sweep import Answer, walk_through

MADE: dict[tuple[str, str], list[Answer]] = {}


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    """Files of these tests lie in a folder of their own."""
    settings.FILES_DIR = tmp_path / "files"


@pytest.fixture
def walked(request):
    """What somebody got at every address of a door: ``walked("desk", "ben")``."""

    def get(door: str, name: str) -> list[Answer]:
        if (door, name) not in MADE:
            request.getfixturevalue("world")
            MADE[door, name] = walk_through(door, name)
        return MADE[door, name]

    return get
