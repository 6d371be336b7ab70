"""Where a comment is to be seen: the address of the page that shows it, with the comment's anchor."""

from django.utils import translation

from articles.models import Edition
from comments import places, reading, rows, threads
from comments.reading import Choice


def place_of(comment, language: str) -> str:
    """The article's page where that shows the live comment, else the page of the thread, else that of its branch.

    Raises Edition.DoesNotExist where the article has no live edition in the language.
    """
    edition = Edition.objects.live(language).get(article=comment.article_id)
    with translation.override(language):
        return f"{_page_of(comment, edition)}#ath-{comment.pk}"


def _page_of(comment, edition) -> str:
    if reading.thread_page(edition, Choice()).shows(comment.pk):
        return edition.get_absolute_url()
    everywhere = comment.language != edition.language
    choice = Choice(everywhere=everywhere, start=_start(comment, edition, everywhere))
    if reading.thread_page(edition, choice).shows(comment.pk):
        return reading.thread_address(edition, choice)
    root = rows.first_of_branch(comment)
    start = 0 if reading.branch_page(edition, root, everywhere).shows(comment.pk) else comment.pk
    return reading.branch_address(edition, root, everywhere, start)


def _start(comment, edition, everywhere) -> str:
    """The branch that begins the comment's page where each page shows fifty; "" of the first page."""
    branches = rows.branches(edition.article_id, Choice(everywhere=everywhere).languages(edition.language))
    before = branches.filter(branch__lt=places.branch(comment.place)).count()
    first = before // threads.BRANCHES * threads.BRANCHES
    return branches[first] if first else ""
