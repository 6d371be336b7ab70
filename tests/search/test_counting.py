"""Editions by many numbers at once: as the gate has them, in one query."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import Edition, Subject, Tag
from articles.search import counting, gate, telling
from tests.factories import make_edition
from tests.search.finding import in_days, make_found

pytestmark = pytest.mark.django_db


def test_only_what_is_live_is_counted():
    live = make_edition()
    hidden = [make_edition(publish=False), make_edition(at=in_days(1)), make_edition(language="en"), make_edition()]
    Edition.objects.filter(pk=hidden[-1].pk).update(state=Edition.State.ARCHIVED)

    assert list(counting.live([live.pk, *(one.pk for one in hidden)], "is")) == [live.pk]
    assert [one.edition for one in telling.editions([live.pk, *(one.pk for one in hidden)], "is")] == [live]


def test_what_is_told_of_a_hit_needs_no_more_queries(django_assert_num_queries):
    edition = make_edition(tags=("a",))
    with django_assert_num_queries(1):
        told = telling.editions([edition.pk], "is")[0]
        assert (told.edition.title, told.edition.title_parts) == (edition.title, edition.title_parts)
        assert (told.edition.published_at, told.edition.slug) == (edition.published_at, edition.slug)


def test_a_renamed_tag_is_told_of_by_its_new_name():
    make_edition(tags=("a",))
    tag = Tag.objects.get(key="a")
    before = telling.rows([tag.pk], [])[0][tag.pk].name_is
    Tag.objects.filter(pk=tag.pk).update(name_is="Nýtt nafn")

    assert (before != "Nýtt nafn", telling.rows([tag.pk], [])[0][tag.pk].name_is) == (True, "Nýtt nafn")


def test_the_clock_is_asked_each_time():
    edition = make_edition(at=timezone.now() + timedelta(hours=1))
    Edition.objects.filter(pk=edition.pk).update(expires_at=timezone.now() + timedelta(hours=3))
    seen = []
    for hours in (0, 2, 4):
        with time_machine.travel(timezone.now() + timedelta(hours=hours)):
            seen.append((bool(counting.live([edition.pk], "is")), bool(telling.editions([edition.pk], "is"))))

    assert seen == [(False, False), (True, True), (False, False)]


def test_a_language_that_is_public_no_more_has_nothing(settings):
    edition = make_edition()
    before = set(counting.live([edition.pk], "is"))
    settings.PUBLIC_LANGUAGES = ["en"]

    assert (before, counting.live([edition.pk], "is"), counting.live([edition.pk], "xx")) == ({edition.pk}, {}, {})
    assert not telling.editions([edition.pk], "is")


def test_the_order_is_kept_and_authors_are_told():
    one, two = make_edition(), make_edition()

    assert list(counting.live([two.pk, one.pk], "is").items()) == [(two.pk, two.author_id), (one.pk, one.author_id)]


def test_five_thousand_numbers_are_one_query(django_assert_num_queries):
    edition = make_edition(tags=("a",))
    numbers = [edition.pk, *range(10**6, 10**6 + 5_000)]
    tag = Tag.objects.get(key="a")
    with django_assert_num_queries(4):
        assert set(counting.live(numbers, "is")) == {edition.pk}
        assert list(counting.tagged(numbers).values()) == [1]
        assert [one.tags for one in telling.editions(numbers, "is")] == [(tag.pk,)]
        assert telling.rows([tag.pk, *numbers[1:]], numbers[1:]) == ({tag.pk: tag}, {})


def test_nothing_is_asked_for_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        found = counting.live([], "is"), counting.tagged([]), telling.editions([], "is"), telling.rows([], [])
        assert found == ({}, {}, [], ({}, {}))
        assert counting.compared([], "is") == {}


def test_a_subject_is_told_of_as_long_as_something_live_compares_it():
    edition = make_found(sides=["Sala", "Leiga"])
    subjects = set(Subject.objects.values_list("pk", flat=True))
    before = set(counting.compared(subjects, "is"))
    Edition.objects.filter(pk=edition.pk).update(state=Edition.State.ARCHIVED)

    assert (before, counting.compared(subjects, "is")) == (subjects, {})


@pytest.mark.parametrize("few", [1, 100])
def test_many_that_lie_close_together_are_counted_the_same(monkeypatch, few):
    monkeypatch.setattr(gate, "_FEW", few)
    editions = [make_edition(tags=("a",)) for _ in range(6)]
    Edition.objects.filter(pk=editions[1].pk).update(state=Edition.State.ARCHIVED)
    asked = [edition.pk for place, edition in enumerate(editions) if place != 3]

    assert list(counting.live(asked, "is")) == [pk for pk in asked if pk != editions[1].pk]
    assert list(counting.tagged(asked).values()) == [5]
    assert few != 1 or gate.bounds(asked)
