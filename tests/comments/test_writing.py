"""A reader writes: the page with the form, the preview, and one submit that stores the comment."""

import re
from html import escape, unescape

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import translation

from comments import tokens
from comments.models import Comment, Rules
from tests.comments.sending import TEXT, make_rules, make_token, send, token_in, typed, write_address
from tests.factories import make_author, make_comment, make_edition

pytestmark = pytest.mark.django_db


def body(response):
    return response.content.decode()


def test_the_page_with_the_form_is_kept_nowhere_and_sets_no_cookie(client):
    response = client.get(write_address(make_edition()))

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"
    assert '<meta name="robots" content="noindex">' in body(response)
    assert not response.cookies
    assert 'name="token"' not in body(response)
    assert "csrf" not in body(response)


def test_the_form_stands_on_the_article_and_needs_nothing_of_the_reader(client):
    edition = make_edition()

    page = body(client.get(edition.get_absolute_url()))

    assert f'<form class="form section" id="skrifa" action="{write_address(edition)}" method="post"' in page
    assert f'data-token-url="{reverse("form-token", args=[edition.slug])}"' in page
    assert 'name="token"' not in page


def test_the_first_submit_shows_how_it_will_look_and_stores_nothing(client):
    edition = make_edition()

    response = send(
        client, edition, token="", text="Sjá www.munur.is\n\n<b>já</b>", email="lesandi@example.is", replies="on"
    )

    page = body(response)
    assert response.status_code == 200
    assert '<p dir="auto">&lt;b&gt;já&lt;/b&gt;</p>' in page
    assert '<a href="https://www.munur.is" rel="nofollow ugc">www.munur.is</a>' in page
    assert "<title>Forskoðun á athugasemdinni – Munur</title>" in page
    assert 'value="lesandi@example.is"' in page
    assert 'name="replies" checked' in page
    assert not Comment.objects.exists()
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_second_submit_stores_it(client):
    edition = make_edition()
    token = token_in(send(client, edition, token=""))

    response = send(client, edition, token=token)

    comment = Comment.objects.get()
    assert response.status_code == 303
    assert response.headers["Location"] == f"/athugasemd/{comment.pk}/"
    assert comment.text == TEXT
    assert comment.state == Comment.State.HELD


def test_the_preview_can_be_asked_for_again(client):
    edition = make_edition()
    token = make_token(edition)

    response = send(client, edition, token=token, step="preview")

    assert response.status_code == 200
    assert token_in(response) != token
    assert not Comment.objects.exists()


def test_a_live_comment_is_answered_with_its_place_in_the_thread(client):
    make_rules(hold=Rules.Hold.NOBODY)
    edition = make_edition()

    response = send(client, edition)

    assert response.headers["Location"] == f"{edition.get_absolute_url()}#ath-{Comment.objects.get().pk}"


def test_the_browser_can_prove_afterwards_that_it_wrote_the_comment(client):
    response = send(client, make_edition())

    [cookie] = response.cookies.values()
    assert cookie["path"] == response.headers["Location"]
    assert cookie["httponly"]
    assert client.get(response.headers["Location"]).status_code == 200


def test_a_submit_with_a_fetched_token_stores_at_once(client):
    make_rules(least_seconds=0)
    edition = make_edition()

    assert send(client, edition, token=make_token(edition, kind=tokens.FETCHED)).status_code == 303
    assert Comment.objects.get().state == Comment.State.HELD


@pytest.mark.parametrize("trick", ["trap", "fast"])
def test_spam_is_answered_like_what_waits(client, trick):
    edition = make_edition()
    kind = tokens.FETCHED if trick == "fast" else tokens.PREVIEW
    held = send(client, edition)

    spam = send(client, edition, token=make_token(edition, kind=kind), website="x" if trick == "trap" else "")

    first, second = Comment.objects.order_by("pk")
    assert (first.state, second.state) == (Comment.State.HELD, Comment.State.SPAM)
    assert spam.status_code == held.status_code
    assert spam.headers["Location"].replace(str(second.pk), str(first.pk)) == held.headers["Location"]
    assert set(spam.headers) == set(held.headers)
    waiting = [body(client.get(answer.headers["Location"])) for answer in (held, spam)]
    shown = [re.sub(r"\d+", "", page) for page in waiting]
    assert shown[0] == shown[1]


def test_one_form_sent_six_times_makes_one_comment(client):
    edition = make_edition()
    token = make_token(edition)

    answers = {
        (answer.status_code, answer.headers["Location"])
        for answer in (send(client, edition, token=token) for _ in range(6))
    }

    assert answers == {(303, f"/athugasemd/{Comment.objects.get().pk}/")}


