"""The search index: what of an edition can be found, how its words are spelled, and what is to be indexed anew.

The tokens are searched by FTS5 on SQLite and by a GIN index on PostgreSQL; the migration makes both beside this table.
`scope` is the language and which of two generations of the index a row belongs to, see `articles.search.scopes`.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

WORD_LENGTH, NAME_LENGTH, SCOPE_LENGTH = 64, 200, 12
SPELLING_LENGTH = 2 * WORD_LENGTH + 4


class BytewiseField(models.CharField):
    """Text that both databases compare by its bytes, so that a prefix is a range of the index."""

    def db_parameters(self, connection):
        collation = "C" if connection.vendor == "postgresql" else "BINARY"
        return {**super().db_parameters(connection), "collation": collation}


class SearchEntry(models.Model):
    """One published edition, in one generation. Its number grows with the edition's, so that the newest come last."""

    id = models.BigIntegerField(primary_key=True)  # twice the edition's, and one more in an odd generation
    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="+")
    scope = models.CharField(max_length=SCOPE_LENGTH)
    tokens = models.TextField()  # without the scope, which the database puts before the colon: "p:hestur t:sala"

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")

    def __str__(self):
        return f"{self.pk}: {self.tokens[:60]}"


class SearchForm(models.Model):
    """A form of a word that is on the site: "solunni" is folded from "sölunni", a form of "sala"."""

    pk = models.CompositePrimaryKey("scope", "folded", "spelling")
    scope = models.CharField(max_length=SCOPE_LENGTH)
    folded = BytewiseField(max_length=WORD_LENGTH)
    spelling = BytewiseField(max_length=SPELLING_LENGTH)  # the form and its headword, see articles.search.spelling

    class Meta:
        verbose_name = _("word form")
        verbose_name_plural = _("word forms")

    def __str__(self):
        return f"{self.folded} {self.spelling}"


class SearchName(models.Model):
    """What the search field proposes: a subject, or the comparison that an edition is. Exactly one of the two."""

    scope = models.CharField(max_length=SCOPE_LENGTH)
    key = BytewiseField(max_length=NAME_LENGTH)  # the name folded, from one of its words on
    subject = models.ForeignKey("articles.Subject", models.CASCADE, null=True, related_name="+")
    edition = models.ForeignKey("articles.Edition", models.CASCADE, null=True, related_name="+")

    class Meta:
        verbose_name = _("proposed name")
        verbose_name_plural = _("proposed names")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(subject__isnull=False, edition__isnull=True)
                | models.Q(subject__isnull=True, edition__isnull=False),
                name="a_name_is_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["scope", "key", "subject"], condition=models.Q(edition=None), name="one_name_of_a_subject"
            ),
            models.UniqueConstraint(
                fields=["scope", "key", "edition"], condition=models.Q(subject=None), name="one_name_of_an_edition"
            ),
        ]

    def __str__(self):
        return self.key


class SearchMark(models.Model):
    """An edition that is to be indexed anew: written in the transaction that changed it, gone once that is done."""

    edition_id = models.PositiveBigIntegerField(db_index=True)  # no foreign key: the edition may be deleted
    marked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("search mark")
        verbose_name_plural = _("search marks")

    def __str__(self):
        return str(self.edition_id)


class SearchState(models.Model):
    """The one row that says which generation is searched, and how far a new one has come."""

    generation = models.PositiveIntegerField(default=0)
    analyser = models.CharField(max_length=40, blank=True, default="")  # with which the generation was made
    building = models.CharField(max_length=40, blank=True, default="")  # the analyser of the next one, "" for none
    reached = models.PositiveBigIntegerField(default=0)  # the last edition that the next generation has

    class Meta:
        verbose_name = _("state of the search index")
        verbose_name_plural = _("state of the search index")

    def __str__(self):
        return str(self.generation)

    @classmethod
    def current(cls) -> "SearchState":
        return cls.objects.get_or_create(pk=1)[0]
