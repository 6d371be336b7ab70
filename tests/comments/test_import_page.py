"""`manage.py import_page`: pages of the old site become articles in review, with their comments."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles import rows
from articles.models import Article, Author, Edition, Revision, Subject
from comments.models import Comment
from tests.factories import make_article, make_edition, make_subject

PAGES = Path(__file__).parent.parent / "transfer" / "pages"
SALES = PAGES / "munurinn-a-solu-og-thjonustu.txt"
VIRUSES = PAGES / "veirur-og-bakteriur.txt"

pytestmark = pytest.mark.django_db


def run(*files, **options):
    """What the command printed."""
    out = StringIO()
    call_command("import_page", *map(str, files), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def refused(*files, **options):
    """What it printed as errors, and the last sentence."""
    errors = StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("import_page", *map(str, files), stdout=StringIO(), stderr=errors, **options)
    return errors.getvalue(), str(caught.value)


def counts():
    return [model.objects.count() for model in (Article, Edition, Subject, Author, Comment, Revision)]


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_page_becomes_an_article_in_review():
    run(SALES)
    edition = Edition.objects.get()

    assert edition.article.key == "sala-thjonusta"
    assert edition.slug == "munurinn-a-solu-og-thjonustu"
    assert (edition.language, edition.state, edition.origin) == ("is", "review", "machine")
    assert edition.is_live() is False


def test_sides_similarities_rows_and_drafted_cells_are_stored():
    run(SALES)
    content = rows.read(Article.objects.get())

    assert [side.key for side in content.sides] == ["sala", "thjonusta"]
    assert len(content.similarities) == 3
    assert len(content.dimensions) == 5
    assert all(len(row.cells) == 2 for row in content.dimensions)
    assert all(cell.drafted == ("is",) for row in content.dimensions for cell in row.cells)
    assert content.author.name["is"] == "Sigríður Jónsdóttir"
    assert content.summary["is"]
    assert content.tags == ()


def test_comments_are_stored_live():
    run(VIRUSES)

    assert list(Comment.objects.order_by("pk").values_list("name", "state", "language")) == [
        ("Anna Björk", "live", "is"),
        ("Lesandi", "live", "is"),
        ("Pétur", "live", "is"),
    ]


def test_a_nameless_reader_of_an_english_page_has_an_english_name(tmp_path):
    text = "Difference Between Tea and Coffee\n\nWhat is Tea?\n\nTea is tea.\n\n1 comment\n\n  1. Good.\n"
    run(written(tmp_path / "tea.txt", text), language="en")

    assert Comment.objects.get().name == "Reader"
    assert Edition.objects.get().slug == "the-difference-between-tea-and-coffee"


def test_publish_makes_it_live_with_its_table(client):
    run(SALES, publish=True)
    edition = Edition.objects.get()

    assert edition.is_live()
    assert edition.title == "Munurinn á sölu og þjónustu"
    assert len(edition.read().table.rows) >= 5


def test_the_report_says_what_was_found_drafted_missing_and_left_out():
    report = run(SALES)

    assert "imported as “sala-thjonusta”, address “munurinn-a-solu-og-thjonustu”, in review." in report
    for part in ("2 sides: Sala, Þjónusta.", "3 similarities.", "5 dimensions.", "1 comment."):
        assert part in report
    assert "Tilgangur – Sala: “Að afla tekna”." in report
    assert "The comparison table is not on the page" in report
    assert "The line for tags, which names none" in report
    assert "Here already" not in report


def test_the_report_can_be_silenced():
    assert run(SALES, verbosity=0) == ""


def test_a_dry_run_prints_the_same_and_writes_nothing():
    dry = run(SALES, VIRUSES, dry_run=True)

    assert counts() == [0] * 6
    assert dry.replace("would be imported", "imported") == run(SALES, VIRUSES)


def test_a_comparison_that_is_here_already_is_named_and_kept():
    make_article(key="gamla-greinin", sides=["Þjónusta", "Sala"], slug="munurinn-a-solu-og-thjonustu")
    report = run(SALES)

    assert "The same subjects are compared already by “gamla-greinin” (“" in report
    assert Edition.objects.get(article__key="sala-thjonusta").slug == "munurinn-a-solu-og-thjonustu-2"
    assert rows.read(Article.objects.get(key="gamla-greinin")).dimensions[0].key == "atridi-1"


def test_an_article_of_more_subjects_is_not_the_same_comparison():
    make_article(key="gamla-greinin", sides=["Þjónusta", "Sala", "Vara"])

    assert "compared already" not in run(SALES)


def test_the_same_page_again_is_told_and_has_the_next_key_and_address():
    run(SALES)
    report = run(SALES)

    assert "This page was imported before, as “sala-thjonusta” (“Munurinn á sölu og þjónustu”)." in report
    assert "imported as “sala-thjonusta-2”, address “munurinn-a-solu-og-thjonustu-2”" in report
    assert list(Edition.objects.order_by("pk").values_list("article__key", flat=True)) == [
        "sala-thjonusta",
        "sala-thjonusta-2",
    ]
    assert Subject.objects.count() == 2
    assert Author.objects.count() == 1


def test_an_address_that_an_edition_gave_up_is_not_taken():
    edition = make_edition(key="onnur", slug="munurinn-a-solu-og-thjonustu")
    edition.slug = "annad"
    edition.save()
    run(SALES)

    assert Edition.objects.get(article__key="sala-thjonusta").slug == "munurinn-a-solu-og-thjonustu-2"


def test_a_subject_that_is_here_is_used_and_not_changed():
    make_subject(name="Sala", definition_is="Sala er sala.", dative_is="sölunni")
    report = run(SALES)

    assert Subject.objects.count() == 2
    assert Subject.objects.get(key="sala").dative_is == "sölunni"
    assert "keeps its dative “sölunni”" in report


def test_a_subject_of_the_same_name_and_another_key_is_used():
    make_subject(name="Þjónusta", key="service")
    run(SALES)

    assert Article.objects.get().key == "sala-service"
    assert {side.subject.key for side in Article.objects.get().sides.all()} == {"sala", "service"}


def test_a_key_that_another_subject_has_is_not_taken(tmp_path):
    make_subject(name="Ísland", name_en="Iceland", key="island")
    text = "Difference Between Island and Peninsula\n\nWhat is Island?\n\nLand in water.\n"
    run(written(tmp_path / "island.txt", text), language="en")

    assert Subject.objects.get(key="island").name_en == "Iceland"
    assert Subject.objects.get(key="island-2").name_en == "Island"


def test_a_bad_file_is_told_with_its_line_and_the_others_are_kept(tmp_path):
    bad = written(tmp_path / "bad.txt", "\nMunurinn á sölu\n")
    errors, last = refused(bad, SALES)

    assert f"{bad}, line 2: The title names one subject only, “sölu”; a comparison has at least two." in errors
    assert last == "1 of 2 files could not be imported; nothing of them was written."
    assert Article.objects.get().key == "sala-thjonusta"


def test_a_file_of_another_encoding_is_told_with_its_line(tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes("Munurinn a solu\nog þjónustu\n".encode("iso-8859-1"))

    assert f"{path}, line 2: The byte 0xfe is not UTF-8." in refused(path)[0]


def test_a_file_that_is_not_there_is_told(tmp_path):
    errors, _last = refused(tmp_path / "none.txt")

    assert "none.txt: The file cannot be read (No such file or directory)." in errors


def test_what_cannot_be_published_leaves_nothing_behind(tmp_path):
    names = "kaffi, te, kakói, vatni, mjólk og safa"
    path = written(tmp_path / "sex.txt", f"Munurinn á {names}\n\nInngangur.\n\n1 athugasemd\n\n  1. Gott.\n")
    errors, _last = refused(path, publish=True)

    assert "has 6 sides" in errors
    assert counts() == [0] * 6


def test_a_failure_in_the_comments_leaves_nothing_behind(monkeypatch):
    def fail(**fields):
        raise ValueError("The comment cannot be stored.")

    monkeypatch.setattr(Comment.objects, "create", fail)
    errors, _last = refused(VIRUSES)

    assert f"{VIRUSES}: The comment cannot be stored." in errors
    assert counts() == [0] * 6
