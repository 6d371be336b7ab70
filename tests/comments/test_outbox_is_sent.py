from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from comments import outbox
from comments.models import Letter
from tests.comments.mailing import make_letter

pytestmark = pytest.mark.django_db


class Server(BaseEmailBackend):
    """A mail server that does what a test wants: set `dead`, `refuses` or `meanwhile`."""

    opened, closed, sent, dead, refuses, meanwhile = 0, 0, [], None, {}, None

    def open(self):
        type(self).opened += 1
        if self.dead:
            raise self.dead

    def close(self):
        type(self).closed += 1

    def send_messages(self, messages):
        if self.meanwhile:
            self.meanwhile()
        for message in messages:
            if message.to[0] in self.refuses:
                raise self.refuses[message.to[0]]
            self.sent.append(message)
        return len(messages)


@pytest.fixture
def server(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    Server.opened, Server.closed, Server.sent = 0, 0, []
    Server.dead, Server.refuses, Server.meanwhile = None, {}, None
    return Server


def soon(**later):
    return timezone.now() + timedelta(**later)


def test_what_is_due_is_sent_and_its_text_is_gone():
    letter = make_letter(to="lesandi@example.is", subject="Efni", text="Með tengli.\n", headers={"X-Munur": "1"})

    assert outbox.send_due() == 1

    [sent] = mail.outbox
    letter.refresh_from_db()
    assert (sent.to, sent.subject, sent.body) == (["lesandi@example.is"], "Efni", "Með tengli.\n")
    assert (sent.from_email, sent.extra_headers["X-Munur"]) == ("Munur <munur@testserver>", "1")
    assert letter.sent_at
    assert letter.next_try_at is None
    assert (letter.text, letter.headers, letter.subject) == ("", {}, "Efni")


def test_a_mail_says_that_a_machine_wrote_it():
    make_letter()

    outbox.send_due()

    assert mail.outbox[0].message()["Auto-Submitted"] == "auto-generated"


def test_a_mail_keeps_its_name_at_each_try(server):
    letter = make_letter()
    server.refuses = {letter.to: SMTPServerDisconnected("bye")}
    outbox.send_due()
    server.refuses = {}

    outbox.send_due(soon(hours=1))
    Letter.objects.update(sent_at=None, next_try_at=timezone.now())  # as if it had been killed before noting it
    outbox.send_due(soon(hours=1))

    first, second = server.sent
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_nothing_is_sent_twice_nor_before_its_time():
    make_letter(next_try_at=soon(minutes=5))
    make_letter()

    assert [outbox.send_due(), outbox.send_due()] == [1, 0]
    assert outbox.send_due(soon(minutes=6)) == 1


def test_the_oldest_go_first_and_no_more_than_wanted():
    for minutes in (1, 3, 2):
        make_letter(subject=f"Bréf {minutes}", next_try_at=soon(minutes=-minutes))

    assert outbox.send_due(most=2) == 2
    assert [sent.subject for sent in mail.outbox] == ["Bréf 3", "Bréf 2"]


def test_one_connection_serves_all(server):
    for _letter in range(3):
        make_letter()

    outbox.send_due()

    assert (server.opened, server.closed, len(server.sent)) == (1, 1, 3)


def test_without_letters_nobody_calls_the_server(server):
    outbox.send_due()

    assert server.opened == 0


def test_a_dead_server_loses_nothing_and_is_asked_once(server):
    server.dead = ConnectionRefusedError("Connection refused")
    for _letter in range(3):
        make_letter(text="Geymt.")

    assert outbox.send_due() == 0

    assert server.opened == 1
    letters = list(Letter.objects.all())
    assert {(letter.tries, letter.text, letter.error) for letter in letters} == {
        (1, "Geymt.", "ConnectionRefusedError: Connection refused")
    }
    server.dead = None
    assert outbox.send_due(soon(minutes=2)) == 3


def test_one_mail_that_fails_does_not_stop_the_others(server):
    bad = make_letter(to="vont@example.is", next_try_at=soon(minutes=-1))
    good = make_letter(to="gott@example.is")
    server.refuses = {bad.to: ValueError("Nei")}

    assert outbox.send_due() == 1

    bad.refresh_from_db()
    good.refresh_from_db()
    assert good.sent_at
    assert not bad.sent_at
    assert bad.error == "ValueError: Nei"
    assert (server.opened, server.closed) == (2, 2)  # what a fault left behind in the connection is not met again


def test_a_server_that_dies_in_the_middle_is_not_asked_for_each(server):
    for place in range(3):
        make_letter(to=f"lesandi-{place}@example.is", next_try_at=soon(minutes=place - 5))

    def die():
        server.dead = SMTPServerDisconnected("Connection unexpectedly closed")
        raise server.dead

    server.meanwhile = staticmethod(die)

    assert outbox.send_due() == 0
    assert server.opened == 2
    assert list(Letter.objects.values_list("tries", flat=True)) == [1, 1, 1]


def test_the_waits_double_up_to_six_hours():
    waits = [outbox.wait_after(tries) / timedelta(minutes=1) for tries in range(1, Letter.MOST_TRIES)]

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]


