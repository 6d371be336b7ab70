from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client

from tests.config.signing_in import (
    code_now,
    codes_on,
    has_an_app,
    is_in,
    key_on,
    make_staff,
    say_code,
    say_password,
    with_a_factor,
)
from tests.config.test_settings_of_a_place import PRODUCTION
from tests.config.test_settings_of_a_place import settings as settings_of

pytestmark = pytest.mark.django_db


def test_without_a_factor_the_password_opens_where_none_is_required(client):
    make_staff()

    assert say_password(client).url == "/admin/"
    assert is_in(client)


def test_whoever_has_one_is_asked_for_it_after_the_password(client):
    with_a_factor(make_staff())

    assert say_password(client, to="/admin/articles/tag/").url == "/admin/login/code/"
    assert not is_in(client)
    assert client.get("/admin/login/code/").status_code == 200
    assert say_code(client, code_now()).url == "/admin/articles/tag/"
    assert is_in(client)


def test_a_wrong_code_opens_nothing(client):
    with_a_factor(make_staff())
    say_password(client)

    answer = say_code(client, "000000" if code_now() != "000000" else "000001")

    assert answer.status_code == 200
    assert not is_in(client)


@pytest.mark.parametrize("code", ["", "ð" * 6, "1" * 500, "\x00"])
def test_what_is_no_code_is_refused_in_words(client, code):
    with_a_factor(make_staff())
    say_password(client)

    assert say_code(client, code).status_code == 200
    assert client.post("/admin/login/code/", {}).status_code == 200
    assert client.post("/admin/login/code/", {"credential": "{}"}).status_code == 200


def test_where_one_is_required_nothing_opens_before_it_is_set_up(client, settings):
    settings.STAFF_MFA_REQUIRED = True
    user = make_staff(is_superuser=True)
    say_password(client)
    assert client.get("/admin/").url == "/admin/second-factor/set-up/"
    page = client.get("/admin/second-factor/set-up/")

    answer = client.post("/admin/second-factor/set-up/", {"code": code_now(key_on(page))})

    assert answer.url == "/admin/second-factor/codes/"
    assert has_an_app(user)
    assert len(codes_on(client.get(answer.url))) == 10
    assert codes_on(client.get(answer.url)) == []  # once only
    assert is_in(client)


@pytest.fixture
def clock():
    with time_machine.travel("2026-11-23T12:00:10Z", tick=False) as clock:
        yield clock


@pytest.fixture
def person(clock):
    """Somebody with an app and recovery codes."""
    user = make_staff()
    user.codes = with_a_factor(user)
    return user


def signs_in(code) -> bool:
    """Whether this code opens, at another process too: what one remembers in its cache the others do not know."""
    cache.clear()
    client = Client()
    say_password(client)
    say_code(client, code)
    return is_in(client)


def test_a_code_is_good_for_half_a_minute_before_and_after(person):
    assert [signs_in(code_now(steps=steps)) for steps in (-2, -1, 0, 1, 2)] == [False, True, True, True, False]


@pytest.mark.parametrize("spaces", ["{}", " {} ", "{:.3} {}", "{:.3}-{}"])
def test_a_code_opens_once_however_it_is_written(person, spaces):
    code = code_now()
    again = spaces.format(code) if spaces.count("{") == 1 else spaces.format(code, code[3:])

    assert signs_in(code)
    assert not signs_in(again)


def test_the_code_it_was_set_up_with_opens_nothing_more(client, clock):
    make_staff()
    say_password(client)
    key = key_on(client.get("/admin/second-factor/set-up/"))
    client.post("/admin/second-factor/set-up/", {"code": code_now(key)})

    assert not signs_in(code_now(key))
    clock.shift(timedelta(seconds=60))
    assert signs_in(code_now(key))


def test_a_wrong_code_sets_nothing_up_and_keeps_the_key(client):
    user = make_staff()
    say_password(client)
    key = key_on(client.get("/admin/second-factor/set-up/"))

    answer = client.post("/admin/second-factor/set-up/", {"code": "12345x"})

    assert key_on(answer) == key
    assert not has_an_app(user)


def test_a_recovery_code_opens_once(person):
    assert signs_in(person.codes[0])
    assert not signs_in(person.codes[0])
    assert signs_in(f" {person.codes[1][:4]} {person.codes[1][4:]} ")


