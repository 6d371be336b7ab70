"""What a backup says of itself decides whether it may be restored here. Nothing is changed where it may not."""

import json
from contextlib import contextmanager

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from config.backup import whole
from config.backup.archive import Writer
from config.backup.media import in_place_of_the_present, staging
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def backup(tmp_path):
    """Makes a file whose checksums hold and whose manifest says these things."""

    def make(**said) -> str:
        manifest = {"engine": connection.vendor, "tables": {}, "migrations": []} | said
        file = tmp_path / "munur.tar"
        with open(file, "wb") as stream:
            writer = Writer(stream)
            writer.add("manifest.json", json.dumps(manifest).encode())
            writer.add(whole._kind().MEMBER, b"no database")
            writer.finish()
        return str(file)

    return make


def refusal(*arguments, **options) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("restore", *arguments, **options)
    return str(refused.value)


def test_one_of_a_newer_version(backup):
    said = refusal("--replace", backup(migrations=["articles.9999_of_tomorrow"]))

    assert said == (
        "This backup is of a newer version of the site, which knows articles.9999_of_tomorrow. Nothing was changed."
    )


def test_one_of_another_kind_of_database(backup):
    assert refusal("--check", backup(engine="oracle")).startswith(
        "This is a backup of oracle, and the database here is"
    )


@pytest.mark.parametrize("said", [{"format": 2}, {"unknown": 1}])
def test_one_of_another_form(backup, said):
    assert "Nothing was changed." in refusal("--check", backup(**said))


def test_one_whose_database_cannot_be_read(backup, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    make_article()

    assert "Nothing was changed." in refusal("--replace", backup())
    assert list(settings.MEDIA_ROOT.iterdir()) == []


def test_a_place_that_is_not_empty_is_not_touched(backup):
    make_article()

    assert refusal(backup()).startswith("Something is here already, and it was left as it is.")


def test_no_file_and_one_that_is_something_else(tmp_path):
    (tmp_path / "other").write_text("Sæl og blessuð. " * 1000)

    assert "cannot be read (No such file or directory)" in refusal("--check", str(tmp_path / "none"))
    assert "is not a backup of this site" in refusal("--check", str(tmp_path / "other"))


def test_a_file_that_exists_is_not_overwritten(tmp_path):
    (tmp_path / "a.tar").write_text("mine")

    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", str(tmp_path / "a.tar"))
    assert (tmp_path / "a.tar").read_text() == "mine"


def test_without_the_programs_of_postgresql_a_sentence_says_what_to_install(monkeypatch):
    from config.backup import NotPossible, postgresql

    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotPossible, match="pg_dump is not installed here.*postgresql-client"):
        postgresql._program("pg_dump")


def test_pictures_go_back_where_the_database_could_not_be_written(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "old.png").write_text("old")

    def fails():
        with replaced_by("new"):
            assert (tmp_path / "pictures" / "old.png").read_text() == "new"
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert (tmp_path / "pictures" / "old.png").read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["pictures"]


@contextmanager
def replaced_by(text):
    with staging() as folder:
        (folder / "pictures").mkdir()
        (folder / "pictures" / "old.png").write_text(text)
        with in_place_of_the_present(folder) as kept:
            yield kept
