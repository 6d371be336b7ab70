"""The thread as it is drawn: which list each comment stands in, and in which language it and its time are told."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.utils import translation

from comments import places
from comments.models import Comment, Discussion
from comments.places import INDENTS
from comments.templatetags.comments import comment_thread
from comments.threads import Said
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db

START = datetime(2026, 10, 23, 15, 5, tzinfo=UTC)
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
    assert f"svar til: <bdi>Nafn {INDENTS}</bdi>" in text


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


def test_each_comment_is_marked_with_its_language(client):
    article = make_article(languages=("is", "en"))
    first = make_comment(article=article, language="en", text="In English")
    make_comment(article=article, language="is", text="Á íslensku", parent=first)

    text = drawn(client, article.editions.get(language="is"))

    assert '<div class="cm__b" lang="en" dir="auto"><p dir="auto">In English</p>' in text
    assert '<div class="cm__b" lang="is" dir="auto"><p dir="auto">Á íslensku</p>' in text


def test_the_words_around_a_comment_are_in_the_language_of_the_page(client):
    article = make_article(languages=("is", "en"))
    for code in ("is", "en"):
        first = make_comment(article=article, created_at=START, language=code)
        make_comment(article=article, parent=first, language=code)
    icelandic, english = (drawn(client, article.editions.get(language=code)) for code in ("is", "en"))

    assert "2 athugasemdir" in icelandic
    assert "<summary>1 svar</summary>" in icelandic
    assert "2 comments" in english
    assert "<summary>1 reply</summary>" in english


def test_a_comment_says_when_it_was_written_to_people_and_to_machines(client):
    article = make_article(languages=("is", "en"))
    comment = make_comment(article=article, created_at=START)
    make_comment(article=article, created_at=START, language="en")
    icelandic, english = (drawn(client, article.editions.get(language=code)) for code in ("is", "en"))

    machine = 'datetime="2026-10-23T15:05:00+00:00"'
    assert f'<a href="/athugasemd/{comment.pk}/"><time {machine}>23. okt. 2026 kl. 15.05</time></a>' in icelandic
    assert f"<time {machine}>23 Oct 2026 at 15:05</time>" in english


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
    assert "[eytt]" in text


def test_the_head_of_the_article_counts_the_comments_and_leads_to_them(client):
    silent, spoken = make_edition(), make_edition(comments=3)

    assert '<a href="#athugasemdir">3 athugasemdir</a>' in client.get(spoken.get_absolute_url()).content.decode()
    assert "0 athugasemdir" not in client.get(silent.get_absolute_url()).content.decode()


def test_a_paragraph_and_a_line_are_kept_as_they_were_typed(client):
    edition = make_edition()
    make_comment(edition=edition, text="Fyrsta lína\nönnur lína\n\nNý málsgrein")

    assert '<p dir="auto">Fyrsta lína<br>önnur lína</p><p dir="auto">Ný málsgrein</p>' in drawn(client, edition)


def test_a_thread_costs_two_queries_however_long_it_is(django_assert_num_queries):
    edition = make_edition()
    chain(edition, 12)

    with django_assert_num_queries(2):
        thread = comment_thread(edition)

    assert thread.count == 12


@pytest.mark.parametrize(
    ("name", "monogram"),
    [("Lesandi", "L"), ("Anna Björk Þórðardóttir", "AÞ"), ("örn 7", "Ö7"), ("!? Bára", "B"), ("…", "")],
)
def test_a_name_has_one_or_two_letters_in_its_round_mark(name, monogram):
    assert Said(1, None, START, places.place(START), name).monogram == monogram


def test_a_comment_is_called_by_its_writer_and_how_it_begins():
    with translation.override("is"):
        assert str(make_comment(name="Anna", text="x" * 100)) == f"Anna: {'x' * 60}"


def test_the_author_and_the_editors_have_a_badge_and_readers_none(client):
    edition = make_edition()
    make_comment(edition=edition, role=Comment.Role.READER)
    assert 'class="badge"' not in drawn(client, edition)

    make_comment(edition=edition, role=Comment.Role.AUTHOR)
    make_comment(edition=edition, role=Comment.Role.STAFF)

    assert '<span class="badge">Höfundur</span>' in drawn(client, edition)
    assert '<span class="badge">Ritstjórn</span>' in drawn(client, edition)


def test_an_edited_comment_says_when_it_was_edited(client):
    edition = make_edition()
    make_comment(edition=edition, created_at=START, edited_at=START + timedelta(minutes=5))

    assert "breytt 23. okt. 2026 kl. 15.10" in drawn(client, edition)


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


def test_a_reply_and_a_report_are_a_link_away_and_say_about_whom(client):
    edition = make_edition()
    comment = make_comment(edition=edition, name="Lesandi")

    text = drawn(client, edition)

    assert f'href="/umraeda/{edition.slug}/skrifa/{comment.pk}/">Svara <span class="vh">' in text
    assert f'href="/athugasemd/{comment.pk}/tilkynna/">Tilkynna <span class="vh">' in text


def test_a_name_is_text_wherever_it_stands(client):
    edition = make_edition()
    hostile = "</bdi><script>alert(1)</script>\"'&"
    last = None
    for _ in range(INDENTS + 2):
        last = make_comment(edition=edition, name=hostile, parent=last)

    text = drawn(client, edition)

    assert "<script" not in text
    assert text.count("&lt;script&gt;") >= INDENTS + 2


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
