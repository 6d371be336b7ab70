"""The search page's reader: what is put in the page's hands, and what it shows of it."""

import re
from html import unescape

from articles.search.hits import Hit, TitlePiece
from articles.search.passages import TITLE, Place
from tests.factories import make_edition

PAGE = "/leit/"


def hit(*, edition=None, title=None, passage=(), place=None) -> Hit:
    edition = edition or make_edition()
    title = title or (TitlePiece(edition.title),)
    return Hit(edition, title, passage, place or Place(TITLE), tuple(edition.tags.all()))


def found(count=1, **results) -> dict:
    return {"hits": (hit(),), "count": count, **results}


def shown(client, question="sölu", path=PAGE, **query) -> str:
    response = client.get(path, {"q": question, **query})
    assert response.status_code == 200
    return response.text


def status(html: str) -> str:
    said = re.search(r'role="status">(.*?)</(?:p|div)>', html, re.DOTALL)[1]
    return unescape(re.sub(r"<[^>]+>", "", said)).strip()
