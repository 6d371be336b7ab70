from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing
from articles.lists import PAGE_SIZE, listing
from articles.models import Edition
from articles.models.querysets import page_key
from tests.factories import make_article, make_author, make_edition, make_tag

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)


def many(count, **article):
    return [make_edition(at=DAY + timedelta(minutes=n), slug=f"grein-nr-{n}", **article) for n in range(count)]


def test_the_newest_comes_first():
    editions = many(3)

    assert listing(Edition.objects.live("is")).editions == editions[::-1]


def test_every_edition_is_on_exactly_one_page_even_at_the_same_moment():
    editions = {make_edition(at=DAY).pk for _ in range(7)}
    seen, key = [], ""
    while True:
        page = listing(Edition.objects.live("is"), key, size=3)
        seen += [edition.pk for edition in page.editions]
        key = page.next_key
        if not key:
            break

    assert sorted(seen) == sorted(editions)


def test_a_new_edition_does_not_move_the_pages_behind_it():
    many(5)
    first = listing(Edition.objects.live("is"), size=2)
    before = listing(Edition.objects.live("is"), first.next_key, size=2).editions

    make_edition(at=DAY + timedelta(days=1))

    assert listing(Edition.objects.live("is"), first.next_key, size=2).editions == before


def test_home_leads_to_older_ones_and_back(client):
    many(PAGE_SIZE + 2)
    key = listing(Edition.objects.live("is")).next_key

    home = client.get("/").content.decode()
    older = client.get(f"/eldra/{key}/")

    assert f"/eldra/{key}/" in home
    assert older.status_code == 200
    assert "/grein-nr-0/" in older.content.decode()
    assert "/grein-nr-21/" not in older.content.decode()


@pytest.mark.parametrize("key", ["bull", "zz-", "-1", "x" * 40, "zzzzzzzzzzzzzzzzzzz-1", "1-zzzzzzzzzzzzzzzzzzz"])
def test_a_key_that_names_no_place_is_not_found(client, key):
    many(1)

    assert client.get(f"/eldra/{key}/").status_code == 404


def test_behind_the_last_one_there_is_nothing(client):
    (edition,) = many(1)

    assert client.get(f"/eldra/{page_key(edition)}/").status_code == 404


def test_an_empty_site_says_so_on_every_list(client):
    for path in ("/", "/en/", "/vidfangsefni/", "/efnisord/", "/hofundar/"):
        assert client.get(path).status_code == 200


def test_lists_cost_the_same_number_of_queries_long_or_short(client):
    def queries(path):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    author, tag = make_author(name="Ritstjórn"), make_tag(name="Lög")

    def publish_one(sides):
        article = make_article(sides=sides, publish=False)
        article.author = author
        article.save()
        article.tags.add(tag)
        publishing.publish(article.editions.get())

    publish_one(["Sala", "Þjónusta"])
    publish_one(["Sala", "Vara"])
    paths = ["/", "/vidfangsefni/", "/vidfangsefni/sala/", "/efnisord/", "/efnisord/log/", "/hofundar/"]
    paths.append("/hofundar/ritstjorn/")
    short = [queries(path) for path in paths]
    for n in range(8):
        publish_one(["Sala", f"Annað {n}"])

    assert [queries(path) for path in paths] == short


def test_subjects_stand_in_icelandic_alphabetical_order(client):
    names = ["Örn", "Ás", "Api", "Þang", "Etja", "Éta", "Ýsa", "Æður", "Ber"]
    for name in names:
        make_article(sides=[name, "Dýr"])

    text = client.get("/vidfangsefni/").content.decode().replace("\u00ad", "")
    in_order = ["Api", "Ás", "Ber", "Dýr", "Etja", "Éta", "Ýsa", "Þang", "Æður", "Örn"]
    places = [text.index(f">{name}<") for name in in_order]
    assert places == sorted(places)


def test_a_subjects_page_lists_every_comparison_it_is_in(client):
    make_article(sides=["Sala", "Þjónusta"], slug="fyrri")
    make_article(sides=["Sala", "Vara"], slug="seinni")
    make_article(sides=["Vara", "Þjónusta"], slug="onnur")

    text = client.get("/vidfangsefni/sala/").content.decode()

    assert "/fyrri/" in text
    assert "/seinni/" in text
    assert "/onnur/" not in text
