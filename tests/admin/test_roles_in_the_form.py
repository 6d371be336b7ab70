"""What a role may not write is not written, whatever a forged form sends."""

from dataclasses import replace

import pytest

from articles.admin.verbs import VERBS
from articles.models import Article
from tests.admin.desk import change_page, filled, opened, saved
from tests.admin.pressing import offered, press, press_both, state
from tests.admin.walking import make_person
from tests.factories import make_article, make_author, make_subject, make_tag


@pytest.fixture
def translator(db):
    return make_person("T")


@pytest.fixture
def article(db):
    return make_article(
        sides=["Sala", "Þjónusta"], languages=("is", "en"), publish=False, similarities=1, sources=1, slug="grein"
    )


def fields(page: str) -> tuple[set[str], set[str]]:
    """The names of the fields that are dead on the page, and of those that are not."""
    tags = [part.split(">")[0] for part in page.split("<") if 'name="' in part.split(">")[0]]
    dead = {tag.split('name="')[1].split('"')[0] for tag in tags if " disabled" in tag}
    return dead, {tag.split('name="')[1].split('"')[0] for tag in tags} - dead


def test_a_translator_writes_the_texts_of_the_own_language(client, translator, article):
    client.force_login(translator)
    changes = {
        "lead_en": "<p>A new lead.</p>",
        "sides-0-answer_en": "A new answer.",
        "dimensions-0-cell-sala-en": "A new cell",
        "dimensions-0-name_en": "A new name",
        "similarities-0-sentence_en": "A new sentence.",
    }

    saved(client, change_page(article), changes)

    kept = article.revisions.first()
    assert kept.by == translator
    content = kept.manuscript
    assert content.lead["en"] == "<p>A new lead.</p>"
    assert content.sides[0].answer["en"] == "A new answer."
    assert content.dimensions[0].cells[0].text["en"] == "A new cell"
    assert content.dimensions[0].name["en"] == "A new name"
    assert content.similarities[0].sentence["en"] == "A new sentence."


def test_a_forged_form_of_a_translator_changes_nothing_else(client, translator, article):
    client.force_login(translator)
    saved(client, change_page(article))
    before = article.revisions.first().manuscript
    forged = {
        "title_is": "Falsað",
        "lead_is": "<p>Falsað.</p>",
        "summary_is": "<p>Falsað.</p>",
        "author": make_author().pk,
        "tags": [make_tag(name="Lög").pk],
        "sides-0-answer_is": "Falsað.",
        "sides-0-subject": make_subject(name="Veður").pk,
        "sides-0-place": "1",
        "sides-1-place": "0",
        "sides-1-DELETE": "on",
        "similarities-0-sentence_is": "Falsað.",
        "similarities-0-DELETE": "on",
        "dimensions-0-name_is": "Falsað",
        "dimensions-0-cell-sala-is": "Falsað",
        "dimensions-0-source-sala": "heimild-1",
        "sources-0-title": "Fölsuð heimild",
        "editions-0-slug": "falsad",
        "editions-0-origin": "machine",
        "editions-0-published_at": "2020-01-01T00:00",
        "editions-0-state": "published",
    }
    new_rows = {"dimensions": [{"name_is": "Ný", "name_en": "New"}], "sources": [{"title": "Ný"}]}

    client.post(change_page(article), filled(opened(client, change_page(article)), forged, new_rows))

    article = Article.objects.get(pk=article.pk)
    assert article.revisions.first().manuscript == before
    edition = article.editions.get(language="is")
    assert (edition.slug, edition.origin, edition.published_at, edition.state) == ("grein", "written", None, "draft")
    assert article.author is None
    assert not article.tags.exists()


def test_what_a_translator_may_not_change_stands_there_dead(client, translator, article):
    client.force_login(translator)

    page = client.get(change_page(article)).content.decode()

    dead, alive = fields(page)
    assert {"lead_is", "author", "sides-0-answer_is", "dimensions-0-cell-sala-is", "editions-0-slug"} <= dead
    assert {"lead_en", "sides-0-answer_en", "dimensions-0-cell-sala-en"} <= alive


