import pytest
import time_machine
from django.urls import reverse

from config import login

pytestmark = pytest.mark.django_db


def attempt(client, *, path=None, peer="203.0.113.9", password="rangt"):
    fields = {"username": "ritstjori", "password": password, "next": "/admin/"}
    return client.post(path or reverse("admin:login"), fields, REMOTE_ADDR=peer)


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(login, "MOST", 2)
    with time_machine.travel("2026-11-23T12:01:00Z", tick=False):
        yield


def test_after_some_attempts_one_has_to_wait(client, few):
    assert [attempt(client).status_code for _ in range(3)] == [200, 200, 429]


def test_the_refusal_says_for_how_long(client, few):
    attempt(client), attempt(client)
    answer = attempt(client)

    assert answer["Retry-After"] == "540"
    assert "Reyndu aftur eftir 9 mínútur." in answer.content.decode()


def test_the_right_password_does_not_help_then(client, few, django_user_model):
    django_user_model.objects.create_superuser("ritstjori", password="leyniorð sem dugar")
    attempt(client), attempt(client)

    assert attempt(client, password="leyniorð sem dugar").status_code == 429
    assert "sessionid" not in client.cookies


def test_others_sign_in_meanwhile(client, few):
    attempt(client), attempt(client)

    assert attempt(client, peer="198.51.100.1").status_code == 200


def test_looking_at_the_form_is_no_attempt(client, few):
    for _ in range(5):
        assert client.get(reverse("admin:login")).status_code == 200


def test_there_is_no_other_way_in(client, few):
    attempt(client), attempt(client)

    assert attempt(client, path="/admin/").status_code == 302  # to the form
    assert attempt(client, path="/admin/login").status_code != 200
