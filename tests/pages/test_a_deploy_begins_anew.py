"""Another code, template, catalogue or setting has another folder; former ones go when nobody follows them."""

import os
import time

import pytest

from articles.pages import place
from articles.pages.store import Store


@pytest.fixture
def code(tmp_path, settings):
    for part in place.PARTS:
        (tmp_path / part).mkdir()
    (tmp_path / "templates" / "base.html").write_text("<html>")
    (tmp_path / "articles" / "views.py").write_text("x = 1")
    settings.STATIC_ROOT = tmp_path / "static_built"
    return tmp_path


def test_the_same_is_the_same(code):
    assert place.fingerprint(code) == place.fingerprint(code)


@pytest.mark.parametrize("file", ["templates/base.html", "articles/views.py", "config/new.py", "config/django.mo"])
def test_another_file_is_another_state(code, file):
    before = place.fingerprint(code)

    (code / file).write_text("<html><p>")

    assert place.fingerprint(code) != before


def test_other_static_files_are_another_state(code):
    before = place.fingerprint(code)

    (code / "static_built").mkdir()
    (code / "static_built" / "staticfiles.json").write_text("{}")

    assert place.fingerprint(code) != before


@pytest.mark.parametrize(
    ("name", "value"), [("PUBLIC_LANGUAGES", ["is"]), ("SITE_URL", "https://other.example"), ("MEDIA_ORIGIN", "x")]
)
def test_another_setting_is_another_state(code, settings, name, value):
    before = place.fingerprint(code)

    setattr(settings, name, value)

    assert place.fingerprint(code) != before


def test_former_folders_go_when_nobody_follows_them(tmp_path, monkeypatch):
    own, old, young = (Store(tmp_path / name) for name in ("own", "old", "young"))
    (tmp_path / "not-ours").mkdir()
    for store in (own, old, young):
        assert store.index.number == 0
        store.index.close()
    for file in old.folder.glob("index.sqlite3*"):
        os.utime(file, (1, 1))
    monkeypatch.setattr(place, "store", lambda: own)

    assert place.sweep(time.time()) == 1
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["not-ours", "own", "young"]


def test_without_a_folder_there_is_no_store(settings):
    settings.PAGES_ROOT = None
    place.store.cache_clear()

    assert place.store() is None
