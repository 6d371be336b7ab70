import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.utils import translation

from config.middleware import LanguageMiddleware


def answer(path: str, cookie: str = "", **headers: str):
    request = RequestFactory().get(path, **headers)
    if cookie:
        request.COOKIES["django_language"] = cookie
    return LanguageMiddleware(lambda request: HttpResponse(translation.get_language()))(request)


def language(path: str, **more: str) -> str:
    return answer(path, **more).content.decode()


@pytest.mark.parametrize("path", ["/", "/munurinn-a-solu-og-thjonustu/", "/english/", "/is/", "/ensk-enska/", "//"])
def test_a_path_without_a_language_is_icelandic(path):
    assert language(path) == "is"


@pytest.mark.parametrize("path", ["/en", "/en/", "/en/the-difference/"])
def test_the_first_word_of_a_path_names_the_language(path):
    assert language(path) == "en"


def test_neither_the_browser_nor_a_cookie_changes_a_public_page():
    assert language("/", cookie="en", HTTP_ACCEPT_LANGUAGE="en") == "is"


def test_an_answer_says_its_language_and_does_not_vary():
    assert answer("/en/").headers["Content-Language"] == "en"
    assert "Vary" not in answer("/").headers


def test_an_editor_chooses_the_language_of_the_desk():
    assert language("/admin/") == "is"
    assert language("/admin/articles/", cookie="en") == "en"
    assert language("/admin/", cookie="xx") == "is"
    assert language("/admin/", HTTP_ACCEPT_LANGUAGE="en") == "is"


def test_a_hidden_language_does_not_exist_for_readers_and_says_so_in_icelandic(settings):
    settings.PUBLIC_LANGUAGES = ["is"]

    with pytest.raises(Http404):
        answer("/en/")
    assert translation.get_language() == "is"


def test_a_hidden_language_stays_on_the_desk(settings):
    settings.PUBLIC_LANGUAGES = ["is"]

    assert language("/admin/", cookie="en") == "en"


def test_one_request_leaves_nothing_for_the_next():
    assert [language(path) for path in ("/en/", "/", "/en/")] == ["en", "is", "en"]
