"""An article as files: one for each language that it has something in."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command

from articles import rows
from articles.exporting import files, imprint
from articles.manuscript import Author, Imprint, only
from articles.models import Edition
from articles.transfer import article_file
from tests.factories import make_article, make_edition

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)


def exported(article):
    return {name: article_file.parse(text) for name, text in files(article)}


def test_there_is_a_file_for_each_language_named_after_key_and_language():
    article = make_article(key="te-kaffi", languages=("is", "en"))

    assert list(exported(article)) == ["te-kaffi.is.md", "te-kaffi.en.md"]


def test_a_file_says_all_that_the_article_says_in_its_language():
    article = make_article(languages=("is", "en"), dimensions=2, similarities=1, sources=1, tags=["log"])

    for file in exported(article).values():
        assert file.manuscript == only(rows.read(article), file.imprint.language)


def test_a_language_in_which_subjects_and_tags_alone_have_names_has_no_file():
    article = make_article(sides=["Sala", "Vara"], tags=["log"])
    for row in (*(side.subject for side in article.sides.all()), *article.tags.all()):
        row.name_en = "Something"
        row.save()

    assert [file.imprint.language for file in exported(article).values()] == ["is"]


def test_an_edition_without_a_word_of_its_own_has_a_file():
    article = make_article()
    article.editions.create(language="en", slug="the-article")

    assert [file.imprint.language for file in exported(article).values()] == ["is", "en"]


@pytest.mark.parametrize(
    ("related", "field", "text"),
    [
        ("sides", "answer_en", "It is this."),
        ("sides", "description_en", "<p>It is this.</p>"),
        ("sides", "example_en", "<p>It is this.</p>"),
        ("similarities", "sentence_en", "Both are this."),
        ("dimensions", "name_en", "Price"),
        ("dimensions", "discussion_en", "<p>About the price.</p>"),
    ],
)
def test_any_text_of_the_articles_own_makes_a_file_that_is_a_draft(related, field, text):
    article = make_article(similarities=1)
    row = getattr(article, related).first()
    setattr(row, field, text)
    row.save()

    assert [file.imprint for file in exported(article).values()][1:] == [Imprint("en")]


def test_a_text_in_a_cell_makes_a_file_too():
    article = make_article(dimensions=1)
    cell = article.dimensions.get().cells.first()
    cell.text_en = "Dear"
    cell.save()

    assert len(exported(article)) == 2


def test_the_file_says_what_the_edition_is():
    edition = make_edition(slug="te-kaffi", at=DAY)
    Edition.objects.filter(pk=edition.pk).update(origin="reviewed", expires_at=DAY.replace(year=2027))

    (file,) = exported(edition.article).values()

    assert file.imprint == Imprint("is", "te-kaffi", "published", "reviewed", DAY, DAY.replace(year=2027))


def test_what_has_no_edition_is_a_draft_without_an_address():
    assert imprint(None, "en") == Imprint("en", slug="", state="draft", origin="written")


def test_a_file_has_the_desks_text_and_not_the_one_that_readers_see():
    article = make_article(dimensions=1)
    article.dimensions.update(name_is="Óbirt heiti")

    (file,) = exported(article).values()

    assert file.manuscript.dimensions[0].name == {"is": "Óbirt heiti"}


def test_the_command_writes_every_file_and_says_how_many_and_where(tmp_path, capsys):
    make_article(key="te-kaffi", languages=("is", "en"))
    make_article(key="sala-vara", publish=False)
    folder = tmp_path / "nytt" / "safn"

    call_command("export_articles", str(folder))

    names = sorted(path.name for path in folder.iterdir())
    assert names == ["sala-vara.is.md", "te-kaffi.en.md", "te-kaffi.is.md"]
    assert f"3 files are in {folder}." in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "skra").write_text("")

    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_articles", str(tmp_path / "skra" / "safn"))


def test_the_author_is_in_each_file_in_its_own_language():
    author = Author("anna", {"is": "Anna", "en": "Ann"})

    written = exported(make_article(languages=("is", "en"), author=author))

    assert [file.manuscript.author.name for file in written.values()] == [{"is": "Anna"}, {"en": "Ann"}]
