"""Mail that fails is seen, its links are not; and an address is forgotten when somebody asks for it."""

import pytest
from django.utils import timezone

from comments.models import Address, Comment, Letter
from tests.admin.desk import change_page
from tests.admin.moderating import make_staff, page
from tests.factories import make_comment

MAIL = "/admin/comments/letter/"
ADDRESSES = "/admin/comments/address/"


def make_letter(**fields) -> Letter:
    fields = {"kind": "confirm", "to": "lesandi@example.is", "subject": "Staðfesting", "text": "leynilykill", **fields}
    return Letter.objects.create(**fields)


STANDINGS = [
    ({}, "waiting", "Bíður"),
    ({"tries": 3, "error": "ConnectionRefusedError"}, "failing", "Mistókst, reynt aftur"),
    ({"tries": 12, "next_try_at": None}, "given-up", "Gefist upp"),
    ({"tries": 1, "sent_at": timezone.now()}, "sent", "Sent"),
]


@pytest.mark.parametrize(("fields", "code", "word"), STANDINGS)
def test_a_mail_says_how_it_stands(desk, fields, code, word):
    letters = {each: make_letter(**values) for values, each, _word in STANDINGS}

    found = list(desk.get(MAIL, {"standing": code}).context["cl"].result_list)

    assert found == [letters[code]]
    assert f">{word}</span>" in page(desk, MAIL, standing=code)


def test_what_went_wrong_is_shown_and_the_text_is_not(desk):
    letter = make_letter(tries=3, error="ConnectionRefusedError")

    for html in (page(desk, MAIL), page(desk, change_page(letter))):
        assert "ConnectionRefusedError" in html
        assert "leynilykill" not in html


def test_only_failing_mail_is_counted_in_the_menu(desk):
    make_letter()
    make_letter(sent_at=timezone.now(), tries=1)
    assert 'data-badge="comments.admin.badges.failing_mail" hidden></span>' in page(desk, MAIL)
    make_letter(tries=1)

    assert 'data-badge="comments.admin.badges.failing_mail">1</span>' in page(desk, MAIL)


def test_a_mail_is_tried_again(desk):
    letter = make_letter(tries=12, next_try_at=None, error="x")
    sent = make_letter(tries=1, sent_at=timezone.now(), next_try_at=None)

    desk.post(MAIL, {"action": "try_again", "_selected_action": [letter.pk, sent.pk]})

    assert list(Letter.objects.due()) == [letter]


def test_a_mail_is_tried_again_from_its_own_page(desk):
    letter = make_letter(tries=12, next_try_at=None)
    address = f"{MAIL}{letter.pk}/try-again/"
    assert address in page(desk, change_page(letter))

    assert desk.get(address).status_code == 405
    assert not Letter.objects.due().exists()
    desk.post(address)

    assert list(Letter.objects.due()) == [letter]


def test_nobody_writes_or_changes_a_mail(desk):
    letter = make_letter()

    assert desk.get(MAIL + "add/").status_code == 403
    assert desk.post(change_page(letter), {"to": "annar@example.is"}).status_code == 405
    assert Letter.objects.get().to == "lesandi@example.is"


def test_whoever_may_only_look_sends_nothing_again(client, db):
    client.force_login(make_staff("view_letter"))
    letter = make_letter(tries=12, next_try_at=None)

    assert client.post(f"{MAIL}{letter.pk}/try-again/").status_code == 403
    client.post(MAIL, {"action": "try_again", "_selected_action": letter.pk})

    assert not Letter.objects.due().exists()
    assert "try-again" not in page(client, change_page(letter))


def test_an_address_is_forgotten_with_all_that_was_written_from_it(desk):
    address = Address.of("lesandi@example.is")
    comment = make_comment(address=address, text="Gott að vita.")
    forget = f"{ADDRESSES}{address.pk}/forget/"
    assert forget in page(desk, change_page(address))

    assert "lesandi@example.is" in page(desk, forget)
    assert Address.objects.exists()
    desk.post(forget)

    assert not Address.objects.exists()
    assert Comment.objects.get(pk=comment.pk).text == ""


def test_an_address_is_looked_up_and_not_edited(desk):
    address = Address.of("lesandi@example.is")
    Address.of("annar@example.is")

    assert list(desk.get(ADDRESSES, {"q": "lesandi"}).context["cl"].result_list) == [address]
    assert desk.post(change_page(address), {"email": "x@example.is"}).status_code == 405
    assert desk.get(ADDRESSES + "add/").status_code == 403


def test_whoever_may_only_look_forgets_nobody(client, db):
    client.force_login(make_staff("view_address"))
    address = Address.of("lesandi@example.is")

    assert client.post(f"{ADDRESSES}{address.pk}/forget/").status_code == 403
    assert client.get(f"{ADDRESSES}{address.pk}/forget/").status_code == 403
    assert Address.objects.exists()
