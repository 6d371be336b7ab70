"""The database sorts names as the language's alphabet has it: this file runs on SQLite and on PostgreSQL alike."""

import sqlite3

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import ordering
from articles.language import collation
from articles.models import Tag
from tests.factories import make_article, make_tag

ICELANDIC = "aábcdðeéfghiíjklmnoópqrstuúvwxyýzþæöAÁDÐEÉÞÆÖ -5"
NEIGHBOURS = ICELANDIC + "äåøüçñßœđłÄØÜ.,'„“–%€&"
AWKWARD = ["Öl", "öl", "Ás", "As", "Æð", "Äð", "Aeð", "Ðe", "De", "Þing", "Thing", "5G", "„Sala“", "a b", "a-b", "ab"]


def _one_line(text):
    """As a name is stored."""
    return " ".join(text.split())


def stored_in_order(language, column="name_is"):
    return list(Tag.objects.order_by(ordering.alphabetical(column, language)).values_list(column, flat=True))


def store(names, column="name_is"):
    Tag.objects.all().delete()
    Tag.objects.bulk_create(
        Tag(key=f"e-{place}", **{column: name, "slug_is": f"e-{place}"}) for place, name in enumerate(names)
    )


def listed(names, language):
    return sorted(names, key=lambda name: collation.sort_key(name, language))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("is", ["Aldur", "Ál", "Dæmi", "Eðli", "Oddur", "Óður", "Ýsa", "Zeta", "Þorp", "Æð", "Öl", "Å"]),
        ("en", ["Ál", "Aldur", "Å", "Dæmi", "Eðli", "Oddur", "Öl", "Ýsa", "Zeta", "Þorp"]),
        ("de", ["Apfel", "Äpfel", "Birne", "Zahl", "Þorp"]),
    ],
)
def test_the_database_keeps_the_alphabet_of_the_language(language, names):
    store(reversed(names))

    assert stored_in_order(language) == listed(names, language)
    if language != "en":
        assert stored_in_order(language) == names


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["is", "en", "de"])
def test_awkward_names_come_as_python_sorts_them(language):
    store(AWKWARD)

    assert stored_in_order(language) == listed(AWKWARD, language)


class OnlyOneOrder(TestCase):
    """A class, because hypothesis rolls back between the lists that it makes up only in one."""

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.text(alphabet=ICELANDIC, max_size=8).map(_one_line).filter(bool), max_size=12, unique=True))
    def test_icelandic_words_have_one_order(self, names):
        store(names)
        assert stored_in_order("is") == listed(names, "is")

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.text(alphabet=NEIGHBOURS, max_size=8).map(_one_line).filter(bool), max_size=12, unique=True))
    def test_words_of_our_neighbours_have_one_order(self, names):
        store(names)
        assert stored_in_order("is") == listed(names, "is")
        assert stored_in_order("en") == listed(names, "en")


@pytest.mark.django_db
def test_what_has_no_text_comes_last():
    make_tag(name="Öl")
    Tag.objects.create(key="adeins-a-ensku", name_en="Ale")

    assert stored_in_order("is")[0] == "Öl"
    assert stored_in_order("is")[1] in ("", None)


@pytest.mark.django_db
def test_at_the_desk_a_name_in_another_language_stands_among_the_others_and_so_does_a_key():
    make_tag(name="Zen")
    Tag.objects.create(key="midja", name_en="Middle", name_is="")
    Tag.objects.create(key="bara-lykill")
    make_tag(name="Ál")

    found = Tag.objects.order_by(ordering.by_name("is"))

    assert [tag.key for tag in found] == ["al", "bara-lykill", "midja", "zen"]


@pytest.mark.django_db
def test_readers_find_the_subjects_under_the_letters_of_their_language(client):
    make_article(sides=["Ál", "Öl", "Éclair", "Edik"], languages=("is", "en"))

    letters = {
        path: [(letter, [row.name for row in rows]) for letter, rows in client.get(path).context["letters"]]
        for path in ("/vidfangsefni/", "/en/subjects/")
    }

    assert letters == {
        "/vidfangsefni/": [("Á", ["Ál"]), ("E", ["Edik"]), ("É", ["Éclair"]), ("Ö", ["Öl"])],
        "/en/subjects/": [("A", ["Ál"]), ("E", ["Éclair", "Edik"]), ("O", ["Öl"])],
    }


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has its own collations. It runs on SQLite.")
def test_no_index_and_no_column_of_the_file_needs_our_collations():
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        written = " ".join(sql for (sql,) in cursor.fetchall())

    assert "CREATE TABLE" in written
    assert "icu" not in written.lower()


def test_a_new_connection_to_sqlite_learns_the_collations():
    class Connection:
        vendor = "sqlite"
        connection = sqlite3.connect(":memory:")

    ordering.teach_sqlite(Connection)
    rows = "SELECT 'þ' AS x UNION SELECT 'z' UNION SELECT 'á' UNION SELECT 'b'"
    found = Connection.connection.execute(f'SELECT x FROM ({rows}) ORDER BY x COLLATE "is-x-icu"')

    assert [row[0] for row in found] == ["á", "b", "z", "þ"]


def test_postgresql_needs_no_teaching():
    class Postgres:
        vendor = "postgresql"
        connection = None

    ordering.teach_sqlite(Postgres)
