"""The five import contracts hold, and each is shown to break when somebody breaks it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOMS, ROOT

pytestmark = pytest.mark.slow

BREAKS = {
    "floors": [
        ("door/page.py", "from cases.sight import may_see"),
        ("core/references.py", "import statute"),
        ("referrals/rules.py", "import ehcp.words"),
        ("desk/home.py", "import portal.start"),
        ("pathway/family.py", "import demo.cast"),
        ("ledger/pen.py", "from notices.roster import ROSTER"),
        ("rulebook/selectors.py", "import ehcp.selectors"),
    ],
    "rooms": [
        ("referrals/models.py", "import referrals.actions.settle"),
        ("documents/rules.py", "import documents.models"),
        ("ehcp/words.py", "import ehcp.models"),
        ("pathway/actions/settle_request.py", "import pathway.family"),
    ],
    "law": [
        ("people/rules.py", "from django.conf import settings"),
        ("statute/calendar.py", "import celery"),
        ("core/events.py", "from rest_framework import serializers"),
        ("cases/words.py", "from door.guarded import Guarded"),
        ("notices/roster.py", "from django.db import models"),
    ],
    "hatch": [
        ("portal/mine.py", "from referrals.models import Referral"),
        ("portal/send.py", "from cases.sight import visible_to"),
        ("portal/confirm.py", "import ledger.selectors"),
        ("portal/start.py", "from door.guarded import opened"),
    ],
    "pen": [
        ("referrals/actions/settle.py", "from ledger import pen"),
        ("desk/post.py", "from notices.carriers import send_by_mail"),
        ("desk/post.py", "from notices.post_office import write"),
        ("cases/tasks.py", "from notices import notify"),
        ("cases/audience.py", "from notices import post_office"),
    ],
}
"""A line nobody may write, and where it would stand."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The house's code alone, to be spoilt."""
    folder = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__", "*.json"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def verdicts(folder: Path) -> dict[str, str]:
    """What the linter says of each contract."""
    told = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = dict(re.findall(r"^(\w+): .* (KEPT|BROKEN)", told.stdout, re.MULTILINE))
    assert found, told.stdout + told.stderr
    return found


def test_all_five_hold(copy):
    assert verdicts(copy) == dict.fromkeys(BREAKS, "KEPT")


@pytest.mark.parametrize(
    ("contract", "file", "line"),
    [(contract, file, line) for contract, lines in BREAKS.items() for file, line in lines],
)
def test_each_breaks_when_somebody_breaks_it(copy, contract, file, line):
    place = copy / file
    before = place.read_text()
    place.write_text(f"{before}\n{line}\n")
    try:
        assert verdicts(copy)[contract] == "BROKEN"
    finally:
        place.write_text(before)


def test_the_contracts_speak_of_every_room_there_is():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"launch", "tests", "bench", "drill"} == set(ROOMS)
