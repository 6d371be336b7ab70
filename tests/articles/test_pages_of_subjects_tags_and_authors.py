"""Each subject, tag and author has a page in each language that a live edition uses it in."""

import re
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from articles import views
from articles.lists import listing
from articles.manuscript import Author
from articles.models import Author as StoredAuthor
from articles.models import Edition, Subject, Tag
from tests.factories import make_article, make_author, make_subject, make_tag

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)
BOTH = ("is", "en")
ANNA = Author("anna", {"is": "Anna Jónsdóttir", "en": "Anna Jonsdottir"}, bio={"is": "<p>Skrifar.</p>"})
PAGES = {
    "is": ["/vidfangsefni/sala/", "/efnisord/log/", "/hofundar/anna-jonsdottir/"],
    "en": ["/en/subjects/sala/", "/en/tags/log/", "/en/authors/anna-jonsdottir/"],
}
INDEXES = {
    "is": ["/vidfangsefni/", "/efnisord/", "/hofundar/"],
    "en": ["/en/subjects/", "/en/tags/", "/en/authors/"],
}
ALL = [(language, path) for language in BOTH for path in PAGES[language]]


def publish_one(**article):
    return make_article(**{"sides": ["Sala", "Vara"], "tags": ["log"], "author": ANNA, "languages": BOTH, **article})


def text_of(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


@pytest.mark.parametrize(("language", "path"), ALL)
def test_the_page_is_there_in_its_language_and_lists_the_comparison(client, language, path):
    publish_one(slug="grein")

    text = text_of(client, path)

    assert f'<html lang="{language}"' in text
    assert f'href="{"/en" if language == "en" else ""}/grein/"' in text


@pytest.mark.parametrize(("language", "path"), ALL)
def test_there_is_no_page_where_no_live_edition_of_the_language_uses_it(client, language, path):
    publish_one()
    Edition.objects.filter(language=language).update(state="draft")

    assert "<h1>" in text_of(client, path, status=404)
    for other in set(BOTH) - {language}:
        assert all(client.get(there).status_code == 200 for there in PAGES[other])


@pytest.mark.parametrize(("language", "path"), ALL)
def test_a_name_alone_makes_no_page(client, language, path):
    make_subject(name="Sala", name_en="Sala")
    make_tag(name="Log", name_en="Log")
    make_author(name="Anna Jónsdóttir", name_en="Anna Jonsdottir")

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", PAGES["is"])
def test_a_page_names_the_other_language_where_a_live_edition_uses_it_there(client, path):
    publish_one()
    english = PAGES["en"][PAGES["is"].index(path)]

    assert f'hreflang="en" href="http://testserver{english}"' in text_of(client, path)

    Edition.objects.filter(language="en").update(state="archived")
    assert english not in text_of(client, path)
    assert "Ekki til á ensku" in text_of(client, path)


@pytest.mark.parametrize(("language", "path"), [(code, path) for code in BOTH for path in INDEXES[code]])
def test_a_list_has_what_live_editions_use_and_nothing_else(client, language, path):
    publish_one()
    publish_one(sides=["Afl", "Vinna"], tags=["edlisfraedi"], author=None, publish=False)
    make_author(name="Enginn", name_en="Nobody")

    text = text_of(client, path)

    page = PAGES[language][INDEXES[language].index(path)]
    assert f'href="{page}"' in text
    assert not re.search(r"/(afl|vinna|edlisfraedi|enginn|nobody)/", text)


def test_tags_and_authors_are_counted_in_their_language(client):
    publish_one()
    publish_one(languages=("is",), sides=["Te", "Kaffi"])

    assert 'Log <span class="num">2</span>' in text_of(client, "/efnisord/")
    assert 'Log <span class="num">1</span>' in text_of(client, "/en/tags/")
    assert "2 samanburðir" in text_of(client, "/hofundar/")
    assert "1 comparison<" in text_of(client, "/en/authors/")


def test_a_subject_says_what_it_is(client):
    publish_one()
    Subject.objects.filter(key="sala").update(definition_is="Sala er skipti á vöru og fé.")

    assert "Sala er skipti á vöru og fé." in text_of(client, "/vidfangsefni/sala/")
    assert "Sala er skipti" not in text_of(client, "/en/subjects/sala/")


def test_an_author_says_who_that_is_in_the_languages_that_say_it(client):
    publish_one()

    assert '<div class="bio"><p>Skrifar.</p></div>' in text_of(client, "/hofundar/anna-jonsdottir/")
    assert '<div class="bio">' not in text_of(client, "/en/authors/anna-jonsdottir/")


def test_subjects_that_begin_with_a_digit_stand_together(client):
    publish_one(sides=["3D-prentun", "1984"])

    assert text_of(client, "/vidfangsefni/").count("<h2>0–9</h2>") == 1


@pytest.fixture
def short_lists(monkeypatch):
    monkeypatch.setattr(views, "listing", partial(listing, size=2))
    for minute in range(5):
        publish_one(slug=f"nr-{minute}", at=DAY + timedelta(minutes=minute), dimensions=0)


def walk(client, path):
    """The slugs on each page from here on to the last."""
    pages = []
    while path:
        text = text_of(client, path)
        pages.append(re.findall(r'href="(?:/en)?/nr-(\d)/"', text.split("<main")[1]))
        path = next(iter(re.findall(r'<a href="([^"]+)" rel="next">', text)), "")
    return pages


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("path", [path for _language, path in ALL] + ["/", "/en/"])
def test_a_long_list_goes_on_over_pages_newest_first(client, path):
    assert walk(client, path) == [["4", "3"], ["2", "1"], ["0"]]


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("path", PAGES["is"] + ["/"])
def test_an_older_page_leads_back_to_the_newest_and_is_not_indexed(client, path):
    (older,) = re.findall(r'<a href="([^"]+)" rel="next">', text_of(client, path))

    text = text_of(client, older)

    assert f'<a href="{path}">← Nýjustu samanburðir</a>' in text
    assert "Eldri samanburðir" in text
    assert '<meta name="robots" content="noindex, follow">' in text


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize("path", PAGES["is"])
def test_an_older_page_that_is_none_is_not_found(client, path):
    for key in ("bull", "1-1"):
        assert client.get(f"{path}eldra/{key}/").status_code == 404


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize(("model", "place"), [(Subject, 0), (Tag, 1), (StoredAuthor, 2)])
def test_an_older_page_of_an_old_address_leads_to_the_new_address(client, model, place):
    path = PAGES["is"][place]
    (older,) = re.findall(r'<a href="([^"]+)" rel="next">', text_of(client, path))
    thing = model.objects.get(slug_is=path.split("/")[2])
    thing.slug_is = "nytt-heiti"
    thing.save()

    response = client.get(older)

    assert (response.status_code, response["Location"]) == (301, thing.get_absolute_url())
