"""What the settings become in one place or another: read in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.database import wait_shortly_for_locks

ROOT = Path(__file__).resolve().parents[2]
SECRET = "production-only-0123456789-abcdefghijklmnopqrstuvwxyz"
PRODUCTION = {"SECRET_KEY": SECRET, "SITE_URL": "https://munur.example", "DATABASE_URL": "sqlite://:memory:"}
PRINT = """
import json, sys
from django.conf import settings
json.dump({name: getattr(settings, name) for name in sys.argv[1].split()}, sys.stdout, default=str)
"""


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    outside = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings", "ENV_FILE": os.devnull}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=outside | environment, capture_output=True, text=True, timeout=60
    )


def settings(names: str, **environment: str) -> dict:
    done = python("-c", PRINT, names, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def refusal(**environment: str) -> str:
    done = python("manage.py", "check", **environment)
    assert done.returncode == 1
    return done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "SITE_URL"])
def test_production_does_not_start_without(name):
    told = refusal(**PRODUCTION | {name: ""})

    assert told.startswith(f"{name} is not set")
    assert "Traceback" not in told


def test_a_value_that_cannot_be_right_stops_the_start_in_one_line():
    told = refusal(**PRODUCTION, DEBUG="yes")

    assert told == "DEBUG is 'yes', but wanted is true, false, 1 or 0. The site does not start.\n"


def test_development_borrows_a_secret_and_an_address():
    read = settings("DEBUG SITE_URL ALLOWED_HOSTS SESSION_COOKIE_SECURE SECURE_SSL_REDIRECT", DEBUG="true")

    assert read["SITE_URL"] == "http://127.0.0.1:8000"
    assert read["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost"]
    assert not read["SESSION_COOKIE_SECURE"]
    assert not read["SECURE_SSL_REDIRECT"]


def test_an_https_address_makes_everything_secure():
    read = settings(
        "DEBUG ALLOWED_HOSTS SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE LANGUAGE_COOKIE_SECURE SECURE_SSL_REDIRECT "
        "SECURE_HSTS_SECONDS EMAIL_BACKEND",
        **PRODUCTION,
    )

    assert read.pop("ALLOWED_HOSTS") == ["munur.example"]
    assert read.pop("EMAIL_BACKEND").endswith("smtp.EmailBackend")
    assert read.pop("DEBUG") is False
    assert all(read.values())


def test_mail_of_this_machine_goes_to_the_console():
    read = settings("EMAIL_BACKEND", **PRODUCTION | {"SITE_URL": "http://127.0.0.1:8000"})

    assert read["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_a_sqlite_file_waits_for_its_turn_and_keeps_its_word():
    database = settings("DATABASES", SECRET_KEY=SECRET, SITE_URL="http://127.0.0.1:8000")["DATABASES"]["default"]

    assert database["NAME"] == str(ROOT / "data" / "munur.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 5


POSTGRESQL = PRODUCTION | {"DATABASE_URL": "postgres://munur@db/munur?sslmode=require"}


def test_the_threads_of_a_process_share_connections_to_postgresql():
    database = settings("DATABASES", **POSTGRESQL)["DATABASES"]["default"]

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert database["CONN_MAX_AGE"] == 0
    assert database["CONN_HEALTH_CHECKS"] is True  # each is looked at before it is lent
    assert database["OPTIONS"]["sslmode"] == "require"
    assert database["OPTIONS"]["pool"]["max_size"] == 10
    assert database["OPTIONS"]["pool"]["timeout"] < 5


def test_without_a_pool_each_thread_keeps_its_connection_and_looks_after_it():
    database = settings("DATABASES", **POSTGRESQL, DATABASE_POOL="0")["DATABASES"]["default"]

    assert database["CONN_MAX_AGE"] > 0
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["OPTIONS"]["sslmode"] == "require"
    assert "pool" not in database["OPTIONS"]


@pytest.mark.parametrize("pool", ["0", "10"])
def test_nobody_waits_long_for_a_host_that_is_silent(pool):
    options = settings("DATABASES", **POSTGRESQL, DATABASE_POOL=pool)["DATABASES"]["default"]["OPTIONS"]

    assert options["connect_timeout"] <= 2
    assert options["tcp_user_timeout"] <= 5000


@pytest.mark.parametrize(("pool", "told"), [("0", None), ("10", "-c lock_timeout=4s")])
def test_readers_do_not_wait_for_locks_where_the_database_may_be_told(pool, told):
    database = settings("DATABASES", **POSTGRESQL, DATABASE_POOL=pool)["DATABASES"]["default"]

    wait_shortly_for_locks(database)

    assert database["OPTIONS"].get("options") == told


def test_a_redis_that_hangs_is_not_waited_for():
    cache = settings("CACHES", **PRODUCTION, CACHE_URL="redis://:leyndo@cache:6379/1")["CACHES"]["default"]

    assert cache["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
    assert cache["LOCATION"] == "redis://:leyndo@cache:6379/1"
    assert cache["KEY_PREFIX"] == "munur"
    assert 0 < cache["OPTIONS"]["socket_timeout"] <= 2


def test_the_environment_wins_over_the_file(tmp_path):
    file = tmp_path / "settings"
    file.write_text(f"SECRET_KEY={SECRET}\nSITE_URL=http://localhost:8000\nPUBLIC_LANGUAGES=is\n")

    read = settings("SITE_URL PUBLIC_LANGUAGES", ENV_FILE=str(file), SITE_URL="http://localhost:9000")

    assert read == {"SITE_URL": "http://localhost:9000", "PUBLIC_LANGUAGES": ["is"]}


def test_production_settings_pass_djangos_own_examination():
    done = python(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION, TRUSTED_PROXIES="127.0.0.1"
    )

    assert done.returncode == 0, done.stderr


def test_an_https_site_without_a_trusted_proxy_is_warned_of_the_circle():
    done = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert done.returncode == 1
    assert "munur.W001" in done.stderr


def test_what_the_log_looks_like_and_where_figures_are_told():
    read = settings("LOGGING METRICS_ADDRESS", **PRODUCTION, LOG_FORMAT="json", METRICS_ADDRESS="[::1]:9100")

    assert read["LOGGING"]["formatters"]["line"] == {"()": "config.logs.Json"}
    assert read["METRICS_ADDRESS"] == ["::1", 9100]


@pytest.mark.parametrize("address", ["9100", "localhost:9100", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536"])
def test_an_address_that_nothing_can_listen_on_stops_the_start(address):
    assert refusal(**PRODUCTION, METRICS_ADDRESS=address).startswith(f"METRICS_ADDRESS is '{address}', but wanted is")


def test_a_form_of_the_log_that_nobody_knows_stops_the_start():
    told = refusal(**PRODUCTION, LOG_FORMAT="xml")

    assert told == "LOG_FORMAT is 'xml', but wanted is one of text, json. The site does not start.\n"
