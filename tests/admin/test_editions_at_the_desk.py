"""Publishing from the desk: refusals in words, addresses, times; an edition is never half changed."""

from datetime import UTC, datetime

import pytest

from articles.models import Edition
from tests.admin.desk import change_page, errors, said, save, saved
from tests.factories import make_article

SLUG, STATE = "editions-0-slug", "editions-0-state"


@pytest.fixture
def draft(db):
    return make_article(slug="grein", sides=["Sala", "Þjónusta"], publish=False)


def test_publishing_makes_a_live_edition(desk, client, draft):
    saved(desk, change_page(draft), {STATE: "published"})

    edition = draft.editions.get()
    assert edition.is_live()
    assert edition.title == "Munurinn á sölu og þjónustu"
    assert edition.live_revision.by.username == "ritstjori"
    assert client.get("/grein/").status_code == 200


def test_one_side_is_not_published_but_the_text_is_saved(desk, client, draft):
    changes = {STATE: "published", "sides-1-DELETE": "on", "lead_is": "<p>Nýtt.</p>"}

    response = saved(desk, change_page(draft), changes)

    draft.refresh_from_db()
    assert draft.editions.get().state == Edition.State.DRAFT
    assert draft.lead_is == "<p>Nýtt.</p>"
    assert any(message.startswith("Greinin var vistuð en ekki birt.") for message in said(response))


def test_a_live_edition_that_loses_a_side_stays_as_readers_had_it(desk, client):
    article = make_article(slug="grein", sides=["Sala", "Þjónusta"])

    response = saved(desk, change_page(article), {"sides-1-DELETE": "on"})

    assert any(message.startswith("Lesendur sjá áfram fyrri texta.") for message in said(response))
    assert "Þjónusta" in client.get("/grein/").content.decode()


def test_an_address_that_another_article_has_is_refused_in_words(desk, draft):
    make_article(slug="tekin", sides=["Veður", "Loftslag"])

    response = save(desk, change_page(draft), {SLUG: "tekin", "lead_is": "<p>Nýtt.</p>"})

    assert "Önnur grein er með þessa slóð: Veður – Loftslag." in errors(response)
    draft.refresh_from_db()
    assert draft.lead_is != "<p>Nýtt.</p>"
    assert draft.editions.get().slug == "grein"


@pytest.mark.parametrize("slug", ["admin", "leit", "Ekki slóð", "þjónusta", "a/b"])
def test_an_address_that_is_none_is_refused(desk, draft, slug):
    response = save(desk, change_page(draft), {SLUG: slug})

    assert response.status_code == 200
    assert errors(response)
    assert draft.editions.get().slug == "grein"


def test_an_empty_address_is_made_from_the_title(desk, draft):
    saved(desk, change_page(draft), {SLUG: ""})

    assert draft.editions.get().slug == "munurinn-a-solu-og-thjonustu"


def test_the_old_address_leads_to_the_new_one(desk, client, draft):
    saved(desk, change_page(draft), {STATE: "published"})
    saved(desk, change_page(draft), {SLUG: "nytt"})

    assert client.get("/grein/").status_code == 301
    assert client.get("/nytt/").status_code == 200


def test_an_edition_of_another_language_begins_when_it_is_filled_in(desk, draft):
    saved(desk, change_page(draft))
    assert draft.editions.count() == 1

    saved(desk, change_page(draft), {"editions-1-state": "review", "editions-1-slug": "article"})

    assert draft.editions.get(language="en").state == Edition.State.REVIEW


def test_a_language_without_names_is_not_published(desk, draft):
    response = saved(desk, change_page(draft), {"editions-1-state": "published"})

    assert draft.editions.get(language="en").state == Edition.State.DRAFT
    assert said(response)


def test_a_later_time_schedules(desk, client, draft):
    saved(desk, change_page(draft), {STATE: "published", "editions-0-published_at": "2099-01-01T09:00"})

    assert draft.editions.get().published_at == datetime(2099, 1, 1, 9, tzinfo=UTC)
    assert client.get("/grein/").status_code == 404
    assert "Tímasett" in desk.get("/admin/articles/article/").content.decode()


def test_an_emptied_time_leaves_a_published_edition_as_it_was(desk, draft):
    saved(desk, change_page(draft), {STATE: "published"})
    before = draft.editions.get().published_at

    saved(desk, change_page(draft), {"editions-0-published_at": "", SLUG: "nytt"})

    assert draft.editions.get().published_at == before


def test_an_edition_does_not_expire_before_it_is_published(desk, draft):
    times = {"editions-0-published_at": "2026-11-23T09:00", "editions-0-expires_at": "2026-11-23T08:00"}

    response = save(desk, change_page(draft), times)

    assert "Útgáfan rynni út áður en hún birtist." in errors(response)


@pytest.mark.parametrize("state", ["draft", "review", "archived"])
def test_other_states_are_simply_set(desk, client, state):
    article = make_article(slug="grein", sides=["Sala", "Þjónusta"])

    saved(desk, change_page(article), {STATE: state})

    assert article.editions.get().state == state
    assert client.get("/grein/").status_code == (410 if state == "archived" else 404)


def test_a_language_cannot_be_changed_nor_made_up(desk, draft):
    saved(desk, change_page(draft), {"editions-0-language": "en", SLUG: "nytt"})
    response = save(desk, change_page(draft), {"editions-1-language": "xx", "editions-1-slug": "skra"})

    assert response.status_code == 200
    assert list(draft.editions.values_list("language", "slug")) == [("is", "nytt")]
