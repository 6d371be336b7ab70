"""What was marked is indexed when the transaction is done, at once or by the worker, whatever fails meanwhile."""

from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from articles import publishing
from articles.models import Article, Edition, SearchEntry, SearchMark, SearchName
from articles.search import generations, index, stale, store
from articles.search.expressions import any_of
from tests.factories import make_article, make_author, make_edition, make_manuscript, make_tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(django_capture_on_commit_callbacks):
    """A transaction that ends, with what follows it."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@contextmanager
def undone():
    """A transaction, or a part of one, that fails."""
    with suppress(ZeroDivisionError), transaction.atomic():
        yield
        raise ZeroDivisionError


def found(*tokens) -> list[int]:
    return [entry // 2 for entry in store.matching(any_of(*tokens), limit=50)]


def marks() -> list[int]:
    return sorted(set(SearchMark.objects.values_list("edition_id", flat=True)))


def fail(*args, **kwargs):
    raise ZeroDivisionError


def locked(*args, **kwargs):
    raise OperationalError("database is locked")


def test_it_is_found_as_soon_as_it_is_published(done):
    with done():
        edition = make_edition(sides=["Hestur", "Kýr"])

    assert found("t0is:hestur") == [edition.pk]
    assert not SearchMark.objects.exists()


@pytest.mark.parametrize("state", [Edition.State.ARCHIVED, Edition.State.DRAFT, Edition.State.REVIEW])
def test_it_is_gone_as_soon_as_it_is_not_published(done, state):
    with done():
        edition = make_edition(sides=["Hestur", "Kýr"])
    with done():
        edition.state = state
        edition.save()

    assert not SearchEntry.objects.exists()
    assert not SearchName.objects.filter(edition=edition).exists()


def test_a_draft_has_no_entry(done):
    with done():
        make_edition(publish=False)

    assert not SearchEntry.objects.exists()
    assert not SearchMark.objects.exists()


def test_one_that_is_published_later_has_its_entry_already(done):
    with done():
        edition = make_edition(sides=["Hestur", "Kýr"], at=timezone.now() + timedelta(days=3))

    assert found("t0is:hestur") == [edition.pk]


def test_each_language_is_in_its_own_scope(done):
    with done():
        article = make_article(languages=("is", "en"), sides=["Radar", "Sonar"])
    icelandic, english = (article.editions.get(language=code) for code in ("is", "en"))

    assert found("t0is:radar") == [icelandic.pk]
    assert found("t0en:radar") == [english.pk]


def test_names_of_tags_and_author_are_found_as_they_are_now(done):
    tag, author = make_tag(name="Búskapur"), make_author(name="Ritstjórn")
    with done():
        edition = make_edition()
        edition.tags.add(tag)
        edition.author = author
        edition.save()
    assert found("d0is:búskapur") == found(f"g0is:{tag.pk}") == found(f"a0is:{author.pk}") == [edition.pk]

    with done():
        tag.name_is = "Sveitin"
        tag.save()
    assert found("d0is:búskapur") == []
    assert found("d0is:sveit") == [edition.pk]

    with done():
        tag.delete()
    assert found("d0is:sveit", f"g0is:{tag.pk}") == []


def test_a_change_that_is_undone_leaves_the_index_as_it_is(done):
    with done():
        edition = make_edition(sides=["Hestur", "Kýr"])
    with done(), undone():
        edition.state = Edition.State.ARCHIVED
        edition.save()

    assert found("t0is:hestur") == [edition.pk]


def test_a_change_beside_one_that_is_undone_is_indexed(done):
    with done():
        with undone():
            make_edition(sides=["Kýr", "Kind"])
        edition = make_edition(sides=["Hestur", "Geit"])

    assert found("t0is:hestur", "t0is:kýr") == [edition.pk]


def test_one_transaction_indexes_once_however_often_it_marks(done, monkeypatch):
    taken = []
    monkeypatch.setattr(index, "index_all", taken.append)
    with done():
        editions = {make_edition().pk, make_edition().pk}

    assert taken == [editions]


def test_an_error_of_the_index_is_no_error_of_the_article(done, monkeypatch, caplog):
    monkeypatch.setattr(index.documents, "document", fail)
    with done():
        edition = make_edition(sides=["Hestur", "Kýr"])
    assert marks() == [edition.pk]
    assert "left to the worker: ZeroDivisionError" in caplog.text

    monkeypatch.undo()
    assert stale.renew() == 1
    assert found("t0is:hestur") == [edition.pk]
    assert marks() == []


def test_a_locked_database_is_no_error_of_the_article_either(done, monkeypatch):
    monkeypatch.setattr(generations, "_lock", locked)
    with done():
        edition = make_edition()

    assert Edition.objects.filter(pk=edition.pk).exists()
    assert marks() == [edition.pk]


def test_what_a_crash_left_the_worker_indexes():
    edition = make_edition(sides=["Hestur", "Kýr"])  # nothing follows this transaction
    assert found("t0is:hestur") == []

    call_command("work", "--once")
    assert found("t0is:hestur") == [edition.pk]
    assert marks() == []


def test_much_at_once_is_left_to_the_worker(done, monkeypatch):
    monkeypatch.setattr(stale, "AT_ONCE", 2)
    with done():
        editions = [make_edition() for _ in range(3)]
    assert not SearchEntry.objects.exists()

    call_command("work", "--once")
    assert SearchEntry.objects.count() == len(editions)


def test_those_that_wait_longest_come_first():
    first, second, third = (make_edition() for _ in range(3))

    assert stale.renew(limit=2) == 2
    assert marks() == [third.pk]
    assert set(SearchEntry.objects.values_list("edition", flat=True)) == {first.pk, second.pk}


def test_one_that_cannot_be_indexed_keeps_nobody_waiting(caplog):
    bad, good = make_edition(), make_edition(sides=["Hestur", "Kýr"])
    revision = bad.live_revision
    whole, revision.content = revision.content, {"format": 0}
    revision.save()

    assert stale.renew() == 2
    assert found("t0is:hestur") == [good.pk]
    assert f"Edition {bad.pk} cannot be indexed and is tried again later: ValueError." in caplog.text
    assert stale.renew() == 0

    revision.content = whole
    revision.save()
    SearchMark.objects.update(marked_at=timezone.now())
    assert stale.renew() == 1
    assert marks() == []


def test_a_database_that_is_away_blames_no_edition(monkeypatch):
    edition = make_edition()
    monkeypatch.setattr(generations, "_lock", locked)

    with pytest.raises(OperationalError):
        stale.renew()
    assert SearchMark.objects.filter(edition_id=edition.pk, marked_at__lte=timezone.now()).exists()


def test_nothing_to_do_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert stale.renew() == 0


def test_a_change_during_the_analysis_is_not_lost(monkeypatch):
    """It is read once more under the lock: the older text is not written over the newer one."""
    edition = make_edition(content=make_manuscript(key="a", sides=["Hestur", "Kýr"]))
    draw = index._drawn

    def meanwhile(bases):
        drawn = draw(bases)
        if not changed:
            changed.append(True)
            make_newer(edition, "Geit")
        return drawn

    changed = []
    monkeypatch.setattr(index, "_drawn", meanwhile)
    index.index(edition.pk)

    assert found("t0is:geit") == [edition.pk]


def test_a_mark_that_came_later_stays(monkeypatch):
    edition = make_edition()
    bases = index.bases

    def meanwhile(edition_ids, lock=False):
        found = bases(edition_ids, lock)
        if lock:
            SearchMark.objects.create(edition_id=edition.pk)
        return found

    monkeypatch.setattr(index, "bases", meanwhile)
    index.index(edition.pk)

    assert marks() == [edition.pk]
    assert SearchMark.objects.count() == 1


def make_newer(edition, name):
    content = make_manuscript(key="a", sides=[name, "Kýr"])
    publishing.rows.write(content, edition.article)
    publishing.publish(Edition.objects.get(pk=edition.pk))


def test_the_samples_are_all_in_the_index(done):
    with done():
        call_command("load_samples", verbosity=0)
    stale_ones = set(marks())

    call_command("work", "--once")
    assert stale_ones <= set(Edition.objects.values_list("pk", flat=True))
    assert SearchEntry.objects.count() == Edition.objects.count() >= 2 * Article.objects.count()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", ["save", "update_fields", "delete"])
def test_outside_of_any_transaction_it_is_indexed_as_well(change):
    edition = make_edition(sides=["Hestur", "Kýr"])
    assert found("t0is:hestur") == [edition.pk]
    if change == "delete":
        edition.delete()
    else:
        edition.state = Edition.State.ARCHIVED
        edition.save(update_fields=["state"] if change == "update_fields" else None)

    assert found("t0is:hestur") == []
    assert marks() == []


@pytest.mark.django_db(transaction=True)
def test_samples_are_in_the_index_as_soon_as_they_are_loaded():
    call_command("load_samples", verbosity=0)

    assert not SearchMark.objects.exists()
    assert not generations.missing(generations.SearchState.current()).exists()
    assert connection.in_atomic_block is False
