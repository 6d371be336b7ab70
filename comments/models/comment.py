from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments import places, signals
from comments.models.decision import Decision
from comments.querysets import CommentQuerySet


class Comment(models.Model):
    """One contribution to an article's thread."""

    class State(models.TextChoices):
        HELD = "held", _("held")
        LIVE = "live", _("live")
        SPAM = "spam", _("spam")
        REMOVED = "removed", _("removed")

    class Role(models.TextChoices):
        READER = "reader", _("reader")
        AUTHOR = "author", _("author")
        STAFF = "staff", _("staff")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="comments", verbose_name=_("article"))
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="replies", verbose_name=_("answers")
    )
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=80)
    text = models.TextField(_("text"), max_length=5000)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.HELD)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    # Made when it is saved first, see comments/places.py.
    place = models.CharField(max_length=places.LONGEST, default="", db_default="", editable=False)
    branch = models.CharField(max_length=places.WIDTH, default="", db_default="", editable=False)
    pinned = models.BooleanField(_("pinned"), default=False, db_default=False)
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.READER, db_default=Role.READER)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    address = models.ForeignKey(
        "comments.Address",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("e-mail address"),
    )
    wants_replies = models.BooleanField(_("wants to know of replies"), default=False, db_default=False)
    # When those who asked for it were told. Once: a comment that is held and approved again is no news.
    announced_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What the rules weigh: the form's one-use id, whence it came, the folded text, how long the writing took.
    form_id = models.CharField(max_length=32, null=True, blank=True, unique=True, editable=False)
    network = models.CharField(max_length=32, blank=True, default="", db_default="", editable=False)
    fingerprint = models.CharField(max_length=32, blank=True, default="", db_default="", editable=False)
    seconds = models.PositiveIntegerField(_("seconds of writing"), null=True, blank=True)
    # Why it is held: [{"rule": "links", "measure": 3, "limit": 1}, …], see comments/holds.py.
    reasons = models.JSONField(_("reasons"), default=list, blank=True, db_default=models.Value([], models.JSONField()))

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["article", "state", "branch", "language"], name="comment_branches"),
            models.Index(fields=["branch", "place"], name="comment_places"),
            models.Index(fields=["state", "language", "-created_at", "-id"], name="comment_newest"),
            models.Index(fields=["state", "-created_at", "-id"], name="comment_queue"),
            models.Index(fields=["network", "created_at"], name="comment_network"),
            models.Index(fields=["fingerprint", "created_at"], name="comment_fingerprint"),
            models.Index(fields=["article"], condition=models.Q(pinned=True), name="comment_pinned"),
        ]

    def __str__(self):
        return f"{self.name}: {self.text[:60]}"

    def save(self, *args, **kwargs):
        if not self.place:
            self.place = places.place(self.created_at, self.parent.place if self.parent else "")
            self.branch = places.branch(self.place)
        super().save(*args, **kwargs)

    def approve(self, *, by=None, why="", who=None) -> Decision | None:
        return self.become(self.State.LIVE, Decision.Verb.APPROVED, by=by, why=why, who=who)

    def hold(self, *, by=None, why="", who=None) -> Decision | None:
        return self.become(self.State.HELD, Decision.Verb.HELD, by=by, why=why, who=who)

    def mark_as_spam(self, *, by=None, why="", who=None) -> Decision | None:
        return self.become(self.State.SPAM, Decision.Verb.SPAM, by=by, why=why, who=who)

    def remove(self, *, by=None, why="", who=None) -> Decision | None:
        return self.become(self.State.REMOVED, Decision.Verb.REMOVED, by=by, why=why, who=who)

    def pin(self, *, by=None, why="") -> Decision | None:
        return self._put(Decision.Verb.PINNED, {"pinned": True}, by=by, why=why)

    def unpin(self, *, by=None, why="") -> Decision | None:
        return self._put(Decision.Verb.UNPINNED, {"pinned": False}, by=by, why=why)

    def let_stand(self, *, by=None, why="") -> Decision | None:
        """Note that it stays as readers see it, whatever was reported. None where they do not see it."""
        with transaction.atomic():
            row = Comment.objects.select_for_update().get(pk=self.pk)
            if row.state != self.State.LIVE or not row.text:
                return None
            as_it_is = {"state": str(row.state)}
            return self._log(Decision.Verb.STANDS, as_it_is, as_it_is, by=by, why=why)

    def become(self, state, verb, *, by=None, why="", who=None) -> Decision | None:
        """Take on the state and log it. None, and nothing is written, where it has that state or was erased."""
        return self._put(verb, {"state": str(state)}, by=by, why=why, who=who)

    def _put(self, verb, values: dict, *, by, why, who=None) -> Decision | None:
        with transaction.atomic():
            row = Comment.objects.select_for_update().get(pk=self.pk)
            if not row.text and values.get("state", self.State.REMOVED) != self.State.REMOVED:
                return None  # What its writer erased does not come back empty.
            before = {name: getattr(row, name) for name in values}
            for name, value in values.items():
                setattr(self, name, value)
            if before == values:
                return None
            self.save(update_fields=list(values))
            decision = self._log(verb, before, values, by=by, why=why, who=who)
            if "state" in values:
                self._tell(before["state"])
        return decision

    def _log(self, verb, before: dict, after: dict, *, by, why="", who=None) -> Decision:
        who = who or (Decision.Who.MODERATOR if by else Decision.Who.SYSTEM)
        return Decision.objects.create(comment=self, verb=verb, before=before, after=after, by=by, who=who, why=why)

    def _tell(self, before: str) -> None:
        if self.state == self.State.LIVE:
            signals.went_live.send(Comment, comment=self)
        if before == self.State.LIVE:
            signals.left_public.send(Comment, comment=self)