def test_new_recovery_codes_replace_the_old(person, client):
    say_password(client)
    say_code(client, person.codes[0])
    assert "9 varakóða eftir" in client.get("/admin/second-factor/").content.decode()

    answer = client.post("/admin/second-factor/codes/new/")
    new = codes_on(client.get(answer.url))

    assert len(new) == 10
    assert signs_in(new[0])
    assert not signs_in(person.codes[1])


def test_another_persons_codes_open_nothing(person):
    codes = with_a_factor(make_staff(name="annar"))

    assert not signs_in(codes[0])


def test_whoever_gives_it_up_signs_in_with_the_password_alone(person, client):
    say_password(client)
    say_code(client, code_now())

    client.post("/admin/second-factor/remove/")

    assert not has_an_app(person)
    assert is_in(client)
    assert signs_in("")


def test_a_session_left_open_cannot_change_it_without_the_password(person, client, clock):
    say_password(client)
    say_code(client, code_now())
    clock.shift(timedelta(minutes=31))

    answers = [client.post(f"/admin/second-factor/{page}/") for page in ("remove", "codes/new")]

    assert [answer.url.split("?")[0] for answer in answers] == ["/admin/login/again/"] * 2
    assert has_an_app(person)
    client.post(answers[0].url, {"password": "leyniorð sem dugar"})
    client.post("/admin/second-factor/remove/")
    assert not has_an_app(person)


def test_one_may_sign_in_as_somebody_else_instead(person, client):
    make_staff(name="annar")
    say_password(client)
    assert client.get("/admin/login/").url == "/admin/login/code/"

    client.post("/admin/login/over/")

    assert say_password(client, name="annar").url == "/admin/"


def test_a_sign_in_that_was_begun_waits_for_a_quarter_of_an_hour_at_most(person, client, clock):
    say_password(client)
    clock.shift(timedelta(minutes=16))

    assert say_code(client, code_now()).url == "/admin/login/"


def test_a_session_ends_after_a_week(client, clock):
    make_staff()
    say_password(client)
    clock.shift(timedelta(days=6, hours=23))
    assert is_in(client)
    clock.shift(timedelta(hours=2))
    assert not is_in(client)


def test_a_new_password_ends_all_other_sessions(client):
    make_staff()
    other = Client()
    say_password(client), say_password(other)
    words = {"old_password": "leyniorð sem dugar", "new_password1": "nýtt leyniorð", "new_password2": "nýtt leyniorð"}

    assert client.post("/admin/password_change/", words).status_code == 302

    assert is_in(client)
    assert not is_in(other)


def test_a_superuser_takes_it_away_and_that_is_written_down(person, client):
    client.force_login(make_staff(name="stjori", is_superuser=True))
    action = {"action": "take_second_factor_away", "_selected_action": [person.pk]}

    client.post("/admin/auth/user/", action)

    assert not has_an_app(person)
    assert signs_in("")
    assert str(LogEntry.objects.get()) == "Breytti „ritstjori“ — Tvíþætt auðkenning var tekin af."


def test_nobody_else_takes_it_away(person, client):
    from django.contrib.auth.models import Permission

    user = make_staff(name="annar")
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="auth"))
    client.force_login(user)

    client.post("/admin/auth/user/", {"action": "take_second_factor_away", "_selected_action": [person.pk]})

    assert has_an_app(person)


def test_a_command_takes_it_away(person):
    said = StringIO()
    call_command("reset_second_factor", "ritstjori", stdout=said)
    call_command("reset_second_factor", "ritstjori", stdout=said)

    assert not has_an_app(person)
    assert said.getvalue().splitlines() == [
        "The second factor of ritstjori was taken away. A new one is set up at the next sign-in.",
        "ritstjori has no second factor.",
    ]


def test_a_command_says_when_nobody_has_that_name(db):
    with pytest.raises(CommandError, match="Nobody is called enginn here."):
        call_command("reset_second_factor", "enginn")


@pytest.mark.parametrize(
    ("environment", "required"),
    [
        ({"SITE_URL": "https://munur.example"}, True),
        ({"SITE_URL": "http://127.0.0.1:8000"}, False),
        ({"SITE_URL": "http://127.0.0.1:8000", "STAFF_MFA_REQUIRED": "true"}, True),
        ({"SITE_URL": "https://munur.example", "STAFF_MFA_REQUIRED": "false"}, False),
    ],
)
def test_it_is_required_where_the_site_is_https(environment, required):
    read = settings_of("STAFF_MFA_REQUIRED", **PRODUCTION | environment)

    assert read == {"STAFF_MFA_REQUIRED": required}
