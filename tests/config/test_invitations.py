from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from comments.models import Letter
from tests.config.signing_in import is_in, make_staff, say_password

pytestmark = pytest.mark.django_db

NEW = "nýtt leyniorð hér"
INVITE = "/admin/auth/user/invite/"


@pytest.fixture
def clock():
    with time_machine.travel("2026-11-23T12:00:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def owner(client):
    owner = make_staff(is_superuser=True)
    client.force_login(owner)
    return owner


def invite(client, **fields):
    return client.post(INVITE, {"username": "hildur", "email": "hildur@example.org", "language": "is", **fields})


def link() -> str:
    [word] = [word for word in Letter.objects.latest("pk").text.split() if "/admin/" in word]
    return word


def choose(address: str, password: str = NEW, client=None):
    return (client or Client()).post(address, {"new_password1": password, "new_password2": password})


def test_who_is_invited_chooses_a_password_by_mail_and_is_in(client, owner):
    group = Group.objects.create(name="Ritarar")
    assert invite(client, groups=[group.pk]).status_code == 302
    letter, guest = Letter.objects.get(), Client()
    assert (letter.kind, letter.to) == ("invite", "hildur@example.org")
    assert letter.subject == "Þér er boðið í ritstjórn Munar"
    assert "hildur" in letter.text
    assert guest.get(link()).status_code == 200

    assert choose(link(), client=guest).url == "/admin/login/"

    assert say_password(guest, name="hildur", password=NEW).url == "/admin/"
    assert is_in(guest)
    assert list(User.objects.get(username="hildur").groups.all()) == [group]


def test_the_mail_is_in_the_language_that_was_chosen(client, owner):
    invite(client, language="en")

    assert Letter.objects.get().subject == "You are invited to the desk of Munur"


def test_the_pages_after_it_are_in_that_language_too(client, owner):
    invite(client, language="en")
    guest, chosen = Client(), Client()
    chosen.cookies["django_language"] = "is"

    assert "Choose a password" in guest.get(link()).content.decode()
    assert guest.cookies["django_language"]["path"] == "/admin/"
    assert "Sign in" in guest.get("/admin/login/").content.decode()
    assert "Veldu lykilorð" in chosen.get(link()).content.decode()


def test_before_that_no_password_opens(client, owner):
    invite(client)

    assert say_password(Client(), name="hildur", password="").status_code == 200
    assert not User.objects.get(username="hildur").has_usable_password()


def test_the_invitation_is_written_down(client, owner):
    invite(client)

    assert LogEntry.objects.get().user == owner
    assert LogEntry.objects.get().get_change_message() == "Boðið með tölvupósti."


def test_the_link_opens_once(client, owner):
    invite(client)
    address = link()
    choose(address)

    assert choose(address, "annað leyniorð hér").status_code == 410
    assert Client().get(address).status_code == 410
    assert say_password(Client(), name="hildur", password=NEW).status_code == 302


def test_the_link_is_valid_for_three_days(client, owner, clock):
    invite(client)
    clock.shift(timedelta(days=2, hours=23))
    assert Client().get(link()).status_code == 200
    clock.shift(timedelta(hours=2))
    assert choose(link()).status_code == 410


def test_looking_at_the_link_changes_nothing(client, owner):
    """Mail programs open links on their own."""
    invite(client)
    for _ in range(3):
        assert Client().get(link()).status_code == 200
    assert choose(link()).status_code == 302


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}, {"email": "onnur@example.org"}])
def test_the_link_dies_with_what_it_was_made_for(client, owner, change):
    invite(client)
    User.objects.filter(username="hildur").update(**change)

    assert choose(link()).status_code == 410


@pytest.mark.parametrize("part", ["x", "WzEsIngiXQ.1vN9.abc"])
def test_a_link_that_we_did_not_make_is_none(client, owner, part):
    invite(client)
    whole = link().rstrip("/")

    assert choose(f"{whole.rpartition('/')[0]}/{part}/").status_code == 410
    assert choose(whole.replace("/invite/", "/recover/") + "/").status_code == 410
    assert choose(whole.replace("/invite/", "/neither/") + "/").status_code == 410


def test_a_weak_password_is_refused_in_words(client, owner):
    invite(client)

    answer = choose(link(), "stutt")

    assert answer.status_code == 200
    assert "12" in answer.content.decode()
    assert choose(link()).status_code == 302


@pytest.mark.parametrize(
    "fields",
    [
        {"email": ""},
        {"email": "ekki netfang"},
        {"username": ""},
        {"username": "ritstjori"},
        {"email": "RITSTJORI@example.org"},
        {"language": "da"},
    ],
)
def test_what_cannot_be_an_invitation_makes_no_account_and_no_mail(client, owner, fields):
    answer = invite(client, **fields)

    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode() or "text-red-600" in answer.content.decode()
    assert (User.objects.count(), Letter.objects.count()) == (1, 0)


def test_an_invitation_is_sent_again_to_those_who_have_not_been_in(client, owner):
    invite(client)
    first = link()
    client.post(
        "/admin/auth/user/",
        {"action": "invite_again", "_selected_action": list(User.objects.values_list("pk", flat=True))},
    )

    assert [letter.to for letter in Letter.objects.all()] == ["hildur@example.org"] * 2
    assert choose(first).status_code == 302
    assert choose(link()).status_code == 410


@pytest.mark.parametrize("permissions", [[], ["view_user"], ["view_user", "add_user"], ["view_user", "change_user"]])
def test_who_may_not_add_and_change_users_invites_nobody(client, permissions):
    user = make_staff()
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)

    assert client.get(INVITE).status_code == 403
    assert invite(client).status_code == 403
    assert User.objects.count() == 1


def test_the_list_of_users_shows_the_way_and_who_has_a_second_factor(client, owner):
    page = client.get("/admin/auth/user/").content.decode()

    assert INVITE in page
    assert "Bjóða" in page


def test_nobody_reads_keys_of_second_factors_at_the_desk(client, owner):
    assert client.get("/admin/mfa/authenticator/").status_code == 404
    assert client.get("/admin/account/emailaddress/").status_code == 404
    assert client.get("/admin/axes/accessattempt/").status_code == 404
