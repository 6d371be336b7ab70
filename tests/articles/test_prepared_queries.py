"""A prepared query answers what the same query answers that is put together anew, with whatever values come."""

from datetime import timedelta

import pytest
from django.db import models
from django.db.models import F
from django.utils import timezone, translation

from articles.models import Article, Edition, Tag
from articles.models.prepared import MOMENT, NUMBER, NUMBERS, TEXT, prepared
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@prepared(slug=TEXT, now=MOMENT)
def _at(language, slug, now):
    return Edition.objects.live(language, now).filter(slug=slug).select_related("author", "live_revision")


@prepared(articles=NUMBERS)
def _of(articles):
    return Edition.objects.filter(article__in=articles).order_by("pk")


@prepared()
def _names():
    return Tag.objects.order_by("pk").values_list("name", flat=True)


def test_rows_come_whole_with_what_belongs_to_them(django_assert_num_queries):
    edition = make_article(slug="munur").editions.select_related("live_revision").get()

    with django_assert_num_queries(1):
        (found,) = _at("is", slug="munur", now=timezone.now())
        assert found.live_revision.manuscript == edition.live_revision.manuscript

    assert (found, found.title, found.published_at) == (edition, edition.title, edition.published_at)


def test_each_time_with_other_values():
    for slug in ("eitt", "annad"):
        make_article(slug=slug)
    now = timezone.now()

    assert [row.slug for slug in ("eitt", "annad", "ekkert") for row in _at("is", slug=slug, now=now)] == [
        "eitt",
        "annad",
    ]


def test_what_is_not_live_at_the_moment_is_not_found():
    edition = make_article(slug="munur").editions.get()
    before = edition.published_at - timedelta(seconds=1)

    assert _at("is", slug="munur", now=before) == []
    assert _at("is", slug="munur", now=edition.published_at) == [edition]


def test_a_language_that_is_hidden_from_readers_stays_hidden(settings):
    make_article(slug="munur")
    assert _at("is", slug="munur", now=timezone.now())

    settings.PUBLIC_LANGUAGES = ("en",)

    assert _at("is", slug="munur", now=timezone.now()) == []


@pytest.mark.parametrize("count", [0, 1, 3])
def test_any_number_of_numbers_is_one_value(count, django_assert_num_queries):
    articles = [make_article() for _ in range(3)][:count]

    with django_assert_num_queries(1):
        found = _of(articles=[article.pk for article in articles])

    assert [edition.article_id for edition in found] == [article.pk for article in articles]


def test_each_language_reads_its_own_columns():
    Tag.objects.create(key="litir", name_is="Litir", name_en="Colours")
    assert _names() == ["Litir"]

    with translation.override("en"):
        assert _names() == ["Colours"]


def test_a_statement_can_be_a_part_of_another_query():
    @prepared(article=NUMBER)
    def own(article):
        return Article.objects.filter(pk=article).annotate(number=F("pk")).values_list("number")

    sql, parameters = own.statement(article=7)

    assert (sql.startswith("SELECT"), parameters) == (True, (7,))


def test_a_value_that_is_missing_is_told():
    with pytest.raises(KeyError, match="now"):
        _at("is", slug="munur")


def test_a_value_is_what_its_field_makes_of_it():
    @prepared(key=models.CharField())
    def by_key(key):
        return Article.objects.filter(key=key).values_list("key", flat=True)

    make_article(key="7")

    assert by_key(key=7) == ["7"]
