"""What is known of translations follows what is saved, wherever it is saved."""

import pytest

from articles import publishing, rows, translating, units
from articles.models import Article, Edition, TranslatedText, TranslationStanding
from articles.translations import OK, STALE
from tests.articles.translating import save, state, write
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_a_text_is_stale_when_its_source_changes_and_in_order_when_it_is_translated_anew():
    article = make_article()
    save(article, lead="<p>A lead.</p>")
    assert state(article, "lead") == OK

    write(article, "is", lead="<p>Annar inngangur.</p>")
    assert state(article, "lead") == STALE

    save(article, lead="<p>Another lead.</p>")
    assert state(article, "lead") == OK


def test_a_translation_that_still_stands_is_in_order_without_a_change_and_without_a_revision():
    article = make_article()
    save(article, lead="<p>A lead.</p>")
    write(article, "is", lead="<p>Inngangur með annarri stafsetningu.</p>")
    count = article.revisions.count()

    assert save(article, lead="<p>A lead.</p>").saved == {"lead"}

    assert state(article, "lead") == OK
    assert article.revisions.count() == count
    assert TranslationStanding.objects.get(article=article).stale == 0


def test_what_was_changed_in_both_languages_at_once_is_not_stale():
    article = make_article()
    save(article, lead="<p>A lead.</p>")

    article.refresh_from_db()
    both = units.written(rows.read(article), "is", {"lead": "<p>Nýr.</p>"})
    rows.write(units.written(both, "en", {"lead": "<p>New.</p>"}), article)
    publishing.keep(article)

    assert state(article, "lead") == OK


def test_what_was_changed_in_the_translation_alone_stays_stale():
    article = make_article()
    save(article, lead="<p>A lead.</p>")
    write(article, "is", lead="<p>Nýr.</p>")

    write(article, "en", lead="<p>A lead!</p>")

    assert state(article, "lead") == STALE


def test_the_texts_of_a_translated_edition_are_taken_for_translations_of_what_the_source_says():
    article = make_article(languages=("is", "en"))
    article.editions.filter(language="en").update(origin=Edition.Origin.TRANSLATED)
    write(article, "is", summary="<p>Samantekt.</p>")
    assert state(article, "lead") == OK

    write(article, "is", lead="<p>Nýr.</p>")

    assert state(article, "lead") == STALE


def test_a_written_edition_is_never_stale():
    article = make_article(languages=("is", "en"))

    write(article, "is", lead="<p>Nýr.</p>")

    assert state(article, "lead") == OK
    assert not TranslatedText.objects.exists()


def test_standings_are_counted_when_an_article_is_saved():
    article = make_article()
    texts = len(units.in_language(rows.read(article), "is"))
    standing = TranslationStanding.objects.get(article=article)
    assert (standing.language, standing.total, standing.missing) == ("en", texts, texts)

    save(article, lead="<p>A lead.</p>")

    standing.refresh_from_db()
    assert (standing.ok, standing.missing, standing.counts.percent) == (1, texts - 1, 100 // texts)


def test_an_article_that_nobody_counted_is_found_and_counted():
    article = make_article()
    TranslationStanding.objects.all().delete()

    assert list(translating.outdated()) == [article]
    assert translating.count_outdated() == 1

    assert not translating.outdated().exists()
    assert TranslationStanding.objects.get().article == article


def test_an_article_without_texts_is_counted_too():
    Article.objects.create(key="tom")

    assert translating.count_outdated() == 1
    assert TranslationStanding.objects.get().counts.percent == 100


def test_the_first_translated_text_begins_a_draft_that_is_called_translated():
    article = make_article()

    save(article, lead="<p>A lead.</p>")

    edition = article.editions.get(language="en")
    assert (edition.state, edition.origin) == (Edition.State.DRAFT, Edition.Origin.TRANSLATED)


def test_a_drafts_address_follows_its_title_when_the_names_are_translated_last():
    article = make_article(sides=["Sala", "Þjónusta"])
    save(article, lead="<p>A lead.</p>")

    save(article, subject__sala__name="Sales", subject__thjonusta__name="Service")

    assert article.editions.get(language="en").slug == "the-difference-between-sales-and-service"


def test_saving_publishes_nothing():
    article = make_article(languages=("is", "en"))
    live = article.editions.get(language="en").live_revision

    save(article, lead="<p>Other words.</p>")

    assert article.editions.get(language="en").live_revision == live


def test_what_somebody_else_wrote_meanwhile_is_told_and_neither_text_is_lost():
    article = make_article(languages=("is", "en"))
    before = units.in_language(rows.read(article), "en")["lead"]
    write(article, "en", lead="<p>Theirs.</p>")
    article.refresh_from_db()
    mine = translating.Entry("lead", "<p>Mine.</p>", base=before)
    other = translating.Entry("summary", "<p>A summary.</p>", base="")

    outcome = translating.save(article, "en", [mine, other], "is")

    assert outcome.clashes == {"lead": "<p>Theirs.</p>"}
    assert outcome.saved == {"summary"}
    assert units.in_language(rows.read(article), "en")["lead"] == "<p>Theirs.</p>"


def test_a_field_that_was_not_touched_is_not_written_back_over_what_somebody_else_wrote():
    article = make_article(languages=("is", "en"))
    before = units.in_language(rows.read(article), "en")["lead"]
    write(article, "en", lead="<p>Theirs.</p>")
    article.refresh_from_db()

    outcome = translating.save(article, "en", [translating.Entry("lead", before, base=before)], "is")

    assert (outcome.clashes, outcome.saved) == ({}, set())
    assert units.in_language(rows.read(article), "en")["lead"] == "<p>Theirs.</p>"


def test_a_source_that_changed_while_somebody_translated_makes_the_text_stale_at_once():
    article = make_article()
    article.refresh_from_db()
    seen = units.in_language(rows.read(article), "is")["lead"]
    write(article, "is", lead="<p>Nýr.</p>")

    translating.save(article, "en", [translating.Entry("lead", "<p>A lead.</p>", source=seen)], "is")

    assert state(article, "lead") == STALE


def test_a_text_that_is_too_long_is_refused_and_the_rest_is_saved():
    article = make_article()
    path = next(path for path in units.in_language(rows.read(article), "is") if path.startswith("cell:"))

    outcome = translating.save(
        article, "en", [translating.Entry(path, "x" * 301), translating.Entry("lead", "<p>A lead.</p>")], "is"
    )

    assert "301" in outcome.refused[path]
    assert outcome.saved == {"lead"}


def test_a_text_that_is_no_longer_there_is_refused():
    outcome = translating.save(make_article(), "en", [translating.Entry("row:farin:name", "Gone")], "is")

    assert list(outcome.refused) == ["row:farin:name"]


def test_the_same_source_in_other_articles_is_remembered():
    one, other = make_article(key="a"), make_article(key="b")
    for article in (one, other):
        write(article, "is", summary="<p>Ábyrgð.</p>")
    save(one, summary="<p>Warranty.</p>")
    one.refresh_from_db()
    other.refresh_from_db()

    assert translating.memories(other, translating.sheet(other, "en", "is"))["summary"] == ("<p>Warranty.</p>", 1)
    assert "summary" not in translating.memories(one, translating.sheet(one, "en", "is"))
