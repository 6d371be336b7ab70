"""The search that Ctrl K opens: what is found is told in the language of the desk."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission

from tests.admin.moderating import make_staff

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
