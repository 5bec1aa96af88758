"""docker-compose.yml is right as far as text can be: its form, its commands, its settings. No engine runs it here."""

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest

from launch.places import VENV
from tests.machine.apart import ROOT, python
from tests.machine.compose import ENVIRONMENT, OURS, compose, services

FORM = json.loads(Path(__file__).with_name("compose.schema.json").read_text())
SECRETS = {"SECRET_KEY", "DB_OWNER_PASSWORD", "DB_APP_PASSWORD", "REDIS_PASSWORD"}
OTHERS = {"postgres", "redis", "clamav", "rights"}


def _environment(name: str) -> dict[str, str]:
    return {variable: str(value) for variable, value in services()[name]["environment"].items()}


def test_it_has_the_form_of_a_compose_file() -> None:
    jsonschema.Draft202012Validator.check_schema(FORM)
    jsonschema.validate(compose(), FORM)


def test_a_misspelt_key_is_found() -> None:
    broken = compose()
    broken["services"]["desk"]["heathcheck"] = {}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, FORM)


def test_every_part_of_a_real_deployment_is_there() -> None:
    assert set(services()) == OTHERS | set(OURS)
    assert OURS == ["beat", "desk", "family", "migrate", "worker"]


@pytest.mark.parametrize("variable", sorted(ENVIRONMENT))
def test_nothing_starts_without_a_required_value(variable: str) -> None:
    with pytest.raises(KeyError, match=variable):
        compose({name: value for name, value in ENVIRONMENT.items() if name != variable})


def test_no_secret_has_a_default() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    for secret in SECRETS:
        assert set(re.findall(rf"\$\{{{secret}(:.)", text)) == {":?"}


def test_the_example_names_every_variable_and_gives_no_secret() -> None:
    example = (ROOT / ".env.example").read_text()
    named = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", example, re.MULTILINE))
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))
    assert asked <= set(named)
    assert all(named[secret] == "" for secret in SECRETS)


def test_what_others_wait_for_can_be_waited_for() -> None:
    for name, service in services().items():
        for other, how in service.get("depends_on", {}).items():
            if how["condition"] == "service_healthy":
                assert "healthcheck" in services()[other], (name, other)
            else:
                assert services()[other]["restart"] == "no", (name, other)


def test_everything_that_stays_up_is_watched_and_comes_back() -> None:
    for name, service in services().items():
        assert ("healthcheck" in service) == (service["restart"] == "unless-stopped"), name


def test_networks_and_volumes_exist() -> None:
    described = compose()
    for service in described["services"].values():
        assert set(service["networks"]) <= set(described["networks"])
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in described["volumes"] or (ROOT / source).exists()
    assert described["services"]["postgres"]["networks"] == described["services"]["redis"]["networks"] == ["inside"]


@pytest.mark.parametrize("name", OURS)
def test_its_settings_are_accepted(name: str) -> None:
    answer = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **_environment(name))
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("name", OURS)
def test_its_command_exists(name: str) -> None:
    program, *rest = services()[name]["command"]
    if program == "python":
        assert rest[0] == "manage.py"
        answer = python("manage.py", rest[1], "--help", **_environment(name))
    else:
        assert shutil.which(program, path=str(VENV / "bin"))
        module, attribute = ("sendpath.wsgi", "application") if program == "gunicorn" else ("sendpath", "celery_app")
        assert module in rest
        answer = python("-c", f"from {module} import {attribute}", **_environment(name))
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("name", ["desk", "family"])
def test_gunicorn_takes_these_options(name: str) -> None:
    _, *options = services()[name]["command"]
    answer = python("-m", "gunicorn", "--check-config", *options, **_environment(name))
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("name", ["worker", "beat"])
def test_celery_takes_these_options(name: str) -> None:
    _, *options = services()[name]["command"]
    answer = python("-m", "celery", *options, "--help", **_environment(name))
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("name", [one for one in OURS if one != "migrate"])
def test_its_health_check_is_ours(name: str) -> None:
    command = services()[name]["healthcheck"]["test"]
    assert command[:4] == ["CMD", "python", "-m", "sendpath.probe"]
    assert python("-m", "sendpath.probe").returncode == 2


def test_the_image_holds_every_room_and_nothing_of_the_demonstration() -> None:
    wanted = set(re.findall(r"^!(\w+)/$", (ROOT / ".dockerignore").read_text(), re.MULTILINE))
    rooms = {place.parent.name for place in ROOT.glob("*/__init__.py")} - {"demo", "tests", "launch", "bench", "drill"}
    assert rooms <= wanted
    assert not wanted & {"demo", "tests", "launch", "bench", "drill"}
