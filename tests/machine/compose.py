"""Reading docker-compose.yml as an engine would: anchors followed, variables filled in."""

import re
from typing import Any

import yaml

from tests.machine.apart import ROOT

VARIABLE = re.compile(r"\$\$|\$\{(?P<name>\w+)(?::(?P<kind>[?-])(?P<word>[^}]*))?\}")
ENVIRONMENT = {
    "SECRET_KEY": "a long and random value " * 3,
    "DB_OWNER_PASSWORD": "owner",
    "DB_APP_PASSWORD": "program",
    "REDIS_PASSWORD": "queue",
    "ALLOWED_HOSTS": "desk.example.gov.uk,family.example.gov.uk",
    "DESK_URL": "https://desk.example.gov.uk",
    "FAMILY_URL": "https://family.example.gov.uk",
    "EMAIL_URL": "smtp://mail.example.gov.uk:587?tls=1",
    "MAIL_FROM": "SENDPath <send@example.gov.uk>",
}


def filled(text: str, environment: dict[str, str]) -> str:
    """Put the environment's values in, as compose does; a required one that is missing is an error."""

    def put(match: re.Match[str]) -> str:
        if match[0] == "$$":
            return "$"
        value = environment.get(match["name"], "")
        if not value and match["kind"] == "?":
            raise KeyError(match["name"])
        return value or ((match["word"] or "") if match["kind"] == "-" else "")

    return VARIABLE.sub(put, text)


def _everywhere(part: Any, environment: dict[str, str]) -> Any:
    if isinstance(part, dict):
        return {key: _everywhere(value, environment) for key, value in part.items()}
    if isinstance(part, list):
        return [_everywhere(value, environment) for value in part]
    return filled(part, environment) if isinstance(part, str) else part


def compose(environment: dict[str, str] | None = None) -> dict[str, Any]:
    """The whole description with this environment, or with values for everything that is required."""
    described: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return _everywhere(described, ENVIRONMENT if environment is None else environment)


def services() -> dict[str, dict[str, Any]]:
    """Every service by its name."""
    found: dict[str, dict[str, Any]] = compose()["services"]
    return found


OURS = sorted(name for name, service in services().items() if service["image"].startswith("sendpath:"))
