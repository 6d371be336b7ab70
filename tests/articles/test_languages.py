import pytest

from articles import publishing
from tests.factories import make_article, make_edition, make_page

pytestmark = pytest.mark.django_db


def test_the_language_comes_from_the_path_alone(client):
    make_article(languages=("is", "en"), slug="grein")

    for accept in ("en", "is", "de", ""):
        headers = {"Accept-Language": accept}
        assert '<html lang="is"' in client.get("/grein/", headers=headers).content.decode()
        assert '<html lang="en"' in client.get("/en/grein/", headers=headers).content.decode()


def test_the_same_article_is_linked_in_its_other_language(client):
    article = make_article(languages=("is", "en"))
    edition = article.editions.get(language="en")
    edition.slug = "the-english-one"
    edition.save()

    text = client.get(f"/{article.key}/").content.decode()

    assert "/en/the-english-one/" in text
    assert 'hreflang="en"' in text


def test_where_the_other_language_is_missing_the_switch_is_words(client):
    text = client.get(make_edition().get_absolute_url()).content.decode()

    assert "Ekki til á ensku" in text
    assert "hreflang" not in text.split("<footer")[0].split("<body")[1]


def test_the_address_of_a_missing_translation_is_404_with_a_link_to_what_exists(client):
    make_edition(slug="sala-og-thjonusta", sides=["Sala", "Þjónusta"])

    response = client.get("/en/sala-og-thjonusta/")

    assert response.status_code == 404
    assert 'href="/sala-og-thjonusta/"' in response.content.decode()
    assert '<html lang="en"' in response.content.decode()


def test_the_slug_of_a_draft_translation_leads_to_the_live_one_too(client):
    article = make_article(slug="greinin")
    article.editions.create(language="en", slug="the-article")

    response = client.get("/en/the-article/")

    assert response.status_code == 404
    assert 'href="/greinin/"' in response.content.decode()


def test_a_missing_page_speaks_the_language_of_its_address(client):
    assert '<html lang="is"' in client.get("/ekkert/").content.decode()
    assert '<html lang="en"' in client.get("/en/nothing/").content.decode()


def test_lists_of_a_language_show_its_own_editions_only(client):
    make_edition(sides=["Sala", "Þjónusta"])
    make_edition(language="en", sides=["Cats", "Dogs"])

    icelandic, english = client.get("/").content.decode(), client.get("/en/").content.decode()

    assert "þjónustu" in icelandic
    assert "dogs" not in icelandic
    assert "dogs" in english
    assert "þjónustu" not in english


def test_each_language_has_its_own_words_in_addresses(client):
    make_article(languages=("is", "en"), sides=["Sala", "Vara"])

    for path in ("/vidfangsefni/", "/vidfangsefni/sala/", "/en/subjects/", "/en/subjects/sala/", "/en/tags/"):
        assert client.get(path).status_code == 200, path
    for path in ("/subjects/", "/en/vidfangsefni/", "/is/"):
        assert client.get(path).status_code == 404, path


def test_a_page_without_text_in_a_language_does_not_exist_there(client):
    make_page(key="about", name="Um vefinn")

    assert client.get("/um/").status_code == 200
    assert client.get("/en/about/").status_code == 404


def test_a_cell_in_another_language_is_marked_with_it(client):
    article = make_article(languages=("is", "en"), dimensions=1)
    article.dimensions.get().cells.update(text_en="")
    publishing.publish_all(article)

    assert '<span lang="is">' in client.get(f"/en/{article.key}/").content.decode()
