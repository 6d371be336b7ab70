from datetime import timedelta
from io import StringIO
from itertools import count

import pytest
import time_machine
from axes.models import AccessAttempt
from django.core.management import call_command
from django.test import Client

from comments.models import Letter
from tests.config.signing_in import PASSWORD, code_now, is_in, make_staff, say_code, say_password, with_a_factor

pytestmark = pytest.mark.django_db

number = count(1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-23T12:00:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def owner():
    return make_staff()


def guess(*, name="ritstjori", peer="203.0.113.9", password="rangt", client=None) -> int:
    return say_password(client or Client(), name=name, peer=peer, password=password).status_code


def a_network() -> str:
    place = next(number)
    return f"198.{18 + place // 250}.{place % 250}.1"


def attack(tries: int) -> list[int]:
    """Each guess from another network."""
    return [guess(peer=a_network()) for _ in range(tries)]


def known_browser() -> Client:
    """The owner's, which has signed in once and is signed out again."""
    client = Client()
    say_password(client)
    client.post("/admin/logout/")
    assert not is_in(client)
    return client


def test_one_network_has_five_guesses_at_a_name(owner):
    assert [guess() for _ in range(7)] == [200] * 5 + [429] * 2


def test_many_networks_have_ten_guesses_at_a_name_together(owner):
    assert attack(14) == [200] * 10 + [429] * 4


def test_many_networks_have_ten_guesses_an_hour_however_they_spread_them(owner, clock):
    asked = []
    for minute in range(0, 120, 3):
        asked.append((minute, guess(peer=a_network())))
        clock.shift(timedelta(minutes=3))
    looked_at = [minute for minute, status in asked if status == 200]

    assert looked_at
    assert max(sum(minute <= other < minute + 60 for other in looked_at) for minute in looked_at) <= 10


def test_the_hour_is_counted_from_the_last_guess_not_from_the_first(owner, clock):
    guess()
    clock.shift(timedelta(minutes=59))
    assert [guess() for _ in range(4)] == [200] * 4
    clock.shift(timedelta(minutes=2))

    assert guess() == 429


def test_the_right_password_does_not_help_then(owner):
    attack(10)

    assert guess(password=PASSWORD, peer=a_network()) == 429


def test_a_name_that_nobody_has_is_shut_like_any_other():
    assert attack(11)[-2:] == [200, 429]


def test_one_network_has_twenty_guesses_at_all_names_together():
    answers = [guess(name=f"nafn-{place // 4}") for place in range(22)]

    assert answers == [200] * 20 + [429] * 2


def test_others_sign_in_meanwhile(owner):
    make_staff(name="annar")
    attack(10)

    assert guess(name="annar", password=PASSWORD, peer=a_network()) == 302


def test_the_owner_gets_in_from_a_browser_that_is_known(owner):
    client = known_browser()
    attack(20)
    [guess() for _ in range(20)]

    assert guess(client=client, password=PASSWORD) == 302
    assert is_in(client)


def test_a_known_browser_has_ten_guesses_of_its_own(owner):
    client = known_browser()

    assert [guess(client=client, peer=a_network()) for _ in range(11)] == [200] * 10 + [429]
    assert guess() == 200


def test_a_browser_is_known_to_one_person_only(owner):
    make_staff(name="annar")
    client = known_browser()

    assert [guess(client=client, name="annar") for _ in range(6)][-1] == 429


@pytest.mark.parametrize("cookie", ["x", "eyJhIjoiYiJ9:1abc:xyz"])
def test_nobody_invents_a_known_browser(owner, cookie):
    client = known_browser()
    client.cookies["desk_known"] = cookie

    assert [guess(client=client) for _ in range(6)][-1] == 429


def test_the_cookie_of_a_known_browser_stays_at_the_desk(owner, client):
    cookie = say_password(client).cookies["desk_known"]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Lax")
    assert "ritstjori" not in cookie.value


def test_the_owner_gets_in_by_a_mailed_link_too(owner, client):
    attack(20)
    client.post("/admin/login/forgotten/", {"email": owner.email})
    link = next(word for word in Letter.objects.get().text.split() if "/admin/" in word)

    client.post(link, {"new_password1": "nýtt leyniorð hér", "new_password2": "nýtt leyniorð hér"})

    assert guess(client=client, password="nýtt leyniorð hér") == 302


def test_who_is_locked_out_reads_what_to_do(owner):
    attack(10)
    answer = say_password(Client(), peer=a_network())

    assert answer["Retry-After"] == "3600"
    assert "Reyndu aftur eftir 60 mínútur." in answer.content.decode()
    assert "/admin/login/forgotten/" in answer.content.decode()


def test_after_an_hour_all_is_forgotten(owner, clock):
    attack(10)
    clock.shift(timedelta(minutes=59))
    assert guess() == 429
    clock.shift(timedelta(minutes=2))

    assert guess(password=PASSWORD) == 302
    assert AccessAttempt.objects.filter(failures_since_start__gt=0).count() == 0


def test_knocking_does_not_keep_the_door_shut(owner, clock):
    attack(10)
    for _ in range(6):
        clock.shift(timedelta(minutes=11))
        last = guess(peer=a_network())

    assert last == 200


def test_a_command_opens_the_door(owner):
    attack(10)
    call_command("axes_reset_username", "ritstjori", stdout=StringIO())

    assert guess(password=PASSWORD) == 302


def test_what_is_right_is_no_guess(owner):
    assert [guess(password=PASSWORD) for _ in range(30)] == [302] * 30


def test_looking_at_the_form_is_no_guess(client):
    assert {client.get("/admin/login/").status_code for _ in range(30)} == {200}


def test_while_it_is_shut_nothing_is_written(owner, django_assert_num_queries):
    attack(10)
    client, peer = Client(), a_network()

    with django_assert_num_queries(6) as asked:
        assert guess(client=client, peer=peer) == 429
    assert not [query["sql"] for query in asked.captured_queries if not query["sql"].startswith("SELECT")]


def test_names_and_networks_are_kept_as_hashes_only(owner):
    guess(peer="203.0.113.9")
    row = AccessAttempt.objects.get()

    assert "ritstjori" not in row.username
    assert not row.ip_address.startswith("203.0.113")
    assert (row.get_data, row.post_data, row.user_agent, row.path_info) == ("", "", "", "")


def test_nothing_personal_is_logged(owner, caplog):
    with caplog.at_level("DEBUG"):
        guess(), attack(12), guess(password=PASSWORD, client=known_browser())

    assert "ritstjori" not in caplog.text
    assert "203.0.113" not in caplog.text


def test_what_a_proxy_forwards_counts_only_where_it_is_trusted(owner, settings):
    answers = [
        say_password(Client(), password="rangt", HTTP_X_FORWARDED_FOR=a_network()).status_code for _ in range(6)
    ]

    assert answers == [200] * 5 + [429]


def test_codes_are_guessed_at_as_little_as_passwords(owner, client):
    with_a_factor(owner)
    clients = [Client() for _ in range(11)]
    for one in clients:
        say_password(one, peer=a_network())

    assert [say_code(one, "12345x", peer=a_network()).status_code for one in clients] == [200] * 10 + [429]
    assert say_code(clients[0], code_now(), peer=a_network()).status_code == 429


def test_whoever_is_asked_again_cannot_guess_either(owner, client, clock):
    say_password(client)
    clock.shift(timedelta(hours=1))
    address = "/admin/login/again/?next=/admin/second-factor/set-up/"

    answers = [client.post(address, {"password": "rangt"}).status_code for _ in range(11)]

    assert answers == [200] * 10 + [429]


def test_the_old_password_cannot_be_guessed_at_where_it_is_changed(owner, client):
    say_password(client)
    new = {"new_password1": "nýtt leyniorð hér", "new_password2": "nýtt leyniorð hér"}

    answers = [client.post("/admin/password_change/", {"old_password": "rangt", **new}).status_code for _ in range(11)]

    assert answers == [200] * 10 + [429]


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/tag/"])
def test_there_is_no_other_way_in(client, owner, path):
    answer = client.post(path, {"username": "ritstjori", "password": PASSWORD})

    assert answer.url == f"/admin/login/?next={path}"
    assert not is_in(client)
