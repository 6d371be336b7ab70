"""The library: pictures are taken in, drawn in their sizes by the worker, shown, and let go where nobody uses them."""

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import grounds, picture_files
from articles.models import Article, Edition, Picture, Subject
from articles.pages import changes, stale

FOLDER = "pictures"
# Whoever draws a picture has it for this long. Killed there, it is drawn again afterwards.
CLAIMED_FOR = timedelta(minutes=5)
FIRST_WAIT = timedelta(minutes=1)
REASONS = {
    "empty": _("The file is empty."),
    "heavy": _("The file is larger than 20 MB."),
    "svg": _("SVG files are not taken: they can carry scripts. Save the picture as PNG and try again."),
    "heic": _("Most browsers cannot show HEIC pictures. Save it as JPEG and try again."),
    "other": _("This is not a JPEG, PNG, WebP, AVIF or GIF picture, whatever its name says."),
    "large": _("The picture has more than 40 million pixels. Make it smaller and try again."),
    "broken": _("The file is damaged or incomplete, and could not be read to its end."),
}

IN_USE = _("The picture is in use and cannot be deleted. Take it out there first, and publish that.")


class InUse(ValueError):
    """The picture cannot be deleted: something shows it."""


@dataclass(frozen=True, slots=True)
class Added:
    picture: Picture
    is_new: bool  # False: the library had it already
    moved: bool  # of an animation, the first picture was taken


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a picture is used: by the desk's rows, and by what readers see or will see at a set time."""

    articles: list[Article]
    subjects: list[Subject]
    editions: list[Edition]

    def __bool__(self):
        return bool(self.articles or self.subjects or self.editions)


@dataclass(frozen=True, slots=True)
class Files:
    """What a page needs of a picture's files. While the sizes are not made there is the whole picture alone."""

    address: str
    sources: tuple[tuple[str, str], ...]  # (media type, srcset) of what newer browsers read
    srcset: str


def add(file, by=None) -> Added:
    """Take in an uploaded file. The same picture twice is one row. Raises Refused; see REASONS."""
    cleaned = picture_files.cleaned(file.read(picture_files.MAX_BYTES + 1))
    found = Picture.objects.filter(digest=cleaned.digest).first()
    if found and default_storage.exists(found.file.name):
        return Added(found, False, cleaned.moved)
    name = _name(cleaned.digest, cleaned.extension)
    _put(name, cleaned.data)
    told = {"file": name, "width": cleaned.width, "height": cleaned.height, "added_by": by}
    picture, is_new = Picture.objects.get_or_create(digest=cleaned.digest, defaults=told)
    return Added(picture, is_new, cleaned.moved)


def make_due(stopped: Callable[[], bool] = lambda: False, now=None) -> bool:
    """Draw the sizes of one picture that waits, and say whether there may be more. The worker calls this."""
    picture = None if stopped() else Picture.objects.due(now).first()
    if picture and _claim(picture, now or timezone.now()):
        _make(picture, now or timezone.now())
    return picture is not None


def uses(picture: Picture) -> Uses:
    articles = Article.objects.filter(Q(picture=picture) | Q(sides__picture=picture)).distinct()
    subjects = Subject.objects.filter(picture=picture)
    shown = Edition.objects.annotate(
        live_text=Cast("live_revision__content", TextField()),
        scheduled_text=Cast("scheduled_revision__content", TextField()),
    ).filter(Q(live_text__contains=picture.digest) | Q(scheduled_text__contains=picture.digest))
    return Uses(list(articles.prefetch_related("sides__subject")), list(subjects), list(shown))


def remove(picture: Picture) -> None:
    """Delete the picture and its files. Raises InUse, with a sentence."""
    with transaction.atomic():
        if uses(picture):
            raise InUse(IN_USE)
        names = _names(picture)
        picture.delete()
        transaction.on_commit(lambda: _delete(names))


def files(digests: Iterable[str]) -> dict[str, Files]:
    """The files of these pictures by digest, in one query; in none where there are no pictures."""
    wanted = set(digests)
    grounds.note(*map(grounds.picture, wanted))
    rows = Picture.objects.filter(digest__in=wanted).only("digest", "file", "sizes") if wanted else ()
    return {row.digest: _files(row) for row in rows}


def thumbnail(picture: Picture, width: int = 1) -> str:
    """The address of its smallest file that is as wide as that; of the whole picture where there is none."""
    return default_storage.url(_fallback(picture, width))


def _fallback(picture: Picture, width: int) -> str:
    kept = [size for size in picture.sizes if size["format"] in ("jpg", "png") and size["width"] >= width]
    return kept[0]["name"] if kept else picture.file.name


def _files(row: Picture) -> Files:
    sets: dict[str, list[dict]] = {}
    for size in row.sizes:
        sets.setdefault(size["format"], []).append(size)
    fallback = sets.get("jpg") or sets.get("png") or []
    newer = tuple((picture_files.TYPES[kind], _srcset(sets[kind])) for kind in ("avif", "webp") if kind in sets)
    return Files(thumbnail(row, 640), newer, _srcset(fallback))


def _srcset(sizes: list[dict]) -> str:
    return ", ".join(f"{default_storage.url(size['name'])} {size['width']}w" for size in sizes)


def _claim(picture: Picture, now) -> bool:
    """Take the picture for ourselves; False where another worker was faster."""
    same = Picture.objects.filter(pk=picture.pk, made_at=None, tries=picture.tries)
    picture.tries += 1
    return bool(same.update(tries=picture.tries, next_try_at=now + CLAIMED_FOR))


def _make(picture: Picture, now) -> None:
    try:
        done = {"sizes": _drawn(picture), "made_at": now, "next_try_at": None, "error": ""}
    except Exception as error:  # Whatever one picture does, the others are drawn.
        again = now + FIRST_WAIT * 2 ** (picture.tries - 1) if picture.tries < Picture.MOST_TRIES else None
        words = textwrap.shorten(f"{type(error).__name__}: {error}", 500, placeholder=" …")
        done = {"error": words, "next_try_at": again}
    with transaction.atomic():
        if not Picture.objects.filter(pk=picture.pk).update(**done):
            _delete(_names(picture))  # It was deleted while it was drawn.
        stale.mark(*changes.of_picture(picture))


def _drawn(picture: Picture) -> list[dict]:
    with picture.file.open() as file:
        data = file.read()
    extension = picture.file.name.rpartition(".")[2]
    made = []
    for size in picture_files.sizes(picture.width, picture.height):
        for kind in ("avif", "webp", extension):
            drawn, name = picture_files.drawn(data, size, kind), _name(picture.digest, kind, size.width)
            _put(name, drawn)
            made.append(
                {"width": size.width, "height": size.height, "format": kind, "name": name, "bytes": len(drawn)}
            )
    return made


def _names(picture: Picture) -> list[str]:
    """All files that there may be of a picture, also those that nobody noted."""
    sizes = picture_files.sizes(picture.width, picture.height)
    return [picture.file.name] + [
        _name(picture.digest, kind, size.width) for size in sizes for kind in picture_files.TYPES
    ]


def _name(digest: str, extension: str, width: int | None = None) -> str:
    return f"{FOLDER}/{digest[:2]}/{digest}{f'-{width}' if width else ''}.{extension}"


def _put(name: str, data: bytes) -> None:
    """Write the file under this very name: what somebody killed left there may be half a file."""
    default_storage.delete(name)
    default_storage.save(name, ContentFile(data))


def _delete(names: list[str]) -> None:
    for name in names:
        default_storage.delete(name)
