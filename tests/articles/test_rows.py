from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings

from articles import manuscript as values
from articles import rows
from articles.models import Article, Author, Cell, Picture, Subject, Tag
from tests.articles.picturing import make_picture
from tests.factories import make_article, make_manuscript, make_subject
from tests.manuscripts import manuscripts

pytestmark = pytest.mark.django_db

BOTH = ("is", "en")


def test_what_is_written_is_read_back():
    content = make_manuscript(sides=3, dimensions=4, similarities=2, sources=2, languages=BOTH, tags=["log", "matur"])

    assert shape(rows.read(rows.write(content).article)) == shape(content)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(manuscripts())
def test_any_manuscript_comes_back_as_it_was_written(content):
    for model in (Article, Subject, Author, Tag, Picture):
        model.objects.all().delete()
    for picture in values.pictures(content):
        make_picture(picture)

    assert shape(rows.read(rows.write(content).article)) == shape(content)


def test_writing_again_with_rows_moved_added_and_removed_gives_just_those():
    article = rows.write(make_manuscript(dimensions=4)).article
    content = rows.read(article)
    first, second, third, _fourth = content.dimensions
    added = replace(first, key="ny-rod", name={"is": "Ný röð"})
    changed = replace(content, dimensions=(third, added, first, second))

    rows.write(changed, article)

    assert [row.key for row in rows.read(article).dimensions] == ["atridi-3", "ny-rod", "atridi-1", "atridi-2"]


def test_writing_one_language_leaves_the_other_alone():
    article = rows.write(make_manuscript(languages=BOTH)).article
    content = values.only(rows.read(article), "is")

    rows.write(replace(content, lead={"is": "<p>Nýtt.</p>"}), article, ["is"])

    assert rows.read(article).lead["is"] == "<p>Nýtt.</p>"
    assert rows.read(article).lead["en"].startswith("<p>Inngangur")
    assert "en" in rows.read(article).dimensions[0].cells[0].text


def test_a_row_that_the_file_of_one_language_lacks_keeps_its_other_language():
    article = rows.write(make_manuscript(dimensions=2, languages=BOTH)).article
    content = values.only(rows.read(article), "is")

    rows.write(replace(content, dimensions=content.dimensions[:1]), article, ["is"])

    assert [sorted(row.name) for row in rows.read(article).dimensions] == [["en", "is"], ["en"]]


def test_an_existing_subject_is_not_changed_and_the_disagreement_is_told():
    make_subject(name="Sala", key="sala", dative_is="sölu")
    other = values.Subject("sala", {"is": "Sala"}, forms={"is": values.Forms(dative="salu")})
    content = make_manuscript()
    content = replace(content, sides=(values.Side("sala", other), *content.sides))

    written = rows.write(content)

    assert Subject.objects.get(key="sala").dative_is == "sölu"
    assert any("salu" in line and "sölu" in line for line in written.disagreements)


def test_a_cell_for_a_side_of_another_article_is_refused_and_nothing_is_written():
    content = make_manuscript()
    stray = replace(content.dimensions[0], cells=(values.Cell("annars-stadar", {"is": "Nei"}),))

    with pytest.raises(ValueError, match="annars-stadar"):
        rows.write(replace(content, dimensions=(stray,)))

    assert not Article.objects.exists()


def test_the_function_that_writes_cells_refuses_two_articles():
    one, other = make_article(), make_article()
    sides = {side.key: side for side in other.sides.all()}

    with pytest.raises(ValueError, match="two different articles"):
        rows.write_cells(one.dimensions.first(), sides, [], {}, ["is"])


def test_an_emptied_cell_is_no_row():
    article = rows.write(make_manuscript()).article
    content = rows.read(article)
    empty = replace(content.dimensions[0], cells=())

    rows.write(replace(content, dimensions=(empty,)), article)

    assert not Cell.objects.filter(dimension__article=article).exists()


def test_reading_costs_the_same_number_of_queries_for_long_and_short():
    short = rows.write(make_manuscript()).article
    long = rows.write(make_manuscript(sides=5, dimensions=20, similarities=5, sources=5, tags=["a", "b"])).article

    assert queries(short) == queries(long) <= 7


def queries(article):
    with CaptureQueriesContext(connection) as captured:
        rows.read(article)
    return len(captured)


def shape(content):
    """The manuscript without what the database makes of names: slugs and forms of subjects."""
    sides = tuple(replace(side, subject=values.Subject(side.subject.key, side.subject.name)) for side in content.sides)
    tags = tuple(values.Tag(tag.key, tag.name) for tag in content.tags)
    author = content.author and values.Author(content.author.key, content.author.name)
    return replace(content, sides=sides, tags=tags, author=author)
