"""The edition strip: each language with its verbs, refusals in words, and nothing that the person has not seen."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Edition
from tests.admin.desk import change_page, said, saved
from tests.admin.pressing import offered, press, press_both, state
from tests.factories import make_article

A_DAY = timedelta(days=1)


@pytest.fixture
def draft(db):
    return make_article(slug="grein", sides=["Sala", "Þjónusta"], publish=False)


@pytest.fixture
def live(db):
    return make_article(slug="grein", sides=["Sala", "Þjónusta"])


def in_the_field(at) -> str:
    """As a browser sends a moment."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def test_publishing_makes_a_live_edition(desk, client, editor, draft):
    response = press(desk, draft, "publish")

    edition = draft.editions.get()
    assert response.url == change_page(draft)
    assert edition.is_live()
    assert edition.title == "Munurinn á sölu og þjónustu"
    assert edition.live_revision.by == edition.publications.get().by == editor
    assert client.get("/grein/").status_code == 200


def test_saved_changes_are_unpublished_until_they_are_published(desk, client, live):
    saved(desk, change_page(live), {"lead_is": "<p>Nýr inngangur.</p>"})
    assert "publish" in offered(desk, live)

    press(desk, live, "publish")

    assert "Nýr inngangur." in client.get("/grein/").content.decode()
    assert "publish" not in offered(desk, live)


def test_what_stops_publishing_stands_beside_the_dead_button(desk, draft):
    saved(desk, change_page(draft), {"sides-1-DELETE": "on"})

    reasons = offered(desk, draft)
    page = desk.get(change_page(draft)).content.decode()

    assert reasons["publish"] == reasons["schedule"] != ""
    assert reasons["submit"] == ""
    assert 'aria-disabled="true" aria-describedby="why-is"' in page
    assert 'id="why-is"' in page


def test_one_side_is_not_published_whoever_presses(desk, draft):
    draft.sides.last().delete()

    response = press(desk, draft, "publish")

    assert state(draft) == "draft"
    assert "1" in said(response)[0]


@pytest.mark.parametrize(
    ("stored", "verbs"),
    [
        ({"state": "draft"}, {"submit", "schedule", "publish"}),
        ({"state": "review"}, {"withdraw", "schedule", "publish"}),
        ({"published_at": timezone.now() + 9 * A_DAY}, {"expire", "unschedule", "publish_now"}),
        ({}, {"expire", "archive"}),
        ({"expires_at": timezone.now() - A_DAY}, {"archive", "revive"}),
        ({"state": "archived"}, {"withdraw", "revive"}),
    ],
)
def test_each_state_has_its_verbs(desk, live, stored, verbs):
    Edition.objects.filter(article=live).update(**stored or {"language": "is"})

    assert set(offered(desk, live)) == verbs


def test_a_language_that_is_not_begun_can_be_begun(desk, draft):
    assert set(offered(desk, draft, "en")) == {"begin"}

    press(desk, draft, "begin", "en")

    assert state(draft, "en") == "draft"


def test_a_change_of_a_live_text_is_scheduled_and_taken_back(desk, client, live):
    saved(desk, change_page(live), {"lead_is": "<p>Nýr inngangur.</p>"})
    at = timezone.now() + A_DAY

    press(desk, live, "schedule", at=in_the_field(at))

    edition = live.editions.get()
    assert abs(edition.scheduled_at - at) < timedelta(minutes=1)
    assert "Nýr inngangur." not in client.get("/grein/").content.decode()
    assert "unschedule" in offered(desk, live)

    press(desk, live, "unschedule")
    assert live.editions.get().scheduled_at is None


def test_a_first_publication_is_scheduled_with_its_expiry(desk, draft):
    at = timezone.now() + A_DAY

    press(desk, draft, "schedule", at=in_the_field(at), expires_at=in_the_field(at + A_DAY))

    edition = draft.editions.get()
    assert edition.expires_at - edition.published_at == A_DAY
    assert set(offered(desk, draft)) == {"expire", "unschedule", "publish_now"}
    press(desk, draft, "publish_now")
    assert draft.editions.get().is_live()


@pytest.mark.parametrize(
    "times",
    [{}, {"at": "á morgun"}, {"at": "2020-01-01T00:00"}, {"at": "2099-01-02T00:00", "expires_at": "2099-01-01T00:00"}],
)
def test_a_schedule_that_makes_no_sense_changes_nothing_and_says_why(desk, draft, times):
    response = press(desk, draft, "schedule", **times)

    assert state(draft) == "draft"
    assert not draft.revisions.exists()
    assert said(response)[0].endswith(".")


def test_expiry_is_set_and_taken_away(desk, live):
    press(desk, live, "expire", expires_at=in_the_field(timezone.now() + A_DAY))
    assert live.editions.get().expires_at

    press(desk, live, "expire", expires_at="")
    assert live.editions.get().expires_at is None


