"""A little of the drill on a real house: the database is killed under load. ``test_kill`` kills the worker."""

import subprocess
import sys

import pytest

from launch.develop import drill_environment
from tests.machine.apart import ROOT


@pytest.mark.slow
@pytest.mark.slow_house
@pytest.mark.skipif(sys.platform != "linux", reason="kills processes in the way Linux knows them")
def test_nothing_is_lost_by_a_kill():
    words = ["--quick", "--kills", "1", "--seed", "20261122", "--only", "database"]
    done = subprocess.run(
        [sys.executable, "-m", "drill", *words], cwd=ROOT, env=drill_environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" holds ") == 2, done.stdout
    assert "Nothing was lost" in done.stdout
