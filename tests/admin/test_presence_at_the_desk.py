"""Whoever has an article open is told who else has it open."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.admin import presence
from articles.models import Presence
from tests.admin.two_editors import open_for
from tests.factories import make_article


@pytest.fixture
def article(db):
    return make_article(publish=False)


def here(editor, **data) -> list[dict]:
    response = editor.client.post(f"/admin/articles/article/{editor.article.pk}/presence/", data)
    assert response.status_code == 200
    return response.json()["others"]


def test_one_alone_is_told_of_nobody(article):
    first = open_for(article, "ritstjori")

    assert here(first) == []
    assert here(first) == []
    assert Presence.objects.count() == 1


def test_the_second_is_told_of_the_first_and_the_first_of_the_second(article):
    first, second = open_for(article, "ritstjori"), open_for(article, "annar")
    here(first)

    assert [other["who"] for other in here(second)] == ["ritstjori"]
    assert [other["who"] for other in here(first)] == ["annar"]
    assert "ritstjori" in here(second)[0]["sentence"]


def test_since_when_stays_while_somebody_is_here(article):
    first, second = open_for(article, "ritstjori"), open_for(article, "annar")
    here(first)
    since = here(second)[0]["since"]
    here(first)

    assert here(second)[0]["since"] == since


def test_who_gives_no_sign_for_a_minute_has_gone(article):
    first, second = open_for(article, "ritstjori"), open_for(article, "annar")
    here(first)
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=60))

    assert here(second) == []
    assert Presence.objects.get().person.username == "annar"


def test_who_leaves_says_so(article):
    first, second = open_for(article, "ritstjori"), open_for(article, "annar")
    here(first)
    here(first, _left="1")

    assert here(second) == []


def test_another_article_is_another_matter(article):
    here(open_for(article, "ritstjori"))

    assert here(open_for(make_article(publish=False), "annar")) == []


def test_nobody_is_told_anything_who_may_not_see_the_article(article):
    here(open_for(article, "ritstjori"))

    response = Client().post(f"/admin/articles/article/{article.pk}/presence/")

    assert response.status_code == 401
    assert "ritstjori" not in response.content.decode()


def test_purging_forgets_those_who_have_gone(article):
    here(open_for(article, "ritstjori"))

    assert presence.purge() == 0
    assert presence.purge(timezone.now() + presence.GONE_AFTER) == 1
