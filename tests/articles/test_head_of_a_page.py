"""What a page says of itself to search engines, and where it can be read in another language."""

import re

import pytest

from articles import elsewhere
from articles.elsewhere import Place
from articles.models import Edition
from tests.factories import make_article, make_edition, make_page

pytestmark = pytest.mark.django_db

BOTH = ("is", "en")


def head(client, path, status=200, **query):
    response = client.get(path, query)
    assert response.status_code == status, path
    return response.content.decode().split("</head>")[0]


def body(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode().split("</head>")[1]


def alternates(text):
    return dict(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)">', text))


def robots(text):
    return "".join(re.findall(r'<meta name="robots" content="([^"]+)">', text))


@pytest.mark.parametrize("path", ["/", "/en/", "/vidfangsefni/", "/en/subjects/", "/efnisord/", "/en/authors/"])
def test_a_page_names_its_own_address_whole(client, path):
    assert f'<link rel="canonical" href="http://testserver{path}">' in head(client, path)


def test_the_address_that_a_page_names_has_no_choice_in_it_and_the_page_is_not_indexed(client):
    path = make_edition(sides=3).get_absolute_url()

    chosen = head(client, path, syna="te")

    assert f'<link rel="canonical" href="http://testserver{path}">' in chosen
    assert robots(chosen) == "noindex"
    assert robots(head(client, path)) == ""


def test_the_two_languages_of_an_article_name_each_other_and_themselves(client):
    make_article(slug="grein", languages=BOTH)

    both = {"is": "http://testserver/grein/", "en": "http://testserver/en/grein/"}
    assert alternates(head(client, "/grein/")) == alternates(head(client, "/en/grein/")) == both


@pytest.mark.parametrize("state", ["draft", "review", "archived"])
def test_an_edition_that_is_not_live_is_no_alternate_and_stands_there_in_words(client, state):
    make_article(slug="grein", languages=BOTH)
    Edition.objects.filter(language="en").update(state=state)

    assert alternates(head(client, "/grein/")) == {}
    assert "/en/grein/" not in body(client, "/grein/")
    assert "Ekki til á ensku" in body(client, "/grein/")


def test_the_english_page_says_in_english_that_there_is_no_icelandic(client):
    make_edition(language="en", slug="article")

    assert "Not available in Icelandic" in body(client, "/en/article/")


def test_a_language_that_is_hidden_is_neither_linked_nor_missed(client, settings):
    make_article(slug="grein", languages=BOTH)
    settings.PUBLIC_LANGUAGES = ["is"]

    assert alternates(head(client, "/grein/")) == {}
    assert "Ekki til á ensku" not in body(client, "/grein/")


@pytest.mark.parametrize("path", ["/", "/vidfangsefni/", "/efnisord/", "/hofundar/"])
def test_a_list_is_in_every_public_language(client, path):
    assert alternates(head(client, path)).keys() == {"is", "en"}


def test_what_a_machine_translated_says_so_and_is_not_indexed_until_somebody_has_reviewed_it(client):
    make_edition(language="en", slug="article")
    Edition.objects.update(origin="machine")
    assert robots(head(client, "/en/article/")) == "noindex"
    assert "translated by a machine" in body(client, "/en/article/")

    Edition.objects.update(origin="reviewed")
    assert robots(head(client, "/en/article/")) == ""
    assert "translated by a machine" not in body(client, "/en/article/")


def test_a_page_that_is_not_there_has_no_address_and_no_other_languages(client):
    text = head(client, "/ekkert/", status=404)

    assert 'rel="canonical"' not in text
    assert alternates(text) == {}
    assert "Ekki til á ensku" not in body(client, "/ekkert/", status=404)


def test_the_title_and_the_description_are_the_articles(client):
    content = {"sides": ["Sala", "Þjónusta"], "lead": {"is": '<p>Sala er <em>"skipti"</em>.</p>'}}
    text = head(client, make_edition(**content).get_absolute_url())

    assert "<title>Munurinn á sölu og þjónustu – Munur</title>" in text
    assert '<meta name="description" content="Sala er &quot;skipti&quot;.">' in text
    assert '<meta property="og:type" content="article">' in text
    assert "\u00ad" not in text


def test_the_footer_has_the_pages_of_the_language_in_the_order_that_they_were_made(client):
    make_page(name="Skilmálar")
    make_page(name="Um vefinn", key="about", name_en="About us", body_en="<p>Text.</p>")
    make_page(name="Autt", body="")

    def links(path):
        footer = body(client, path).split("<footer")[1]
        return re.findall(r'<a href="([^"]+)">', footer)

    assert links("/") == ["/sida/skilmalar/", "/um/"]
    assert links("/en/") == ["/en/about/"]


def test_a_page_of_both_languages_names_the_other(client):
    make_page(name="Um vefinn", key="about", name_en="About us", body_en="<p>Text.</p>")

    both = {"is": "http://testserver/um/", "en": "http://testserver/en/about/"}
    assert alternates(head(client, "/um/")) == alternates(head(client, "/en/about/")) == both


def test_a_language_is_missed_where_it_is_public_and_the_page_is_not_in_it():
    assert [language["code"] for language in elsewhere.missing([])] == ["en"]
    assert elsewhere.missing([Place("en", "English", "/en/")]) == []


def test_a_language_without_words_of_its_own_is_missed_by_its_name():
    assert elsewhere.not_in("fo", "Føroyskt") == "Ekki til á þessu máli: Føroyskt"


def test_the_places_of_a_route_are_in_the_words_of_each_language():
    assert elsewhere.same_route("subjects") == [Place("en", "English", "/en/subjects/")]


def test_an_article_elsewhere_is_found_by_the_address_that_any_of_its_editions_has():
    article = make_article(slug="te-kaffi")
    article.editions.create(language="en", slug="tea-coffee")

    for slug in ("te-kaffi", "tea-coffee"):
        assert [place.url for place in elsewhere.article_elsewhere("en", slug)] == ["/te-kaffi/"]
    assert elsewhere.article_elsewhere("is", "te-kaffi") == []
    assert elsewhere.article_elsewhere("en", "annad") == []
