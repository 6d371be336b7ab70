from django.core.checks import run_checks
from django.test import override_settings
from django.urls import path

from config import checks, urls

urlpatterns = [path("nyjung/<int:number>/", lambda request, number: None), *urls.urlpatterns]


def ids(found) -> list[str]:
    return [message.id for message in found]


def test_the_site_passes_its_own_examination():
    assert run_checks() == []


def test_a_fallback_between_languages_is_an_error(settings):
    settings.MODELTRANSLATION_FALLBACK_LANGUAGES = ("is",)

    assert ids(checks.check_languages(None)) == ["munur.E001"]


def test_the_first_words_are_those_of_every_language():
    words = checks.first_words()

    assert {"admin", "healthz", "is", "en", "vidfangsefni", "subjects", "um", "about"} <= words
    assert not [word for word in words if "<" in word]


@override_settings(ROOT_URLCONF=__name__)
def test_an_address_of_ours_that_an_article_could_take_is_an_error():
    found = checks.check_reserved_words(None)

    assert ids(found) == ["munur.E002"]
    assert "“nyjung”" in found[0].msg


def test_https_without_a_trusted_proxy_is_a_warning(settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.TRUSTED_PROXIES = ()
    assert ids(checks.check_proxies(None)) == ["munur.W001"]

    settings.TRUSTED_PROXIES = ("127.0.0.1",)
    assert checks.check_proxies(None) == []