def test_a_browser_that_sends_no_dead_field_loses_nothing(client, translator, article):
    client.force_login(translator)
    saved(client, change_page(article))
    before = article.revisions.first().manuscript
    dead, _alive = fields(client.get(change_page(article)).content.decode())
    sent = filled(opened(client, change_page(article)), {"lead_en": "<p>A new lead.</p>"})

    client.post(change_page(article), {name: value for name, value in sent.items() if name not in dead})

    assert article.revisions.first().manuscript == replace(before, lead=before.lead | {"en": "<p>A new lead.</p>"})


def test_a_translator_moves_the_own_edition_and_no_other(client, translator, article):
    client.force_login(translator)

    assert set(offered(client, article, "is")) == set()
    assert set(offered(client, article, "en")) == {"submit"}
    assert press(client, article, "submit", "is").status_code == 403
    assert press(client, article, "submit", "en").status_code == 302
    assert (state(article, "is"), state(article, "en")) == ("draft", "review")
    assert press(client, article, "publish", "en").status_code == 403


def test_a_translator_begins_an_edition_in_the_own_language(client, translator, article):
    client.force_login(translator)
    article.editions.filter(language="en").delete()

    assert press(client, article, "begin", "is").status_code == 403
    press(client, article, "begin", "en")

    assert state(article, "en") == "draft"


def test_a_writer_goes_from_an_empty_page_to_review_and_no_further(client, db):
    writer = make_person("W")
    client.force_login(writer)
    sides = [{"subject": make_subject(name=name).pk} for name in ("Sala", "Þjónusta")]
    saved(client, "/admin/articles/article/add/", {"lead_is": "<p>Sala.</p>"}, {"sides": sides})
    article = Article.objects.get()

    assert set(offered(client, article)) == {"submit"}
    press(client, article, "submit")
    assert state(article) == "review"
    for verb in set(VERBS) - {"begin", "submit", "withdraw"}:
        assert press(client, article, verb).status_code == 403
    assert press_both(client, article).status_code == 403
    saved(client, change_page(article), {"lead_is": "<p>Já.</p>", "editions-0-published_at": "2020-01-01T00:00"})
    assert article.editions.get().published_at is None


def test_a_writer_changes_nothing_that_readers_have(client, article, db):
    writer = make_person("W")
    Article.objects.filter(pk=article.pk).update(created_by=writer)
    client.force_login(writer)
    press(client, article, "submit")
    article.editions.filter(language="en").update(state="archived")

    assert client.get(change_page(article)).status_code == 200
    assert client.post(change_page(article), {"title_is": "Nei"}).status_code == 403
    assert press(client, article, "withdraw").status_code == 403
    assert set(offered(client, article)) == set()


def test_a_writer_does_not_take_an_edition_out_of_the_archive(client, translator, article):
    article.editions.filter(language="en").update(state="archived")
    client.force_login(translator)

    assert press(client, article, "withdraw", "en").status_code == 403
    assert state(article, "en") == "archived"


def test_a_writers_list_has_the_own_articles_alone(client, article, db):
    writer = make_person("W")
    own = make_article(publish=False)
    Article.objects.filter(pk=own.pk).update(created_by=writer)
    client.force_login(writer)

    assert list(client.get("/admin/articles/article/").context["cl"].result_list) == [own]


@pytest.mark.parametrize(("letter", "actions"), [("W", {"submit_chosen"}), ("T", {"submit_chosen"})])
def test_actions_are_offered_to_who_may(client, db, letter, actions):
    client.force_login(make_person(letter))
    make_article(publish=False)

    page = client.get("/admin/articles/article/").content.decode()

    assert "publish_chosen" not in page
    assert "delete_selected" not in page


def test_a_forged_action_moves_nothing(client, translator, article):
    client.force_login(translator)
    for action in ("publish_chosen", "archive_chosen", "delete_selected", "submit_chosen"):
        client.post("/admin/articles/article/", {"action": action, "_selected_action": [article.pk], "post": "yes"})

    assert (state(article, "is"), state(article, "en")) == ("draft", "review")
