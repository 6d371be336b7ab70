"""Smoke: each list, empty form and filled form, in both languages, and nobody who may not."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User

from articles.models import Article
from tests.admin.desk import change_page
from tests.factories import make_article, make_author, make_comment, make_page, make_subject, make_tag

MAKERS = {
    "articles/article": make_article,
    "articles/author": make_author,
    "articles/page": make_page,
    "articles/subject": make_subject,
    "articles/tag": make_tag,
    "comments/comment": make_comment,
}
WORDS = {"is": "Útskráning", "en": "Log out"}


@pytest.mark.parametrize("language", ["is", "en"])
@pytest.mark.parametrize("desk_of", MAKERS)
def test_it_opens(desk, desk_of, language):
    row = MAKERS[desk_of]()
    desk.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    pages = [f"/admin/{desk_of}/", change_page(row), f"/admin/{desk_of}/{row.pk}/history/"]
    pages += [f"/admin/{desk_of}/add/"] if desk_of != "comments/comment" else []

    for page in pages:
        response = desk.get(page)
        assert response.status_code == 200, page
        assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize("desk_of", MAKERS)
def test_a_visitor_is_sent_to_sign_in(client, db, desk_of):
    assert client.get(f"/admin/{desk_of}/").url.startswith("/admin/login/")


@pytest.mark.parametrize("desk_of", MAKERS)
def test_an_editor_without_permission_is_refused(client, db, desk_of):
    client.force_login(User.objects.create_user("gestur", is_staff=True))
    row = MAKERS[desk_of]()

    assert client.get(f"/admin/{desk_of}/").status_code == 403
    assert client.get(change_page(row)).status_code == 403
    assert client.post(change_page(row), {}).status_code == 403


def test_whoever_may_only_look_changes_nothing(client, db):
    reader = User.objects.create_user("lesari", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    article = make_article(sides=["Sala", "Þjónusta"])

    assert client.get(change_page(article)).status_code == 200
    assert client.post(change_page(article), {"title_is": "Nei"}).status_code == 403
    assert Article.objects.get().title_is in (None, "")


def test_whoever_may_change_articles_may_change_their_rows(client, db):
    editor = User.objects.create_user("ritari", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="change_article"))
    client.force_login(editor)
    article = make_article(sides=["Sala", "Þjónusta"])

    page = client.get(change_page(article)).content.decode()

    assert 'name="dimensions-0-cell-sala-is"' in page
    assert 'name="editions-0-slug"' in page


def test_the_prose_editor_is_let_in_by_a_nonce(desk):
    response = desk.get(change_page(make_article()))

    nonce = response.headers["Content-Security-Policy"].split("'nonce-")[1].split("'")[0]
    assert f'<script type="importmap" nonce="{nonce}">' in response.content.decode()
