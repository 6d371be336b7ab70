"""A link to a working draft: who has it reads and answers, until it is revoked, runs out, or the text is published."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.utils import timezone

from articles import publishing, roles, shared_previews
from articles.models import Article, Edition, SharedPreview, Translator
from articles.shared_previews import NotShareable
from tests.articles.sharing import end_of, make_person, write
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_the_key_opens_and_stands_nowhere(edition, editor):
    preview, key = shared_previews.share(edition, 7, by=editor, note="Yfirlestur")

    assert shared_previews.find(key) == preview
    stored = SharedPreview.objects.values_list("digest", "note", "language").get()
    assert not any(key in value or key.split(".")[0] in value for value in stored)


def test_two_links_have_nothing_in_common(edition, editor):
    keys = [shared_previews.share(edition, 1, by=editor)[1] for _time in range(2)]

    assert keys[0] != keys[1]
    assert all(len(key) > 80 for key in keys)


@pytest.mark.parametrize("forged", ["", "x", "x.y", "ord-sem-enginn-bjo-til"])
def test_what_we_never_signed_is_refused_before_the_database_is_asked(django_assert_num_queries, forged):
    with django_assert_num_queries(0), pytest.raises(signing.BadSignature):
        shared_previews.find(forged)


@pytest.mark.parametrize("days", shared_previews.DAYS)
def test_it_holds_as_many_days_as_were_chosen(edition, editor, days):
    preview, _key = shared_previews.share(edition, days, by=editor)
    end = preview.made_at + timedelta(days=days)

    assert shared_previews.end_of(preview, end - timedelta(seconds=1)) == shared_previews.OPEN
    assert shared_previews.end_of(preview, end) == shared_previews.EXPIRED


def test_no_other_number_of_days_is_taken(edition, editor):
    with pytest.raises(ValueError, match="365"):
        shared_previews.share(edition, 365, by=editor)


def test_a_revoked_link_leads_nowhere(edition, editor):
    preview, key = shared_previews.share(edition, 7, by=editor)
    shared_previews.revoke(preview)

    assert shared_previews.find(key) is None
    assert end_of(preview) == shared_previews.REVOKED


def test_it_dies_when_the_edition_is_published_and_stays_dead(edition, editor):
    preview, key = shared_previews.share(edition, 7, by=editor)
    publishing.publish(edition)
    assert shared_previews.find(key) is None

    write(edition.article, "<p>Nýr inngangur.</p>")

    assert end_of(preview) == shared_previews.PUBLISHED


def test_it_dies_when_it_is_published_as_of_a_day_in_the_past(edition, editor):
    preview, _key = shared_previews.share(edition, 7, by=editor)
    publishing.publish(edition, at=timezone.now() - timedelta(days=100))

    assert end_of(preview) == shared_previews.PUBLISHED


def test_it_dies_when_the_scheduled_time_has_come_and_not_before(edition, editor):
    preview, _key = shared_previews.share(edition, 7, by=editor)
    at = timezone.now() + timedelta(days=1)
    publishing.schedule(edition, at)
    preview.refresh_from_db()

    assert shared_previews.end_of(preview, at - timedelta(seconds=1)) == shared_previews.OPEN
    assert shared_previews.end_of(preview, at) == shared_previews.PUBLISHED


def test_a_change_of_what_readers_have_is_shared_until_they_have_it(editor):
    edition = make_article().editions.get()
    with pytest.raises(NotShareable, match="already|þegar"):
        shared_previews.share(edition, 7, by=editor)
    write(edition.article, "<p>Nýr inngangur.</p>")
    preview, _key = shared_previews.share(edition, 7, by=editor)
    assert end_of(preview) == shared_previews.OPEN

    publishing.publish(Edition.objects.get(pk=edition.pk))

    assert end_of(preview) == shared_previews.PUBLISHED


def test_another_language_is_published_alone(editor):
    article = make_article(publish=False, languages=("is", "en"))
    preview, _key = shared_previews.share(article.editions.get(language="en"), 7, by=editor)
    publishing.publish(article.editions.get(language="is"))

    assert end_of(preview) == shared_previews.OPEN


def test_what_has_been_withdrawn_is_not_shared(editor):
    edition = make_article().editions.get()
    publishing.archive(edition)

    with pytest.raises(NotShareable):
        shared_previews.share(edition, 7, by=editor)


def test_the_link_dies_with_the_article(edition, editor):
    _preview, key = shared_previews.share(edition, 7, by=editor)
    edition.article.delete()

    assert shared_previews.find(key) is None


@pytest.mark.parametrize(
    "leave",
    [
        lambda person: person.groups.clear(),
        lambda person: User.objects.filter(pk=person.pk).update(is_active=False),
        lambda person: User.objects.filter(pk=person.pk).update(is_staff=False),
        lambda person: person.delete(),
    ],
)
def test_it_dies_when_whoever_made_it_loses_the_right(edition, leave):
    person = make_person(roles.EDITORS)
    preview, key = shared_previews.share(edition, 7, by=person)
    assert shared_previews.find(key) == preview

    leave(person)

    assert shared_previews.find(key) is None
    assert end_of(preview) == shared_previews.ORPHANED


def test_an_edition_has_a_bounded_number_of_links(edition, editor, monkeypatch):
    monkeypatch.setattr(shared_previews, "MOST_LINKS", 2)
    first, _key = shared_previews.share(edition, 7, by=editor)
    shared_previews.share(edition, 7, by=editor)
    with pytest.raises(NotShareable):
        shared_previews.share(edition, 7, by=editor)

    shared_previews.revoke(first)

    assert shared_previews.share(edition, 7, by=editor)


def test_a_writer_shares_own_drafts_and_a_translator_their_language():
    article = make_article(publish=False, languages=("is", "en"))
    writer, translator = make_person(roles.WRITERS), make_person(roles.TRANSLATORS, "thydandi")
    Translator.objects.create(account=translator, languages=["en"])

    def languages(person):
        return [edition.language for edition in shared_previews.shareable(person, article)]

    assert (languages(writer), languages(translator)) == ([], ["en"])
    Article.objects.filter(pk=article.pk).update(created_by=writer)
    article.refresh_from_db()
    assert languages(writer) == ["is", "en"]
