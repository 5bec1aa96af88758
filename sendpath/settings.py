"""All settings, in one file, read from the environment. SENDPATH_MODE is production unless somebody says otherwise."""

from pathlib import Path

from core.version import version
from sendpath import env, logs, production

BASE = Path(__file__).resolve().parent.parent
VAR = env.folder("SENDPATH_VAR", BASE / "var")

MODE = env.choice("SENDPATH_MODE", "production", ("production", "demo", "test"))
DOOR = env.choice("SENDPATH_DOOR", "desk", ("desk", "family"))
PRODUCTION, DEMO, TEST = (mode == MODE for mode in ("production", "demo", "test"))
if PRODUCTION:
    production.refuse_what_is_unsafe(BASE)

DEBUG = env.flag("DEBUG") and DEMO
SECRET_KEY = env.text("SECRET_KEY", "a key for tests alone, which guards nothing at all" if TEST else "")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_OLD")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or ["127.0.0.1", "localhost", "[::1]"] + (["testserver"] if TEST else [])
DESK_URL = env.text("DESK_URL", "http://127.0.0.1:8000").rstrip("/")
FAMILY_URL = env.text("FAMILY_URL", "http://127.0.0.1:8001").rstrip("/")
CSRF_TRUSTED_ORIGINS = [DESK_URL if DOOR == "desk" else FAMILY_URL]

ROOMS = ["door", "accounts", "people", "ledger", "notices", "cases", "documents", "provision"]
ROOMS += [
    "ehcp",
    "referrals",
    "panels",
    "meetings",
    "assessments",
    "talking",
    "profiles",
    "support",
    "feedback",
    "rulebook",
    "pathway",
    "insight",
]
INSTALLED_APPS = [
    *(f"django.contrib.{part}" for part in ("auth", "contenttypes", "sessions", "messages", "staticfiles", "humanize")),
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "guardian",
    "rest_framework",
    "drf_spectacular",
    "csp",
    *ROOMS,
    *("desk", "portal", "api"),
    *([] if PRODUCTION else ["demo"]),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "door.middleware.NeverKept",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.middleware.WhoMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = f"sendpath.urls_{DOOR}"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sendpath.dress.dress",
            ]
        },
    }
]
FORM_RENDERER = "door.forms.Renderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no third cookie

# The database. A web request may not hold a statement for longer than people wait; a migration may.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **env.database(),
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 0 if TEST else 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
EMBEDDED = env.flag("SENDPATH_EMBEDDED")  # start.py's own database: the only one that the demo's people may open
if env.text("SENDPATH_ROLE") == "web":
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c statement_timeout=15000"  # type: ignore[index]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The cache, and the queue's address (the rest: sendpath/queue.py). Clearing one spares the other: each has its number.
REDIS_URL = env.text("REDIS_URL", "redis://127.0.0.1:6379/0")
CACHES = {
    "default": {
        "BACKEND": "sendpath.cache.ForgivingRedisCache",
        "LOCATION": env.redis_database(REDIS_URL, more=1)[0],
        "KEY_PREFIX": "sendpath",
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 3},
    }
}

# Who signs in, and how.
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "guardian.backends.ObjectPermissionBackend",
]
STRENGTH = {"MinimumLength": {"min_length": 10}, "CommonPassword": {}, "UserAttributeSimilarity": {}}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator", "OPTIONS": options}
    for name, options in STRENGTH.items()
]
if TEST:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; tests sign in hundreds of times
ANONYMOUS_USER_NAME = None
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "sendpath.signin.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("PROXY_COUNT", 1 if PRODUCTION else 0)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"authenticate": "sendpath.second_step.CodeForm", "reauthenticate": "sendpath.second_step.CodeAgainForm"}
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # ours instead: sendpath.limits
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_TOTP_ISSUER = "SENDPath"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are given by the administrator, not typed by a stranger

# Single sign-on, at the desk, where a provider is named.
SOCIALACCOUNT_ADAPTER = "sendpath.sso.SocialAdapter"
SOCIALACCOUNT_STORE_TOKENS = SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
SSO_URL = env.text("SENDPATH_SSO_URL") if DOOR == "desk" else ""
SOCIALACCOUNT_PROVIDERS = env.single_sign_on(SSO_URL)

