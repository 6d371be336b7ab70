"""The pages of a thread and of one branch: which comments, in which order and language, and what leads further."""

import re
from datetime import timedelta

import pytest

from articles.models import Edition
from comments.models import Comment
from tests.comments.crowds import START, make_chain, make_replies, make_roots
from tests.comments.reading import MOST, body, branch_of, pages, queries, shown, thread_of
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db


def test_the_article_shows_fifty_branches_and_leads_to_the_next_page(client):
    edition = make_edition()
    roots = make_roots(article=edition.article, count=60)

    text = body(client, edition.get_absolute_url())

    assert shown(text) == [root.pk for root in roots[:50]]
    following = re.search(r'<a href="([^"]+)" rel="next">', text)[1]
    assert following.startswith(thread_of(edition, "?fra="))
    assert following.endswith("#athugasemdir")
    assert shown(body(client, following.split("#")[0])) == [root.pk for root in roots[50:]]


def test_the_pages_show_every_branch_once_in_either_order(client):
    edition = make_edition()
    roots = [root.pk for root in make_roots(article=edition.article, count=120)]

    oldest = pages(client, thread_of(edition))
    newest = pages(client, thread_of(edition, "?rod=nyjast"))

    assert [len(page) for page in oldest] == [50, 50, 20]
    assert sum(oldest, []) == roots
    assert sum(newest, []) == roots[::-1]


def test_pinned_ones_open_the_first_page_and_do_not_come_again(client):
    edition = make_edition()
    roots = [root.pk for root in make_roots(article=edition.article, count=70)]
    Comment.objects.filter(pk=roots[60]).update(pinned=True)

    found = pages(client, thread_of(edition))

    assert found[0] == [roots[60], *roots[:50]]
    assert sorted(sum(found, [])) == roots


def test_replies_stand_under_what_they_answer_newest_first_as_well(client):
    edition = make_edition()
    first, second = make_roots(article=edition.article, count=2)
    replies = make_replies(article=edition.article, parent=first, count=2)

    text = body(client, thread_of(edition, "?rod=nyjast"))

    assert shown(text) == [second.pk, first.pk, replies[0].pk, replies[1].pk]


def test_a_page_that_begins_where_a_comment_stood_begins_with_the_next_one(client):
    edition = make_edition()
    roots = make_roots(article=edition.article, count=60)
    following = re.search(r'<a href="([^"#]+)#\w+" rel="next">', body(client, thread_of(edition)))[1]

    roots[50].remove()

    assert shown(body(client, following)) == [root.pk for root in roots[51:]]


def test_a_branch_that_is_cut_leads_to_the_rest_of_it(client):
    edition = make_edition()
    root, other = make_roots(article=edition.article, count=2)
    replies = make_replies(article=edition.article, parent=root, count=250)

    text = body(client, edition.get_absolute_url())

    assert "Sýna 52 svör í viðbót" in text
    assert f'href="{branch_of(edition, root)}"' in text
    found = pages(client, branch_of(edition, root))
    assert set(sum(found, [])) == {root.pk, *(reply.pk for reply in replies)}
    assert other.pk not in sum(found, [])


def test_the_page_of_a_branch_leads_back_to_the_thread(client):
    edition = make_edition()
    (root,) = make_roots(article=edition.article, count=1)

    assert f'href="{thread_of(edition)}#athugasemdir"' in body(client, branch_of(edition, root))


def test_a_later_page_of_a_branch_shows_what_its_comments_answer(client):
    edition = make_edition()
    chain = make_chain(article=edition.article, count=230)

    _first, second = pages(client, branch_of(edition, chain[0]))

    assert second[:4] == [comment.pk for comment in chain[:4]]
    assert second[4:6] == [chain[199].pk, chain[200].pk]


