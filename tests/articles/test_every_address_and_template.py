"""Smoke: every public address resolves and answers in each language, and every template compiles."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode, IncludeNode
from django.urls import resolve, reverse
from django.utils import translation

from articles.urls import urlpatterns

ROUTES = {pattern.name: dict.fromkeys(pattern.pattern.converters, "ord") for pattern in urlpatterns}
CODES = [code for code, _name in settings.LANGUAGES]
FOLDER = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
WITHOUT_A_NAME = {"home", "subjects", "tags", "authors", "search"}
NO_PAGES = {"proposals"}  # answers with data


def address(route, language):
    with translation.override(language):
        return reverse(route, kwargs=ROUTES[route])


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("route", ROUTES)
def test_an_address_leads_back_to_its_own_view(route, language):
    path = address(route, language)

    with translation.override(language):
        assert resolve(path).url_name == route
    assert path.startswith("/en/") is (language == "en")


@pytest.mark.django_db
@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("route", sorted(set(ROUTES) - NO_PAGES))
def test_an_address_answers_in_its_language_even_where_there_is_nothing(client, route, language):
    response = client.get(address(route, language))

    assert response.status_code == (200 if route in WITHOUT_A_NAME else 404)
    assert f'<html lang="{language}"' in response.content.decode()
    assert response["Content-Language"] == language


@pytest.mark.parametrize("route", sorted(set(ROUTES) - {"home", "article"}))
def test_each_language_has_its_own_word_for_an_address(route):
    icelandic, english = address(route, "is"), address(route, "en").removeprefix("/en")

    assert icelandic.split("/")[1] != english.split("/")[1]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles(name):
    assert get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_that_a_template_names_is_there(name):
    nodes = get_template(name).template.nodelist
    named = [node.template for node in nodes.get_nodes_by_type(IncludeNode)]
    named += [node.parent_name for node in nodes.get_nodes_by_type(ExtendsNode)]

    for expression in named:
        if isinstance(expression.var, str):  # a name and no variable
            assert get_template(expression.var)


def test_there_are_templates_to_try():
    assert {"base.html", "404.html", "410.html", "articles/article.html", "comments/thread.html"} <= set(TEMPLATES)
