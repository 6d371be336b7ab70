"""Who has a link to a working draft approves what they read, or writes; each answer once, and not without end."""

import pytest
from django.contrib.auth.models import User

from articles import publishing, roles, shared_previews
from articles.models import Article, PreviewAnswer
from articles.shared_previews import Changed, NotAnswerable
from tests.articles.sharing import make_person, mark_of, write
from tests.factories import make_article, make_subject

pytestmark = pytest.mark.django_db


def test_an_approval_keeps_the_revision_that_was_read(edition, editor):
    publishing.keep(edition.article)
    preview, _key = shared_previews.share(edition, 7, by=editor)

    answer = shared_previews.answer(preview, approved=True, seen=mark_of(edition), name="Lesandi")

    assert answer.revision == edition.article.revisions.first()
    assert edition.article.revisions.count() == 1


def test_what_was_never_kept_is_kept_when_it_is_approved(edition, editor):
    preview, _key = shared_previews.share(edition, 7, by=editor)

    answer = shared_previews.answer(preview, approved=True, seen=mark_of(edition))

    assert answer.revision.manuscript == publishing.rows.read(edition.article)


def test_nobody_approves_what_they_have_not_read(edition, editor):
    preview, _key = shared_previews.share(edition, 7, by=editor)
    seen = mark_of(edition)
    write(edition.article, "<p>Allt annað.</p>")

    with pytest.raises(Changed):
        shared_previews.answer(preview, approved=True, seen=seen)
    assert not PreviewAnswer.objects.exists()


def test_a_word_on_an_older_text_is_taken_and_says_of_which(edition, editor):
    old = publishing.keep(edition.article)
    preview, _key = shared_previews.share(edition, 7, by=editor)
    seen = mark_of(edition)
    write(edition.article, "<p>Allt annað.</p>")

    answer = shared_previews.answer(preview, approved=False, seen=seen, text="Of langt.")

    assert answer.revision == old
    assert shared_previews.answer(preview, approved=False, seen="annað", text="Of stutt.").revision is None


def test_a_change_in_another_language_does_not_hinder_an_approval(editor):
    article = make_article(publish=False, languages=("is", "en"))
    edition = article.editions.get(language="en")
    preview, _key = shared_previews.share(edition, 7, by=editor)
    seen = mark_of(edition)
    write(article, "<p>Allt annað á íslensku.</p>")

    assert shared_previews.answer(preview, approved=True, seen=seen)


def test_the_same_answer_sent_twice_is_one(edition, editor):
    publishing.keep(edition.article)
    preview, _key = shared_previews.share(edition, 7, by=editor)
    said = {"approved": True, "seen": mark_of(edition), "name": " Lesandi ", "text": "Gott."}

    assert shared_previews.answer(preview, **said) == shared_previews.answer(preview, **said)


def test_a_link_takes_a_bounded_number_of_answers(edition, editor, monkeypatch):
    monkeypatch.setattr(shared_previews, "MOST_ANSWERS", 2)
    preview, _key = shared_previews.share(edition, 7, by=editor)
    for text in ("Eitt.", "Annað."):
        shared_previews.answer(preview, approved=False, seen="", text=text)

    with pytest.raises(NotAnswerable):
        shared_previews.answer(preview, approved=False, seen="", text="Þriðja.")


def test_unread_answers_are_counted_for_editors_and_for_who_made_the_link(edition, editor, django_assert_num_queries):
    writer = make_person(roles.WRITERS)
    Article.objects.filter(pk=edition.article_id).update(created_by=writer)
    own, _key = shared_previews.share(edition, 7, by=writer)
    other, _key = shared_previews.share(edition, 7, by=editor)
    for preview in (own, other):
        shared_previews.answer(preview, approved=False, seen="", text="Gott.")
    reader = User.objects.create_user("lesandi")

    assert [shared_previews.unread_answers(person) for person in (editor, writer, reader)] == [2, 1, 0]
    assert shared_previews.read(own) == 1
    assert [shared_previews.unread_answers(person) for person in (editor, writer)] == [1, 0]
    with django_assert_num_queries(1):
        shared_previews.unread_answers(editor)


def test_who_reads_for_long_writes_once(edition, editor, django_assert_num_queries):
    preview, key = shared_previews.share(edition, 7, by=editor)
    shared_previews.was_opened(preview)
    opened = shared_previews.find(key)

    assert opened.opened_at
    with django_assert_num_queries(0):
        shared_previews.was_opened(opened)


def test_a_corrected_subject_alone_makes_another_text(edition, editor):
    preview, _key = shared_previews.share(edition, 7, by=editor)
    seen = mark_of(edition)
    subject = edition.article.sides.first().subject
    subject.name_is = "Leiðrétt heiti"
    subject.save()
    make_subject(name="Óskylt")

    with pytest.raises(Changed):
        shared_previews.answer(preview, approved=True, seen=seen)
