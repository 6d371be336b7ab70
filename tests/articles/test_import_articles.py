import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles import rows
from articles.management.commands.load_samples import SAMPLES
from articles.manuscript import Imprint, only
from articles.models import Article, Edition, Page, Revision, Subject
from articles.transfer import article_file
from tests.factories import make_manuscript

pytestmark = pytest.mark.django_db

ICELANDIC = SAMPLES / "kaffi-te-kako.is.md"
ENGLISH = SAMPLES / "kaffi-te-kako.en.md"


def load(*paths, **options):
    call_command("import_articles", *map(str, paths), verbosity=0, **options)


def everything():
    manuscripts = {article.key: rows.read(article) for article in Article.objects.all()}
    editions = Edition.objects.order_by("article__key", "language")
    fields = ("article__key", "language", "slug", "state", "origin", "published_at", "expires_at", "title", "names")
    return manuscripts, list(editions.values_list(*fields))


def test_a_file_becomes_a_live_article(client):
    load(ICELANDIC)

    response = client.get(Edition.objects.get().get_absolute_url())

    assert response.status_code == 200
    assert len(Edition.objects.get().read().sides) == 3


def test_the_same_file_twice_changes_nothing(capsys):
    load(ICELANDIC, ENGLISH)
    before, revisions = everything(), Revision.objects.count()
    changed_at = Article.objects.get().changed_at

    call_command("import_articles", str(ICELANDIC), str(ENGLISH))

    assert everything() == before
    assert Revision.objects.count() == revisions
    assert Article.objects.get().changed_at == changed_at
    assert capsys.readouterr().out.count("no change") == 2


def test_the_languages_may_come_in_either_order():
    load(ICELANDIC, ENGLISH)
    before = everything()
    Article.objects.all().delete()
    Subject.objects.all().delete()

    load(ENGLISH, ICELANDIC)

    assert everything() == before


def test_a_dry_run_writes_nothing_and_says_what_it_would(capsys):
    call_command("import_articles", str(ICELANDIC), dry_run=True)

    assert not Article.objects.exists()
    assert "would change" in capsys.readouterr().out


def test_a_changed_file_changes_just_that(tmp_path, capsys):
    load(ICELANDIC)
    changed_at = Article.objects.get().changed_at
    changed = tmp_path / "breytt.md"
    changed.write_text(ICELANDIC.read_text().replace("## Samantekt\n", "## Samantekt\n\nAlveg nýtt. ", 1))

    call_command("import_articles", str(changed))

    assert "Alveg nýtt." in Article.objects.get().summary_is
    assert Article.objects.get().changed_at > changed_at
    assert "summary" in capsys.readouterr().out


def test_what_is_exported_and_imported_into_an_empty_database_is_the_same(tmp_path):
    load(SAMPLES)
    before = everything()

    call_command("export_articles", str(tmp_path), verbosity=0)
    for model in (Article, Subject):
        model.objects.all().delete()
    load(tmp_path)

    assert everything() == before


def test_the_samples_are_at_least_ten_with_three_and_five_sides():
    call_command("load_samples", verbosity=0)

    sides = [article.sides.count() for article in Article.objects.all()]
    assert len(sides) >= 10
    assert sides.count(3) >= 2
    assert sides.count(5) == 1
    assert Edition.objects.live("is").count() == Edition.objects.live("en").count() == len(sides)
    assert Page.objects.live("is").count() == Page.objects.live("en").count() == 3
    assert max(article.dimensions.count() for article in Article.objects.all()) >= 20


def test_samples_are_not_loaded_over_an_article_of_ones_own():
    load(ICELANDIC)

    call_command("load_samples", verbosity=0)

    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda text: text.replace("article: ", "artikel: "), "line"),
        (lambda text: text.replace("## Tafla", "## Tafla\n\n| a | b | c | d | e | f | g |"), "line"),
        (lambda text: text[:200], "line"),
        (lambda text: "", "line"),
        (lambda text: text + "x" * 5_000_000, "2 MB"),
    ],
)
def test_a_bad_file_is_refused_in_words_and_nothing_of_it_is_written(tmp_path, capsys, break_it, words):
    bad = tmp_path / "slaem.md"
    bad.write_text(break_it(ICELANDIC.read_text()))

    with pytest.raises(CommandError, match="1 of 2 files"):
        load(bad, ENGLISH)

    assert words in capsys.readouterr().err
    assert [edition.language for edition in Edition.objects.all()] == ["en"]


def test_bytes_that_are_no_utf8_are_refused_in_words(tmp_path, capsys):
    bad = tmp_path / "latin1.md"
    bad.write_bytes(ICELANDIC.read_text().encode("utf-8").replace("þ".encode(), b"\xfe"))

    with pytest.raises(CommandError):
        load(bad)

    assert "UTF-8" in capsys.readouterr().err


def test_a_slug_that_another_article_has_is_refused_and_the_other_files_are_read(tmp_path, capsys):
    load(ICELANDIC)
    slug = Edition.objects.get().slug
    other = tmp_path / "onnur.md"
    text = (SAMPLES / "vedur-loftslag.is.md").read_text()
    other.write_text("\n".join(f"slug: {slug}" if line.startswith("slug:") else line for line in text.splitlines()))

    with pytest.raises(CommandError):
        load(other)

    assert "onnur.md, line 5: The address" in capsys.readouterr().err
    assert Article.objects.count() == 1


def test_a_path_that_is_not_there_is_told():
    with pytest.raises(CommandError, match="no such file"):
        load(Path("/hvergi.md"))


def test_a_folder_without_files_is_told(tmp_path):
    with pytest.raises(CommandError, match="no \\*.md"):
        load(tmp_path)


def test_a_file_that_asks_to_publish_too_many_sides_is_refused_with_its_line(tmp_path, capsys):
    content = make_manuscript(sides=6)
    path = tmp_path / "sex.md"
    path.write_text(article_file.render(only(content, "is"), Imprint("is", slug="sex", state="published")))

    with pytest.raises(CommandError):
        load(path)

    assert re.search(r"sex\.md, line \d+: .*6 sides", capsys.readouterr().err)
    assert not Article.objects.exists()


def test_two_sides_of_one_subject_are_refused_in_words(tmp_path, capsys):
    first = make_manuscript().sides[0]
    content = make_manuscript(dimensions=0)
    content = replace(content, sides=(first, replace(first, key="aftur")))
    path = tmp_path / "tvitekin.md"
    path.write_text(article_file.render(only(content, "is"), Imprint("is", slug="tvitekin")))

    with pytest.raises(CommandError):
        load(path)

    assert "tvitekin.md" in capsys.readouterr().err
    assert not Article.objects.exists()
