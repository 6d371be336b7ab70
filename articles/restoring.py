"""An earlier revision becomes what the article's rows say. Readers get nothing of it: that is for publishing."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from articles import publishing, rows
from articles.manuscript import Manuscript
from articles.models import Article, Revision


@dataclass(frozen=True)
class Restored:
    """`wanted` is what the revision says, `after` what the article says now: what is shared stayed as it was."""

    revision: Revision
    before: Manuscript
    wanted: Manuscript
    after: Manuscript

    @property
    def changed(self) -> bool:
        return self.before != self.after


def restore(article: Article, revision: Revision, number: int, *, by=None) -> Restored:
    """Write the revision's manuscript into the rows, all or nothing, and keep it as a new revision.

    What the rows said is kept first, where no revision has it. `number`: what the desk calls the old revision.
    Subjects, authors, tags and pictures belong to other articles as well: they keep what they say.
    """
    if revision.article_id != article.pk:
        raise ValueError("The revision is of another article.")
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=article.pk)
        before = rows.read(article)
        note = _("As it was before revision %(number)s was restored.")
        publishing.keep(article, before, by, note % {"number": number}, substantive=False)
        after = rows.write(revision.manuscript, article).after
        note = _("An earlier text was restored: revision %(number)s.")
        kept = publishing.keep(article, after, by, note % {"number": number})
    return Restored(kept, before, revision.manuscript, after)
