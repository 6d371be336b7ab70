"""`manage.py draw_pages`: every page is there before somebody asks, and --check says what is not right."""

import re

import pytest
from django.core.management import CommandError, call_command

from articles import lists
from articles.pages import place
from tests.factories import make_article, make_page
from tests.pages.asking import NoDjango, Reader, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(lists.listing, "__defaults__", ("", 2))
    for slug in ("sala", "vara", "annad"):
        make_article(slug=slug, languages=("is", "en"), tags=["verslun"])
    make_page()


def test_every_page_is_drawn(site, store, capsys):
    call_command("draw_pages", verbosity=0)

    paths = store.index.paths(aside=False)
    assert capsys.readouterr().out == f"Pages drawn: {len(paths)}.\n"
    for path in ("/", "/en/", "/sala/", "/en/sala/", "/efnisord/verslun/", "/umraeda/atom.xml", "/umraeda/sala/"):
        assert path in paths
    assert len([path for path in paths if path.startswith("/eldra/")]) == 1
    assert len([path for path in paths if path.startswith("/efnisord/verslun/eldra/")]) == 1


def test_no_page_links_to_one_that_was_not_drawn(site, store):
    """What readers come to from one page to the next, without a query and without a form, is all there."""
    call_command("draw_pages", verbosity=0)
    reader, unkept = Reader(store, NoDjango()), re.compile(r"/(leit|en/search|umraeda/.*/(skrifa|fylgjast)|minar|en/)")
    for path in store.index.paths():
        for link in re.findall(r'<a [^>]*href="(/[^"?#]*)"', reader.get(path).text):
            if not unkept.match(link):
                assert reader.get(link).status == 200, (path, link)


def test_the_check_says_that_all_is_right(site, store, capsys):
    call_command("draw_pages", verbosity=0)
    count = len(store.index.paths())

    call_command("draw_pages", "--check", verbosity=0)

    assert capsys.readouterr().out.endswith(f"All {count} pages are finished and right.\n")


def test_the_check_says_what_differs_and_changes_nothing(site, store, capsys):
    call_command("draw_pages", verbosity=0)
    put(store, "/sala/", b"old")
    put(store, "/horfin/", b"gone")
    (store.pages / "vara" / "index.html").unlink()

    with pytest.raises(CommandError, match="Pages that differ: 3 of"):
        call_command("draw_pages", "--check", verbosity=0)

    said = capsys.readouterr().out
    assert "/sala/ says something else now.\n" in said
    assert "/horfin/ is finished, but the answer is 404 now.\n" in said
    assert "/vara/ has no finished page.\n" in said
    assert (store.pages / "sala" / "index.html").read_bytes() == b"old"


def test_it_goes_through_djangos_own_checks(site, store):
    call_command("draw_pages", verbosity=0, skip_checks=False)


def test_without_a_store_it_says_so(monkeypatch):
    monkeypatch.setattr(place, "store", lambda: None)

    with pytest.raises(CommandError, match="no store"):
        call_command("draw_pages")
