"""At the desk a link to the working draft is made, shown once, listed with its answers, and revoked."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from articles import publishing, roles, shared_previews
from articles.models import Article, PreviewAnswer, SharedPreview, Translator
from tests.admin.desk import change_page
from tests.factories import make_article

pytestmark = pytest.mark.django_db
FORM = {"language": "is", "days": "7", "note": "Anna í prófarkalestri"}


@pytest.fixture
def article():
    return make_article(publish=False, languages=("is", "en"))


def page_of(article):
    return reverse("admin:articles_article_shared", args=[article.pk])


def made_link(client, article, **changes) -> str:
    response = client.post(page_of(article), FORM | changes, follow=True)
    return re.search(r'value="(http://testserver/\S+)"', response.content.decode())[1]


def make_client(group, name="hofundur"):
    person = User.objects.create_user(name, is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(person)
    return client, person


def answered(article, client, **said):
    made_link(client, article)
    preview = SharedPreview.objects.first()
    return shared_previews.answer(preview, approved=False, seen="", **{"text": "Of langt.", **said})


def test_a_link_is_made_and_opens_for_anybody(desk, article):
    address = made_link(desk, article)

    assert Client().get(address.removeprefix("http://testserver")).status_code == 200
    preview = SharedPreview.objects.get()
    assert (preview.edition.language, preview.note) == ("is", FORM["note"])
    assert (preview.expires_at - preview.made_at).days == 7


def test_the_link_is_shown_once(desk, article):
    address = made_link(desk, article)

    assert address not in desk.get(page_of(article)).content.decode()


def test_a_reload_of_the_page_makes_no_second_link(desk, article):
    response = desk.post(page_of(article), FORM)

    assert response.status_code == 302
    assert response.url == page_of(article)


@pytest.mark.parametrize("wrong", [{"days": "365"}, {"days": ""}, {"language": "de"}, {"note": "a" * 301}])
def test_a_form_that_is_not_right_makes_no_link(desk, article, wrong):
    response = desk.post(page_of(article), FORM | wrong)

    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert not SharedPreview.objects.exists()


def test_what_cannot_be_shared_is_said(desk):
    article = make_article()
    response = desk.post(page_of(article), FORM)

    assert response.status_code == 200
    assert not SharedPreview.objects.exists()
    assert response.context["form"].non_field_errors()


def test_the_desk_sees_answers_and_takes_note_of_them(desk, article):
    answer = answered(article, desk, text="Of <b>langt</b>.\nStyttið.", name="Lesandi")
    for address in (page_of(article), change_page(article)):
        html = desk.get(address).content.decode()
        assert "Of &lt;b&gt;langt&lt;/b&gt;.<br>Styttið." in html
        assert "Lesandi" in html
        assert 'class="is-new"' in html

    response = desk.post(reverse("admin:articles_article_answers_read", args=[article.pk, answer.preview_id]))

    assert response.status_code == 302
    assert PreviewAnswer.objects.get().seen_at
    assert 'class="is-new"' not in desk.get(page_of(article)).content.decode()


def test_what_was_approved_leads_to_what_has_changed_since(desk, article):
    made_link(desk, article)
    preview = SharedPreview.objects.get()
    seen = shared_previews.mark(publishing.rows.read(article), "is")
    revision = shared_previews.answer(preview, approved=True, seen=seen).revision
    html = desk.get(page_of(article)).content.decode()
    address = f"/admin/articles/article/{article.pk}/history/?from={revision.pk}&amp;to=rows&amp;language=is"

    assert address in html
    assert desk.get(address.replace("&amp;", "&")).status_code == 200


def test_a_revoked_link_is_dead_and_stays_in_the_list(desk, article):
    address = made_link(desk, article)
    response = desk.post(reverse("admin:articles_article_revoke", args=[article.pk, SharedPreview.objects.get().pk]))

    assert response.status_code == 302
    assert Client().get(address.removeprefix("http://testserver")).status_code == 410
    assert FORM["note"] in desk.get(page_of(article)).content.decode()


@pytest.mark.parametrize("name", ["revoke", "answers_read"])
def test_a_get_changes_nothing(desk, article, name):
    made_link(desk, article)

    response = desk.get(reverse(f"admin:articles_article_{name}", args=[article.pk, SharedPreview.objects.get().pk]))

    assert response.status_code == 405
    assert SharedPreview.objects.get().revoked_at is None


def test_a_link_of_another_article_is_not_found_here(desk, article):
    made_link(desk, article)
    other = make_article(publish=False)
    address = reverse("admin:articles_article_revoke", args=[other.pk, SharedPreview.objects.get().pk])

    assert desk.post(address).status_code == 404


def test_a_writer_shares_own_drafts_alone(article):
    client, writer = make_client(roles.WRITERS)
    assert client.get(page_of(article)).status_code == 404

    Article.objects.filter(pk=article.pk).update(created_by=writer)

    assert made_link(client, article)
    assert made_link(client, article, language="en")


def test_a_translator_shares_the_languages_given_to_them(article):
    client, translator = make_client(roles.TRANSLATORS)
    assert client.get(page_of(article)).status_code == 403
    Translator.objects.create(account=translator, languages=["en"])

    client.post(page_of(article), FORM)
    assert not SharedPreview.objects.exists()

    assert made_link(client, article, language="en")


def test_who_neither_made_the_link_nor_publishes_does_not_end_it(desk, article):
    made_link(desk, article, language="en")
    client, translator = make_client(roles.TRANSLATORS)
    Translator.objects.create(account=translator, languages=["en"])
    preview = SharedPreview.objects.get()

    for name in ("revoke", "answers_read"):
        response = client.post(reverse(f"admin:articles_article_{name}", args=[article.pk, preview.pk]))
        assert response.status_code == 403
    assert shared_previews.end_of(preview) == shared_previews.OPEN


def test_a_moderator_has_no_business_there(article):
    client, _moderator = make_client("Moderators")

    assert client.get(page_of(article)).status_code == 403


def test_the_articles_page_opens_with_the_same_number_of_queries_however_many_answers(
    desk, article, django_assert_max_num_queries
):
    def questions():
        with django_assert_max_num_queries(500) as captured:
            desk.get(page_of(article))
        return len(captured)

    answered(article, desk)
    questions()
    before = questions()
    preview = SharedPreview.objects.get()
    for number in range(5):
        shared_previews.answer(preview, approved=False, seen="", text=f"{number}")

    assert questions() == before


def test_a_new_article_has_no_links(desk):
    assert 'id="shared-previews"' not in desk.get("/admin/articles/article/add/").content.decode()
