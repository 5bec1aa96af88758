"""The version is written once, in CHANGELOG.md."""

import re
import tomllib

from core.version import CHANGELOG, newest, version
from tests.house.tree import ROOT


def test_the_newest_heading_of_the_changelog_is_the_version():
    first = re.search(r"^## .*?(\d+\.\d+\.\d+)", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    assert version() == first.group(1)
    assert version() != "0.0.0"


def test_a_newer_heading_is_found_first():
    assert newest("# Changes\n\n## [1.12.0] - 2027-01-01\n\n## 1.2.0\n") == "1.12.0"
    assert newest("# Changes\n") == "0.0.0"


def test_the_machines_door_tells_the_same_version(settings):
    assert settings.SPECTACULAR_SETTINGS["VERSION"] == version()


def test_no_other_file_keeps_a_version_of_its_own():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert "version" not in project
    assert project["dynamic"] == ["version"]
