"""Whoever shared a working draft gets a mail when somebody answers."""

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from articles import shared_previews
from comments.models import Letter
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def answered(*, email="ritstjori@example.org", language="is", by=None, approved=False, **said):
    edition = make_article(publish=False, sides=["Sala", "Leiga"]).editions.get()
    by = by or User.objects.create_superuser("ritstjori", email)
    with translation.override(language):
        preview, _key = shared_previews.share(edition, 7, by=by, note="Anna")
    seen = shared_previews.mark(shared_previews.rows.read(edition.article), "is")
    return shared_previews.answer(preview, approved=approved, seen=seen, **said)


def test_the_mail_says_what_was_answered_as_it_was_typed_and_where_it_stands():
    answer = answered(text="Of <b>langt</b>.\n\nStyttið „lokin“.", name="Lesandi")

    letter = Letter.objects.get()
    assert (letter.kind, letter.to) == (Letter.Kind.PREVIEW, "ritstjori@example.org")
    assert "Of <b>langt</b>.\n\nStyttið „lokin“." in letter.text
    assert "Lesandi" in letter.text
    assert "Anna" in letter.text
    assert f"http://testserver/admin/articles/article/{answer.preview.edition.article_id}/shared/" in letter.text
    assert str(answer.preview.edition.article) in letter.subject


def test_an_approval_is_told_in_the_subject():
    answered(approved=True, language="en")

    assert Letter.objects.get().subject.startswith("Approved: ")


def test_a_subject_is_one_line_whatever_is_answered():
    answered(name="Lesandi", text="a\nb")

    assert "\n" not in Letter.objects.get().subject


@pytest.mark.parametrize("language", ["is", "en"])
def test_the_mail_is_in_the_language_of_the_desk_where_the_link_was_made(language):
    answered(language=language, text="Gott.")

    with translation.override(language):
        assert translation.gettext("All answers, and the link itself:") in Letter.objects.get().text


def test_where_there_is_no_address_nobody_is_written_to():
    answered(email="", text="Gott.")

    assert not Letter.objects.exists()


def test_the_same_answer_is_told_once_and_reading_it_tells_nobody():
    answer = answered(text="Gott.")
    shared_previews.answer(answer.preview, approved=False, seen="", text="Gott.")
    answer.save()

    assert Letter.objects.count() == 1
