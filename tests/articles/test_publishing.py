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

    publishing.publish(edition)
    edition.refresh_from_db()

    assert edition.read().dimensions[0].name == "Óbirt heiti"


def test_publishing_without_a_change_keeps_no_second_revision_and_tells_nobody():
    edition = make_edition()

    publishing.publish(edition)

    assert Revision.objects.filter(article=edition.article).count() == 1
    assert edition.publications.count() == 1
    assert edition.revised_at is None


def test_a_later_change_is_dated_and_told():
    edition = make_edition()
    edition.article.dimensions.update(name_is="Annað heiti")

    publishing.publish(edition, note="Nýtt heiti.")

    told = edition.publications.first()
    assert edition.revised_at is not None
    assert (told.note, told.substantive, told.revision) == ("Nýtt heiti.", True, edition.live_revision)


def test_a_minor_change_is_published_and_moves_no_date():
    edition = make_edition()
    edition.article.dimensions.update(name_is="Annað heiti")

    publishing.publish(edition, substantive=False)

    assert edition.read().dimensions[0].name == "Annað heiti"
    assert edition.revised_at is None
    assert [told.substantive for told in edition.publications.all()] == [False, True]


@pytest.mark.parametrize("kinds", [[False], [False, False], [True, False]])
def test_what_is_published_is_substantive_where_one_of_the_saves_was(kinds):
    edition = make_edition()
    for number, kind in enumerate(kinds):
        edition.article.dimensions.update(name_is=f"Heiti {number}")
        publishing.keep(edition.article, note=f"Skýring {number}", substantive=kind)

    publishing.publish(edition)

    told = edition.publications.first()
    assert told.substantive == any(kinds)
    assert told.note == f"Skýring {len(kinds) - 1}"


def test_a_change_in_the_other_language_alone_is_nothing_unpublished_here():
    article = make_article(languages=("is", "en"))
    article.dimensions.update(name_en="Another name")
    icelandic, english = article.editions.get(language="is"), article.editions.get(language="en")

    assert not publishing.differs(icelandic)
    assert publishing.differs(english)
    publishing.publish(icelandic)
    publishing.publish(english)

    assert icelandic.revised_at is None
    assert english.revised_at is not None


@pytest.mark.parametrize("sides", [1, 6])
def test_an_article_with_too_few_or_too_many_sides_is_refused_and_nothing_changes(sides):
    edition = make_edition(sides=sides, publish=False)

    with pytest.raises(publishing.NotPublishable, match=str(sides)):
        publishing.publish(edition)

    edition.refresh_from_db()
    assert edition.state == Edition.State.DRAFT
    assert not Revision.objects.exists()


def test_a_side_without_an_answer_stops_the_desk_and_not_an_import():
    edition = make_edition(sides=["Sala", "Þjónusta"], publish=False)
    edition.article.sides.filter(subject__key="sala").update(answer_is="")

    with pytest.raises(publishing.NotPublishable, match="Sala"):
        publishing.publish(edition)

    assert publishing.publish(edition, strict=False).is_live()


def test_an_article_that_lost_its_sides_stays_as_readers_have_it():
    edition = make_edition(sides=2)
    edition.article.sides.first().delete()

    with pytest.raises(publishing.NotPublishable):
        publishing.publish(edition)

    edition.refresh_from_db()
    assert len(edition.read().sides) == 2


def test_the_day_of_publication_stays_over_later_publications():
    then = timezone.now() - timedelta(days=30)
    edition = make_edition(at=then)
    edition.article.dimensions.update(name_is="Annað heiti")

    publishing.publish(edition)

    assert edition.published_at == then
    assert [told.at for told in edition.publications.order_by("at")] == [then, edition.revised_at]


def test_a_revision_of_before_can_be_published():
    edition = make_edition()
    before = edition.live_revision
    edition.article.dimensions.update(name_is="Annað heiti")
    publishing.publish(edition)

    publishing.publish(edition, revision=before)

    assert edition.read().dimensions[0].name == "Atriði 1"
    assert edition.publications.first().substantive


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


def test_a_corrected_subject_moves_no_date_and_is_told_as_minor():
    edition = make_edition(sides=["Sala", "Þjónusta"])
    subject = edition.subjects.get(key="sala")
    subject.name_is = "Salan"
    subject.save()

    publishing.renew_subject(subject)

    edition.refresh_from_db()
    assert edition.revised_at is None
    assert [told.substantive for told in edition.publications.all()] == [False, True]


def test_a_corrected_subject_leaves_the_working_draft_the_latest_save():
    edition = make_edition(sides=["Sala", "Þjónusta"], dimensions=1)
    article = edition.article
    article.dimensions.update(name_is="Óbirt heiti")
    publishing.keep(article)
    subject = edition.subjects.get(key="sala")
    subject.name_is = "Salan"
    subject.save()

    publishing.renew_subject(subject)
    publishing.keep(article)

    assert article.revisions.first().manuscript == rows.read(article)
    edition.refresh_from_db()
    publishing.publish(edition)
    assert edition.publications.first().substantive


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
