"""Another process really holds the lock of a SQLite file; the whole stack answers."""

import json

import pytest

from tests.config import places

ASKING = """
import json, sqlite3
import django
from django.conf import settings

settings.DATABASES["default"]["OPTIONS"]["timeout"] = 0.1
django.setup()

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.utils import translation
from tests.factories import make_article

translation.activate("is")
call_command("migrate", verbosity=0)
article = make_article()
editor = get_user_model().objects.create_superuser("ritstjori", password="leyniorð sem dugar")
reader, desk, stranger = (Client(raise_request_exception=False, enforce_csrf_checks=True) for _ in range(3))
desk.force_login(editor)
for client, address in ((desk, "/admin/articles/tag/add/"), (stranger, "/admin/login/")):
    client.get(address)

def post(client, address, **fields):
    cookie = client.cookies.get("csrftoken")
    return client.post(address, {**fields, "csrfmiddlewaretoken": cookie.value if cookie else ""})

def asked():
    return {
        "article": reader.get(article.editions.get().get_absolute_url()),
        "comment": post(reader, f"/umraeda/{article.key}/skrifa/", name="Lesandi", text="Þetta má ekki týnast."),
        "sign in": post(stranger, "/admin/login/", username="ritstjori", password="leyniorð sem dugar"),
        "tag": post(desk, "/admin/articles/tag/add/", name_is="Efnisorð í smíðum", name_en="", slug_is="", slug_en=""),
        "sign out": post(desk, "/admin/logout/"),
        "ready": reader.get("/readyz"),
    }

def told(answers):
    return {what: [page.status_code, dict(page.headers), page.content.decode()] for what, page in answers.items()}

other = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
locked = told(asked())
other.execute("ROLLBACK")
print(json.dumps([locked, told(asked())]))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What was answered while the file was locked, and afterwards."""
    place = places.environment(tmp_path_factory.mktemp("locked"), DJANGO_SETTINGS_MODULE="tests.settings")
    return json.loads(places.run(place, "-c", ASKING).splitlines()[-1])


@pytest.mark.parametrize("what", ["article", "ready"])
def test_reading_goes_on(answers, what):
    assert answers[0][what][0] == 200


@pytest.mark.parametrize("what", ["comment", "sign in", "tag", "sign out"])
def test_writing_is_asked_to_come_back(answers, what):
    status, headers, _page = answers[0][what]

    assert status == 503
    assert headers["Retry-After"] == "5"
    assert headers["Cache-Control"] == "no-store"


def test_what_was_typed_is_on_the_page(answers):
    assert "Þetta má ekki týnast." in answers[0]["comment"][2]
    assert "Efnisorð í smíðum" in answers[0]["tag"][2]
    assert "leyniorð" not in answers[0]["sign in"][2]


def test_afterwards_everything_goes_on(answers):
    assert {what: answer[0] for what, answer in answers[1].items()} == {
        "article": 200,
        "comment": 200,  # the preview
        "sign in": 302,
        "tag": 302,
        "sign out": 200,
        "ready": 200,
    }
