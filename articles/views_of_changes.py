"""The page of an article that lists all that its readers were told of changes."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import absent
from articles.changes import changes as changes_of
from articles.frame import draw
from articles.models import Edition
from articles.pages.keeping import finished


@require_safe
@finished
def changes(request, slug):
    language = get_language()
    edition = Edition.objects.live(language).filter(slug=slug).first()
    if edition is None:
        return absent.answer(request, language, slug, address=_address, other_languages=False)
    return draw(
        request,
        "articles/changes.html",
        title=_("Changes: %(title)s") % {"title": edition.title},
        robots="noindex, follow",
        edition=edition,
        changes=changes_of(edition),
    )


def _address(edition) -> str:
    return reverse("changes", args=[edition.slug])
