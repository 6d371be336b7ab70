from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from comments.models import Letter
from tests.config.signing_in import code_now, is_in, make_staff, say_code, say_password, with_a_factor
from tests.config.test_invitations import NEW, choose, link

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-23T12:01:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def owner():
    return make_staff()


def forget(email="ritstjori@example.org", *, peer="203.0.113.9", client=None):
    return (client or Client()).post("/admin/login/forgotten/", {"email": email}, REMOTE_ADDR=peer)


def test_a_new_password_is_chosen_by_mail(owner, client):
    assert forget().status_code == 200
    letter = Letter.objects.get()
    assert (letter.kind, letter.to) == ("recover", "ritstjori@example.org")
    assert letter.subject == "Nýtt lykilorð að ritstjórn Munar"

    assert choose(link(), client=client).url == "/admin/login/"

    assert say_password(Client()).status_code == 200
    assert say_password(client, password=NEW).status_code == 302


def test_the_answer_is_the_same_whether_the_address_is_known_or_not(owner):
    known, unknown = forget(), forget("enginn@example.org")

    assert known.content == unknown.content
    assert known.status_code == unknown.status_code
    assert Letter.objects.count() == 1


@pytest.mark.parametrize("email", ["", "ekkert netfang", "a@b\x00.is", "x" * 300 + "@example.org"])
def test_what_is_no_address_is_said(owner, email):
    answer = forget(email)

    assert answer.status_code == 200
    assert "text-red-600" in answer.content.decode()
    assert not Letter.objects.exists()


def test_the_mail_goes_to_the_address_that_we_know_not_to_the_one_that_was_typed(owner):
    forget("RITSTJORI@EXAMPLE.ORG")

    assert Letter.objects.get().to == "ritstjori@example.org"


def test_an_address_gets_one_mail_in_ten_minutes(owner, clock):
    for minutes in (0, 5, 4):
        clock.shift(timedelta(minutes=minutes))
        forget()
    assert Letter.objects.count() == 1

    clock.shift(timedelta(minutes=2))
    forget()
    assert Letter.objects.count() == 2


def test_somebody_with_two_accounts_gets_one_mail_with_both_links(owner):
    make_staff(name="annar", email="Ritstjori@example.org")
    forget()
    text = Letter.objects.get().text

    assert "ritstjori: http" in text
    assert "annar: http" in text


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_staff": False}, {"email": ""}])
def test_no_mail_goes_to_who_has_no_account_here(fields):
    user = make_staff(**fields)

    forget(user.email or "x@example.org")

    assert not Letter.objects.exists()


def test_one_network_asks_ten_times_in_ten_minutes(owner):
    answers = [forget(f"nafn{place}@example.org") for place in range(11)]

    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    assert answers[-1]["Retry-After"] == "540"
    assert forget(peer="198.51.100.1").status_code == 200


def test_the_link_is_valid_for_two_hours(owner, clock):
    forget()
    clock.shift(timedelta(minutes=119))
    assert Client().get(link()).status_code == 200
    clock.shift(timedelta(minutes=2))
    assert Client().get(link()).status_code == 410


def test_the_link_dies_when_the_owner_signs_in(owner, client, clock):
    forget()
    clock.shift(timedelta(minutes=1))
    say_password(client)

    assert choose(link()).status_code == 410


def test_the_link_does_not_replace_the_second_factor(owner, client):
    with_a_factor(owner)
    forget()
    choose(link(), client=client)

    assert say_password(client, password=NEW).url == "/admin/login/code/"
    assert not is_in(client)
    say_code(client, code_now())
    assert is_in(client)


def test_a_new_password_ends_every_session(owner, client):
    say_password(client)
    assert is_in(client)
    forget()

    choose(link())

    assert not is_in(client)


def test_what_was_sent_is_no_longer_kept(owner):
    from comments import outbox

    forget()
    outbox.send_due()

    assert Letter.objects.get().text == ""
