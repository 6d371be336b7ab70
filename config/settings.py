"""Settings. What differs between places comes from the environment; README.md lists the variables."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from config import headers, logs
from config.database import prepared, prepared_cache
from config.desk import DESK
from config.env import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
# ENV_FILE names another file to read; tests name none.
env = Environment.read(Path(os.environ.get("ENV_FILE", BASE_DIR / ".env")))

# Who we are

DEBUG = env.boolean("DEBUG", default=False)
SECRET_KEY = env.secret(
    "SECRET_KEY", default="for-development-only-and-never-for-a-site-that-others-read" if DEBUG else ""
)
SITE_URL = env.site("SITE_URL", default="http://127.0.0.1:8000" if DEBUG else "")
SITE_HOST = urlsplit(SITE_URL).hostname
SITE_IS_LOCAL = SITE_HOST in ("127.0.0.1", "localhost", "::1")
SITE_IS_SECURE = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if SITE_IS_LOCAL else [SITE_HOST])
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")

# Languages decide columns, so they are a constant. The environment may hide one from readers.

LANGUAGES = [("is", "Íslenska"), ("en", "English")]
LANGUAGE_CODE = "is"
PUBLIC_LANGUAGES = env.languages("PUBLIC_LANGUAGES", known=[code for code, _name in LANGUAGES], default=LANGUAGE_CODE)
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
# A reader never gets another language's text unseen: what is missing is left out or marked.
MODELTRANSLATION_FALLBACK_LANGUAGES = ()


def in_language(name: str, code: str) -> str:
    """What a column is called at the desk: with the language as its tab names it, and not with the code."""
    return f"{name} ({dict(LANGUAGES)[code]})"


MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = in_language
# The first is ours, the second holds the words of Unfold, which has no Icelandic.
LOCALE_PATHS = [BASE_DIR / "config" / "locale", BASE_DIR / "config" / "desk_locale"]
FORMAT_MODULE_PATH = ["config.formats"]
LANGUAGE_COOKIE_PATH = "/admin/"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SITE_IS_SECURE
TIME_ZONE = "Atlantic/Reykjavik"
USE_TZ = True

# Parts

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "modeltranslation",
    "unfold",
    "unfold.contrib.filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "config.apps.StaticConfig",
    "django_prose_editor",
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "articles",
    "comments",
    "config.apps.ConfigConfig",
]
MIDDLEWARE = [
    "config.observing.ObservingMiddleware",
    "config.middleware.ProxyMiddleware",
    "config.middleware.HeadersMiddleware",
    "config.middleware.MethodMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.media.MediaMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "articles.pages.keeping.KeepingMiddleware",
    "config.middleware.AdminPolicyMiddleware",
    "config.middleware.LanguageMiddleware",
    "config.middleware.CharsetMiddleware",
    "config.middleware.DatabaseAwayMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # The last two are for the admin. They are lazy: a public page that names neither stays the same for all.
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
UNFOLD = DESK

# Stores

DATABASES = {
    "default": prepared(
        env.database("DATABASE_URL", default="sqlite:///data/munur.sqlite3"),
        BASE_DIR,
        pool=env.whole_number("DATABASE_POOL", default=10, least=0, most=200),
    )
}
CACHES = {
    "default": prepared_cache(env.cache("CACHE_URL", default="locmemcache://")),
}
vars().update(env.mail("EMAIL_URL", default="consolemail://" if SITE_IS_LOCAL else "smtp://localhost:25"))
COMMENT_LOOKUP = env.text("COMMENT_LOOKUP")  # see comments/lookup.py
MACHINE_TRANSLATION = env.text("MACHINE_TRANSLATION")  # see articles/machine_translation.py
EMAIL_TIMEOUT = 15  # seconds that a mail server may be silent
DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"Munur <munur@{SITE_HOST}>"

# Static files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static_built"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_STORAGE_CLASS = (
    "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "config.static.Storage"
)
# Pictures: in a folder, or where MEDIA_STORE says.
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / (env.text("MEDIA_FOLDER") or "data/media")
MEDIA_STORE = env.media_store("MEDIA_STORE")
MEDIA_ORIGIN = MEDIA_STORE.origin if MEDIA_STORE else ""
STORAGES = {
    "default": MEDIA_STORE.storage if MEDIA_STORE else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATICFILES_STORAGE_CLASS},
}

# Finished pages, see articles/pages. A template that is being edited is seen at once, so there are none with DEBUG.
PAGES_ROOT = env.text("PAGES_ROOT") or ("off" if DEBUG else str(BASE_DIR / "data" / "pages"))
PAGES_ROOT = None if PAGES_ROOT == "off" else Path(PAGES_ROOT)

# Safety. The headers of each kind of page stand in config/headers.py.

CONTENT_SECURITY_POLICY = {"DIRECTIVES": headers.admin_policy(MEDIA_ORIGIN)}
SECURE_SSL_REDIRECT = SITE_IS_SECURE
# Probes come to the process itself, past the proxy that speaks https.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SITE_IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SITE_IS_SECURE
SECURE_REFERRER_POLICY = headers.REFERRER_POLICY
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_IS_SECURE
X_FRAME_OPTIONS = "DENY"
# A comparison of five sides and thirty rows in two languages has more fields than Django expects of a form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
# Browsers' preload lists are nearly impossible to leave: whoever owns the domain decides that, not a default.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Signing in at the desk: a password (config/login.py), a second factor (config/second_factor.py), and few guesses at
# either (config/lockout.py, which counts for axes). config/login_urls.py lists the pages that allauth lends us.

STAFF_MFA_REQUIRED = env.boolean("STAFF_MFA_REQUIRED", default=SITE_IS_SECURE)
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "config.staff.StaffBackend"]
LOGIN_URL = "/admin/login/"
LOGIN_REDIRECT_URL = "/admin/"
SESSION_COOKIE_AGE = 7 * 24 * 60 * 60
ACCOUNT_ADAPTER = "config.login_adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 30 * 60
# Its limits count in the cache, each process for itself.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
MFA_ADAPTER = "config.login_adapters.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Munur"
MFA_TOTP_TOLERANCE = 1  # half a minute either way, as RFC 6238 advises: clocks differ, and people type
AXES_HANDLER = "config.lockout.Handler"
AXES_LOCKOUT_CALLABLE = "config.login.refused"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

# What the log never says is in config/logs.py; what is counted, in config/metrics.py.

LOGGING = logs.configuration(env.choice("LOG_FORMAT", known=logs.FORMATS, default="text"), debug=DEBUG)
METRICS_ADDRESS = env.address("METRICS_ADDRESS")
METRICS_FOLDER = BASE_DIR / (env.text("METRICS_FOLDER") or "data/metrics")