def test_a_change_that_did_not_come_says_so_at_the_desk(desk, live):
    saved(desk, change_page(live), {"lead_is": "<p>Nýtt.</p>"})
    press(desk, live, "schedule", at=in_the_field(timezone.now() + A_DAY))
    assert "desk-error" not in desk.get(change_page(live)).content.decode()

    Edition.objects.filter(article=live).update(scheduled_at=timezone.now() - A_DAY)

    cell = desk.get(change_page(live)).context["strip"].cells[0]
    assert cell.warning.endswith(".")
    assert "desk-error" in desk.get(change_page(live)).content.decode()


def test_archiving_and_reviving(desk, client, live):
    press(desk, live, "archive")
    assert client.get("/grein/").status_code == 410

    press(desk, live, "revive")
    assert client.get("/grein/").status_code == 200


def test_sending_to_review_and_back(desk, draft):
    press(desk, draft, "submit")
    assert state(draft) == "review"

    press(desk, draft, "withdraw")
    assert state(draft) == "draft"


def test_a_verb_that_came_too_late_is_refused_in_words(desk, draft):
    press(desk, draft, "submit")

    response = press(desk, draft, "submit")

    assert said(response)[0].endswith(".")
    assert state(draft) == "review"


@pytest.mark.parametrize("verb", ["publish", "schedule"])
def test_nobody_publishes_a_text_that_was_saved_after_they_looked(desk, draft, verb):
    saved(desk, change_page(draft), {"lead_is": "<p>Sem sést.</p>"})
    seen = desk.get(change_page(draft)).context["strip"].version
    saved(desk, change_page(draft), {"lead_is": "<p>Sem enginn sá.</p>"})

    response = press(desk, draft, verb, version=seen, at="2099-01-01T00:00")

    assert state(draft) == "draft"
    assert said(response)[0].endswith(".")
    press(desk, draft, "publish", version=draft.revisions.first().pk)
    assert state(draft) == "published"


def test_both_are_published_with_one_press(desk):
    article = make_article(languages=("is", "en"), sides=["Sala", "Þjónusta"], publish=False)

    response = press_both(desk, article)

    assert {state(article, "is"), state(article, "en")} == {"published"}
    assert len(said(response)) == 2


def test_both_or_none_and_the_reason_stands_in_the_strip(desk, draft):
    draft.editions.create(language="en", slug="a-draft")
    both = desk.get(change_page(draft)).context["strip"].both
    assert both.reason != ""

    response = press_both(desk, draft)

    assert {state(draft, "is"), state(draft, "en")} == {"draft"}
    assert str(both.reason) in said(response)[0]


def test_where_nothing_is_unpublished_both_says_so(desk, live):
    assert desk.get(change_page(live)).context["strip"].both.reason


def test_a_verb_leads_back_to_the_page_of_the_desk_that_it_stood_on(desk, draft):
    assert press(desk, draft, "submit", next="/admin/articles/article/?q=a").url == "/admin/articles/article/?q=a"
    assert press(desk, draft, "withdraw", next="https://example.org/admin/").url == change_page(draft)
    assert press(desk, draft, "submit", next="//example.org/admin/").url == change_page(draft)


@pytest.mark.parametrize("verb", ["publish", "submit", "archive"])
def test_a_link_moves_no_edition(desk, draft, verb):
    address = f"/admin/articles/article/{draft.pk}/edition/is/{verb}/"

    assert desk.get(address).status_code == 405
    assert state(draft) == "draft"


def test_without_the_token_of_the_page_nothing_moves(editor, draft):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)

    assert press(strict, draft, "publish").status_code == 403
    assert state(draft) == "draft"


@pytest.mark.parametrize("address", ["is/destroy", "xx/publish", "en/publish"])
def test_what_there_is_not_is_not_found(desk, draft, address):
    assert desk.post(f"/admin/articles/article/{draft.pk}/edition/{address}/").status_code == 404
    assert desk.post("/admin/articles/article/999999/edition/is/publish/").status_code == 404


def test_a_longer_article_costs_the_strip_no_more_queries(desk):
    short = make_article(sides=2, dimensions=1, languages=("is", "en"))
    long = make_article(sides=5, dimensions=20, languages=("is", "en"))
    counts = []
    for article in (short, long):
        with CaptureQueriesContext(connection) as captured:
            offered(desk, article)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def choose(desk, action, *articles):
    chosen = {"action": action, "_selected_action": [article.pk for article in articles]}
    return desk.post("/admin/articles/article/", chosen)


def test_several_articles_are_published_and_each_refusal_is_said(desk, draft):
    other, poor = make_article(publish=False), make_article(publish=False, sides=1)

    response = choose(desk, "publish_chosen", draft, other, poor)

    assert [state(article) for article in (draft, other, poor)] == ["published", "published", "draft"]
    assert len([text for text in said(response) if str(poor) in text]) == 1


def test_several_are_sent_to_review_or_archived(desk, draft, editor):
    other = make_article()

    choose(desk, "submit_chosen", draft, other)
    choose(desk, "archive_chosen", draft, other)

    assert (state(draft), state(other)) == ("review", "archived")
