"""The drill: a site is backed up while it is there, restored into an empty place, and both are compared."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.config import databases, places

HASHES = """
import hashlib, json
from django.apps import apps
from django.core import serializers
print(json.dumps({
    model._meta.label: hashlib.sha256(serializers.serialize("json", model.objects.order_by("pk")).encode()).hexdigest()
    for model in apps.get_models(include_auto_created=True) if model.objects.exists()
}))
"""
FILLING = """
from tests.factories import make_article
make_article(comments=3, dimensions=3, languages=("is", "en"))
"""
STALE = "articles.StaleGround"
EMPTYING = "from comments.models import Comment; Comment.objects.all().delete()"
PICTURES = {"pictures/ab/abcd.png": b"a picture", "pictures/cd/cdef-320.webp": bytes(range(256)) * 5000}

pytestmark = pytest.mark.django_db(transaction=True)


def place_at(folder: Path, address: str) -> dict[str, str]:
    folder.mkdir(exist_ok=True)
    return places.environment(folder, DATABASE_URL=address, MEDIA_FOLDER=str(folder / "media"))


def hashes(place) -> dict[str, str]:
    return json.loads(places.run(place, "manage.py", "shell", "--no-imports", "-c", HASHES))


def pictures(place) -> dict[str, str]:
    root = Path(place["MEDIA_FOLDER"])
    files = (file for file in root.rglob("*") if file.is_file() and ".before" not in str(file))
    return {str(file.relative_to(root)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def fill(place) -> None:
    places.run(place, "manage.py", "migrate", "--verbosity", "0")
    places.run(place, "manage.py", "shell", "--no-imports", "-c", FILLING)
    for name, data in PICTURES.items():
        file = Path(place["MEDIA_FOLDER"], name)
        file.parent.mkdir(parents=True)
        file.write_bytes(data)


def test_the_drill(tmp_path):
    """One test, as each step is a process that takes its time."""
    backup = str(tmp_path / "site.tar")
    with databases.empty_database(tmp_path) as one, databases.empty_database(tmp_path) as other:
        site, empty = place_at(tmp_path / "site", one), place_at(tmp_path / "empty", other)
        fill(site)
        assert "2 pictures" in places.run(site, "manage.py", "backup", backup)
        before = hashes(site)
        assert "articles.Article" in before
        assert "comments.Comment" in before

        # A damaged file changes nothing: afterwards the place is still empty.
        assert "Nothing was changed" in places.refused(empty, "manage.py", "restore", damaged(backup))
        assert "gave back" in places.run(empty, "manage.py", "restore", backup)
        assert hashes(empty) == before
        assert pictures(empty) == pictures(site)

        # Now something is there, and only who says so loses it.
        places.run(empty, "manage.py", "shell", "--no-imports", "-c", EMPTYING)
        assert "Something is here already" in places.refused(empty, "manage.py", "restore", backup)
        assert "comments.Comment" not in hashes(empty)
        places.run(empty, "manage.py", "restore", "--replace", backup)
        assert hashes(empty) | {STALE: ""} == before | {STALE: ""}  # every host reads there that its pages are old
        assert pictures(empty) == pictures(site)

    assert Path(backup).stat().st_mode & 0o777 == 0o600
    assert not [file.name for file in tmp_path.iterdir() if file.name.startswith(".")]


def damaged(file: str) -> str:
    data = bytearray(Path(file).read_bytes())
    data[len(data) // 2] ^= 1
    target = Path(file).with_name("damaged.tar")
    target.write_bytes(data)
    return str(target)