def test_a_reply_shows_what_it_answers_and_stands_under_it(client):
    edition = make_edition()
    parent = make_comment(edition=edition, name="Nemandi", text="<i>Hvað með leigu?</i>")

    page = body(client.get(write_address(edition, parent.pk)))
    response = send(client, edition, parent=parent.pk)

    assert '<p dir="auto">&lt;i&gt;Hvað með leigu?&lt;/i&gt;</p>' in page
    assert "<title>Svar til Nemandi – Munur</title>" in page
    assert response.status_code == 303
    assert Comment.objects.get(parent=parent).text == TEXT


def test_the_language_is_the_pages(client):
    edition = make_edition(language="en")

    with translation.override("en"):
        response = send(client, edition, language="is")

    assert Comment.objects.get().language == "en"
    assert response.headers["Location"].startswith("/en/comment/")


def test_only_the_fields_of_the_form_can_be_set(client):
    edition, other = make_edition(), make_edition()
    parent = make_comment(edition=edition)
    smuggled = {
        "state": "live",
        "pinned": "on",
        "role": "staff",
        "by": "1",
        "article": other.article_id,
        "parent": parent.pk,
        "language": "en",
        "created_at": "2020-01-01",
        "announced_at": "2020-01-01",
        "network": "x",
        "seconds": "900",
        "reasons": "[]",
        "form_id": "x",
        "place": "0",
        "id": "77",
        "address": "1",
    }

    client.post(write_address(edition), typed(token=make_token(edition)) | smuggled)

    comment = Comment.objects.latest("created_at")
    assert (comment.state, comment.pinned, comment.role, comment.by) == ("held", False, "reader", None)
    assert (comment.article_id, comment.parent, comment.language) == (edition.article_id, None, "is")
    assert (comment.seconds, comment.announced_at, comment.address) == (None, None, None)
    assert comment.created_at.year > 2020
    assert comment.form_id != "x"
    assert comment.network != "x"
    assert comment.reasons


def test_who_is_signed_in_at_the_desk_is_marked_and_not_held(client):
    user = User.objects.create(username="ritstjori", is_staff=True)
    client.force_login(user)
    edition = make_edition()

    send(client, edition)

    comment = Comment.objects.get()
    assert (comment.state, comment.role, comment.by) == ("live", "staff", user)


def test_the_articles_author_is_marked_as_such_already_in_the_preview(client):
    user = User.objects.create(username="hofundur", is_staff=True)
    client.force_login(user)
    author = make_author(account=user)
    edition = make_edition()
    edition.author = author
    edition.save()

    preview = send(client, edition, token="")
    send(client, edition)

    assert '<span class="badge">Höfundur</span>' in body(preview)
    assert Comment.objects.get().role == Comment.Role.AUTHOR


@pytest.mark.parametrize("fields", [{"is_staff": False}, {"is_staff": True, "is_active": False}])
def test_another_account_is_a_reader_like_all(client, fields):
    client.force_login(User.objects.create(username="lesandi", **fields))

    send(client, make_edition())

    assert (Comment.objects.get().role, Comment.objects.get().by) == (Comment.Role.READER, None)


def test_an_address_that_the_article_had_while_somebody_wrote_still_takes_the_text(client):
    edition = make_edition(slug="gamla-slodin")
    before, token = write_address(edition), make_token(edition)
    edition.slug = "nyja-slodin"
    edition.save()

    response = client.post(before, typed(token=token))

    assert response.status_code == 303
    assert Comment.objects.get().article_id == edition.article_id


def test_the_email_is_on_no_page_but_the_form_it_was_typed_in(client):
    edition = make_edition()
    response = send(client, edition, email="lesandi@example.is")

    assert "lesandi@example.is" not in body(client.get(response.headers["Location"]))
    assert "lesandi@example.is" not in body(client.get(write_address(edition)))


@pytest.mark.parametrize(
    "text",
    ["\nByrjar á auðri línu", "  tvö bil\n\n\n   og </textarea><b>x", "&amp;&#60; \t þ 👩‍👩‍👧 \u202eöfugt\u2028"],
)
def test_the_text_comes_back_as_typed(client, text):
    page = body(send(client, make_edition(), token="", text=text))

    area = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1]
    assert area == "\n" + escape(text)
    assert unescape(area[1:]) == text


def test_an_unknown_method_is_refused(client):
    address = write_address(make_edition())

    assert client.head(address).status_code == 200
    for method in (client.put, client.delete, client.patch, client.options):
        assert method(address).status_code == 405


def test_writing_in_a_long_thread_costs_no_more_queries(client, django_assert_max_num_queries):
    edition = make_edition(comments=30)

    with django_assert_max_num_queries(20):  # four of them begin and end savepoints
        assert send(client, edition, email="lesandi@example.is").status_code == 303
