"""What becomes of pictures where the site, the backup or both keep them in a bucket."""

from pathlib import Path

import pytest

from config.backup.media import in_place_of_the_present, staging
from config.env import Environment
from tests.config import a_bucket, databases, places

PICTURE = "pictures/ab/abcd.png"


@pytest.fixture
def bucket():
    with a_bucket.bucket() as server:
        yield server


def put(folder: Path, text: str) -> None:
    (folder / PICTURE).parent.mkdir(parents=True)
    (folder / PICTURE).write_text(text)


def test_pictures_of_a_backup_go_to_the_bucket_of_the_site(settings, tmp_path, bucket):
    store = Environment({"MEDIA_STORE": bucket.address}).media_store("MEDIA_STORE")
    settings.MEDIA_STORE, settings.STORAGES = store, {**settings.STORAGES, "default": store.storage}
    settings.MEDIA_ROOT = tmp_path / "media"
    bucket.kept["/myndir/pictures/cd/cdef.png"] = (b"another", {})

    for text in ("a picture", "never written"):  # its name says that it is the same
        with staging() as folder:
            put(folder, text)
            with in_place_of_the_present(folder) as kept:
                assert kept is None

    assert {name: body for name, (body, _headers) in bucket.kept.items()} == {
        f"/myndir/{PICTURE}": b"a picture",
        "/myndir/pictures/cd/cdef.png": b"another",
    }
    assert not settings.MEDIA_ROOT.exists()


@pytest.mark.django_db(transaction=True)
def test_a_backup_of_a_site_with_a_bucket(tmp_path, bucket):
    backup = str(tmp_path / "site.tar")
    with databases.empty_database(tmp_path) as database:
        site = places.environment(tmp_path, DATABASE_URL=database, MEDIA_STORE=bucket.address)
        other = places.environment(tmp_path, DATABASE_URL=database, MEDIA_FOLDER=str(tmp_path / "media"))
        put(tmp_path / "media", "mine")
        places.run(site, "manage.py", "migrate", "--verbosity", "0")
        assert "in the bucket myndir and not in this file" in places.run(site, "manage.py", "backup", backup)

        back = places.run(site, "manage.py", "restore", "--replace", backup)
        elsewhere = places.run(other, "manage.py", "restore", "--replace", backup)

    assert "were in the bucket myndir" in back
    assert "does not look there" not in back
    assert "This site does not look there: see MEDIA_STORE. Pictures that are here stay." in elsewhere
    assert (tmp_path / "media" / PICTURE).read_text() == "mine"
