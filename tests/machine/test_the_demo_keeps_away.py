"""The demonstration loads nothing beside a real council, and sends nobody's letters but its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import Authority, Person
from cases.models import Case
from demo.loader import load
from launch import servers
from launch.house import House
from launch.words import Trouble
from notices.models import POSTMANS, Dispatch
from tests.factories.requests import received
from tests.machine.apart import ROOT

REAL = "bridge@anytown.gov.uk"


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> str:
    """The test's own database, as DATABASE_URL would name it."""
    told = connection.settings_dict
    host = f"host={told['HOST']}&port={told['PORT'] or 5432}"
    url = f"postgresql:///{told['NAME']}?user={told['USER']}&password={told['PASSWORD']}&{host}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_start_refuses_a_database_with_a_council_of_its_own_before_it_changes_anything(
    address: str, tmp_path: Path
) -> None:
    Authority.objects.create(pk="999", name="Anytown Council", slug="anytown", letters="ANY", contact_email=REAL)
    with pytest.raises(Trouble, match=r"DATABASE_URL names a database that holds a council of its own \(Anytown"):
        servers.start(House(), tmp_path, {})
    started = subprocess.run(
        [sys.executable, "start.py"],
        cwd=ROOT,
        env={**os.environ, "SENDPATH_VAR": str(tmp_path / "var")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert started.returncode == 1
    assert "DATABASE_URL names a database that holds a council" in started.stderr
    assert "Traceback" not in started.stderr
    assert not Person.objects.exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_its_own_councils_and_an_empty_database_are_no_reason(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    servers.refuse_real_councils(address)
    Authority.objects.create(pk="355", name="Salford", slug="salford", letters="SAL", contact_email="b@salford.example")
    servers.refuse_real_councils(address)
    servers.refuse_real_councils(address.replace(connection.settings_dict["NAME"], "postgres"))


def test_a_database_that_is_not_there_is_said_in_words() -> None:
    with pytest.raises(Trouble, match="DATABASE_URL names cannot be reached"):
        servers.refuse_real_councils("postgresql://nobody@127.0.0.1:1/nothing")


@pytest.mark.django_db
def test_the_loader_refuses_too(settings: object) -> None:
    real = Authority.objects.create(pk="355", name="Salford", slug="salford", letters="SAL", contact_email=REAL)
    with pytest.raises(CommandError, match="DATABASE_URL names a database"):
        call_command("load_demo", families=1)
    real.refresh_from_db()
    assert (real.contact_email, Person.objects.exists(), Case.objects.exists()) == (REAL, False, False)
    settings.EMBEDDED = True  # type: ignore[attr-defined]
    assert load(1) == 6 + 3 + 113, "a family for each council, what a SENCO sent, and the pathfinder’s children"


@pytest.mark.slow
@pytest.mark.django_db
def test_the_loader_sends_no_letter_that_it_did_not_write(world: object) -> None:
    received(email="somebody@real.test")
    received(email="else@families.example")
    waiting = set(Dispatch.objects.values_list("pk", flat=True))
    load(2)
    assert set(Dispatch.objects.filter(POSTMANS).values_list("pk", flat=True)) == waiting
    assert mail.outbox
    assert {message.to[0].rpartition(".")[2] for message in mail.outbox} == {"example"}
