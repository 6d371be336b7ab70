"""The thread as it is drawn: which list each comment stands in, and in which language it and its time are told."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.utils import translation

from comments.models import Comment
from comments.templatetags.comments import comment_thread
from comments.threads import INDENTS, Said
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)
NESTED = {"section", "ol", "li", "details", "summary", "article"}


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


def drawn(client, edition):
    """The thread's own part of the page."""
    text = client.get(edition.get_absolute_url()).content.decode()
    section = text[text.index('<section class="section thread') :]
    return section[: section.index("</section>") + len("</section>")]


def chain(edition, length):
    """A comment, an answer to it, an answer to that …"""
    comments = [make_comment(edition=edition, name="Nafn 0", created_at=START)]
    for place in range(1, length):
        at = START + timedelta(minutes=place)
        comments.append(make_comment(edition=edition, parent=comments[-1], name=f"Nafn {place}", created_at=at))
    return comments


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


def test_whom_a_deep_answer_answers_is_told_by_name_and_of_others_by_the_indent(client):
    edition = make_edition()
    chain(edition, INDENTS + 2)

    text = drawn(client, edition)

    assert text.count("svar til:") == 1
    assert f"svar til: Nafn {INDENTS}" in text


def test_comments_stand_oldest_first_at_each_depth(client):
    edition = make_edition()
    late = make_comment(edition=edition, created_at=START + timedelta(hours=2))
    early = make_comment(edition=edition, created_at=START)
    second = make_comment(edition=edition, parent=early, created_at=START + timedelta(hours=4))
    first = make_comment(edition=edition, parent=early, created_at=START + timedelta(hours=3))

    order = list(Outline(drawn(client, edition)).depths)

    assert order == [early.pk, first.pk, second.pk, late.pk]


def test_the_editions_of_an_article_share_one_thread(client):
    article = make_article(languages=("is", "en"))
    make_comment(article=article, language="is", text="Á íslensku")
    make_comment(article=article, language="en", text="In English")

    for edition in article.editions.all():
        text = drawn(client, edition)
        assert "Á íslensku" in text
        assert "In English" in text


def test_a_comment_is_marked_with_its_language_where_it_is_not_the_pages(client):
    article = make_article(languages=("is", "en"))
    make_comment(article=article, language="is", text="Á íslensku")
    make_comment(article=article, language="en", text="In English")
    icelandic, english = (drawn(client, article.editions.get(language=code)) for code in ("is", "en"))

    assert '<div class="cm__b"><p>Á íslensku</p>' in icelandic
    assert '<div class="cm__b" lang="en"><p>In English</p>' in icelandic
    assert '<div class="cm__b" lang="is"><p>Á íslensku</p>' in english
    assert '<div class="cm__b"><p>In English</p>' in english


def test_the_words_around_a_comment_are_in_the_language_of_the_page(client):
    article = make_article(languages=("is", "en"))
    first = make_comment(article=article, created_at=START)
    make_comment(article=article, parent=first)
    icelandic, english = (drawn(client, article.editions.get(language=code)) for code in ("is", "en"))

    assert "2 athugasemdir" in icelandic
    assert "<summary>1 svar</summary>" in icelandic
    assert "2 comments" in english
    assert "<summary>1 reply</summary>" in english


def test_a_comment_says_when_it_was_written_to_people_and_to_machines(client):
    article = make_article(languages=("is", "en"))
    comment = make_comment(article=article, created_at=START)
    icelandic, english = (drawn(client, article.editions.get(language=code)) for code in ("is", "en"))

    machine = 'datetime="2026-11-23T15:05:00+00:00"'
    assert f'<a href="#ath-{comment.pk}"><time {machine}>23. nóv. 2026 kl. 15.05</time></a>' in icelandic
    assert f"<time {machine}>23 Nov 2026 at 15:05</time>" in english


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


def test_a_deep_answer_to_what_was_removed_names_nobody(client):
    edition = make_edition()
    *_others, last = chain(edition, INDENTS + 1)
    Comment.objects.filter(pk=last.pk).update(state=Comment.State.REMOVED)
    make_comment(edition=edition, parent=last)

    text = drawn(client, edition)

    assert f"Nafn {INDENTS}" not in text
    assert "svar til:" not in text
    assert "Þessari athugasemd var eytt." in text


def test_the_head_of_the_article_counts_the_comments_and_leads_to_them(client):
    silent, spoken = make_edition(), make_edition(comments=3)

    assert '<a href="#athugasemdir">3 athugasemdir</a>' in client.get(spoken.get_absolute_url()).content.decode()
    assert "0 athugasemdir" not in client.get(silent.get_absolute_url()).content.decode()


def test_a_paragraph_and_a_line_are_kept_as_they_were_typed(client):
    edition = make_edition()
    make_comment(edition=edition, text="Fyrsta lína\nönnur lína\n\nNý málsgrein")

    assert "<p>Fyrsta lína<br>önnur lína</p>" in drawn(client, edition)
    assert "<p>Ný málsgrein</p>" in drawn(client, edition)


def test_a_thread_costs_one_query_however_long_it_is(django_assert_num_queries):
    edition = make_edition()
    chain(edition, 12)

    with django_assert_num_queries(1):
        thread = comment_thread(edition)

    assert thread.count == 12


@pytest.mark.parametrize(
    ("name", "monogram"),
    [("Lesandi", "L"), ("Anna Björk Þórðardóttir", "AÞ"), ("örn 7", "Ö7"), ("!? Bára", "B"), ("…", "")],
)
def test_a_name_has_one_or_two_letters_in_its_round_mark(name, monogram):
    assert Said(1, None, START, name).monogram == monogram


def test_a_comment_is_called_by_its_writer_and_how_it_begins():
    with translation.override("is"):
        assert str(make_comment(name="Anna", text="x" * 100)) == f"Anna: {'x' * 60}"
