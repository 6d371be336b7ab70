"""The thread as a reader gets it: its pages, and what stands on them."""

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from tests.factories import make_comment

MOST = 300_000
START = datetime(2026, 10, 23, 15, 5, tzinfo=UTC)
NESTED = {"section", "ol", "li", "details", "summary", "article"}


def thread_of(edition, query=""):
    with translation.override(edition.language):
        return reverse("thread", args=[edition.slug]) + query


def branch_of(edition, comment, query=""):
    return reverse("branch", args=[edition.slug, comment.pk]) + query


def body(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def shown(text):
    return [int(pk) for pk in re.findall(r'<li id="ath-(\d+)"', text)]


def pages(client, address):
    """What each page shows, from this one on to the last."""
    found = []
    while address:
        text = body(client, address)
        assert len(text.encode()) <= MOST
        found.append(shown(text))
        following = re.search(r'<a href="([^"]+)" rel="next">', text)
        address = following and following[1].replace("&amp;", "&").split("#")[0]
    return found


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        body(client, address)
    return len(captured)


def drawn(client, edition):
    """The thread's own part of the page."""
    text = client.get(edition.get_absolute_url()).content.decode()
    section = text[text.index('<section class="section thread') :]
    return section[: section.index("</section>") + len("</section>")]


class Outline(HTMLParser):
    """How many lists each comment stands in. A tag that closes another than the last opened is an error."""

    def __init__(self, html):
        super().__init__()
        self.open, self.depths = [], {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in NESTED:
            self.open.append(tag)
        place = dict(attrs).get("id") or ""
        if tag == "li" and place.startswith("ath-"):
            self.depths[int(place.removeprefix("ath-"))] = self.open.count("ol")

    def handle_endtag(self, tag):
        if tag in NESTED:
            assert self.open.pop() == tag


def chain(edition, length):
    """A comment, an answer to it, an answer to that …"""
    comments = [make_comment(edition=edition, name="Nafn 0", created_at=START)]
    for place in range(1, length):
        at = START + timedelta(minutes=place)
        comments.append(make_comment(edition=edition, parent=comments[-1], name=f"Nafn {place}", created_at=at))
    return comments
