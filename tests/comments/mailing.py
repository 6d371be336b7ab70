"""Addresses, followed threads and mails to test with. Everything is optional and named."""

import re
from itertools import count

from django.utils import timezone

from comments import signed
from comments.models import Address, Follow, Letter
from tests.factories import make_article

number = count(1)


def make_address(*, email=None, confirmed=True, **fields) -> Address:
    fields = {"confirmed_at": timezone.now() if confirmed else None, **fields}
    return Address.objects.create(email=email or f"lesandi-{next(number)}@example.is", **fields)


def make_follow(*, article=None, address=None, confirmed=True, language="is", **fields) -> Follow:
    fields = {"confirmed_at": timezone.now() if confirmed else None, **fields}
    article = article or make_article()
    return Follow.objects.create(article=article, address=address or make_address(), language=language, **fields)


def make_letter(*, to="lesandi@example.is", kind=Letter.Kind.REPLY, subject="Bréf", text="Texti.", **fields) -> Letter:
    return Letter.objects.create(to=to, kind=kind, subject=subject, text=text, **fields)


def links(letter) -> list[str]:
    """The paths of the links in a mail, in order."""
    return re.findall(r"^http://testserver(/\S+)$", letter.text, re.MULTILINE)


def enter(client, address) -> None:
    """Open My comments as one does with the link of a mail."""
    path = signed.link("my-comments-open", signed.make(signed.ENTER, address.pk), language="is")
    assert client.post(path.removeprefix("http://testserver")).status_code == 303
