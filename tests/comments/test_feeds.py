"""Atom feeds of what readers say: of one thread, and of all threads in a language."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Edition
from comments.models import Address, Comment
from tests.comments.crowds import make_roots
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db

ALL = "/umraeda/atom.xml"
ATOM = "{http://www.w3.org/2005/Atom}"
START = datetime(2026, 10, 23, 15, 5, tzinfo=UTC)


def of(edition):
    return f"/umraeda/{edition.slug}/atom.xml"


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)


def texts(feed, name):
    return [entry.findtext(ATOM + name) for entry in feed.findall(f"{ATOM}entry")]


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        read(client, address)
    return len(captured)


def test_a_feed_has_what_atom_asks_of_it(client):
    edition = make_edition()
    make_comment(edition=edition, created_at=START)

    for address in (ALL, of(edition)):
        feed = read(client, address)
        for required in ("id", "title", "updated"):
            assert feed.findtext(ATOM + required)
            assert texts(feed, required)[0]
        assert f"http://testserver{address}" in [
            link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"
        ]
        assert feed.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "Lesandi"
        assert feed.findtext(f"{ATOM}entry/{ATOM}updated") == "2026-10-23T15:05:00+00:00"


def test_a_feed_may_be_empty(client):
    for address in (ALL, of(make_edition())):
        assert texts(read(client, address), "id") == []


def test_the_newest_fifty_come_newest_first(client):
    edition = make_edition()
    roots = make_roots(article=edition.article, count=60)
    for number, root in enumerate(roots):
        Comment.objects.filter(pk=root.pk).update(text=f"Nr. {number}")

    for address in (ALL, of(edition)):
        assert texts(read(client, address), "content") == [
            f'<p dir="auto">Nr. {number}</p>' for number in range(59, 9, -1)
        ]


def test_an_entry_leads_to_the_comments_own_address_and_keeps_its_id(client):
    edition = make_edition()
    comment = make_comment(edition=edition, created_at=START)

    feed = read(client, of(edition))

    assert feed.find(f"{ATOM}entry/{ATOM}link").get("href") == f"http://testserver/athugasemd/{comment.pk}/"
    assert texts(feed, "id") == [f"tag:testserver,2026-10-23:comments/{comment.pk}"] == texts(read(client, ALL), "id")


def test_the_feed_of_all_names_the_article(client):
    edition = make_edition(sides=["Sala", "Þjónusta"])
    make_comment(edition=edition)

    assert texts(read(client, ALL), "title") == ["Lesandi við „Munurinn á sölu og þjónustu“"]


def test_the_text_is_html_that_shows_what_was_typed(client):
    edition = make_edition()
    typed = "<script>alert(1)</script> & „svona“ ]]>\n\nhttps://example.org/?a=1&b=2"
    make_comment(edition=edition, text=typed, name="<b>Nafn</b>")

    feed = read(client, of(edition))

    (content,) = texts(feed, "content")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; „svona“ ]]&gt;" in content
    assert 'rel="nofollow ugc"' in content
    assert feed.find(f"{ATOM}entry/{ATOM}content").get("type") == "html"
    assert feed.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "<b>Nafn</b>"


def test_a_character_that_xml_cannot_hold_does_not_stop_the_feed(client):
    edition = make_edition()
    make_comment(edition=edition, text="Bjalla \x07 og \ufffe", name="N\x1b")

    assert texts(read(client, of(edition)), "content") == ['<p dir="auto">Bjalla \ufffd og \ufffd</p>']


@pytest.mark.parametrize("state", ["held", "spam", "removed"])
def test_only_live_comments_are_in_a_feed(client, state):
    edition = make_edition()
    make_comment(edition=edition, state=state)

    assert texts(read(client, ALL), "id") == texts(read(client, of(edition)), "id") == []


@pytest.mark.parametrize(
    "state",
    [
        {"state": "draft"},
        {"state": "archived"},
        {"published_at": timezone.now() + timedelta(days=365)},
        {"expires_at": timezone.now() - timedelta(days=1)},
    ],
)
def test_only_threads_of_live_articles_are_in_a_feed(client, state):
    edition = make_edition()
    make_comment(edition=edition)
    Edition.objects.filter(pk=edition.pk).update(**state)

    assert texts(read(client, ALL), "id") == []
    assert client.get(of(edition)).status_code == 404


def test_comments_that_nobody_may_see_take_no_place_of_others(client):
    hidden = make_article(publish=False)
    shown = make_comment(created_at=START)
    make_roots(article=hidden, count=60, at=START + timedelta(days=1))

    (id,) = texts(read(client, ALL), "id")
    assert id.endswith(f"/{shown.pk}")


def test_a_feed_has_the_comments_of_its_language(client):
    article = make_article(languages=("is", "en"))
    make_comment(article=article, text="Á íslensku")
    make_comment(article=article, text="In English", language="en")

    assert texts(read(client, ALL), "content") == ['<p dir="auto">Á íslensku</p>']
    assert texts(read(client, "/en/comments/atom.xml"), "content") == ['<p dir="auto">In English</p>']
    assert texts(read(client, f"/en/comments/{article.editions.get(language='en').slug}/atom.xml"), "content") == [
        '<p dir="auto">In English</p>'
    ]


def test_a_hidden_language_has_no_feed(client, settings):
    settings.PUBLIC_LANGUAGES = ["is"]

    assert client.get("/en/comments/atom.xml").status_code == 404


def test_no_address_of_a_writer_is_in_a_feed(client):
    edition = make_edition()
    make_comment(edition=edition, address=Address.of("lesandi@example.is"))

    for address in (ALL, of(edition)):
        assert "example.is" not in client.get(address).content.decode()


def test_a_feed_costs_the_same_however_long_it_is(client):
    short, long = make_edition(comments=1), make_edition()
    before = queries(client, ALL)
    make_roots(article=long.article, count=60)
    make_comment()

    assert queries(client, of(short)) == queries(client, of(long)) <= 3
    assert queries(client, ALL) == before <= 4


@pytest.mark.parametrize("of_all", [True, False])
def test_who_has_the_feed_is_told_so_until_something_changes(client, of_all):
    edition = make_edition()
    comment = make_comment(edition=edition, created_at=START)
    held = make_comment(edition=edition, state="held", created_at=START - timedelta(days=1))
    address = ALL if of_all else of(edition)
    first = client.get(address)
    known = [{"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}]

    assert [client.get(address, headers=header).status_code for header in known] == [304, 304]
    assert client.get(address, headers=known[0]).content == b""

    held.approve()
    assert [client.get(address, headers=header).status_code for header in known] == [200, 200]
    second = client.get(address)

    Comment.objects.filter(pk=comment.pk).update(text="Breytt", edited_at=START + timedelta(minutes=5))
    assert client.get(address, headers={"If-None-Match": second["ETag"]}).status_code == 200


def test_a_feed_is_the_same_for_everyone(client, admin_client):
    edition = make_edition(comments=2)
    for address in (ALL, of(edition)):
        answer = client.get(address)
        assert answer.content == admin_client.get(address).content
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_an_address_of_before_leads_to_the_feed_of_today(client):
    edition = make_edition(comments=1)
    before = of(edition)
    edition.slug = "nytt-heiti"
    edition.save()

    answer = client.get(before)

    assert (answer.status_code, answer["Location"]) == (301, "/umraeda/nytt-heiti/atom.xml")


def test_only_reading_is_allowed(client):
    assert client.post(ALL).status_code == client.post(of(make_edition())).status_code == 405