def hostile_threads(article):
    """What could make a page too large: many in one branch, great depth, many branches, long and costly texts."""
    yield (
        "one branch",
        lambda: make_replies(article=article, parent=make_roots(article=article, count=1)[0], count=5000),
    )
    yield "deep", lambda: make_chain(article=article, count=1000, name="&" * 80)
    yield "many roots", lambda: make_roots(article=article, count=5000)
    yield "quotes", lambda: make_roots(article=article, count=60, text='"' * 5000, name="&" * 80)
    yield "links", lambda: make_roots(article=article, count=60, text="www.aa.is/?&&& " * 333)
    yield "deep and long", lambda: make_chain(article=article, count=50, text="&" * 5000)


@pytest.mark.parametrize("kind", ["one branch", "deep", "many roots", "quotes", "links", "deep and long"])
def test_no_page_is_larger_than_300_kilobytes(client, kind):
    edition = make_edition()
    dict(hostile_threads(edition.article))[kind]()
    first = Comment.objects.order_by("place").first()

    for address in (edition.get_absolute_url(), thread_of(edition, "?rod=nyjast"), branch_of(edition, first)):
        text = body(client, address)
        assert len(text.encode()) <= MOST
        assert shown(text)


def test_a_long_thread_costs_no_more_queries_than_a_short_one(client):
    short, long = make_edition(comments=1), make_edition()
    make_chain(article=long.article, count=20)
    roots = make_roots(article=long.article, count=80, at=START + timedelta(days=1))
    make_replies(article=long.article, parent=roots[0], count=300)
    first = {edition: edition.article.comments.order_by("place").first() for edition in (short, long)}

    for address in (Edition.get_absolute_url, thread_of, lambda edition: branch_of(edition, first[edition])):
        assert queries(client, address(short)) == queries(client, address(long)) <= 8


def test_both_languages_are_shown_where_the_reader_asks_for_them(client):
    article = make_article(languages=("is", "en"))
    edition = article.editions.get(language="en")
    english = make_comment(article=article, language="en")
    icelandic = make_comment(article=article, language="is")

    text = body(client, thread_of(edition))
    assert shown(text) == [english.pk]
    way = re.search(r'href="([^"#]+)#athugasemdir">Show 1 comment in Icelandic', text)[1]

    everything = body(client, way)
    assert shown(everything) == [english.pk, icelandic.pk]
    assert ">2 comments</h2>" in everything
    assert "Show only comments in English" in everything


def test_the_choice_of_languages_and_order_is_kept_from_page_to_page(client):
    edition = make_edition()
    make_roots(article=edition.article, count=55)
    make_roots(article=edition.article, count=30, language="en", at=START + timedelta(days=3))

    found = pages(client, thread_of(edition, "?rod=nyjast&tungumal=oll"))

    assert [len(page) for page in found] == [50, 35]


def test_a_page_of_the_thread_is_the_same_for_everyone(client, admin_client):
    edition = make_edition(comments=2)
    answer = client.get(thread_of(edition))

    assert answer.content == admin_client.get(thread_of(edition)).content
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_page_of_the_thread_is_not_for_search_engines_and_names_the_article(client):
    edition = make_edition(comments=2)
    text = body(client, thread_of(edition))

    assert '<meta name="robots" content="noindex, follow">' in text
    assert f'<link rel="canonical" href="http://testserver{edition.get_absolute_url()}">' in text


def test_a_page_of_the_thread_leads_to_the_same_in_other_languages(client):
    article = make_article(languages=("is", "en"))
    icelandic = article.editions.get(language="is")

    assert 'href="/en/comments/' in body(client, thread_of(icelandic))


def test_the_page_tells_of_its_feed_and_of_the_script(client):
    edition = make_edition()

    for address in (edition.get_absolute_url(), thread_of(edition)):
        text = body(client, address)
        assert f'type="application/atom+xml" title="Athugasemdir" href="/umraeda/{edition.slug}/atom.xml"' in text
        assert 'type="module" src="/static/js/comments.js"' in text
