"""An article's page as readers meet it: drawn for what is live, and for what only the desk has."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.frame import draw
from articles.headings import text as heading_text
from articles.models import Subject
from articles.reading import Reading

TEMPLATE = "articles/article.html"


def draw_article(
    request, edition, reading: Reading, subjects: Iterable[Subject], *, template=TEMPLATE, thread=True, **more
):
    """`edition`: title, author, times and tags, for the head of the page; all else is the reading's.

    `thread`: whether readers' comments belong to it.
    """
    addresses = {subject.key: subject.get_absolute_url() for subject in subjects}
    return draw(
        request,
        template,
        title=edition.title,
        description=reading.description,
        current="article",
        edition=edition,
        address=edition.get_absolute_url(),
        reading=reading,
        sides=[(side, addresses.get(side.subject, "")) for side in reading.sides],
        contents=contents(reading, thread),
        has_thread=thread,
        pick_name=pick_name(),
        **more,
    )


def pick_name() -> str:
    """What the choice of columns is called in the address."""
    return pgettext("url", "show")


def contents(reading: Reading, thread: bool) -> list[tuple[str, str]]:
    """The contents list: anchors and headings of the parts that are there."""
    parts = [(f"h-{side.key}", heading_text(side.heading)) for side in reading.told]
    parts += [("likindi", _("Similarities"))] if reading.similarities else []
    parts += [("mismunur", _("Differences"))] if reading.discussed else []
    parts += [("tafla", _("Comparison table"))] if reading.table.rows else []
    parts += [("samantekt", _("Summary"))] if reading.summary else []
    parts += [("heimildir", _("Sources"))] if reading.sources else []
    return [*parts, ("athugasemdir", _("Comments"))] if thread else parts
