from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.language import grammar
from articles.manuscript import Forms
from articles.models import translated
from articles.models.addressed import Addressed, slugs_are_unique
from articles.models.fields import LineField


class Subject(Addressed):
    """A thing that is compared, shared by all articles that compare it."""

    class Number(models.TextChoices):
        SINGULAR = "singular", _("singular")
        PLURAL = "plural", _("plural")

    class Gender(models.TextChoices):
        MASCULINE = "masculine", _("masculine")
        FEMININE = "feminine", _("feminine")
        NEUTER = "neuter", _("neuter")

    FORMS = ("nominative", "dative", "genitive", "number", "gender", "question")

    nominative = LineField(_("nominative"), help_text=_("As it stands inside a sentence, with a small first letter."))
    dative = LineField(_("dative"))
    genitive = LineField(_("genitive"))
    number = models.CharField(_("number"), max_length=10, choices=Number, blank=True, default="")
    gender = models.CharField(_("gender"), max_length=10, choices=Gender, blank=True, default="")
    question = LineField(_("question"), help_text=_("Only where “What is X?” would be wrong."))
    definition = LineField(_("definition"), max_length=500, help_text=_("One sentence that says what it is."))
    picture = models.ForeignKey(
        "articles.Picture", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )

    route = "subject"

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        constraints = slugs_are_unique("subject")

    def prefill(self):
        super().prefill()
        for language, name in translated.texts(self, "name").items():
            self._prefill_forms(name, language)

    def forms(self, language: str) -> Forms:
        return Forms(**{form: translated.text(self, form, language) for form in self.FORMS})

    def _prefill_forms(self, name: str, language: str) -> None:
        """What an editor has written is never overwritten."""
        stored = self.forms(language)
        declined = grammar.decline(name, language, stored.number or None, stored.gender or None)
        for form in ("nominative", "dative", "genitive", "number", "gender"):
            if not getattr(stored, form):
                setattr(self, translated.column(form, language), getattr(declined, form))
