"""An edition's own words about itself, and the place that it has in the newest-first order."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone, translation

from articles.models import Edition, translated
from articles.models.querysets import page_key
from tests.factories import make_article, make_edition, make_subject

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)
PAST, FUTURE = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)


def plan(editions):
    """The plan of the query. PostgreSQL would rather read and sort a table of two rows: that is forbidden it here."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off"
            )
    return editions.explain()


def is_sorted_anew(text):
    return "TEMP B-TREE" in text or "Sort" in text


def test_the_newest_live_editions_are_found_by_their_index_and_nothing_is_sorted():
    make_edition()
    newest = plan(Edition.objects.live("is").newest()[:21])

    assert "edition_newest" in newest
    assert not is_sorted_anew(newest)


def test_older_ones_are_found_by_the_same_index():
    older = plan(Edition.objects.live("is").before(page_key(make_edition())).newest()[:21])

    assert "edition_newest" in older
    assert not is_sorted_anew(older)


@pytest.mark.parametrize("at", [datetime(1970, 1, 1, tzinfo=UTC), DAY, DAY + timedelta(microseconds=1)])
def test_a_key_names_a_place_to_the_microsecond(at):
    edition = make_edition(at=at)
    just_before = make_edition(at=at - timedelta(microseconds=1)) if at > DAY else None
    key = page_key(edition)

    before = list(Edition.objects.before(key))
    assert edition not in before
    assert before == ([just_before] if just_before else [])


def test_of_two_at_the_same_moment_the_earlier_made_comes_later():
    first, second = make_edition(at=DAY), make_edition(at=DAY)

    assert list(Edition.objects.newest()) == [second, first]
    assert list(Edition.objects.before(page_key(second))) == [first]
    assert list(Edition.objects.before(page_key(first))) == []


def test_a_key_is_a_short_word_for_a_path():
    key = page_key(make_edition(at=DAY))

    assert key == key.lower()
    assert len(key) < 20
    assert key.replace("-", "").isalnum()


def test_live_in_all_languages_is_live_in_each_public_one(settings):
    article = make_article(languages=("is", "en"))

    assert set(Edition.objects.live()) == set(article.editions.all())
    settings.PUBLIC_LANGUAGES = ["is"]
    assert [edition.language for edition in Edition.objects.live()] == ["is"]
    assert not Edition.objects.live("en").exists()


def test_live_can_be_asked_for_another_moment():
    edition = make_edition(at=DAY)
    Edition.objects.update(expires_at=DAY + timedelta(hours=1))

    moments = [DAY - timedelta(seconds=1), DAY, DAY + timedelta(minutes=59), DAY + timedelta(hours=1)]
    assert [Edition.objects.live("is", moment).exists() for moment in moments] == [False, True, True, False]
    edition.refresh_from_db()
    assert [edition.is_live(moment) for moment in moments] == [False, True, True, False]


@pytest.mark.parametrize(
    ("state", "expires", "gone"),
    [
        ("archived", None, True),
        ("archived", FUTURE, True),
        ("published", PAST, True),
        ("published", FUTURE, False),
        ("published", None, False),
        ("draft", PAST, False),
        ("review", PAST, False),
    ],
)
def test_what_was_public_once_and_is_so_no_more_is_gone(state, expires, gone):
    assert Edition(state=state, expires_at=expires).gone is gone


@pytest.mark.parametrize(
    ("names", "left", "right"),
    [
        (["Te", "Kaffi"], "Te", "Kaffi"),
        (["Te", "Kaffi", "Kakó"], "Te", "Kaffi, Kakó"),
        (["Te", "Kaffi", "Kakó", "Vatn", "Mjólk"], "Te, Kaffi", "Kakó, Vatn, Mjólk"),
    ],
)
def test_a_list_has_the_first_half_of_the_names_on_the_left(names, left, right):
    edition = Edition(names=names)

    assert (edition.left_names, edition.right_names) == (left, right)


def test_the_address_is_in_the_editions_language_whatever_the_page_is_in():
    edition = make_edition(language="en", slug="tea-coffee")

    assert edition.get_absolute_url() == "/en/tea-coffee/"
    with translation.override("en"):
        assert make_edition(slug="te-kaffi").get_absolute_url() == "/te-kaffi/"


def test_an_edition_without_an_address_gets_one_from_title_or_key():
    article = make_article(key="te-kaffi", languages=())

    assert article.editions.create(language="is", title="Te og kaffi").slug == "te-og-kaffi"
    assert article.editions.create(language="en").slug == "te-kaffi"


def test_an_edition_is_called_by_its_title_and_language():
    assert str(make_edition(sides=["Te", "Kaffi"])) == "Munurinn á tei og kaffi (is)"
    assert str(Edition(slug="te-kaffi", language="en")) == "te-kaffi (en)"


def test_the_column_of_a_language_with_a_region_is_a_word():
    assert translated.column("name", "pt-br") == "name_pt_br"
    assert translated.columns("slug") == ("slug_is", "slug_en")


def test_filling_says_where_something_else_stood_already():
    subject = make_subject(name="Sala")

    differing = translated.fill(subject, "name", {"is": "Sölumennska", "en": "Sales"})

    assert differing == ["is"]
    assert translated.texts(subject, "name") == {"is": "Sala", "en": "Sales"}


def test_putting_empties_the_languages_that_are_put_and_no_others():
    subject = make_subject(name="Sala", name_en="Sales")

    translated.put(subject, "name", {}, only=("en",))
    assert translated.texts(subject, "name") == {"is": "Sala"}

    translated.put(subject, "name", {"en": "Sales"})
    assert translated.texts(subject, "name") == {"en": "Sales"}


def test_a_year_long_ago_has_its_place_in_the_order_too():
    edition = make_edition(at=datetime(1845, 7, 1, tzinfo=UTC))
    older = make_edition(at=datetime(1844, 1, 1, tzinfo=UTC))

    assert list(Edition.objects.live("is").before(page_key(edition))) == [older]
