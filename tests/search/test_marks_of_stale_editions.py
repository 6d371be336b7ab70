"""Whatever an entry is made from marks its editions when it changes, in the same transaction."""

import pytest
from django.db import transaction

from articles import publishing
from articles.models import Edition, SearchMark
from tests.factories import make_author, make_edition, make_manuscript, make_subject, make_tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    edition = make_edition()
    SearchMark.objects.all().delete()
    return edition


def marked() -> set[int]:
    found = set(SearchMark.objects.values_list("edition_id", flat=True))
    SearchMark.objects.all().delete()
    return found


def test_publishing_marks(edition):
    publishing.publish(edition)

    assert marked() == {edition.pk}


@pytest.mark.parametrize("state", [Edition.State.ARCHIVED, Edition.State.DRAFT])
def test_taking_it_from_readers_marks(edition, state):
    edition.state = state
    edition.save()

    assert marked() == {edition.pk}


def test_deleting_marks(edition):
    number = edition.pk
    edition.delete()

    assert marked() == {number}


def test_deleting_many_or_their_article_marks(edition):
    other = make_edition()
    numbers = {edition.pk, other.pk}
    marked()
    Edition.objects.filter(pk=edition.pk).delete()
    other.article.delete()

    assert marked() == numbers


@pytest.mark.parametrize("links", ["tags", "subjects"])
def test_links_mark_from_either_end(edition, links):
    other = make_tag() if links == "tags" else make_subject()
    ours = getattr(edition, links)
    for change in (
        lambda: ours.add(other),
        lambda: ours.remove(other),
        lambda: ours.set([other]),
        lambda: ours.clear(),
        lambda: other.editions.add(edition),
        lambda: other.editions.remove(edition),
        lambda: other.editions.set([edition]),
        lambda: other.editions.clear(),
    ):
        change()
        assert marked() == {edition.pk}, change


def test_a_link_that_was_there_already_marks_nothing(edition):
    tag = make_tag()
    edition.tags.add(tag)
    marked()
    edition.tags.add(tag)

    assert marked() == set()


@pytest.mark.parametrize("make", [make_tag, make_author])
def test_another_name_marks_all_that_have_it(make):
    named = make()
    editions = [make_edition(), make_edition()]
    make_edition()
    if make is make_tag:
        named.editions.set(editions)
    else:
        Edition.objects.filter(pk__in=[one.pk for one in editions]).update(author=named)
    marked()
    named.name_is = "Annað nafn"
    named.save()
    assert marked() == {one.pk for one in editions}

    named.name_en = "Another name"
    named.save()
    assert marked() == {one.pk for one in editions}


@pytest.mark.parametrize("make", [make_tag, make_author])
def test_the_same_name_marks_nothing(make):
    named = make()
    edition = make_edition()
    if make is make_tag:
        named.editions.add(edition)
    else:
        Edition.objects.filter(pk=edition.pk).update(author=named)
    marked()
    named.slug_is = "annad"
    named.save()

    assert marked() == set()


def test_a_tag_that_is_deleted_marks_its_editions(edition):
    tag = make_tag()
    tag.editions.add(edition)
    marked()
    tag.delete()

    assert marked() == {edition.pk}


def test_what_is_undone_marks_nothing(edition):
    with transaction.atomic():
        edition.save()
        transaction.set_rollback(True)

    assert marked() == set()


def test_a_correction_of_a_subject_marks_the_editions_that_change():
    edition = make_edition(content=make_manuscript(sides=["Sala", "Leiga"]))
    make_edition(content=make_manuscript(sides=["Vara", "Leiga"]))
    marked()
    subject = edition.subjects.get(key="sala")
    subject.definition_is = "Sala er það."
    subject.save()
    publishing.renew_subject(subject)

    assert marked() == {edition.pk}
