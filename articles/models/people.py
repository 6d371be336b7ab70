from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.addressed import Addressed, slugs_are_unique
from articles.models.fields import ProseField


class Author(Addressed):
    """A byline: a person or a desk that signs articles."""

    bio = ProseField(_("about the author"))
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("user"),
        help_text=_("Comments that this user writes under the author's articles are marked as the author's."),
    )

    route = "author"

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        constraints = slugs_are_unique("author")

    @property
    def initials(self):
        """One or two letters for the round mark beside the name."""
        letters = [word[0] for word in (self.name or "").split() if word[0].isalpha()]
        return "".join(letters[:1] + letters[1:][-1:]).upper()


class Tag(Addressed):
    """A topic."""

    route = "tag"

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = slugs_are_unique("tag")
