"""The library: what is put in, drawn by the worker, and let go."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from articles import picture_files, pictures, publishing, rows
from articles.models import Picture, Side, Subject
from articles.picture_files import Refused
from config import work
from tests.articles.picturing import drawn, make_picture
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def add(size=(800, 600), **file) -> pictures.Added:
    return pictures.add(BytesIO(drawn(size=size, **file)))


def files(folder) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def test_a_picture_is_named_by_its_content(folder):
    picture = add().picture

    assert files(folder) == {f"pictures/{picture.digest[:2]}/{picture.digest}.jpg"} == {picture.file.name}
    assert (picture.width, picture.height, picture.focal_x, picture.focal_y) == (800, 600, 50, 50)


def test_the_same_picture_twice_is_one_row_and_is_said_to_be(folder):
    first, again, other = add(), add(), add(size=(640, 480))

    assert (first.is_new, again.is_new, other.is_new) == (True, False, True)
    assert first.picture == again.picture != other.picture
    assert len(files(folder)) == 2


def test_a_file_that_was_cut_off_or_lost_is_written_anew(folder):
    picture = add().picture
    whole = (folder / picture.file.name).read_bytes()
    Picture.objects.all().delete()
    (folder / picture.file.name).write_bytes(whole[:100])  # whoever wrote it was killed

    assert add().is_new
    assert (folder / picture.file.name).read_bytes() == whole
    (folder / picture.file.name).unlink()
    assert not add().is_new
    assert (folder / picture.file.name).read_bytes() == whole


def test_a_refused_file_leaves_nothing_behind(folder):
    with pytest.raises(Refused):
        pictures.add(BytesIO(b"<svg/>"))

    assert files(folder) == set()
    assert not Picture.objects.exists()


def test_the_worker_draws_every_size_in_every_format(folder):
    picture = add().picture

    assert pictures.make_due()
    assert not pictures.make_due()

    picture.refresh_from_db()
    assert picture.made_at is not None
    assert [(size["width"], size["height"], size["format"]) for size in picture.sizes] == [
        (width, height, kind)
        for width, height in [(320, 240), (640, 480), (800, 600)]
        for kind in ("avif", "webp", "jpg")
    ]
    for size in picture.sizes:
        data = (folder / size["name"]).read_bytes()
        assert len(data) == size["bytes"]
        assert Image.open(BytesIO(data)).size == (size["width"], size["height"])


def test_a_picture_that_fails_is_tried_again_and_then_given_up_and_then_again(folder, monkeypatch):
    picture = add().picture
    monkeypatch.setattr(picture_files, "drawn", lambda *args: 1 / 0)
    now = timezone.now()

    for number in range(1, Picture.MOST_TRIES + 1):
        assert pictures.make_due(now=now)
        picture.refresh_from_db()
        assert (picture.tries, picture.error) == (number, "ZeroDivisionError: division by zero")
        assert not pictures.make_due(now=now)  # not at once
        now += timedelta(hours=1)
    assert (picture.next_try_at, picture.waits) == (None, False)
    monkeypatch.undo()
    picture.try_again()

    assert pictures.make_due()
    picture.refresh_from_db()
    assert (picture.error, picture.waits, len(picture.sizes)) == ("", False, 9)


def test_a_picture_belongs_to_the_worker_that_claimed_it_until_that_must_be_dead(monkeypatch):
    picture, now = add().picture, timezone.now()

    def killed(*args):
        raise SystemExit

    monkeypatch.setattr(picture_files, "drawn", killed)
    with pytest.raises(SystemExit):
        pictures.make_due(now=now)
    monkeypatch.undo()

    assert not pictures.make_due(now=now + pictures.CLAIMED_FOR - timedelta(seconds=1))
    assert pictures.make_due(now=now + pictures.CLAIMED_FOR)
    picture.refresh_from_db()
    assert len(picture.sizes) == 9


def test_two_workers_do_not_draw_the_same(monkeypatch):
    picture = add().picture
    first = Picture.objects.get(pk=picture.pk)

    assert pictures._claim(first, timezone.now())
    assert not pictures._claim(picture, timezone.now())


def test_the_worker_has_the_job_and_stops_when_it_is_told_to():
    add()
    job = next(job for job in work.jobs() if job.name == "Sizes of pictures")

    assert job.work(lambda: True) is False
    assert not Picture.objects.filter(made_at__isnull=False).exists()
    assert job.work(lambda: False) is True
    assert Picture.objects.filter(made_at__isnull=False).exists()


def test_a_picture_deleted_while_it_is_drawn_leaves_no_file(folder, monkeypatch):
    picture = add().picture
    drawing = picture_files.drawn

    def deleting(*args):
        Picture.objects.filter(pk=picture.pk).delete()
        return drawing(*args)

    monkeypatch.setattr(picture_files, "drawn", deleting)
    pictures.make_due()

    assert files(folder) == set()


def test_an_unused_picture_goes_with_all_its_files(folder, django_capture_on_commit_callbacks):
    kept, picture = add(size=(300, 300)).picture, add().picture
    while pictures.make_due():
        pass

    with django_capture_on_commit_callbacks(execute=True):
        pictures.remove(picture)

    assert list(Picture.objects.all()) == [kept]
    assert {name.split("/")[2][:64] for name in files(folder)} == {kept.digest}


@pytest.mark.parametrize("where", ["article", "side", "subject"])
def test_a_picture_in_use_is_not_deleted(where):
    article, picture = make_article(publish=False), make_picture()
    side = article.sides.first()
    used_by = {"article": article, "side": side, "subject": side.subject}[where]
    used_by.picture = picture
    used_by.save()

    with pytest.raises(pictures.InUse) as refused:
        pictures.remove(picture)

    assert str(refused.value) == str(pictures.IN_USE)
    found = pictures.uses(picture)
    assert (found.articles, found.subjects) == (([article], []) if where != "subject" else ([], [side.subject]))
    assert Picture.objects.get() == picture


def test_a_picture_that_readers_still_see_is_not_deleted():
    article, picture = make_article(publish=False), make_picture()
    edition = article.editions.get()
    Side.objects.filter(article=article).update(picture=picture)
    publishing.publish(edition)
    Side.objects.filter(article=article).update(picture=None)

    assert pictures.uses(picture).editions == [edition]
    with pytest.raises(pictures.InUse):
        pictures.remove(picture)
    publishing.publish(edition)
    pictures.remove(picture)
    assert not Picture.objects.exists()


def test_files_of_pictures_are_found_in_one_query(django_assert_num_queries):
    made, waiting = add().picture, add(size=(300, 200)).picture
    pictures.make_due()
    made.refresh_from_db()

    with django_assert_num_queries(1):
        found = pictures.files([made.digest, waiting.digest, "ff" * 32])
    with django_assert_num_queries(0):
        assert pictures.files([]) == {}

    assert found.keys() == {made.digest, waiting.digest}
    assert [kind for kind, _srcset in found[made.digest].sources] == ["image/avif", "image/webp"]
    address = f"/media/pictures/{made.digest[:2]}/{made.digest}"
    assert found[made.digest].address == f"{address}-640.jpg"
    assert found[made.digest].srcset == f"{address}-320.jpg 320w, {address}-640.jpg 640w, {address}-800.jpg 800w"
    assert found[waiting.digest] == pictures.Files(default_storage.url(waiting.file.name), (), "")


def test_what_is_written_names_pictures_by_digest_and_tells_of_those_that_are_not_here():
    article, picture = make_article(publish=False), make_picture(alt_is="Búð", licence="CC BY 4.0")
    content = rows.read(article)
    value = rows.picture(picture)
    side = content.sides[0]
    wanted = replace(content, picture=value, sides=(replace(side, picture=value), *content.sides[1:]))
    assert rows.read(rows.write(wanted, article).article) == wanted

    unknown = replace(value, digest="cd" * 32)
    written = rows.write(
        replace(wanted, picture=unknown, sides=(replace(side, picture=None), *content.sides[1:])), article
    )

    assert written.disagreements == [f"article “{article.key}” names a picture that is not here: {'cd' * 32}."]
    assert written.after.picture == value  # left as it was
    assert written.after.sides[0].picture is None
    assert Picture.objects.count() == 1


def test_a_subject_keeps_its_picture_and_gets_one_where_it_has_none():
    article = make_article(publish=False)
    first, second = make_picture(), make_picture(digest="cd" * 32)
    content = rows.read(article)

    def with_picture(picture):
        side = content.sides[0]
        subject = replace(side.subject, picture=rows.picture(picture))
        return replace(content, sides=(replace(side, subject=subject), *content.sides[1:]))

    assert rows.write(with_picture(first), article).disagreements == []
    told = rows.write(with_picture(second), article).disagreements

    assert Subject.objects.get(key=content.sides[0].subject.key).picture == first
    assert len(told) == 1
    assert "keeps its picture" in told[0]
