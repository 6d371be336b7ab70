from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Rules(models.Model):
    """What is held and when threads close: one row, edited at the desk in one place."""

    class Hold(models.TextChoices):
        EVERYTHING = "everything", _("everything")
        FIRST = "first", _("first comments from an address")
        NOBODY = "nobody", _("nobody, unless a rule below speaks")

    hold = models.CharField(_("hold"), max_length=12, choices=Hold, default=Hold.FIRST)
    most_links = models.PositiveSmallIntegerField(_("links, at most"), default=1)
    words = models.TextField(
        _("listed words"),
        blank=True,
        help_text=_(
            "One word or phrase a line. Capital letters and accents do not matter. "
            "An asterisk at the end stands for any ending: spilavít*."
        ),
    )
    least_seconds = models.PositiveSmallIntegerField(
        _("seconds of writing, at least"), default=4, help_text=_("What is faster is stored as spam. 0: no limit.")
    )
    most_from_network = models.PositiveSmallIntegerField(
        _("comments from one network in ten minutes, at most"), default=5, help_text=_("More are held.")
    )
    refuse_from_network = models.PositiveSmallIntegerField(
        _("forms from one network in ten minutes, at most"),
        default=60,
        help_text=_("More are refused for the time being. A school often is one network."),
    )
    reports_to_hold = models.PositiveSmallIntegerField(
        _("reports that hold a comment"), default=3, validators=[MinValueValidator(1)]
    )
    closes_after_days = models.PositiveIntegerField(
        _("days until a thread closes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(36500)],
        help_text=_("Counted from the article's first publication. Empty: never. An article may have its own."),
    )
    digest_hours = models.PositiveSmallIntegerField(
        _("hours between digest mails"), default=24, help_text=_("To moderators who have an address. 0: none.")
    )
    digest_sent_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("rules of the threads")
        verbose_name_plural = _("rules of the threads")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="rules_are_one_row")]

    def __str__(self):
        return str(self._meta.verbose_name)

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    @classmethod
    def current(cls) -> "Rules":
        """The rules as they are edited, or the defaults where nobody has edited them."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class Discussion(models.Model):
    """An editor's word about one article's thread. An article without one follows the rules."""

    class Mode(models.TextChoices):
        RULES = "rules", _("as the rules say")
        OPEN = "open", _("stays open")
        CLOSED = "closed", _("closed")

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, related_name="discussion", verbose_name=_("article")
    )
    mode = models.CharField(_("thread"), max_length=8, choices=Mode, default=Mode.RULES)
    closes_after_days = models.PositiveIntegerField(
        _("days until it closes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(36500)],
        help_text=_("Only where the rules will not do."),
    )
    # When the thread was closed: by the editor at once, by the worker when its time has come.
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")

    def __str__(self):
        return f"{self.article} ({self.get_mode_display()})"
