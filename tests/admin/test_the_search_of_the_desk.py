"""The search that Ctrl K opens: what is found is told in the language of the desk."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission

from config.finding import MOST
from tests.admin.home import make_member
from tests.admin.moderating import make_staff
from tests.factories import make_article, make_subject

SEARCH = "/admin/search/"


def found(client, term, language="is") -> str:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    response = client.get(SEARCH, {"s": term, "extended": "1"})
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("languages", [("is", "en"), ("en", "is")])
def test_the_same_word_is_answered_in_the_language_of_the_desk(desk, languages):
    told = {language: found(desk, "t", language) for language in languages}

    assert "Efnisorð" in found(desk, "e", "is")
    assert "Comments" in told["en"]
    assert "Comments" not in told["is"]
    assert "Athugasemdir" in told["is"]


def test_who_loses_a_permission_is_told_of_nothing_more(client, db):
    somebody = make_staff("view_comment")
    client.force_login(somebody)
    assert "/comments/comment/" in found(client, "athugasemdir")

    somebody.user_permissions.remove(Permission.objects.get(codename="view_comment"))

    assert "/comments/comment/" not in found(client, "athugasemdir")


def test_an_article_is_found_by_any_of_its_names_accents_or_none(desk):
    article = make_article(sides=["Sala", "Þjónusta"])

    for term in ("sala", "þjónusta", "thjonus", "ÞJÓNUSTA"):
        page = found(desk, term)
        assert page.count(f"/admin/articles/article/{article.pk}/change/") == 1, term
        assert "Grein" in page


def test_of_very_many_a_few_are_told(desk):
    for number in range(9):
        make_subject(name=f"Hestur {number}")

    assert found(desk, "hestur").count("/admin/articles/subject/") == MOST


def test_nobody_finds_what_their_lists_do_not_show(client, db):
    article = make_article(sides=["Sala", "Þjónusta"])
    address = f"/admin/articles/article/{article.pk}/change/"
    client.force_login(make_member("Writers", "ritari"))
    assert address not in found(client, "sala")

    client.force_login(make_member("Editors", "ritstjori"))
    assert address in found(client, "sala")


def test_that_nothing_was_found_is_said_where_the_page_looks_for_it(desk):
    page = found(desk, "zzzz")

    assert 'id="command-results-list"' in page
    assert "Ekkert fannst við leitina" in page
