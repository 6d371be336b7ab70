"""A change waits for its time, whatever is saved meanwhile; the worker brings it once, a failure stops no other."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone

from articles import publishing, scheduling
from articles.models import Edition
from tests.factories import make_edition

pytestmark = pytest.mark.django_db

AN_HOUR = timedelta(hours=1)


def scheduled(*, at=None, name="Nýtt heiti", **more) -> Edition:
    edition = make_edition(dimensions=1)
    edition.article.dimensions.update(name_is=name)
    return publishing.schedule(edition, at or timezone.now() + AN_HOUR, **more)


def row_of(edition) -> str:
    return Edition.objects.get(pk=edition.pk).read().dimensions[0].name


def test_the_live_text_stays_until_the_time_comes(client):
    edition = scheduled()

    assert scheduling.take_due() == 0
    assert row_of(edition) == "Atriði 1"
    assert "Nýtt heiti" not in client.get(edition.get_absolute_url()).content.decode()


def test_at_its_time_readers_get_it_everywhere(client):
    editor = User.objects.create_user("ritstjori")
    edition = scheduled(by=editor, note="Ný lög.")
    at = edition.scheduled_at

    assert scheduling.take_due(at) == 1

    edition.refresh_from_db()
    told = edition.publications.first()
    assert "Nýtt heiti" in client.get(edition.get_absolute_url()).content.decode()
    assert (edition.scheduled_revision, edition.scheduled_at, edition.revised_at) == (None, None, at)
    assert (told.at, told.by, told.note, told.substantive) == (at, editor, "Ný lög.", True)
    assert edition.publications.count() == 2


def test_what_is_saved_later_does_not_change_what_comes():
    edition = scheduled()
    edition.article.dimensions.update(name_is="Enn nýrra heiti")
    publishing.keep(edition.article)

    scheduling.take_due(edition.scheduled_at)

    assert row_of(edition) == "Nýtt heiti"
    assert publishing.differs(Edition.objects.get(pk=edition.pk))


def test_a_second_turn_finds_nothing_left_to_do():
    edition = scheduled()
    at = edition.scheduled_at

    assert [scheduling.take_due(at), scheduling.take_due(at)] == [1, 0]
    assert Edition.objects.get(pk=edition.pk).publications.count() == 2


def test_a_worker_that_comes_late_does_nothing(monkeypatch):
    edition = scheduled()
    at = edition.scheduled_at
    due = scheduling._due

    def another_is_quicker(now):
        found = list(due(now).values_list("pk", flat=True))
        monkeypatch.setattr(scheduling, "_due", due)
        scheduling.take_due(now)
        return Edition.objects.filter(pk__in=found)

    monkeypatch.setattr(scheduling, "_due", another_is_quicker)

    assert scheduling.take_due(at) == 0
    assert Edition.objects.get(pk=edition.pk).publications.count() == 2


def test_one_that_fails_stops_no_other_and_comes_when_it_can(caplog):
    first, second = scheduled(), scheduled(at=timezone.now() + 2 * AN_HOUR)
    content = first.scheduled_revision.content
    type(first.scheduled_revision).objects.filter(pk=first.scheduled_revision_id).update(content={"format": 9})
    later = timezone.now() + 3 * AN_HOUR

    assert scheduling.take_due(later) == 1
    assert f"edition {first.pk} failed: ValueError" in caplog.text
    assert row_of(second) == "Nýtt heiti"
    first.refresh_from_db()
    assert scheduling.is_overdue(first, later)

    type(first.scheduled_revision).objects.filter(pk=first.scheduled_revision_id).update(content=content)
    assert scheduling.take_due(later) == 1
    assert row_of(first) == "Nýtt heiti"


def test_what_is_not_published_any_more_is_left_alone():
    edition = scheduled()
    Edition.objects.filter(pk=edition.pk).update(state="draft")

    assert scheduling.take_due(edition.scheduled_at) == 0


def test_a_schedule_is_taken_back():
    edition = scheduled()

    publishing.unschedule(edition)

    assert scheduling.take_due(timezone.now() + 2 * AN_HOUR) == 0
    assert row_of(edition) == "Atriði 1"
    assert edition.publications.count() == 1


def test_a_later_schedule_takes_the_place_of_the_first():
    edition = scheduled()
    edition.article.dimensions.update(name_is="Annað")
    publishing.schedule(edition, timezone.now() + 2 * AN_HOUR)

    assert scheduling.take_due(timezone.now() + AN_HOUR) == 0
    assert scheduling.take_due(timezone.now() + 2 * AN_HOUR) == 1
    assert row_of(edition) == "Annað"
    assert edition.publications.count() == 2


def test_publishing_at_once_supersedes_what_waited():
    edition = scheduled()

    publishing.publish(edition)

    assert edition.scheduled_revision is None
    assert edition.publications.count() == 2
    assert scheduling.take_due(timezone.now() + 2 * AN_HOUR) == 0


def test_a_first_publication_waits_by_its_own_time_and_needs_no_worker():
    edition, at = make_edition(publish=False), timezone.now() + AN_HOUR

    publishing.schedule(edition, at)

    assert edition.scheduled_revision is None
    assert not edition.is_live()
    assert edition.is_live(now=at)
    assert [told.at for told in edition.publications.all()] == [at]


def test_a_change_before_the_first_publication_is_no_revision_for_readers():
    edition = make_edition(at=timezone.now() + AN_HOUR)
    edition.article.dimensions.update(name_is="Nýtt heiti")

    publishing.publish(edition)

    assert edition.revised_at is None
    assert [told.revision for told in edition.publications.all()] == [edition.live_revision]


def test_a_first_publication_that_is_taken_back_has_never_been():
    edition = make_edition(at=timezone.now() + AN_HOUR)

    publishing.unschedule(edition)

    assert (edition.state, edition.published_at, edition.live_revision) == ("draft", None, None)
    assert not edition.publications.exists()


def test_a_time_that_has_passed_and_a_text_that_readers_have_are_refused():
    edition = make_edition()
    for at in (timezone.now() - AN_HOUR, timezone.now() + AN_HOUR):
        with pytest.raises(publishing.NotPossible):
            publishing.schedule(edition, at)


def test_what_is_not_fit_to_be_read_is_not_scheduled():
    edition = make_edition(publish=False, sides=1)

    with pytest.raises(publishing.NotPublishable):
        publishing.schedule(edition, timezone.now() + AN_HOUR)


def test_nothing_comes_after_the_edition_has_expired():
    edition = make_edition()
    publishing.expire(edition, timezone.now() + AN_HOUR)
    edition.article.dimensions.update(name_is="Nýtt heiti")

    with pytest.raises(publishing.NotPossible):
        publishing.schedule(edition, timezone.now() + 2 * AN_HOUR)


def test_a_corrected_subject_reaches_what_is_scheduled_too_and_nothing_else_does():
    edition = scheduled()
    at = edition.scheduled_at
    edition.article.dimensions.update(name_is="Óbirt heiti")
    subject = edition.subjects.first()
    subject.name_is = "Leiðrétt"
    subject.save()

    assert publishing.renew_subject(subject) == 1
    scheduling.take_due(at)

    read = Edition.objects.get(pk=edition.pk).read()
    assert "Leiðrétt" in [side.name for side in read.sides]
    assert read.dimensions[0].name == "Nýtt heiti"
    assert edition.publications.filter(at=at).count() == 1


def test_the_worker_brings_it_in_its_minute():
    edition = scheduled()
    Edition.objects.filter(pk=edition.pk).update(scheduled_at=timezone.now() - timedelta(seconds=1))
    edition.publications.filter(at__gt=timezone.now()).update(at=timezone.now() - timedelta(seconds=1))

    call_command("work", "--once")

    assert row_of(edition) == "Nýtt heiti"
