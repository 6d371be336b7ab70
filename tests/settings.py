"""The site's settings as tests want them: the same everywhere, whatever .env says."""

import os

os.environ.update(
    ENV_FILE=os.devnull,
    DEBUG="false",
    SECRET_KEY="for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz",
    SITE_URL="http://testserver",
    ALLOWED_HOSTS="testserver,127.0.0.1,localhost",
    CACHE_URL="locmemcache://",
    EMAIL_URL="memorymail://",
    PUBLIC_LANGUAGES="",
    TRUSTED_PROXIES="",
    COMMENT_LOOKUP="",
    MACHINE_TRANSLATION="",
    MEDIA_STORE="",
    MEDIA_FOLDER="",
    LOG_FORMAT="",
    DATABASE_POOL="0",
    METRICS_ADDRESS="",
    STAFF_MFA_REQUIRED="",
)

from config.settings import *  # noqa: E402, F403
from config.settings import BASE_DIR, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The names of compressed files are known only after collectstatic.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Not the folder of a server beside the tests: what was gathered there may be old.
STATIC_ROOT = BASE_DIR / "static_of_no_test"
MEDIA_ROOT = BASE_DIR / "media_of_no_test"
PAGES_ROOT = None  # tests of finished pages have a folder of their own
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
