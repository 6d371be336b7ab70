"""Pictures are kept in a bucket where MEDIA_STORE names one: a small one of our own, on this machine."""

from io import BytesIO

import pytest

from articles import pictures
from config.env import Environment
from tests.articles.picturing import drawn
from tests.config import a_bucket

pytestmark = pytest.mark.django_db


@pytest.fixture
def bucket(settings):
    with a_bucket.bucket() as server:
        store = Environment({"MEDIA_STORE": server.address}).media_store("MEDIA_STORE")
        settings.STORAGES = {**settings.STORAGES, "default": store.storage}
        settings.MEDIA_STORE, settings.MEDIA_ORIGIN = store, store.origin
        yield server


def test_a_picture_goes_to_the_bucket_with_its_sizes_and_leaves_it_again(bucket, django_capture_on_commit_callbacks):
    picture = pictures.add(BytesIO(drawn(size=(400, 300)))).picture
    assert not pictures.add(BytesIO(drawn(size=(400, 300)))).is_new
    pictures.make_due()
    picture.refresh_from_db()

    assert picture.error == ""
    assert bucket.kept.keys() == {
        f"/myndir/{name}" for name in (picture.file.name, *(one["name"] for one in picture.sizes))
    }
    for size in picture.sizes:
        body, headers = bucket.kept[f"/myndir/{size['name']}"]
        assert len(body) == size["bytes"]
        assert headers["Content-Type"] == f"image/{size['format'].replace('jpg', 'jpeg')}"
        assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    address = pictures.files([picture.digest])[picture.digest].address
    assert address == f"http://127.0.0.1:{bucket.server_port}/myndir/{picture.file.name}"

    with django_capture_on_commit_callbacks(execute=True):
        pictures.remove(picture)
    assert bucket.kept == {}


def test_the_site_itself_serves_nothing_then(bucket, client):
    assert client.get("/media/pictures/ab/" + "ab" * 32 + ".jpg").status_code == 404


def test_a_bucket_that_is_away_is_told_of_and_tried_again(bucket):
    picture = pictures.add(BytesIO(drawn(size=(400, 300)))).picture
    bucket.kept.clear()

    pictures.make_due()
    picture.refresh_from_db()

    assert picture.error != ""
    assert picture.waits
