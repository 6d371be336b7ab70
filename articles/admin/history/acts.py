"""What may be done with the two that are compared: read the first as a reader, restore it, publish the draft."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import publishing, roles
from articles.admin import strip
from articles.admin.history.chosen import Chosen
from articles.models import Article


@dataclass(frozen=True, slots=True)
class Acts:
    version: int
    restore: str  # the address, "" where it may not be done or would do nothing
    restore_label: str
    read: str
    read_label: str
    publish: strip.Offer | None
    where: str  # for ids


def acts(user, article: Article, chosen: Chosen) -> Acts:
    before = chosen.before
    can_restore = (
        before is not None
        and before.revision is not None
        and before.manuscript != chosen.revisions.content
        and roles.may(user, "restore", article)
    )
    return Acts(
        strip.version(article),
        reverse("admin:articles_article_restore", args=[article.pk, before.revision.pk]) if can_restore else "",
        _("Restore revision %(number)s") % {"number": before.number} if can_restore else "",
        *_reading(article, chosen),
        _publish(user, article, chosen),
        chosen.language or "all",
    )


def _reading(article, chosen) -> tuple[str, str]:
    """The address and the words of the first one as a reader would meet it."""
    before = chosen.before
    if before is None or before.revision is None:
        return "", ""
    language = chosen.language or next(iter(chosen.revisions.editions), settings.LANGUAGE_CODE)
    address = reverse("admin:articles_article_read", args=[article.pk, before.revision.pk, language])
    return address, _("See revision %(number)s as a reader") % {"number": before.number}


def _publish(user, article, chosen) -> strip.Offer | None:
    """The verb of the edition strip, for the language that is shown, where its readers have another text."""
    edition = chosen.revisions.editions.get(chosen.language)
    if edition is None or not chosen.is_live_and_draft or not roles.may(user, "publish", edition):
        return None
    if not publishing.differs(edition, chosen.revisions.content):
        return None
    address = reverse("admin:articles_article_verb", args=[article.pk, edition.language, "publish"])
    reason = " ".join(publishing.stops(chosen.revisions.content, edition.language))
    return strip.Offer("publish", _("Publish the working draft"), address, strip.NOW, reason, True)
