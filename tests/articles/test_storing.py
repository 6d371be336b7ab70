"""What a file says becomes rows and an edition, and what that changed is told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from articles import rows
from articles.importing import CannotStore, store, store_page
from articles.manuscript import Author, Imprint, Page, Similarity, Source, only
from articles.models import Article, Edition, Revision, Subject
from articles.models import Page as StoredPage
from tests.factories import make_article, make_edition, make_manuscript

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)
LIVE = Imprint("is", slug="te-kaffi", state="published", published_at=DAY)


def manuscript(**parts):
    return make_manuscript(**{"key": "te-kaffi", "sides": ["Te", "Kaffi"], "dimensions": 2, **parts})


def changes(before, after, imprint=LIVE):
    """What is told where `after` comes over `before`."""
    store(before, imprint)
    return store(after, imprint).changes


def test_the_first_time_it_is_a_new_article_with_all_that_its_edition_says():
    stored = store(manuscript(), LIVE)

    assert stored.created
    assert stored.changes == [
        "new article",
        "slug: None → te-kaffi",
        "state: None → published",
        "origin: None → written",
        f"published_at: None → {DAY}",
    ]


def test_storing_the_same_twice_changes_nothing_and_says_so():
    store(manuscript(), LIVE)
    stored = store(manuscript(), LIVE)

    assert not stored.created
    assert stored.changes == stored.disagreements == []
    assert Revision.objects.count() == 1


def test_what_is_stored_is_what_the_manuscript_says():
    content = manuscript(similarities=1, sources=1, tags=["drykkir"])

    read = rows.read(store(content, LIVE).article)

    assert (read.lead, read.dimensions, read.similarities, read.sources) == (
        content.lead,
        content.dimensions,
        content.similarities,
        content.sources,
    )
    assert [tag.key for tag in read.tags] == ["drykkir"]


@pytest.mark.parametrize("part", ["title", "lead", "summary"])
def test_a_changed_text_is_told_by_its_name(part):
    text = "Te og kaffi" if part == "title" else "<p>Alveg nýtt.</p>"

    assert changes(manuscript(), manuscript(**{part: {"is": text}})) == [part]


def test_an_author_and_tags_are_told():
    author = Author("anna", {"is": "Anna Jónsdóttir"})

    assert changes(manuscript(), manuscript(author=author, tags=["drykkir"])) == ["author", "tags"]


def test_rows_that_came_went_and_changed_are_told_by_their_keys():
    before = manuscript(dimensions=2, similarities=1)
    first, _second = before.dimensions
    changed = replace(first, name={"is": "Uppruni"})
    after = replace(before, dimensions=(changed, replace(first, key="verd")), similarities=())

    assert changes(before, after) == [
        "similarities: eins-1 removed",
        "dimensions: verd added",
        "dimensions: atridi-2 removed",
        "dimensions: atridi-1 changed",
    ]


def test_rows_in_another_order_are_told_once():
    before = manuscript(dimensions=3)

    assert changes(before, replace(before, dimensions=before.dimensions[::-1])) == ["dimensions: order changed"]


def test_a_side_and_a_source_that_changed_are_told():
    before = manuscript(sources=1)
    described = replace(before.sides[0], description={"is": "<p>Te er lauf í vatni.</p>"})
    after = replace(
        before,
        sides=(described, before.sides[1]),
        sources=(Source("heimild-1", "Heimild 1", "https://example.org/1", date(2026, 11, 23)),),
    )

    assert changes(before, after) == ["sides: te changed", "sources: heimild-1 changed"]


def test_another_language_is_no_new_article_and_leaves_the_first_alone():
    content = manuscript(languages=("is", "en"))
    article = store(only(content, "is"), LIVE).article
    before = only(rows.read(article), "is")

    stored = store(only(content, "en"), Imprint("en", slug="tea-coffee", state="published"))

    assert not stored.created
    assert "lead" in stored.changes
    assert only(rows.read(article), "is") == before
    assert sorted(article.editions.values_list("language", "state")) == [("en", "published"), ("is", "published")]


def test_what_a_known_subject_is_called_otherwise_is_told_and_not_changed():
    store(manuscript(), LIVE)
    content = manuscript()
    renamed = replace(content.sides[0], subject=replace(content.sides[0].subject, name={"is": "Telauf"}))

    stored = store(replace(content, sides=(renamed, content.sides[1])), LIVE)

    assert len(stored.disagreements) == 1
    assert "„" not in stored.disagreements[0]
    assert "“Telauf”" in stored.disagreements[0]
    assert Subject.objects.get(key="te").name_is == "Te"


@pytest.mark.parametrize("state", ["draft", "review", "archived"])
def test_what_is_not_to_be_published_is_stored_and_not_shown(state):
    edition = store(manuscript(), Imprint("is", state=state)).edition

    assert edition.state == state
    assert not edition.is_live()
    assert edition.live_revision is None


def test_a_draft_that_becomes_published_goes_live_and_that_is_told():
    store(manuscript(), Imprint("is", slug="te-kaffi"))

    stored = store(manuscript(), LIVE)

    assert stored.changes == ["state: draft → published", f"published_at: None → {DAY}"]
    assert stored.edition.is_live()


def test_a_published_article_that_becomes_archived_is_live_no_more():
    store(manuscript(), LIVE)

    stored = store(manuscript(), replace(LIVE, state="archived"))

    assert stored.changes == ["state: published → archived"]
    assert not Edition.objects.live("is").exists()


def test_a_published_file_that_changed_is_what_readers_see():
    store(manuscript(), LIVE)
    store(manuscript(lead={"is": "<p>Alveg nýtt.</p>"}), LIVE)

    assert Edition.objects.live("is").get().read().lead == "<p>Alveg nýtt.</p>"


def test_a_file_without_a_time_keeps_the_time_that_the_edition_has():
    store(manuscript(), LIVE)

    assert store(manuscript(), replace(LIVE, published_at=None)).edition.published_at == DAY


def test_a_time_in_the_future_waits():
    later = datetime.now(UTC) + timedelta(days=7)

    edition = store(manuscript(), replace(LIVE, published_at=later)).edition

    assert edition.published_at == later
    assert not edition.is_live()
    assert edition.is_live(now=later)


def test_an_edition_expires_when_the_file_says_and_no_longer_when_it_does_not():
    store(manuscript(), replace(LIVE, expires_at=DAY + timedelta(days=1)))
    assert not Edition.objects.live("is").exists()

    stored = store(manuscript(), LIVE)

    assert stored.changes == [f"expires_at: {DAY + timedelta(days=1)} → None"]
    assert Edition.objects.live("is").exists()


@pytest.mark.parametrize(("origin", "machine"), [("machine", True), ("reviewed", False), ("translated", False)])
def test_the_origin_is_kept_and_told(origin, machine):
    store(manuscript(), LIVE)

    stored = store(manuscript(), replace(LIVE, origin=origin))

    assert stored.changes == [f"origin: written → {origin}"]
    assert stored.edition.machine_made is machine


def test_a_file_without_an_address_gets_one_from_its_title_and_keeps_it():
    bare = replace(LIVE, slug="")

    assert store(manuscript(), bare).edition.slug == "munurinn-a-te-og-kaffi"
    assert store(manuscript(title={"is": "Annar titill"}), bare).edition.slug == "munurinn-a-te-og-kaffi"


def test_a_file_may_change_the_address():
    store(manuscript(), LIVE)

    assert store(manuscript(), replace(LIVE, slug="te-og-kaffi")).changes == ["slug: te-kaffi → te-og-kaffi"]


def test_an_address_that_another_article_has_is_refused_and_nothing_is_written():
    make_edition(slug="te-kaffi", key="annad")

    with pytest.raises(CannotStore, match="“te-kaffi” is taken in “is” by “annad”") as refused:
        store(manuscript(), LIVE)

    assert refused.value.key == "slug"
    assert Article.objects.count() == 1
    assert not Subject.objects.filter(key="te").exists()


def test_the_same_address_in_two_languages_is_no_conflict():
    make_edition(slug="te-kaffi", language="en")

    assert store(manuscript(), LIVE).edition.slug == "te-kaffi"


def test_what_is_not_fit_to_be_published_is_refused_and_the_article_stays_as_it_was():
    article = store(manuscript(), LIVE).article
    before = rows.read(article)

    with pytest.raises(CannotStore) as refused:
        store(manuscript(sides=["Te"]), LIVE)

    assert refused.value.key == "state"
    assert rows.read(article) == before
    assert Edition.objects.live("is").count() == 1


def test_one_side_is_enough_for_a_draft():
    assert store(manuscript(sides=["Te"]), Imprint("is")).edition.state == "draft"


def test_who_published_and_why_is_kept_with_the_revision(admin_user):
    store(manuscript(), LIVE, by=admin_user, note="Úr skrá")

    revision = Revision.objects.get()
    assert (revision.by, revision.note) == (admin_user, "Úr skrá")


def test_a_row_that_says_something_in_the_other_language_is_not_removed_by_a_file_of_this_one():
    make_article(content=manuscript(languages=("is", "en"), similarities=1), languages=("is", "en"))

    store(manuscript(dimensions=1), LIVE)

    assert rows.read(Article.objects.get()).similarities == (
        Similarity("eins-1", {"en": "Þetta eiga bæði sameiginlegt, 1."}),
    )


def test_a_page_is_stored_with_its_texts():
    page = store_page(Page("about", {"is": "Um vefinn"}, {"is": "um-vefinn"}, {"is": "<p>Texti.</p>"}))

    assert (page.name_is, page.slug_is, page.body_is) == ("Um vefinn", "um-vefinn", "<p>Texti.</p>")


def test_a_page_is_found_by_its_key_and_keeps_the_language_that_the_file_does_not_have():
    store_page(Page("about", {"is": "Um vefinn"}, {"is": "um-vefinn"}, {"is": "<p>Texti.</p>"}))
    store_page(Page("about", {"en": "About"}, {"en": "about-us"}, {"en": "<p>Text.</p>"}))

    page = StoredPage.objects.get()
    assert (page.body_is, page.body_en) == ("<p>Texti.</p>", "<p>Text.</p>")


def test_a_page_without_an_address_gets_one_from_its_name():
    assert store_page(Page("skilmalar", {"is": "Skilmálar vefsins"})).slug_is == "skilmalar-vefsins"
