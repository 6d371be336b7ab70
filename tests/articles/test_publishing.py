from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import manuscript, publishing, rows
from articles.models import Edition, Revision
from tests.factories import make_article, make_edition, make_manuscript, make_tag

pytestmark = pytest.mark.django_db


def test_publishing_points_the_edition_at_a_kept_revision():
    edition = make_edition(sides=["Sala", "Þjónusta"])

    assert edition.live_revision.manuscript == rows.read(edition.article)
    assert edition.title == "Munurinn á sölu og þjónustu"
    assert edition.names == ["Sala", "Þjónusta"]
    assert edition.title_parts == [["Munurinn á ", 0], ["sölu", 1], [" og ", 0], ["þjónustu", 2]]


def test_changed_rows_are_not_seen_until_published_anew():
    edition = make_edition(dimensions=1)
    edition.article.dimensions.update(name_is="Óbirt heiti")

    assert edition.read().dimensions[0].name == "Atriði 1"

    publishing.republish(edition.article)
    edition.refresh_from_db()

    assert edition.read().dimensions[0].name == "Óbirt heiti"


def test_republishing_without_a_change_keeps_no_second_revision():
    article = make_article()

    publishing.republish(article)

    assert Revision.objects.filter(article=article).count() == 1
    assert article.editions.get().revised_at is None


def test_a_later_change_is_dated():
    article = make_article()
    article.dimensions.update(name_is="Annað heiti")

    publishing.republish(article)

    assert article.editions.get().revised_at is not None


def test_a_change_in_the_other_language_alone_does_not_date_this_one():
    article = make_article(languages=("is", "en"))
    article.dimensions.update(name_en="Another name")

    publishing.republish(article)

    assert article.editions.get(language="is").revised_at is None
    assert article.editions.get(language="en").revised_at is not None


@pytest.mark.parametrize("sides", [1, 6])
def test_an_article_with_too_few_or_too_many_sides_is_refused_and_nothing_changes(sides):
    edition = make_edition(sides=sides, publish=False)

    with pytest.raises(publishing.NotPublishable, match=str(sides)):
        publishing.publish(edition)

    edition.refresh_from_db()
    assert edition.state == Edition.State.DRAFT
    assert not Revision.objects.exists()


def test_republishing_an_article_that_lost_its_sides_leaves_the_live_text_and_says_so():
    edition = make_edition(sides=2)
    edition.article.sides.first().delete()

    refused = publishing.republish(edition.article)

    edition.refresh_from_db()
    assert len(refused) == 1
    assert len(edition.read().sides) == 2


def test_the_day_of_publication_stays_over_later_publications():
    then = timezone.now() - timedelta(days=30)
    article = make_article(at=then)

    publishing.republish(article)

    assert article.editions.get().published_at == then


def test_the_database_refuses_published_without_a_revision():
    edition = make_edition(publish=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(state="published", published_at=timezone.now())


def test_a_corrected_subject_reaches_the_live_editions_but_unpublished_rows_do_not():
    edition = make_edition(sides=["Sala", "Þjónusta"], dimensions=1)
    edition.article.dimensions.update(name_is="Óbirt heiti")
    subject = edition.subjects.get(key="sala")
    subject.name_is, subject.dative_is = "Salan", "sölunni"
    subject.save()

    assert publishing.renew_subject(subject) == 1

    edition.refresh_from_db()
    assert edition.title == "Munurinn á sölunni og þjónustu"
    assert edition.read().dimensions[0].name == "Atriði 1"


def test_a_tag_without_a_name_in_the_language_is_not_on_its_edition():
    article = make_article(languages=("is", "en"), publish=False)
    article.tags.add(make_tag(name="Lög"))

    for edition in article.editions.all():
        publishing.publish(edition)

    assert article.editions.get(language="is").tags.count() == 1
    assert article.editions.get(language="en").tags.count() == 0


def test_a_scheduled_edition_keeps_its_time():
    later = timezone.now() + timedelta(days=2)
    edition = make_edition(at=later)

    assert edition.published_at == later
    assert not edition.is_live()
    assert edition.is_live(now=later + timedelta(seconds=1))


def test_a_manuscript_survives_its_json():

    content = make_manuscript(sides=3, dimensions=2, similarities=1, sources=1, languages=("is", "en"), tags=["log"])

    assert manuscript.from_json(manuscript.to_json(content)) == content


@pytest.mark.parametrize("value", [None, [], {}, {"format": 2}, {"format": 1}, {"format": 1, "key": 3}])
def test_what_is_no_manuscript_is_refused_in_words(value):

    with pytest.raises(ValueError, match="manuscript"):
        manuscript.from_json(value)
