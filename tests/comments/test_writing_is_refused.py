"""Where nothing can be written, the answer says so and the text is kept; what is not ours is not taken."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Edition
from comments import tokens
from comments.models import Comment, Discussion
from tests.comments.sending import TEXT, make_rules, make_token, send, token_in, typed, write_address
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db


def close(edition, **fields):
    return Discussion.objects.create(article=edition.article, **{"mode": Discussion.Mode.CLOSED, **fields})


@pytest.mark.parametrize(
    "change",
    [
        {"state": Edition.State.DRAFT},
        {"state": Edition.State.REVIEW},
        {"state": Edition.State.ARCHIVED},
        {"published_at": timezone.now() + timedelta(days=400)},
        {"expires_at": timezone.now() - timedelta(days=1)},
    ],
)
def test_an_article_that_is_not_live_takes_nothing(client, change):
    edition = make_edition()
    Edition.objects.filter(pk=edition.pk).update(**change)

    assert client.get(write_address(edition)).status_code == 404
    assert send(client, edition).status_code == 404
    assert not Comment.objects.exists()


def test_an_article_takes_comments_only_in_the_languages_it_is_live_in(client):
    article = make_article(languages=("is", "en"))
    Edition.objects.filter(article=article, language="en").update(state=Edition.State.DRAFT)
    english = article.editions.get(language="en")

    with translation.override("en"):
        assert send(client, english).status_code == 404
    assert send(client, article.editions.get(language="is")).status_code == 303


def test_a_language_that_is_hidden_takes_nothing(client, settings):
    edition = make_edition(language="en")
    with translation.override("en"):
        address = write_address(edition)
    settings.PUBLIC_LANGUAGES = ["is"]

    assert client.post(address, typed(token=make_token(edition))).status_code == 404
    assert not Comment.objects.exists()


def test_there_is_no_article_at_all(client):
    assert client.post(reverse("write", args=["ekki-til"]), typed()).status_code == 404


def test_a_closed_thread_says_so_and_gives_the_text_back(client):
    edition = make_edition()
    close(edition, closed_at=timezone.now())
    text = "Sjá </textarea><b>þetta</b> & hitt"

    response = send(client, edition, text=text)

    page = response.content.decode()
    assert response.status_code == 403
    assert "Lokað var fyrir athugasemdir" in page
    assert "\nSjá &lt;/textarea&gt;&lt;b&gt;þetta&lt;/b&gt; &amp; hitt</textarea>" in page
    assert response.headers["Cache-Control"] == "private, no-store"
    assert not Comment.objects.exists()


def test_a_closed_thread_has_no_form(client):
    edition = make_edition()
    parent = make_comment(edition=edition)
    close(edition)

    for address in (write_address(edition), write_address(edition, parent.pk)):
        response = client.get(address)
        assert response.status_code == 403
        assert "<form" not in response.content.decode().partition("<main")[2]
        assert "<textarea" not in response.content.decode()


def test_a_thread_that_the_rules_close_takes_nothing_from_that_moment(client):
    make_rules(closes_after_days=30)
    edition = make_edition(at=timezone.now() - timedelta(days=29))
    late = make_edition(at=timezone.now() - timedelta(days=31))

    assert send(client, edition).status_code == 303
    assert send(client, late).status_code == 403


@pytest.mark.parametrize("token", ["", "x", "forged", "another article", "a reply", "stale"])
def test_without_a_token_of_its_own_a_form_is_only_previewed(client, token):
    edition = make_edition()
    texts = {
        "forged": make_token(edition)[:-2] + "xx",
        "another article": make_token(make_edition()),
        "a reply": make_token(edition, parent=make_comment(edition=edition).pk),
        "stale": "",
    }
    with time_machine.travel(timezone.now() - timedelta(hours=25)):
        texts["stale"] = make_token(edition)
    before = Comment.objects.count()

    response = send(client, edition, token=texts.get(token, token))

    assert response.status_code == 200
    assert TEXT in response.content.decode()
    assert tokens.read(token_in(response), edition.article_id).kind == tokens.PREVIEW
    assert Comment.objects.count() == before


def test_a_form_from_another_site_is_refused(client):
    edition = make_edition()
    form = typed(token=make_token(edition))

    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert client.post(write_address(edition), form, headers=headers).status_code == 403
    assert not Comment.objects.exists()


def test_too_many_forms_from_one_network_are_refused_with_the_text_kept(client):
    make_rules(refuse_from_network=2)
    with time_machine.travel("2026-11-23T12:05:30Z", tick=False):
        edition = make_edition()
        token = make_token(edition)
        send(client, edition, name="")
        send(client, edition, token="")

        response = send(client, edition, token=token, text="Þetta má ekki týnast.", email="lesandi@example.is")

    page = response.content.decode()
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "270"
    assert "Reyndu aftur eftir 5 mínútur." in page
    assert "<title>Villa: " in page
    assert "\nÞetta má ekki týnast.</textarea>" in page
    assert 'value="lesandi@example.is"' in page
    assert token_in(response) == token
    assert not Comment.objects.exists()


def test_another_network_is_not_refused_for_it(client):
    make_rules(refuse_from_network=1)

    with time_machine.travel("2026-11-23T12:05:30Z", tick=False):
        edition = make_edition()
        answers = [
            client.post(write_address(edition), typed(token=make_token(edition)), REMOTE_ADDR=address).status_code
            for address in ("192.0.2.1", "192.0.2.200", "198.51.100.7")
        ]

    assert answers == [303, 429, 303]


def test_reading_the_form_is_not_counted(client):
    make_rules(refuse_from_network=1)
    edition = make_edition()

    assert {client.get(write_address(edition)).status_code for _ in range(5)} == {200}
    assert send(client, edition).status_code == 303
