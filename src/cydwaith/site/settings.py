"""Settings: one file; what differs between installations comes from the data folder and a few variables.

``CYDWAITH_DATA``          the data folder (its ``secret`` is the secret key)
``CYDWAITH_DATABASE_URL``  PostgreSQL where a place is served by one; else SQLite in the data folder
``CYDWAITH_ADDRESS``       the public address, such as https://support.example.wales
``CYDWAITH_FEEDS_FROM_PRIVATE_ADDRESSES``  "yes" where feeds may stand on the partnership's own network
``CYDWAITH_LICENCE``       the licence of the open data, as "name" or "name https://address"
``CYDWAITH_EMAIL_URL``     smtp://user:password@host:587 (or smtps://..:465), with %40 for an @ in the name or
                           the password; else messages are kept as files in the data folder
``CYDWAITH_FROM``          who letters come from, such as "Cydwaith <support@example.wales>"
``CYDWAITH_TILES``         https://tiles.example/{z}/{x}/{y}.png to lay beneath our maps; else none
``CYDWAITH_TILES_CREDIT``  whose map that is, said under it
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlparse

import dj_database_url
from csp.constants import NONE, SELF
from django.urls import reverse_lazy

PACKAGE = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("CYDWAITH_DATA", PACKAGE.parents[1] / "data"))
CYDWAITH_ADDRESS = os.environ.get("CYDWAITH_ADDRESS", "http://127.0.0.1:8000").rstrip("/")

SECRET_KEY = (DATA / "secret").read_text().strip()
DEBUG = False
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [*LOOPBACK, urlparse(CYDWAITH_ADDRESS).hostname or "localhost"]
CSRF_TRUSTED_ORIGINS = [CYDWAITH_ADDRESS]
SECURE = CYDWAITH_ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "cydwaith.site",
    "django_cotton.apps.SimpleAppConfig",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "cydwaith.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "cydwaith.commons.guard",
    "cydwaith.commons.audit",
    "cydwaith.commons.places",
    "cydwaith.commons.people",
    "cydwaith.commons.circle",
    "cydwaith.commons.messages",
    "cydwaith.place.needs",
    "cydwaith.place.directory",
    "cydwaith.place.keeping",
    "cydwaith.place.register",
    "cydwaith.place.feeds",
    "cydwaith.place.programmes",
    "cydwaith.place.opportunities",
    "cydwaith.person.plans",
    "cydwaith.person.measures",
    "cydwaith.person.referrals",
    "cydwaith.person.enrolments",
    "cydwaith.person.work",
    "cydwaith.person.seeking",
    "cydwaith.person.jobs",
    "cydwaith.person.workplace",
    "cydwaith.person.clinic",
    "cydwaith.person.midlife",
    "cydwaith.person.journey",
    "cydwaith.standards.open_referral",
    "cydwaith.system.atlas",
    "cydwaith.system.fidelity",
    "cydwaith.system.returns",
    "cydwaith.demo",
]


MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cydwaith.site.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "cydwaith.site.middleware.actor",
    "cydwaith.site.middleware.second_factor",
    "cydwaith.site.middleware.refusals",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [
                (
                    "cydwaith.web.ready.loader.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django.templatetags.i18n", "django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "cydwaith.site.context.page",
            ],
        },
    }
]

ROOT_URLCONF = "cydwaith.site.urls"
CSRF_FAILURE_VIEW = "cydwaith.web.views.csrf_failure"
WSGI_APPLICATION = "cydwaith.site.wsgi.application"
DIRECTORY_STANDARD = "cydwaith.standards.open_referral"
FEEDS_FROM_PRIVATE_ADDRESSES = os.environ.get("CYDWAITH_FEEDS_FROM_PRIVATE_ADDRESSES") == "yes"
FEEDS_PAUSE_SECONDS = 0.2
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What somebody uploads is kept in memory while it is looked at, and never as a file on the disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

_SQLITE = {
    "ENGINE": "cydwaith.site.sqlite",
    "NAME": DATA / "cydwaith.sqlite3",
    "TEST": {"NAME": ":memory:"},  # said, for pytest-django looks for the name of Django's own backend
    "CONN_MAX_AGE": None,  # reading the shape of 200 tables anew took 4 ms of every page
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "detect_types": 0,  # Django's fields know what a column holds; twice is once too often
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    },
}
_URL = os.environ.get("CYDWAITH_DATABASE_URL")
DATABASES = {"default": dj_database_url.parse(_URL, conn_max_age=60) if _URL else _SQLITE}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {
            "MAX_ENTRIES": 20_000
        },  # tries at the door are counted in it: few would be forgotten soon
    }
}

_LICENCE = os.environ.get("CYDWAITH_LICENCE", "").strip()
OPEN_DATA_LICENCE, _, OPEN_DATA_LICENCE_ADDRESS = _LICENCE.partition(" https://")
OPEN_DATA_LICENCE_ADDRESS = OPEN_DATA_LICENCE_ADDRESS and f"https://{OPEN_DATA_LICENCE_ADDRESS}"

STATIC_URL = "/static/"
STATIC_ROOT = None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["cydwaith.commons.circle.actors.Door"]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = reverse_lazy("home")
ACCOUNT_ADAPTER = "cydwaith.commons.people.signing_in.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * 60
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = reverse_lazy("home")
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Cydwaith"
MFA_ADAPTER = "cydwaith.commons.people.second_factor.MFAAdapter"
MFA_FORMS = {
    "authenticate": "cydwaith.commons.people.signing_in.SecondFactorForm",
    "activate_totp": "cydwaith.commons.people.second_factor.AppForm",
    "add_webauthn": "cydwaith.commons.people.second_factor.PasskeyForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

SESSION_ENGINE = "cydwaith.commons.people.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CYDWAITH_GOAL_STUCK_AFTER_DAYS = int(os.environ.get("CYDWAITH_GOAL_STUCK_AFTER_DAYS") or 28)
CYDWAITH_TILES = os.environ.get("CYDWAITH_TILES", "")
CYDWAITH_TILES_CREDIT = os.environ.get("CYDWAITH_TILES_CREDIT", "© OpenStreetMap contributors")
_TILE_HOST = "{0.scheme}://{0.netloc}".format(urlparse(CYDWAITH_TILES))
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", *([_TILE_HOST] if CYDWAITH_TILES else [])],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

_MAIL = urlparse(os.environ.get("CYDWAITH_EMAIL_URL", ""))
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _MAIL.hostname
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = DATA / "letters"
EMAIL_USE_SSL = _MAIL.scheme == "smtps"
EMAIL_USE_TLS = not EMAIL_USE_SSL
EMAIL_HOST, EMAIL_PORT = _MAIL.hostname or "", _MAIL.port or (465 if EMAIL_USE_SSL else 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_TIMEOUT = 10  # somebody who signs in waits for it
DEFAULT_FROM_EMAIL = os.environ.get("CYDWAITH_FROM", "Cydwaith <no-reply@localhost>")
EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"plain": {"()": "cydwaith.site.logs.WithoutRequest"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["plain"]},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        # Whoever tries other names at the door is refused; a line for each would hide what matters.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