def test_after_the_last_try_it_is_given_up_and_can_be_tried_again(server):
    letter = make_letter(tries=Letter.MOST_TRIES - 1)
    server.refuses = {letter.to: SMTPServerDisconnected("bye")}
    outbox.send_due()
    letter.refresh_from_db()
    assert (letter.next_try_at, letter.tries) == (None, Letter.MOST_TRIES)
    assert list(Letter.objects.failing()) == [letter]
    server.refuses = {}
    assert outbox.send_due(soon(days=9)) == 0

    letter.try_again()

    assert outbox.send_due(soon(minutes=1)) == 1


def test_trying_again_does_not_send_what_was_sent():
    letter = make_letter()
    outbox.send_due()

    letter.try_again()

    assert outbox.send_due(soon(days=1)) == 0
    assert (letter.tries, letter.next_try_at) == (1, None)


@pytest.mark.parametrize(("code", "gave_up"), [(550, True), (450, False)])
def test_an_address_that_its_server_refuses_is_given_up_sooner(server, code, gave_up):
    letter = make_letter(to="enginn@example.is", tries=outbox.REFUSED_TRIES - 1)
    server.refuses = {letter.to: SMTPRecipientsRefused({letter.to: (code, b"5.1.1 <enginn@example.is>: unknown")})}

    outbox.send_due()

    letter.refresh_from_db()
    assert (letter.next_try_at is None) == gave_up


def test_what_went_wrong_is_told_without_the_address_and_in_short(server):
    letter = make_letter(to="enginn@example.is")
    server.refuses = {letter.to: SMTPRecipientsRefused({letter.to: (550, b"<enginn@example.is> \0" + b"no " * 400)})}

    outbox.send_due()

    letter.refresh_from_db()
    assert letter.error.startswith("SMTPRecipientsRefused: ")
    assert "enginn" not in letter.error
    assert letter.error.endswith(" …")
    assert len(letter.error) <= 500


def test_what_went_wrong_can_be_kept_by_every_database(server):
    letter = make_letter()
    server.refuses = {letter.to: ValueError("null \0 inni í")}

    outbox.send_due()

    letter.refresh_from_db()
    assert letter.error == "ValueError: null inni í"


def test_two_workers_never_send_the_same(server):
    make_letter()
    counts = []
    server.meanwhile = staticmethod(lambda: counts.append(0) or (len(counts) < 2 and counts.append(outbox.send_due())))

    assert outbox.send_due() == 1
    assert counts == [0, 0]  # the second found nothing while the first was sending


def test_a_letter_that_another_worker_has_taken_since_is_left_alone(monkeypatch):
    letter = make_letter()
    taken = Letter.objects.get()
    outbox._claim(taken, timezone.now())

    assert not outbox._claim(letter, timezone.now())


def test_killed_in_the_middle_it_is_only_late(server):
    make_letter()

    def kill():
        raise KeyboardInterrupt

    server.meanwhile = staticmethod(kill)
    with pytest.raises(KeyboardInterrupt):
        outbox.send_due()
    server.meanwhile = None

    assert [outbox.send_due(), outbox.send_due(timezone.now() + outbox.CLAIMED_FOR)] == [0, 1]
