import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles import consistency
from articles.models import Cell, Edition, OldSlug, Revision
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def found():
    return "\n".join(consistency.problems())


def test_a_sound_database_has_nothing_to_report(capsys):
    make_article(sides=3, dimensions=3, similarities=1, sources=1, languages=("is", "en"))

    call_command("check_content")

    assert "consistent" in capsys.readouterr().out


def test_the_command_fails_where_something_is_wrong():
    OldSlug.objects.create(kind="edition", object_id=999, language="is", slug="horfin")

    with pytest.raises(CommandError, match="1 inconsistencies"):
        call_command("check_content")


def test_a_cell_between_two_articles_is_reported():
    one, other = make_article(), make_article()
    Cell.objects.create(dimension=one.dimensions.get(), side=other.sides.first(), text_is="Á flakki")

    assert "joins row “atridi-1”" in found()


def test_a_cell_with_another_articles_source_is_reported():
    one, other = make_article(), make_article(sources=1)
    Cell.objects.filter(dimension__article=one).update(source=other.sources.get())

    assert "which is of another article" in found()


def test_an_unreadable_revision_is_reported():
    Revision.objects.filter(article=make_article()).update(content={"format": 1, "key": 7})

    assert "cannot be read" in found()


def test_a_revision_of_another_article_is_reported():
    one, other = make_article().editions.get(), make_article().editions.get()
    Edition.objects.filter(pk=one.pk).update(live_revision=other.live_revision)

    assert "which is of another article" in found()


def test_a_title_in_lists_that_differs_from_the_page_is_reported():
    Edition.objects.filter(article=make_article()).update(title="Annað")

    assert "is listed as “Annað”" in found()


def test_a_subject_without_forms_is_reported():
    make_article().sides.first().subject.__class__.objects.update(dative_is="")

    assert "has no dative" in found()


def test_prose_written_past_its_field_is_reported():
    article = make_article()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET lead_is = %s WHERE id = %s", ["<script>x</script>", article.pk])

    assert "not in the canonical form" in found()


def test_prose_that_comes_in_by_any_road_of_django_is_cleaned():
    article = make_article()
    type(article).objects.filter(pk=article.pk).update(lead_is="<script>x</script><p onclick=1>Gott</p>")
    article.refresh_from_db()

    assert article.lead_is == "<p>Gott</p>"
