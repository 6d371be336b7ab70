"""The thread as it is drawn: which list each comment stands in, in which order, and what stands around them."""

from datetime import timedelta

import pytest

from comments.models import Discussion
from comments.places import INDENTS
from comments.templatetags.comments import comment_thread
from tests.comments.reading import START, Outline, chain, drawn
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db


def test_each_answer_stands_in_a_list_of_its_own_down_to_the_last_indent(client):
    edition = make_edition()
    comments = chain(edition, INDENTS + 3)

    depths = Outline(drawn(client, edition)).depths

    assert [depths[comment.pk] for comment in comments] == [1, 2, 3, 4, 4, 4]


def test_every_list_that_is_opened_is_closed_whatever_follows(client):
    edition = make_edition()
    first, second, third = chain(edition, 3)
    make_comment(edition=edition, parent=first)
    make_comment(edition=edition)
    make_comment(edition=edition, parent=third)

    outline = Outline(drawn(client, edition))

    assert outline.open == []
    assert sorted(outline.depths.values()) == [1, 1, 2, 2, 3, 4]
    assert second.pk in outline.depths


def test_comments_stand_oldest_first_at_each_depth(client):
    edition = make_edition()
    late = make_comment(edition=edition, created_at=START + timedelta(hours=2))
    early = make_comment(edition=edition, created_at=START)
    second = make_comment(edition=edition, parent=early, created_at=START + timedelta(hours=4))
    first = make_comment(edition=edition, parent=early, created_at=START + timedelta(hours=3))

    order = list(Outline(drawn(client, edition)).depths)

    assert order == [early.pk, first.pk, second.pk, late.pk]


def test_each_page_shows_the_comments_of_its_language(client):
    article = make_article(languages=("is", "en"))
    make_comment(article=article, language="is", text="Á íslensku")
    make_comment(article=article, language="en", text="In English")
    icelandic, english = (drawn(client, article.editions.get(language=code)) for code in ("is", "en"))

    assert ("Á íslensku" in icelandic, "In English" in icelandic) == (True, False)
    assert ("Á íslensku" in english, "In English" in english) == (False, True)
    assert "Sýna 1 athugasemd á ensku" in icelandic
    assert "Show 1 comment in Icelandic" in english


def test_what_is_answered_is_shown_in_whatever_language_it_is(client):
    article = make_article(languages=("is", "en"))
    first = make_comment(article=article, language="en", text="In English")
    make_comment(article=article, language="is", text="Á íslensku", parent=first)
    icelandic, english = (drawn(client, article.editions.get(language=code)) for code in ("is", "en"))

    assert "In English" in icelandic
    assert "Sýna" not in icelandic
    assert ">1 athugasemd<" in icelandic
    assert "Á íslensku" not in english


def test_a_comment_of_another_article_is_not_there(client):
    edition = make_edition()
    make_comment(text="Annars staðar")

    assert "Annars staðar" not in drawn(client, edition)


@pytest.mark.parametrize("state", ["held", "spam"])
def test_an_answer_to_what_is_not_shown_begins_a_thread_and_does_not_name_it(client, state):
    edition = make_edition()
    hidden = make_comment(edition=edition, name="Hulinn", state=state)
    answer = make_comment(edition=edition, parent=hidden)

    text = drawn(client, edition)

    assert Outline(text).depths == {answer.pk: 1}
    assert "Hulinn" not in text


def test_the_head_of_the_article_counts_the_comments_and_leads_to_them(client):
    silent, spoken = make_edition(), make_edition(comments=3)

    assert '<a href="#athugasemdir">3 athugasemdir</a>' in client.get(spoken.get_absolute_url()).content.decode()
    assert "0 athugasemdir" not in client.get(silent.get_absolute_url()).content.decode()


def test_a_thread_costs_two_queries_however_long_it_is(django_assert_num_queries):
    edition = make_edition()
    chain(edition, 12)

    with django_assert_num_queries(2):
        thread = comment_thread(edition)

    assert thread.count == 12


def test_a_pinned_comment_stands_first_and_once(client):
    edition = make_edition()
    first = make_comment(edition=edition, created_at=START)
    pinned = make_comment(edition=edition, created_at=START + timedelta(minutes=1), pinned=True)

    text = drawn(client, edition)

    assert list(Outline(text).depths) == [pinned.pk, first.pk]
    assert text.count("Fest efst") == 1


@pytest.mark.parametrize("state", ["held", "spam", "removed"])
def test_a_pinned_comment_that_is_not_live_is_not_shown(client, state):
    edition = make_edition()
    make_comment(edition=edition, pinned=True, state=state, text="Leyndarmál")
    make_comment(edition=edition)

    assert "Leyndarmál" not in drawn(client, edition)
    assert "Fest efst" not in drawn(client, edition)


def test_an_empty_thread_invites_and_a_closed_one_does_not(client):
    edition = make_edition()
    assert "Enginn hefur skrifað enn. Ef eitthvað vantar" in drawn(client, edition)

    Discussion.objects.create(article=edition.article, mode="closed")

    assert "Hér hefur enginn skrifað enn." in drawn(client, edition)


def test_a_closed_thread_stays_and_says_since_when(client):
    edition = make_edition(at=START)
    comment = make_comment(edition=edition, text="Þetta stendur.")
    Discussion.objects.create(article=edition.article, closes_after_days=1)

    text = drawn(client, edition)

    assert "Lokað var fyrir athugasemdir 24. október 2026." in text
    assert "Þetta stendur." in text
    assert "<form" not in text
    assert f"/skrifa/{comment.pk}/" not in text
    assert "fylgjast-med" not in text
