"""An address that was public once keeps answering."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles import publishing
from articles.addresses import check_slug, free_slug
from articles.models import Edition, OldSlug, Subject
from tests.factories import make_article, make_author, make_edition, make_page, make_subject

pytestmark = pytest.mark.django_db


def renamed(edition, slug):
    edition.slug = slug
    edition.save()
    return edition


def test_an_old_address_of_an_article_answers_with_a_301_to_the_new_one(client):
    renamed(make_edition(slug="gamalt"), "nytt")

    response = client.get("/gamalt/")

    assert (response.status_code, response["Location"]) == (301, "/nytt/")


def test_two_renames_lead_both_old_addresses_to_the_newest(client):
    edition = renamed(renamed(make_edition(slug="a1"), "a2"), "a3")

    assert [client.get(path)["Location"] for path in ("/a1/", "/a2/")] == ["/a3/", "/a3/"]
    assert client.get(edition.get_absolute_url()).status_code == 200


def test_going_back_to_an_old_address_forgets_it_as_old(client):
    renamed(renamed(make_edition(slug="a1"), "a2"), "a1")

    assert client.get("/a1/").status_code == 200
    assert client.get("/a2/")["Location"] == "/a1/"


def test_an_address_that_another_article_takes_over_is_that_articles(client):
    renamed(make_edition(slug="laust"), "flutt")
    make_edition(slug="laust")

    assert client.get("/laust/").status_code == 200


def test_an_old_address_of_a_withdrawn_article_is_gone_and_does_not_redirect(client):
    edition = renamed(make_edition(slug="gamalt"), "nytt")
    Edition.objects.filter(pk=edition.pk).update(state="archived")

    assert client.get("/gamalt/").status_code == 410


def test_an_old_address_of_a_draft_says_nothing(client):
    edition = renamed(make_edition(slug="gamalt", publish=False), "nytt")

    assert edition.slug == "nytt"
    assert client.get("/gamalt/").status_code == 404


@pytest.mark.parametrize("road", ["vidfangsefni", "hofundar"])
def test_subjects_and_authors_keep_their_old_addresses_too(client, road):
    author = make_author(name="Ritstjórn")
    article = make_article(sides=["Sala", "Þjónusta"], publish=False)
    article.author = author
    article.save()
    publishing.publish(article.editions.get())
    thing = author if road == "hofundar" else Subject.objects.get(key="sala")
    old = thing.slug_is
    thing.slug_is = "nytt-heiti"
    thing.save()

    assert client.get(f"/{road}/{old}/")["Location"] == f"/{road}/nytt-heiti/"


def test_a_page_keeps_its_old_address(client):
    page = make_page(name="Skilmálar")
    page.slug_is = "reglur"
    page.save()

    assert client.get("/sida/skilmalar/")["Location"] == "/sida/reglur/"


def test_about_has_a_short_address_and_one_only(client):
    make_page(key="about", name="Um vefinn")

    assert client.get("/um/").status_code == 200
    assert client.get("/sida/um-vefinn/")["Location"] == "/um/"


def test_the_slug_is_made_from_the_name():
    assert make_subject(name="Þjónusta og æðri öfl").slug_is == "thjonusta-og-aedri-ofl"


def test_two_subjects_of_one_name_get_two_addresses():
    assert [make_subject(name="Sala").slug_is for _ in range(2)] == ["sala", "sala-2"]


def test_the_database_holds_one_slug_a_language():
    make_subject(name="Sala")
    other = make_subject(name="Þjónusta")

    with pytest.raises(IntegrityError), transaction.atomic():
        Subject.objects.filter(pk=other.pk).update(slug_is="sala")


def test_the_database_holds_one_edition_a_language_and_one_old_slug():
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        article.editions.create(language="is", slug="onnur")
    OldSlug.objects.create(kind="edition", object_id=1, language="is", slug="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        OldSlug.objects.create(kind="edition", object_id=2, language="is", slug="a")


@pytest.mark.parametrize("slug", ["admin", "en", "vidfangsefni", "Stórt", "með bili", "-a", ""])
def test_a_word_of_the_sites_own_or_a_bad_one_is_no_slug(slug):
    with pytest.raises(ValidationError):
        check_slug(slug)


def test_the_next_free_slug_avoids_reserved_words_and_taken_ones():
    assert free_slug("Admin", lambda slug: False) == "admin-2"
    assert free_slug("Sala", {"sala", "sala-2"}.__contains__) == "sala-3"
    assert free_slug("***", lambda slug: False) == "grein"
