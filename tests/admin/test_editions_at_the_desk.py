"""Editions in the article's form: addresses, times and origins. Their states are for the strip's verbs."""

from datetime import UTC, datetime

import pytest

from articles.models import Edition
from tests.admin.desk import change_page, errors, save, saved
from tests.admin.pressing import press
from tests.factories import make_article

SLUG, STATE = "editions-0-slug", "editions-0-state"


@pytest.fixture
def draft(db):
    return make_article(slug="grein", sides=["Sala", "Þjónusta"], publish=False)


def test_saving_publishes_nothing(desk, client):
    article = make_article(slug="grein", sides=["Sala", "Þjónusta"])

    saved(desk, change_page(article), {"lead_is": "<p>Nýr inngangur.</p>"})

    assert "Nýr inngangur." not in client.get("/grein/").content.decode()
    assert article.revisions.first().manuscript.lead == {"is": "<p>Nýr inngangur.</p>"}


def test_a_save_is_a_revision_with_who_why_and_how_much(desk, editor, draft):
    saved(desk, change_page(draft), {"lead_is": "<p>A.</p>", "note": "Ný lög", "substantive": ["0", "1"]})
    saved(desk, change_page(draft), {"lead_is": "<p>B.</p>", "note": "", "substantive": ["0"]})
    saved(desk, change_page(draft), {"lead_is": "<p>C.</p>"})

    kept = [(one.by, one.note, one.substantive) for one in draft.revisions.filter(by=editor).order_by("pk")]
    assert kept == [(editor, "Ný lög", True), (editor, "", False), (editor, "", True)]


def test_a_save_without_a_change_keeps_nothing(desk, draft):
    saved(desk, change_page(draft))
    saved(desk, change_page(draft))

    assert draft.revisions.count() == 1


def test_a_state_that_is_sent_changes_nothing(desk, draft):
    saved(desk, change_page(draft), {STATE: "published", "editions-0-expires_at": "2020-01-01T00:00"})

    edition = draft.editions.get()
    assert (edition.state, edition.expires_at) == ("draft", None)


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
    press(desk, draft, "publish")
    saved(desk, change_page(draft), {SLUG: "nytt"})

    assert client.get("/grein/").status_code == 301
    assert client.get("/nytt/").status_code == 200


def test_an_edition_of_another_language_begins_when_something_is_said_in_it(desk, draft):
    saved(desk, change_page(draft))
    assert draft.editions.count() == 1

    saved(desk, change_page(draft), {"lead_en": "<p>A lead.</p>"})

    assert draft.editions.get(language="en").state == Edition.State.DRAFT


def test_an_edition_begins_when_its_form_is_filled_in_too(desk, draft):
    saved(desk, change_page(draft), {"editions-1-slug": "article"})

    assert draft.editions.get(language="en").slug == "article"


def test_a_draft_with_a_later_time_is_scheduled_when_it_is_published(desk, client, draft):
    saved(desk, change_page(draft), {"editions-0-published_at": "2099-01-01T09:00"})
    press(desk, draft, "publish")

    assert draft.editions.get().published_at == datetime(2099, 1, 1, 9, tzinfo=UTC)
    assert client.get("/grein/").status_code == 404
    assert "Tímasett" in desk.get("/admin/articles/article/").content.decode()


def test_another_day_of_publication_is_another_day_in_the_log_too(desk):
    article = make_article(sides=["Sala", "Þjónusta"])

    saved(desk, change_page(article), {"editions-0-published_at": "2020-01-01T09:00"})

    edition = article.editions.get()
    assert edition.published_at == edition.publications.get().at == datetime(2020, 1, 1, 9, tzinfo=UTC)


def test_an_emptied_time_leaves_a_published_edition_as_it_was(desk, draft):
    press(desk, draft, "publish")
    before = draft.editions.get().published_at

    saved(desk, change_page(draft), {"editions-0-published_at": "", SLUG: "nytt"})

    assert draft.editions.get().published_at == before


def test_an_edition_does_not_expire_before_it_is_published(desk, draft):
    draft.editions.update(expires_at=datetime(2026, 11, 23, 8, tzinfo=UTC))

    response = save(desk, change_page(draft), {"editions-0-published_at": "2026-11-23T09:00"})

    assert "Útgáfan rynni út áður en hún birtist." in errors(response)


def test_a_language_cannot_be_changed_nor_made_up(desk, draft):
    saved(desk, change_page(draft), {"editions-0-language": "en", SLUG: "nytt"})
    response = save(desk, change_page(draft), {"editions-1-language": "xx", "editions-1-slug": "skra"})

    assert response.status_code == 200
    assert list(draft.editions.values_list("language", "slug")) == [("is", "nytt")]
