"""draft → in review → scheduled or live → archived, each by its verb, and no other way."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.utils import timezone

from articles import publishing
from articles.models import Edition, Publication
from tests.factories import make_article, make_edition

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)
VERBS = {
    "submit": publishing.submit,
    "withdraw": publishing.withdraw,
    "archive": publishing.archive,
    "revive": publishing.revive,
    "unschedule": publishing.unschedule,
}
# What each verb makes of an edition; where nothing stands it is refused.
MOVES = {
    ("draft", "submit"): "review",
    ("review", "withdraw"): "draft",
    ("archived", "withdraw"): "draft",
    ("published", "archive"): "archived",
    ("archived", "revive"): "published",
    ("expired", "archive"): "archived",
    ("expired", "revive"): "published",
    ("waiting", "unschedule"): "draft",
}


def edition_that_is(state) -> Edition:
    now = timezone.now()
    edition = make_edition(publish=state not in ("draft", "review"), at=now + A_DAY if state == "waiting" else None)
    stored = {"review": {"state": "review"}, "archived": {"state": "archived"}}
    expired = {"published_at": now - 2 * A_DAY, "expires_at": now - A_DAY}
    Edition.objects.filter(pk=edition.pk).update(
        **stored.get(state, {"language": "is"}), **expired if state == "expired" else {}
    )
    return edition


@pytest.mark.parametrize("state", ["draft", "review", "published", "waiting", "expired", "archived"])
@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_moves_from_its_states_and_is_refused_in_words_from_the_others(state, verb):
    edition = edition_that_is(state)
    before = Edition.objects.values().get(pk=edition.pk)

    if (state, verb) in MOVES:
        VERBS[verb](edition)
        assert Edition.objects.get(pk=edition.pk).state == MOVES[state, verb]
    else:
        with pytest.raises(publishing.NotPossible, match=r"\.$"):
            VERBS[verb](edition)
        assert Edition.objects.values().get(pk=edition.pk) == before


def test_the_time_of_submitting_is_kept_until_it_is_taken_back():
    edition = make_edition(publish=False)

    assert publishing.submit(edition).submitted_at is not None
    assert publishing.withdraw(edition).submitted_at is None


def test_an_archived_edition_is_gone_and_a_revived_one_is_as_it_was(client):
    edition = make_edition(slug="grein")
    since = edition.published_at
    publishing.archive(edition)
    assert client.get("/grein/").status_code == 410

    publishing.revive(edition)

    assert client.get("/grein/").status_code == 200
    assert edition.published_at == since
    assert edition.publications.count() == 1


def test_a_revived_edition_does_not_expire_at_once_again():
    edition = edition_that_is("expired")

    publishing.revive(edition)

    assert edition.is_live()


def test_what_was_archived_without_ever_being_read_becomes_a_draft():
    edition = make_edition(publish=False)
    Edition.objects.filter(pk=edition.pk).update(state="archived")

    assert publishing.revive(edition).state == Edition.State.DRAFT


def test_archiving_drops_the_change_that_waited():
    edition = make_edition()
    edition.article.dimensions.update(name_is="Nýtt heiti")
    publishing.schedule(edition, timezone.now() + A_DAY)

    publishing.archive(edition)

    assert (edition.scheduled_revision, edition.scheduled_at) == (None, None)
    assert edition.publications.count() == 1


def test_an_edition_expires_at_its_time_and_not_before_it_is_published():
    edition = make_edition()
    soon = timezone.now() + A_DAY

    publishing.expire(edition, soon)
    assert edition.is_live()
    assert not edition.is_live(now=soon)

    publishing.expire(edition, None)
    assert edition.expires_at is None
    with pytest.raises(publishing.NotPossible):
        publishing.expire(edition, timezone.now() - A_DAY)
    with pytest.raises(publishing.NotPossible):
        publishing.expire(make_edition(at=soon), soon)
    with pytest.raises(publishing.NotPossible):
        publishing.expire(make_edition(publish=False), soon)


def test_both_are_published_at_once():
    article = make_article(languages=("is", "en"), publish=False)

    done = publishing.publish_all(article)

    assert [edition.language for edition in done] == ["is", "en"]
    assert Edition.objects.live().filter(article=article).count() == 2


def test_both_or_none_with_a_sentence_why_not():
    article = make_article(languages=("is",), publish=False)
    article.editions.create(language="en", slug="a-draft")

    with pytest.raises(publishing.NotPublishable, match="„en“"):
        publishing.publish_all(article)

    assert not Edition.objects.filter(state="published").exists()
    assert not article.revisions.exists()
    assert not Publication.objects.exists()


def test_both_leave_what_is_published_already_or_gone():
    article = make_article(languages=("is", "en"))
    publishing.archive(article.editions.get(language="en"))
    with pytest.raises(publishing.NotPublishable):
        publishing.publish_all(article)
    article.dimensions.update(name_is="Nýtt heiti", name_en="A new name")

    assert [edition.language for edition in publishing.publish_all(article)] == ["is"]
    assert article.editions.get(language="en").state == Edition.State.ARCHIVED


def test_both_are_scheduled_at_once():
    article = make_article(languages=("is", "en"))
    article.editions.filter(language="en").update(state="draft")
    article.dimensions.update(name_is="Nýtt heiti")
    at = timezone.now() + A_DAY

    publishing.publish_all(article, at=at)

    assert article.editions.get(language="is").scheduled_at == at
    assert article.editions.get(language="en").published_at == at


def test_each_verb_is_in_the_log_of_the_desk_with_who_and_which_language():
    editor = User.objects.create_user("ritstjori")
    edition = make_edition(publish=False)

    publishing.submit(edition, by=editor)
    publishing.publish(edition, by=editor)

    entries = LogEntry.objects.filter(object_id=edition.article_id, user=editor).order_by("pk")
    assert len(entries) == 2
    assert all(entry.change_message.startswith("Íslenska: ") for entry in entries)


def test_somebody_who_was_quicker_is_not_overruled():
    edition = make_edition(publish=False)
    other = Edition.objects.get(pk=edition.pk)
    publishing.submit(other)

    with pytest.raises(publishing.NotPossible):
        publishing.submit(edition)


def test_a_language_is_begun_once():
    article = make_article(languages=("is", "en"), publish=False, slug="grein")
    article.editions.filter(language="en").delete()

    begun = publishing.begin(article, "en")

    assert (begun.state, begun.language) == ("draft", "en")
    assert begun.slug
    assert publishing.begin(article, "en") == begun
