"""Manuscripts that come from files: stored as rows and an edition, all or nothing, and what that changed."""

from dataclasses import dataclass, field

from django.db import transaction

from articles import manuscript as values
from articles import reading, rows
from articles.manuscript import Imprint, Manuscript
from articles.models import Article, Edition, Page, translated
from articles.publishing import NotPublishable, publish

KEPT = ("slug", "state", "origin", "published_at", "expires_at")


@dataclass
class Stored:
    article: Article
    edition: Edition
    created: bool = False  # there was no such article
    changes: list[str] = field(default_factory=list)  # what is different now, in words
    disagreements: list[str] = field(default_factory=list)


class CannotStore(ValueError):
    """What a file says cannot be stored. `key` is the line of its front matter that says so."""

    def __init__(self, message: str, key: str):
        super().__init__(message)
        self.key = key


def store(manuscript: Manuscript, imprint: Imprint, *, by=None, note: str = "") -> Stored:
    """Make the article of that key say what the manuscript says in the imprint's language, and its edition likewise.

    Storing the same twice changes nothing. Raises CannotStore, and then nothing is written.
    """
    language = imprint.language
    with transaction.atomic():
        article = Article.objects.filter(key=manuscript.key).first()
        written = rows.write(manuscript, article, [language])
        edition = Edition.objects.filter(article=written.article, language=language).first()
        stored = Stored(written.article, edition, article is None, [], written.disagreements)
        stored.changes += _differences(*(values.only(side, language) for side in (written.before, written.after)))
        edition = edition or Edition(article=written.article, language=language)
        edition.slug = _slug(edition, imprint, reading.read(manuscript, language).title)
        stored.edition = _put_edition(edition, imprint, stored.changes, by, note)
    return stored


def store_page(page: values.Page) -> Page:
    """Make the plain page of that key say what the value says, in the languages that it says it in."""
    row = Page.objects.filter(key=page.key).first() or Page(key=page.key)
    for name in ("name", "slug", "body"):
        texts = getattr(page, name)
        translated.put(row, name, texts, tuple(texts))
    row.save()
    return row


def _put_edition(edition, imprint, changes, by, note) -> Edition:
    before = _kept(Edition.objects.get(pk=edition.pk)) if edition.pk else {}
    edition.origin = imprint.origin
    edition.expires_at = imprint.expires_at
    edition.published_at = imprint.published_at or edition.published_at
    if imprint.state == Edition.State.PUBLISHED:
        edition.state = edition.state if edition.pk else Edition.State.DRAFT
        edition.save()
        try:
            publish(edition, by=by, note=note, strict=False)
        except NotPublishable as reason:
            raise CannotStore(str(reason), "state") from reason
    else:
        edition.state = imprint.state
        edition.save()
    after = _kept(edition)
    changes += [f"{name}: {before.get(name)} → {after[name]}" for name in KEPT if before.get(name) != after[name]]
    return edition


def _kept(edition) -> dict:
    return {name: getattr(edition, name) for name in KEPT}


def _slug(edition, imprint, title) -> str:
    if not imprint.slug:
        return edition.slug or edition.next_free_slug(title or edition.article.key)
    other = Edition.objects.filter(language=edition.language, slug=imprint.slug).exclude(pk=edition.pk).first()
    if other:
        message = f"The address “{imprint.slug}” is taken in “{edition.language}” by “{other.article.key}”."
        raise CannotStore(message, "slug")
    return imprint.slug


def _differences(before: Manuscript | None, after: Manuscript) -> list[str]:
    """Which parts say something else now, a line each."""
    if before is None:
        return ["new article"]
    parts = ("title", "lead", "summary", "author", "tags")
    changed = [name for name in parts if getattr(before, name) != getattr(after, name)]
    for name in ("sides", "similarities", "dimensions", "sources"):
        was, now = getattr(before, name), getattr(after, name)
        old, new = {row.key: row for row in was}, {row.key: row for row in now}
        changed += [f"{name}: {key} added" for key in new if key not in old]
        changed += [f"{name}: {key} removed" for key in old if key not in new]
        changed += [f"{name}: {key} changed" for key in new if key in old and new[key] != old[key]]
        changed += [f"{name}: order changed"] if set(old) == set(new) and list(old) != list(new) else []
    return changed
