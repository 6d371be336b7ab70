"""Where there is nothing to read, the site says so in words of the language, and where one can go from there."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.urls import get_resolver, get_urlconf

from articles.models import Edition
from tests.factories import make_article, make_edition, make_page

pytestmark = pytest.mark.django_db

WAYS_ON = {"is": ["/", "/vidfangsefni/", "/efnisord/"], "en": ["/en/", "/en/subjects/", "/en/tags/"]}


def main_of(response):
    return response.content.decode().split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize(
    ("language", "path", "heading", "words"),
    [
        ("is", "/ekkert/", "Síðan fannst ekki", "Slóðin gæti verið gömul eða rangt slegin inn."),
        ("en", "/en/nothing/", "Page not found", "The address may be old or mistyped."),
        ("is", "/vidfangsefni/ekkert/", "Síðan fannst ekki", "Slóðin gæti verið gömul"),
        ("en", "/en/tags/nothing/", "Page not found", "The address may be old"),
        ("is", "/hofundar/enginn/", "Síðan fannst ekki", "Slóðin gæti verið gömul"),
        ("en", "/en/page/nothing/", "Page not found", "The address may be old"),
        ("is", "/um/", "Síðan fannst ekki", "Slóðin gæti verið gömul"),
        ("is", "/a/b/c/", "Síðan fannst ekki", "Slóðin gæti verið gömul"),
    ],
)
def test_a_page_that_is_not_found_says_so_and_offers_ways_on(client, language, path, heading, words):
    response = client.get(path)

    assert response.status_code == 404
    assert f"<h1>{heading}</h1>" in main_of(response)
    assert words in main_of(response)
    assert re.findall(r'<a href="([^"]+)">', main_of(response)) == WAYS_ON[language]


@pytest.mark.parametrize(
    ("language", "prefix", "heading", "words"),
    [
        ("is", "", "Ekki lengur til", "Þessi samanburður hefur verið tekinn af vefnum."),
        ("en", "/en", "No longer here", "This comparison has been withdrawn and is no longer on the site."),
    ],
)
def test_a_page_that_was_withdrawn_says_so_and_offers_ways_on(client, language, prefix, heading, words):
    make_edition(language=language, slug="grein", sides=["Leyndarmál", "Annað"])
    Edition.objects.update(state="archived")

    response = client.get(f"{prefix}/grein/")

    assert response.status_code == 410
    assert f"<h1>{heading}</h1>" in main_of(response)
    assert words in main_of(response)
    assert re.findall(r'<a href="([^"]+)">', main_of(response)) == WAYS_ON[language]
    assert "leyndarmál" not in response.content.decode().lower()


@pytest.mark.parametrize(
    ("there", "path", "heading", "address"),
    [
        ("en", "/grein/", "Ekki til á íslensku", "/en/grein/"),
        ("is", "/en/grein/", "Not available in English", "/grein/"),
    ],
)
def test_a_page_of_another_language_names_the_language_and_leads_to_the_title_there(
    client, there, path, heading, address
):
    title = make_edition(language=there, slug="grein").title

    response = client.get(path)

    assert response.status_code == 404
    assert f"<h1>{heading}</h1>" in main_of(response)
    assert f'<a href="{address}" lang="{there}" hreflang="{there}">{title}</a>' in main_of(response)


@pytest.mark.parametrize("state", ["draft", "review", "archived"])
def test_what_is_not_live_in_the_other_language_is_not_offered(client, state):
    make_edition(slug="grein", sides=["Leyndarmál", "Annað"])
    Edition.objects.update(state=state)

    response = client.get("/en/grein/")

    assert response.status_code == 404
    assert "<h1>Page not found</h1>" in main_of(response)
    assert "leyndarmál" not in response.content.decode().lower()


def test_an_archived_edition_is_gone_although_the_other_language_is_live(client):
    make_article(slug="grein", languages=("is", "en"))
    Edition.objects.filter(language="en").update(state="archived")

    assert client.get("/en/grein/").status_code == 410
    assert client.get("/grein/").status_code == 200


def test_an_address_without_its_last_slash_leads_to_the_one_with_it(client):
    make_edition(slug="grein")

    response = client.get("/grein")

    assert (response.status_code, response["Location"]) == (301, "/grein/")


def test_who_may_not_see_a_page_is_told_in_words(rf):
    forbidden = get_resolver(get_urlconf()).resolve_error_handler(403)

    response = forbidden(rf.get("/"), PermissionDenied())

    assert response.status_code == 403
    assert "<h1>Aðgangur ekki leyfður</h1>" in main_of(response)
    assert re.findall(r'<a href="([^"]+)">', main_of(response)) == WAYS_ON["is"]


def test_the_page_of_a_fault_needs_nothing_and_speaks_both_languages(django_assert_num_queries):
    with django_assert_num_queries(0):
        text = render_to_string("500.html")

    assert "Villa kom upp hjá okkur" in text
    assert "The fault is ours" in text
    assert 'href="/"' in text
    assert 'href="/en/"' in text


def test_a_page_with_a_name_but_no_text_in_a_language_is_not_linked_there(client):
    make_page(name="Skilmálar", name_en="Terms")

    assert "/en/page/terms/" not in client.get("/sida/skilmalar/").content.decode()
