"""What is known of those who write: an address that they may confirm, and what they want to be told."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Address(models.Model):
    """An e-mail address that somebody typed. Only a confirmed one gets notices. Never shown to readers."""

    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    # When a mail was last sent because somebody typed this address. See comments/mail.py.
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("e-mail address")
        verbose_name_plural = _("e-mail addresses")

    def __str__(self):
        return self.email

    @classmethod
    def of(cls, email: str) -> "Address":
        """The row of this address, made where there is none."""
        return cls.objects.get_or_create(email=email.strip().casefold())[0]


class Follow(models.Model):
    """An address that wants to know of new comments in an article's thread, once it said so by mail."""

    address = models.ForeignKey(Address, models.CASCADE, related_name="follows", verbose_name=_("e-mail address"))
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="follows", verbose_name=_("article"))
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        verbose_name = _("followed thread")
        verbose_name_plural = _("followed threads")
        constraints = [models.UniqueConstraint(fields=["address", "article"], name="one_follow_an_address")]

    def __str__(self):
        return f"{self.address} {self.article_id}"


class Report(models.Model):
    """A reader says that a comment should not stand: once a network."""

    class Reason(models.TextChoices):
        RUDE = "rude", _("rude or hurtful")
        SPAM = "spam", _("advertising or spam")
        PRIVATE = "private", _("personal information")
        WRONG = "wrong", _("wrong or misleading")
        OTHER = "other", _("something else")

    comment = models.ForeignKey("comments.Comment", models.CASCADE, related_name="reports", verbose_name=_("comment"))
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    more = models.CharField(_("in the reader's words"), max_length=300, blank=True)
    network = models.CharField(max_length=32, blank=True, editable=False)  # emptied after 30 days
    created_at = models.DateTimeField(_("reported"), default=timezone.now)
    # Reports that a moderator has answered by approving do not count again.
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "network"], condition=~models.Q(network=""), name="one_report_a_network"
            )
        ]

    def __str__(self):
        return f"{self.get_reason_display()} ({self.comment_id})"