# Sessions and cookies: each door has its own. Django's defaults add nosniff, no frames, and no opener from elsewhere.
HOST_ONLY = "__Host-" if PRODUCTION else ""
SESSION_ENGINE = "sendpath.sessions"
SESSION_COOKIE_NAME = f"{HOST_ONLY}sendpath_{DOOR}_session"
SESSION_COOKIE_AGE = (8 if DOOR == "desk" else 2) * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "sendpath.csrf_lost.failure"
CSRF_COOKIE_NAME = f"{HOST_ONLY}sendpath_{DOOR}_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_REFERRER_POLICY = "same-origin"  # no-referrer would make browsers post forms with a null Origin
OWN, NOBODY = ["'self'"], ["'none'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": dict.fromkeys(["default-src", "frame-ancestors", "base-uri", "manifest-src"], NOBODY)
    | dict.fromkeys(["script-src", "style-src", "img-src", "font-src", "connect-src"], OWN)
    | {"form-action": OWN + env.origin(SSO_URL)}  # a browser asks before a form may lead on to the provider
}

# Words and days.
LANGUAGE_CODE, LANGUAGES = "en-gb", [("en-gb", "English")]
LOCALE_PATHS = [BASE / "locale"]
TIME_ZONE, USE_TZ, USE_I18N = "Europe/London", True, True

# Our own style sheets and scripts, and the families' files. The two never meet.
STATIC_URL = "/static/"
STATIC_ROOT = None if TEST else env.folder("STATIC_DIR", VAR / "static" if DEMO else BASE / "staticfiles")
STATICFILES_DIRS = [BASE / "static"]
WHITENOISE_USE_FINDERS = TEST
FILES_DIR = env.folder("FILES_DIR", VAR / "files")
FOR_OWNER_ALONE = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
FINGERPRINTED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES_DIR} | FOR_OWNER_ALONE,
    },
    "staticfiles": {"BACKEND": PLAIN if TEST else FINGERPRINTED},
}
OLDEST_AGE = env.number("OLDEST_AGE", 25)
ATTACHMENT_MAX_BYTES = 10 * 1024 * 1024
CLAMD_ADDRESS = env.text("CLAMD_ADDRESS")
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # everything typed in one form; files are counted apart
DATA_UPLOAD_MAX_NUMBER_FIELDS, DATA_UPLOAD_MAX_NUMBER_FILES = 500, 50

# Mail: a real server where one is named, files in the demo, nothing at all in tests.
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("MAIL_FROM", "SENDPath <no-reply@localhost>")
EMAIL_TIMEOUT, OUTBOX_LEASE = 10, env.number("OUTBOX_LEASE", 600)  # seconds: an answer; a worker's hold on a letter
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'locmem' if TEST else 'filebased'}.EmailBackend"
if env.text("EMAIL_URL"):
    globals().update(env.mail(env.text("EMAIL_URL")))

# GOV.UK Notify: carries texts, and emails too where it has a template for them.
NOTIFY_KEY, NOTIFY_URL = env.text("SENDPATH_NOTIFY_KEY"), env.text("SENDPATH_NOTIFY_URL")
NOTIFY_EMAIL_TEMPLATE, NOTIFY_TEXT_TEMPLATE = (
    env.text(f"SENDPATH_NOTIFY_{kind}_TEMPLATE") for kind in ("EMAIL", "TEXT")
)

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS = {"TITLE": "SENDPath", "VERSION": version(), "SERVE_INCLUDE_SCHEMA": False}

CIRCLES = {
    "asker": "ehcp.readers.asker",
    "invited": "meetings.readers.invited",
    "family_there": "meetings.readers.family_there",
    "there_without_account": "meetings.readers.there_without_account",
    "shared_with": "assessments.readers.shared_with",
    "told_of_decision": "ehcp.readers.told_of_decision",
    "asked_for_feedback": "feedback.readers.asked",
    "talked_with": "talking.readers.talked_with",
}
"""Circles of readers that a room above the spine knows."""
ASKED_STILL = "meetings.readers.asked_still"
GUESTS_MAY_HAVE = {
    "invitee": "meetings.readers.still_may_have",
    "news": "pathway.news.still_may_have",
    "talk": "talking.readers.still_may_have",
}
"""Who asks again, at sending, about readers that a room above the spine knows."""
PATROL = "sendpath.patrols.findings"
STILL_MAY_HAVE = "cases.audience.still_may_have"  # asked by the post office just before a letter leaves
LOGGING = logs.configuration(
    machine_readable=PRODUCTION, level=env.text("LOG_LEVEL", "INFO" if PRODUCTION else "WARNING")
)
