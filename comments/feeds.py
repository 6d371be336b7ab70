"""Atom feeds of what readers say: of one article's thread, and of all in a language."""

import re
from datetime import UTC, datetime
from hashlib import sha256

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import grounds
from articles.models import Edition
from articles.pages.keeping import finished
from comments import pages, reading, text
from comments.models import Comment, Decision
from comments.views.thread import moved

NEWEST = 50
NOTHING_YET = datetime(2000, 1, 1, tzinfo=UTC)
# Forms refuse these; what was brought in from elsewhere may hold one, and XML may not.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class CommentsFeed(Atom1Feed):
    def latest_post_date(self):
        # Where nothing is said yet Django would name the moment of the asking, and each copy would differ.
        return super().latest_post_date() if self.items else NOTHING_YET

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


@require_safe
@finished
def newest(request):
    pages.note_all()
    grounds.note(grounds.listing(get_language()))
    live = Edition.objects.live(get_language())
    rows = list(_live().filter(article__in=live.values("article"))[:NEWEST])
    editions = live.filter(article__in={row.article_id for row in rows}).only("article_id", "title")
    titles = {edition.article_id: edition.title for edition in editions}
    entries = [
        (row, _("%(name)s on “%(title)s”") % {"name": row.name, "title": titles[row.article_id]})
        for row in rows
        if row.article_id in titles  # no longer live since the query before
    ]
    return _answer(request, entries, _("Munur: comments"), reverse("home"))


@require_safe
@finished
def thread(request, slug):
    edition = Edition.objects.live(get_language()).filter(slug=slug).first()
    if edition is None:
        return moved("thread-feed", slug)
    pages.note_thread(edition.article_id)
    entries = [
        (row, _("Comment from %(name)s") % {"name": row.name})
        for row in _live().filter(article=edition.article_id)[:NEWEST]
    ]
    title = _("Discussion: %(title)s") % {"title": edition.title}
    return _answer(request, entries, title, edition.get_absolute_url() + reading.SECTION)


def _live():
    rows = Comment.objects.live().filter(language=get_language()).order_by("-created_at", "-pk")
    return rows.only("article_id", "name", "text", "created_at", "edited_at")


def _answer(request, entries, title, link):
    """The feed, or 304 where the asker has it. What a decision brought or took away counts as a change, too."""
    times = [row.edited_at or row.created_at for row, _title in entries]
    decided = Decision.objects.order_by("-pk").values_list("created_at", flat=True).first()
    changed = max([*times, *([decided] if decided else [])], default=None)
    body = _written(request, entries, title, link)
    headers = {"ETag": f'"{sha256(body).hexdigest()[:32]}"', "Cache-Control": "public, max-age=300"}
    if changed:
        headers["Last-Modified"] = http_date(int(changed.timestamp()))
    response = HttpResponse(body, content_type="application/atom+xml; charset=utf-8", headers=headers)
    return get_conditional_response(request, headers["ETag"], changed and int(changed.timestamp()), response)


def _written(request, entries, title, link) -> bytes:
    here = settings.SITE_URL + request.path
    feed = CommentsFeed(title, settings.SITE_URL + link, "", language=get_language(), feed_url=here, feed_guid=here)
    for row, heading in entries:
        feed.add_item(
            title=_storable(heading),
            link=settings.SITE_URL + reverse("comment", args=[row.pk]),
            description=None,
            unique_id=f"tag:{settings.SITE_HOST},{row.created_at:%Y-%m-%d}:comments/{row.pk}",
            author_name=_storable(row.name),
            pubdate=row.created_at,
            updateddate=row.edited_at or row.created_at,
            content=_storable(text.html(row.text)),
        )
    return feed.writeString("utf-8").encode()


def _storable(words: str) -> str:
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", words)
