"""Pages that only the desk sees: an article as readers would meet it, drawn from what is typed and not saved."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles import manuscript, unsaved
from articles.article_page import draw_article
from articles.manuscript import Manuscript
from articles.models import Author, Edition, Subject, Tag
from articles.reading import Reading, read
from articles.showing import public

TEMPLATE = "articles/preview.html"


@dataclass(frozen=True)
class Rows:
    """Like what a relation gives to a template."""

    all: list


@dataclass(frozen=True)
class Face:
    """What the head of the page asks of an edition."""

    path: str
    title: str
    title_parts: list
    author: Author | None
    tags: Rows
    published_at: datetime
    revised_at: datetime | None = None
    machine_made: bool = False

    def get_absolute_url(self) -> str:
        return self.path


@require_safe
def unsaved_preview(request, key):
    kept = unsaved.find(key, get_language(), request.user.pk)
    # Who asks decides whether there is anything, not what it is; and nothing is kept that could vary.
    request.session.accessed = False
    if kept is None:
        raise Http404("Nothing is kept here, or it is somebody else's.")
    response = draw_manuscript(request, manuscript.from_json(kept.content), kept.language)
    return stay(response)


def draw_manuscript(request, content: Manuscript, language: str, *, template=TEMPLATE, **more):
    """The article's page in that language, whatever is saved or published."""
    reading = read(content, language)
    stored = Edition.objects.filter(article__key=content.key, language=language).first() if content.key else None
    return draw_article(
        request,
        face(request.path, content, reading, stored),
        reading,
        public(Subject, [side.subject for side in reading.sides], language),
        template=template,
        thread=False,
        robots="noindex",
        **more,
    )


def face(path: str, content: Manuscript, reading: Reading, stored: Edition | None) -> Face:
    language = reading.language
    return Face(
        path=path,
        title=reading.title,
        title_parts=[[part.text, part.ink] for part in reading.headings.title],
        author=next(iter(public(Author, [content.author.key] if content.author else [], language)), None),
        tags=Rows(public(Tag, [tag.key for tag in content.tags], language)),
        published_at=(stored and stored.published_at) or timezone.now(),
        revised_at=stored and stored.revised_at,
        machine_made=bool(stored and stored.machine_made),
    )


def stay(response):
    """Links within the page stay in the frame; all others are for another window, and the frame allows none."""
    response.content = response.content.replace(b'href="#', b'target="_self" href="#')
    return response
