"""Whatever changes, a finished page never says what was before: each is compared with what Django draws now."""

import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from articles import manuscript as values
from articles import moving, pictures, publishing
from articles.models import Author, Edition, Page, Picture, Subject, Tag
from articles.pages import finishing
from comments import editing, erasing, settling
from comments.models import Comment, Discussion, Rules
from tests.factories import make_article, make_author, make_comment, make_page, make_subject, make_tag
from tests.pages.asking import Reader, put

pytestmark = pytest.mark.django_db
PATHS = [
    "/",
    "/en/",
    "/sala/",
    "/en/sala/",
    "/vara/",
    "/annad/",
    "/vidfangsefni/",
    "/vidfangsefni/hestur/",
    "/efnisord/",
    "/efnisord/verslun/",
    "/hofundar/",
    "/hofundar/anna/",
    "/sida/hafa-samband/",
    "/breytingar/sala/",
    "/umraeda/sala/",
    "/umraeda/atom.xml",
    "/umraeda/sala/atom.xml",
]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do something as if in a transaction of its own."""

    def do(change):
        with django_capture_on_commit_callbacks(execute=True):
            change()

    return do


@pytest.fixture
def site(committed):
    committed(three_comparisons)
    return edition().article


def three_comparisons():
    """Two share a subject and a tag and an author, the third stands alone."""
    make_tag(name="Verslun", name_en="Trade")
    make_author(name="Anna", name_en="Anna")
    make_subject(name="Hestur")
    shared = {"tags": ["verslun"], "author": values.Author("anna", {"is": "Anna"})}
    sala = make_article(slug="sala", languages=("is", "en"), sides=["Hestur", "Kýr"], **shared)
    make_article(slug="vara", sides=["Hestur", "Geit"], **shared)
    # The feed is never empty: such a one would say the time that it is asked at.
    make_comment(article=make_article(slug="annad", sides=["Epli", "Pera"]), text="Ekki um söluna.")
    make_page(name="Hafa samband")
    make_comment(article=sala)
    make_comment(article=sala)


def edition(slug="sala", language="is") -> Edition:
    return Edition.objects.get(slug=slug, language=language)


def the_comment() -> Comment:
    return Comment.objects.filter(article=edition().article).first()


def a_new_comparison():
    make_article(slug="ny", sides=["Hestur", "Hundur"], tags=["verslun"])


def another_text():
    article = edition().article
    article.lead_is = "<p>Nýr inngangur.</p>"
    article.save()
    publishing.publish(edition())


def withdrawn():
    moving.archive(edition())


def deleted():
    edition("vara").delete()


def another_address():
    row = edition()
    row.slug = "solur"
    row.save()


def another_name_of_a_subject():
    row = Subject.objects.get(key="hestur")
    row.name_is, row.slug_is = "Hross", "hross"
    row.save()
    publishing.renew_subject(row)


def another_name_of_a_tag():
    row = Tag.objects.get(key="verslun")
    row.name_is = "Kaup"
    row.save()


def another_name_of_an_author():
    row = Author.objects.get(key="anna")
    row.name_is = "Anna Jónsdóttir"
    row.save()


def another_text_of_a_plain_page():
    row = Page.objects.get()
    row.body_is = "<p>Nýtt.</p>"
    row.save()


def a_new_plain_page():
    make_page(name="Persónuvernd")


def a_plain_page_goes():
    Page.objects.get().delete()


def a_new_comment():
    make_comment(article=edition().article, text="Nýtt.")


def a_comment_is_approved():
    make_comment(article=edition().article, state=Comment.State.HELD, text="Beðið.").approve()


def a_comment_is_removed():
    the_comment().remove()


def a_comment_is_erased():
    erasing.erase(the_comment())


def a_comment_is_edited():
    editing.edit(the_comment(), "Annar", "Annað og betra.")


def a_comment_is_pinned():
    make_comment(article=edition().article)
    Comment.objects.order_by("pk").last().pin()


def a_thread_is_closed():
    Discussion.objects.create(article=edition().article, mode=Discussion.Mode.CLOSED, closed_at=timezone.now())


def the_rules_close_threads():
    row = edition()
    row.published_at = timezone.now() - timedelta(days=40)
    row.save()
    Rules(closes_after_days=30).save()
    settling.settle_closings()


def a_tag_goes():
    Tag.objects.get(key="verslun").delete()


CHANGES = [
    a_new_comparison,
    another_text,
    withdrawn,
    deleted,
    another_address,
    another_name_of_a_subject,
    another_name_of_a_tag,
    another_name_of_an_author,
    another_text_of_a_plain_page,
    a_new_plain_page,
    a_plain_page_goes,
    a_new_comment,
    a_comment_is_approved,
    a_comment_is_removed,
    a_comment_is_erased,
    a_comment_is_edited,
    a_comment_is_pinned,
    a_thread_is_closed,
    the_rules_close_threads,
    a_tag_goes,
]


def differences(store, monkeypatch) -> list[str]:
    reader, found = Reader(store), []
    for path in PATHS:
        finished = reader.get(path)
        with monkeypatch.context() as bare:
            bare.setattr("articles.pages.place.store", lambda: None)
            now = Client().get(path)
        if (finished.status, finished.body) != (now.status_code, now.content):
            found.append(path)
    return found


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_no_page_says_what_was_before(site, store, monkeypatch, committed, change):
    assert differences(store, monkeypatch) == []

    committed(change)

    assert differences(store, monkeypatch) == []


def test_pages_that_a_change_does_not_touch_stay(site, store, committed):
    reader = Reader(store)
    for path in PATHS:
        reader.get(path)

    committed(a_comment_is_approved)

    aside = set(store.index.paths(aside=True))
    assert aside == {"/umraeda/sala/", "/umraeda/atom.xml", "/umraeda/sala/atom.xml", "/en/sala/"}


def test_an_article_page_stays_where_another_that_it_has_nothing_to_do_with_is_published(site, store, committed):
    Reader(store).get("/annad/")

    committed(a_new_comparison)

    assert "/annad/" not in store.index.paths(aside=True)


def test_a_published_page_is_drawn_at_once(site, store, committed):
    committed(a_new_comparison)

    assert "/ny/" in store.index.paths(aside=False)


def test_an_approved_comment_is_on_the_article_at_once(site, store, committed):
    committed(a_comment_is_approved)

    assert "Beðið." in (store.pages / "sala" / "index.html").read_text()


def test_what_was_dropped_the_worker_draws_and_what_is_no_more_it_forgets(site, store, committed):
    finishing.turn(lambda: False)
    reader = Reader(store)
    for path in PATHS:
        reader.get(path)
    before = set(store.index.paths())
    committed(another_address)

    store.index.put_mark("followed", time.time() - 5)
    while finishing.turn(lambda: False):
        pass

    assert store.index.paths(aside=True) == []
    assert before - set(store.index.paths()) == {
        "/sala/",
        "/breytingar/sala/",
        "/umraeda/sala/",
        "/umraeda/sala/atom.xml",
    }


def test_a_change_that_is_undone_drops_no_page_for_good(site, store, committed):
    reader = Reader(store)
    reader.get("/sala/")
    with transaction.atomic():
        another_text()
        transaction.set_rollback(True)

    assert store.index.paths(aside=False) == ["/sala/"]


def test_the_sizes_of_a_picture_make_its_pages_anew(store, committed):
    committed(lambda: Picture.objects.create(digest="a" * 64, file="x.png", width=10, height=10))
    picture = Picture.objects.get()
    put(store, "/sala/", names=[f"picture:{picture.digest}"])
    committed(lambda: pictures._make(picture, timezone.now()))

    assert store.index.paths(aside=False) == []
