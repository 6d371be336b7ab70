"""Picture files come from the media folder by the names that we give, and by no others."""

from io import BytesIO

import pytest

from articles import pictures
from config import headers
from config.env import Environment, SettingsError
from tests.articles.picturing import drawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    picture = pictures.add(BytesIO(drawn(size=(400, 300)))).picture
    pictures.make_due()
    picture.refresh_from_db()
    return picture


def test_each_file_is_served_for_ever_as_what_it_is(client, picture):
    for name, kind in [(picture.file.name, "jpeg"), *((size["name"], size["format"]) for size in picture.sizes)]:
        response = client.get(f"/media/{name}", headers={"Accept-Encoding": "gzip"})
        body = b"".join(response)

        assert response.status_code == 200
        assert response["Content-Type"] == f"image/{kind.replace('jpg', 'jpeg')}"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert int(response["Content-Length"]) == len(body) > 100
        assert not {"Content-Encoding", "Vary", "Set-Cookie"} & set(response.headers)


def test_who_has_the_file_is_told_so(client, picture):
    address = f"/media/{picture.file.name}"
    tag = client.get(address)["ETag"]
    response = client.get(address, headers={"If-None-Match": tag})

    assert (response.status_code, response.content) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_head_is_answered_and_nothing_is_written_here(client, picture):
    assert client.head(f"/media/{picture.file.name}").status_code == 200
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)(f"/media/{picture.file.name}").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "",
        "secret.txt",
        "../secret.txt",
        "pictures/../../secret.txt",
        "pictures/%2e%2e/%2e%2e/secret.txt",
        "pictures/..%2f..%2fsecret.txt",
        "pictures\\..\\..\\secret.txt",
        "//etc/passwd",
        "pictures/ab/" + "ab" * 32 + ".jpg",
        "pictures/cd/" + "ab" * 32 + ".jpg",
        "pictures/ab/" + "ab" * 32 + ".svg",
        "pictures/ab/" + "ab" * 32 + ".jpg/",
        "pictures/ab/" + "ab" * 32 + ".jpg%0a",
        "pictures/ab/" + "ab" * 32 + ".jpg%00",
        "pictures/ab/" + "AB" * 32 + ".jpg",
        "pictures/ab/" + "ab" * 32 + "-99999.jpg",
    ],
)
def test_nothing_else_is_ever_opened(client, picture, settings, path):
    for folder in (settings.MEDIA_ROOT, settings.MEDIA_ROOT.parent):
        (folder / "secret.txt").write_text("leyndarmál")
    response = client.get(f"/media/{path}")

    assert response.status_code == 404
    assert response["Cache-Control"] == "no-store"
    assert "leyndarmál" not in response.content.decode()


def store(text: str):
    return Environment({"MEDIA_STORE": text}).media_store("MEDIA_STORE")


def test_without_a_store_pictures_are_in_the_folder():
    assert store("") is None


def test_a_bucket_is_read_with_all_that_it_may_say():
    found = store("s3://KEY:s%2Fcret@myndir?endpoint=https://s3.example.org&region=is-1&public=https://myndir.example")

    assert found.origin == "https://myndir.example"
    assert found.storage["BACKEND"] == "storages.backends.s3.S3Storage"
    options = found.storage["OPTIONS"]
    assert (options["bucket_name"], options["endpoint_url"]) == ("myndir", "https://s3.example.org")
    assert (options["access_key"], options["secret_key"], options["region_name"]) == ("KEY", "s/cret", "is-1")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("s3://myndir", "https://myndir.s3.amazonaws.com"),
        ("s3://myndir?region=eu-north-1", "https://myndir.s3.eu-north-1.amazonaws.com"),
        ("s3://myndir?endpoint=http://127.0.0.1:9000", "http://127.0.0.1:9000"),
    ],
)
def test_browsers_are_let_to_where_the_files_are(text, origin):
    assert store(text).origin == origin


@pytest.mark.parametrize(
    "text",
    [
        "myndir",
        "gs://myndir",
        "s3://",
        "s3://MYNDIR_",
        "s3://myndir/folder",
        "s3://myndir:9000",
        "s3://myndir?endpoint=s3.example.org",
        "s3://myndir?endpoint=https://s3.example.org/x",
        "s3://myndir?regoin=is-1",
        "s3://myndir?region",
        "s3://LYKILL@myndir",
        "s3://myndir?public=https://x.example;script-src",
    ],
)
def test_a_store_that_cannot_be_right_stops_the_start_and_shows_no_secret(text):
    with pytest.raises(SettingsError) as refused:
        store(text)

    assert str(refused.value).startswith("MEDIA_STORE is ")
    assert "LYKILL" not in str(refused.value)


def test_the_policies_name_the_store_only_where_there_is_one():
    assert "img-src 'self';" in headers.public_policy()
    assert "img-src 'self' https://myndir.example;" in headers.public_policy("https://myndir.example")
    assert headers.admin_policy() == headers.ADMIN_POLICY
    assert headers.admin_policy("https://myndir.example")["img-src"] == ["'self'", "data:", "https://myndir.example"]
    for kind in headers.Kind:
        plain, with_store = (headers.for_response(kind, 200, media) for media in ("", "https://myndir.example"))
        assert plain.keys() == with_store.keys()
        assert ("https://myndir.example" in str(with_store)) is ("Content-Security-Policy" in plain)


def test_pages_carry_the_policy_with_the_store(client, settings):
    settings.MEDIA_ORIGIN = "https://myndir.example"

    assert "img-src 'self' https://myndir.example;" in client.get("/")["Content-Security-Policy"]
