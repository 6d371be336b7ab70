"""Pages of a thread that no reader gets: of drafts, of languages, of branches that are not there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Edition
from tests.comments.reading import body, branch_of, shown, thread_of
from tests.factories import make_comment, make_edition

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "query",
    ["?rod=elst", "?rod=newest", "?tungumal=en", "?fra=-1", "?fra=zzzzzzzzzzzzzzzzzz", "?fra=0", "?fra=a%00", "?fra=é"]
    + ["?fra=zzzzzzzzzzzzz"],
)
def test_what_is_no_page_is_not_found(client, query):
    edition = make_edition(comments=1)

    answer = client.get(thread_of(edition, query)).status_code

    assert answer == (200 if query == "?fra=0" else 404)


def test_a_comment_in_a_language_that_readers_do_not_have_is_nowhere(client, settings):
    edition = make_edition()
    first = make_comment(edition=edition, language="en", text="Hidden away", name="Hulinn")
    make_comment(edition=edition, parent=first, text="Svarið")
    settings.PUBLIC_LANGUAGES = ["is"]

    for address in (edition.get_absolute_url(), thread_of(edition), thread_of(edition, "?tungumal=oll")):
        text = body(client, address)
        assert "Hidden away" not in text
        assert "Hulinn" not in text
        assert "Svarið" in text


@pytest.mark.parametrize("state", ["held", "spam", "removed"])
def test_only_live_comments_are_on_any_page(client, state):
    edition = make_edition()
    root = make_comment(edition=edition)
    hidden = make_comment(edition=edition, parent=root, state=state, text="Leyndarmál", name="Hulinn")
    alone = make_comment(edition=edition, state=state, text="Leyndarmál", name="Hulinn")
    make_comment(edition=edition, parent=hidden, text="Svarið")

    for address in (thread_of(edition), branch_of(edition, root), edition.get_absolute_url()):
        text = body(client, address)
        assert "Leyndarmál" not in text
        assert "Hulinn" not in text
        assert "Svarið" in text
        assert (hidden.pk in shown(text)) is (state == "removed")
    assert client.get(branch_of(edition, alone)).status_code == 404


@pytest.mark.parametrize(
    "state",
    [
        {"state": "draft"},
        {"state": "archived"},
        {"published_at": timezone.now() + timedelta(days=365)},
        {"expires_at": timezone.now() - timedelta(days=1)},
    ],
)
def test_the_thread_of_an_article_that_is_not_live_is_not_found(client, state):
    edition = make_edition()
    comment = make_comment(edition=edition, text="Leyndarmál")
    Edition.objects.filter(pk=edition.pk).update(**state)

    for address in (thread_of(edition), branch_of(edition, comment)):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "Leyndarmál" not in answer.content.decode()


def test_a_thread_has_no_page_in_a_language_that_the_article_is_not_in(client):
    edition = make_edition()
    make_comment(edition=edition, language="en")

    assert client.get(f"/en/comments/{edition.slug}/").status_code == 404


def test_the_branch_of_another_article_is_not_found(client):
    edition, elsewhere = make_edition(), make_comment()

    assert client.get(branch_of(edition, elsewhere)).status_code == 404
    assert client.get(branch_of(edition, elsewhere, "?fra=0")).status_code == 404


@pytest.mark.parametrize("key", ["x", "-1", "99999999999999999999", "٣", "999"])
def test_a_branch_that_begins_nowhere_is_not_found(client, key):
    edition = make_edition()

    assert client.get(branch_of(edition, make_comment(edition=edition), f"?fra={key}")).status_code == 404


def test_an_address_of_before_leads_to_the_thread_of_today(client):
    edition = make_edition(comments=1)
    before = thread_of(edition)
    edition.slug = "nytt-heiti"
    edition.save()

    answer = client.get(before)

    assert (answer.status_code, answer["Location"]) == (301, "/umraeda/nytt-heiti/")


def test_only_reading_is_allowed(client):
    edition = make_edition()
    comment = make_comment(edition=edition)

    assert client.post(thread_of(edition)).status_code == 405
    assert client.post(branch_of(edition, comment)).status_code == 405
