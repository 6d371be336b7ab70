import ipaddress

import pytest

from config.env import Environment, SettingsError

SECRET = "kq3Jx0vZ1mW8yB5nT7cR2pL9sD4fG6hE-aU_iOoPzXwVbNmQ"
LONG_SECRET = SECRET + "0123"


def env(**values: str) -> Environment:
    return Environment(values)


def sentence(call) -> str:
    with pytest.raises(SettingsError) as raised:
        call()
    return str(raised.value)


@pytest.mark.parametrize(
    ("text", "read"), [("true", True), ("1", True), ("TRUE", True), ("false", False), ("0", False)]
)
def test_a_boolean_is_true_false_1_or_0(text, read):
    assert env(DEBUG=text).boolean("DEBUG", default=not read) is read


@pytest.mark.parametrize("text", ["yes", "on", "no", "off", "2", "já", "t"])
def test_any_other_boolean_is_refused_by_name(text):
    told = sentence(lambda: env(DEBUG=text).boolean("DEBUG", default=False))

    assert "DEBUG" in told
    assert repr(text) in told
    assert "true, false, 1 or 0" in told


def test_a_boolean_that_is_not_set_or_empty_is_the_default():
    assert env().boolean("DEBUG", default=True) is True
    assert env(DEBUG="").boolean("DEBUG", default=False) is False


@pytest.mark.parametrize("text", ["0", "65536", "80.5", "-1", "８０", "http", "1e3"])
def test_a_port_is_a_whole_number_within_bounds(text):
    assert repr(text) in sentence(lambda: env(PORT=text).whole_number("PORT", default=8000, least=1, most=65535))
    assert env(PORT="8001").whole_number("PORT", default=8000, least=1, most=65535) == 8001


def test_a_secret_is_long_and_random_and_never_shown():
    assert env(SECRET_KEY=LONG_SECRET).secret("SECRET_KEY") == LONG_SECRET
    for weak in ("short-but-secret", "a" * 60, "django-insecure-" + LONG_SECRET):
        told = sentence(lambda weak=weak: env(SECRET_KEY=weak).secret("SECRET_KEY"))
        assert weak not in told
        assert "SECRET_KEY" in told


def test_a_missing_secret_says_what_to_do():
    told = sentence(lambda: env().secret("SECRET_KEY"))

    assert told.startswith("SECRET_KEY is not set")
    assert "DEBUG=true" in told


def test_the_address_of_the_site_has_no_path():
    assert env(SITE_URL="https://munur.example/").site("SITE_URL") == "https://munur.example"
    assert env(SITE_URL="http://[::1]:8000").site("SITE_URL") == "http://[::1]:8000"


@pytest.mark.parametrize(
    "text",
    [
        "munur.example",
        "ftp://munur.example",
        "https://",
        "https://munur.example/is/",
        "https://munur.example?a=b",
        "https://munur.example:port",
        "https://ritstjori:leyni@munur.example",
        "https://[::1",
    ],
)
def test_an_address_that_is_not_one_of_a_site_is_refused(text):
    assert "https://munur.example, without a path" in sentence(lambda: env(SITE_URL=text).site("SITE_URL"))


def test_hosts_are_divided_by_commas_and_never_all_hosts():
    assert env(ALLOWED_HOSTS=" a.example , b.example ").hosts("ALLOWED_HOSTS", []) == ["a.example", "b.example"]
    assert env().hosts("ALLOWED_HOSTS", ["munur.example"]) == ["munur.example"]
    for wrong in ("*", "https://munur.example", "a.example b.example"):
        assert repr(wrong) in sentence(lambda wrong=wrong: env(ALLOWED_HOSTS=wrong).hosts("ALLOWED_HOSTS", []))


def test_public_languages_are_known_ones_with_the_default_among_them():
    known = ["is", "en"]

    assert env().languages("PUBLIC_LANGUAGES", known, "is") == ["is", "en"]
    assert env(PUBLIC_LANGUAGES="en,is").languages("PUBLIC_LANGUAGES", known, "is") == ["is", "en"]
    assert env(PUBLIC_LANGUAGES="is").languages("PUBLIC_LANGUAGES", known, "is") == ["is"]
    for wrong in ("en", "is,da"):
        told = sentence(lambda wrong=wrong: env(PUBLIC_LANGUAGES=wrong).languages("PUBLIC_LANGUAGES", known, "is"))
        assert repr(wrong) in told


def test_proxies_are_addresses_and_networks():
    read = env(TRUSTED_PROXIES="10.0.0.7, 2001:db8::/32").networks("TRUSTED_PROXIES")

    assert read == (ipaddress.ip_network("10.0.0.7/32"), ipaddress.ip_network("2001:db8::/32"))
    assert env().networks("TRUSTED_PROXIES") == ()
    for wrong in ("proxy", "10.0.0.1/8", "*"):
        assert repr(wrong) in sentence(lambda wrong=wrong: env(TRUSTED_PROXIES=wrong).networks("TRUSTED_PROXIES"))


def test_a_database_is_sqlite_or_postgresql_and_its_password_is_never_shown():
    assert env(DATABASE_URL="postgres://u:p@h:5433/munur").database("DATABASE_URL", "")["PORT"] == 5433
    for wrong in ("mysql://u:leyndo@h/x", "munur.sqlite3", "postgres://u:leyndo@h:port/x"):
        told = sentence(lambda wrong=wrong: env(DATABASE_URL=wrong).database("DATABASE_URL", ""))
        assert "DATABASE_URL" in told
        assert "leyndo" not in told


def test_cache_and_mail_have_addresses_too():
    assert env(CACHE_URL="redis://h:6379/1").cache("CACHE_URL", "")["BACKEND"].endswith("RedisCache")
    assert env(EMAIL_URL="smtp+tls://u:p@h:587").mail("EMAIL_URL", "")["EMAIL_USE_TLS"] is True
    assert "redis://" in sentence(lambda: env(CACHE_URL="memcached").cache("CACHE_URL", ""))
    assert "smtp://" in sentence(lambda: env(EMAIL_URL="mailto:a@b").mail("EMAIL_URL", ""))
