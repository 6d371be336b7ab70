"""Whoever shared a working draft hears by mail what was answered. Called when an answer is stored, see apps.py."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from comments import letters
from comments.models import Letter

TEMPLATE = "comments/mail/preview_answer.txt"


def tell(sender, instance, created: bool, raw: bool = False, **kwargs) -> Letter | None:
    """Write to whoever made the link, in the language that their desk had."""
    preview = instance.preview
    if not created or raw or preview.by is None or not preview.by.email:
        return None
    article = preview.edition.article
    with translation.override(preview.language):
        told = {"answer": instance, "note": preview.note, "title": str(article), "link": _link(article)}
    return letters.write(Letter.Kind.PREVIEW, preview.by.email, TEMPLATE, preview.language, told)


def _link(article) -> str:
    return settings.SITE_URL + reverse("admin:articles_article_shared", args=[article.pk])
