"""One comment as it is drawn: who wrote it, when, to whom, and in which language it is told."""

from datetime import timedelta

import pytest
from django.utils import translation

from comments import places
from comments.models import Comment
from comments.places import INDENTS
from comments.threads import Said
from tests.comments.reading import START, chain, drawn
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db


def test_whom_a_deep_answer_answers_is_told_by_name_and_of_others_by_the_indent(client):
    edition = make_edition()
    chain(edition, INDENTS + 2)

    text = drawn(client, edition)

    assert text.count("svar til:") == 1
    assert f"svar til: <bdi>Nafn {INDENTS}</bdi>" in text


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


def test_a_deep_answer_to_what_was_removed_names_nobody(client):
    edition = make_edition()
    *_others, last = chain(edition, INDENTS + 1)
    Comment.objects.filter(pk=last.pk).update(state=Comment.State.REMOVED)
    make_comment(edition=edition, parent=last)

    text = drawn(client, edition)

    assert f"Nafn {INDENTS}" not in text
    assert "svar til:" not in text
    assert "[eytt]" in text


def test_a_paragraph_and_a_line_are_kept_as_they_were_typed(client):
    edition = make_edition()
    make_comment(edition=edition, text="Fyrsta lína\nönnur lína\n\nNý málsgrein")

    assert '<p dir="auto">Fyrsta lína<br>önnur lína</p><p dir="auto">Ný málsgrein</p>' in drawn(client, edition)


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
