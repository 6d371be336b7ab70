"""Where a comment is to be seen: the address that leads to it, held against the page that stands there."""

from datetime import timedelta

import pytest
from django.utils import translation

from articles.models import Edition
from comments.models import Comment
from comments.whereabouts import place_of
from tests.comments.crowds import START, make_chain, make_replies, make_roots
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db


def page_at(client, place):
    """The address without its anchor, once it is certain that the page there shows the anchor."""
    address, anchor = place.split("#")
    response = client.get(address)
    assert response.status_code == 200, place
    assert f'<li id="{anchor}"' in response.content.decode(), place
    return address


def test_one_of_the_first_is_on_the_articles_page(client):
    edition = make_edition()
    comment = make_comment(edition=edition)

    assert page_at(client, place_of(comment, "is")) == edition.get_absolute_url()


def test_the_anchor_is_its_number():
    comment = make_comment()

    assert place_of(comment, "is").endswith(f"#ath-{comment.pk}")


def test_later_ones_are_on_the_page_of_the_thread_that_shows_them(client):
    edition = make_edition()
    roots = make_roots(article=edition.article, count=130)
    addresses = {number: page_at(client, place_of(roots[number], "is")) for number in (49, 50, 99, 100, 129)}

    assert addresses[49] == edition.get_absolute_url()
    assert addresses[50] == addresses[99] != addresses[100] == addresses[129]
    assert addresses[50].startswith(f"/umraeda/{edition.slug}/?fra=")


def test_a_reply_is_on_the_page_of_its_branch_where_the_thread_cuts_it(client):
    edition = make_edition()
    root, _other = make_roots(article=edition.article, count=2)
    replies = make_replies(article=edition.article, parent=root, count=450)

    assert page_at(client, place_of(replies[0], "is")) == edition.get_absolute_url()
    branch = f"/umraeda/{edition.slug}/thradur/{root.pk}/"
    assert page_at(client, place_of(replies[198], "is")) == branch
    assert page_at(client, place_of(replies[400], "is")) == f"{branch}?fra={replies[400].pk}"


def test_it_is_found_however_deep_it_stands(client):
    edition = make_edition()
    chain = make_chain(article=edition.article, count=1000)

    for number in (0, 4, 199, 200, 999):
        page_at(client, place_of(chain[number], "is"))


def test_it_is_found_where_long_texts_end_pages_early(client):
    edition = make_edition()
    roots = make_roots(article=edition.article, count=120, text='"' * 5000)

    for number in (0, 6, 7, 30, 55, 119):
        page_at(client, place_of(roots[number], "is"))


def test_a_pinned_one_is_on_the_articles_page(client):
    edition = make_edition()
    roots = make_roots(article=edition.article, count=130)
    roots[120].pin()

    assert page_at(client, place_of(roots[120], "is")) == edition.get_absolute_url()
    page_at(client, place_of(roots[129], "is"))


def test_one_in_another_language_is_where_all_languages_are(client):
    article = make_article(languages=("is", "en"))
    comment = make_comment(article=article, language="en")
    slug = article.editions.get(language="is").slug

    assert page_at(client, place_of(comment, "is")) == f"/umraeda/{slug}/?tungumal=oll"
    assert page_at(client, place_of(comment, "en")) == f"/en/{article.editions.get(language='en').slug}/"


def test_one_that_a_comment_of_the_page_answers_is_on_that_page(client):
    edition = make_edition()
    comment = make_comment(edition=edition, language="en")
    make_comment(edition=edition, parent=comment)

    assert page_at(client, place_of(comment, "is")) == edition.get_absolute_url()


def test_in_a_long_thread_of_two_languages_it_is_found(client):
    edition = make_edition()
    make_roots(article=edition.article, count=60)
    english = make_roots(article=edition.article, count=60, language="en", at=START + timedelta(seconds=30))

    page_at(client, place_of(english[55], "is"))
    page_at(client, place_of(english[0], "is"))


def test_a_branch_whose_root_is_gone_is_found(client):
    edition = make_edition()
    root, *_others = make_roots(article=edition.article, count=60)
    replies = make_replies(article=edition.article, parent=root, count=300)
    Comment.objects.filter(pk=root.pk).delete()

    for number in (0, 150, 299):
        page_at(client, place_of(replies[number], "is"))


def test_the_address_is_of_the_language_that_is_asked_for_and_not_of_the_active_one():
    article = make_article(languages=("is", "en"))
    comment = make_comment(article=article, language="en")

    with translation.override("en"):
        assert place_of(comment, "is").startswith("/umraeda/")


def test_there_is_no_place_where_the_article_is_not_live():
    with pytest.raises(Edition.DoesNotExist):
        place_of(make_comment(), "en")
