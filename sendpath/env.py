"""Reading the environment, with types. Every refusal names the variable and says how to mend it."""

import os
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"", "0", "false", "no", "off"}


def text(name: str, default: str = "") -> str:
    """The variable without surrounding blanks, or the default when it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    """Yes or no."""
    value = os.environ.get(name, "").strip().lower()
    if value in YES:
        return True
    if value in NO:
        return default if value == "" else False
    raise ImproperlyConfigured(f"{name} is {value!r}. Write 1 for yes or 0 for no.")


def number(name: str, default: int) -> int:
    """A whole number."""
    value = text(name)
    if not value:
        return default
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}. Write a whole number.")
    return int(value)


def words(name: str) -> list[str]:
    """A list written with commas."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def choice(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """One of a few words."""
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {value!r}. It must be one of: {', '.join(allowed)}.")
    return value


def folder(name: str, default: Path) -> Path:
    """A folder's path."""
    return Path(text(name) or default)


def database() -> dict[str, Any]:
    """Where PostgreSQL is: DATABASE_URL, or the PGHOST family that the launcher sets."""
    url = text("DATABASE_URL")
    if not url:
        keys = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
        return {key: text(name) for key, name in keys.items()} | {"NAME": text("PGDATABASE", "sendpath")}
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "DATABASE_URL is not the address of a PostgreSQL database. "
            "Write it like postgresql://user:password@host:5432/sendpath."
        )
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    found = {
        "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": query.pop("port", "") or str(parts.port or ""),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "NAME": unquote(parts.path.strip("/")),
    }
    return found | ({"OPTIONS": query} if query else {})


def redis_database(url: str, more: int) -> tuple[str, str]:
    """A Redis address twice, for the cache and for Celery, ``more`` database numbers further on.

    Django and Celery write the address of a unix socket differently; nobody but this function needs to know.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"redis", "rediss", "unix"}:
        raise ImproperlyConfigured(
            "REDIS_URL is not the address of a Redis server. "
            "Write it like redis://host:6379/0, or unix:///path/to/socket?db=0."
        )
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    chosen = query.get("db", "") if parts.scheme == "unix" else parts.path.strip("/")
    number_of_database = (int(chosen) if chosen.isdigit() else 0) + more
    if parts.scheme == "unix":
        return (
            f"unix://{parts.path}?db={number_of_database}",
            f"redis+socket://{parts.path}?virtual_host={number_of_database}",
        )
    tail = f"?{parts.query}" if parts.query else ""
    address = f"{parts.scheme}://{parts.netloc}/{number_of_database}{tail}"
    return address, address


def mail(url: str) -> dict[str, Any]:
    """Django's mail settings from EMAIL_URL, such as smtp://user:password@host:587?tls=1."""
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL is not the address of a mail server. Write it like smtp://user:password@host:587?tls=1."
        )
    tls = parse_qs(parts.query).get("tls", ["0"])[-1].lower() in YES
    return {
        "EMAIL_BACKEND": "notices.patient.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls and parts.scheme == "smtp",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def origin(url: str) -> list[str]:
    """Where an address is served from, in a list; nothing for no address."""
    parts = urlsplit(url)
    return [f"{parts.scheme}://{parts.netloc}"] if url else []


def single_sign_on(url: str) -> dict[str, Any]:
    """allauth's settings for the OpenID Connect provider at ``url``; nothing where none is named.

    Its id holds a mark of the issuer: an account bound under one issuer is nobody's under another.
    """
    if not url:
        return {}
    parts, client, secret = urlsplit(url), text("SENDPATH_SSO_CLIENT"), text("SENDPATH_SSO_SECRET")
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        raise ImproperlyConfigured("SENDPATH_SSO_URL must begin with https://. It is the address of the issuer.")
    for name, value in (("SENDPATH_SSO_CLIENT", client), ("SENDPATH_SSO_SECRET", secret)):
        if not value:
            raise ImproperlyConfigured(f"{name} is missing. Single sign-on needs it beside SENDPATH_SSO_URL.")
    app = {
        "provider_id": f"sso-{sha256(url.encode()).hexdigest()[:12]}",
        "name": text("SENDPATH_SSO_NAME", "your council account"),
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": url.rstrip("/"), "trusts_email": flag("SENDPATH_SSO_TRUSTS_EMAIL")},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
