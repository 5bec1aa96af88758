"""What production refuses to start with. Each refusal names the variable and says how to mend it."""

import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from sendpath import env

NEEDED = {
    "DATABASE_URL": "Give the address of the PostgreSQL server, like postgresql://user:password@host:5432/sendpath.",
    "REDIS_URL": "Give the address of the Redis server, like redis://host:6379/0.",
    "ALLOWED_HOSTS": "List the host names this installation answers to, with commas between them.",
    "EMAIL_URL": "Give the address of the mail server, like smtp://user:password@host:587?tls=1.",
    "CLAMD_ADDRESS": "Give the address of the virus scanner, like clamav:3310, or the path of its socket.",
    "FILES_DIR": "Give the private folder in which attachments are kept.",
}
NOTIFY_TEMPLATES = ("SENDPATH_NOTIFY_EMAIL_TEMPLATE", "SENDPATH_NOTIFY_TEXT_TEMPLATE")
NOTIFY_KEY = r".+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SHORTEST_SECRET, FEWEST_CHARACTERS = 50, 5
HOW_TO_MAKE_ONE = 'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(64))"'


def refuse_what_is_unsafe(base: Path) -> None:
    """Raise ImproperlyConfigured at the first thing that must not be so in production."""
    secret = env.text("SECRET_KEY")
    if not secret:
        raise ImproperlyConfigured(
            f"SECRET_KEY is missing. Production needs one of its own. {HOW_TO_MAKE_ONE}. "
            "To try SENDPath out instead, run: python3 start.py"
        )
    if len(secret) < SHORTEST_SECRET:
        raise ImproperlyConfigured(
            f"SECRET_KEY is too short: it needs at least {SHORTEST_SECRET} characters. {HOW_TO_MAKE_ONE}."
        )
    if len(set(secret)) < FEWEST_CHARACTERS or secret.startswith("django-insecure-"):
        raise ImproperlyConfigured(f"SECRET_KEY is too easy to guess. {HOW_TO_MAKE_ONE}.")
    if env.flag("DEBUG"):
        raise ImproperlyConfigured(
            "DEBUG is switched on. It shows children's records on error pages. Remove DEBUG from the environment."
        )
    if _embedded(base):
        raise ImproperlyConfigured(
            "The embedded database is for trying SENDPath out, never for real children. "
            "Set DATABASE_URL to a PostgreSQL server of your own, and remove SENDPATH_EMBEDDED."
        )
    for name, mend in NEEDED.items():
        if not env.text(name):
            raise ImproperlyConfigured(f"{name} is missing. {mend}")
    _refuse_half_of_notify()
    for name in ("DESK_URL", "FAMILY_URL"):
        if not env.text(name).startswith("https://"):
            raise ImproperlyConfigured(
                f"{name} must be the public address of that door and begin with https://. "
                "It is written into letters, and sign-in over plain http could be read by others."
            )
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"):
        if not env.flag(name, default=True):
            raise ImproperlyConfigured(
                f"{name} is switched off. Sign-in cookies would travel unprotected. Remove {name} from the environment."
            )


def _refuse_half_of_notify() -> None:
    """GOV.UK Notify needs its key, and a template for each kind it is to send."""
    key, url = env.text("SENDPATH_NOTIFY_KEY"), env.text("SENDPATH_NOTIFY_URL")
    templates = [name for name in NOTIFY_TEMPLATES if env.text(name)]
    if templates and not key:
        raise ImproperlyConfigured(
            f"SENDPATH_NOTIFY_KEY is missing, and {templates[0]} is there. Give the key of your GOV.UK Notify service, "
            "or remove the template."
        )
    if key and not templates:
        raise ImproperlyConfigured(
            "SENDPATH_NOTIFY_KEY has no template beside it. Name one in SENDPATH_NOTIFY_EMAIL_TEMPLATE for emails, in "
            "SENDPATH_NOTIFY_TEXT_TEMPLATE for texts, or in both."
        )
    if key and not re.fullmatch(NOTIFY_KEY, key):
        raise ImproperlyConfigured(
            "SENDPATH_NOTIFY_KEY is not a whole key. Copy it once more: name, service and secret."
        )
    if url and not url.startswith("https://"):
        raise ImproperlyConfigured("SENDPATH_NOTIFY_URL must begin with https://: letters would travel unprotected.")


def _embedded(base: Path) -> bool:
    """Whether the database is the one that start.py keeps in its own data folder."""
    if env.flag("SENDPATH_EMBEDDED"):
        return True
    host = env.database()["HOST"] if env.text("DATABASE_URL") or env.text("PGHOST") else ""
    if not host.startswith("/"):
        return False
    data = env.folder("SENDPATH_VAR", base / "var").resolve()
    return Path(host).resolve().is_relative_to(data) or (Path(host) / "PG_VERSION").exists()
